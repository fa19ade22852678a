/** Network plugins by the names that the input and the option `cni` take. Only what an `ipBlock` means depends on them so far. */
const CNIS = [
  "antrea",
  "aws-vpc-cni",
  "azure-npm",
  "calico",
  "canal",
  "cilium",
  "flannel",
  "kindnet",
  "kube-network-policies",
  "kube-ovn",
  "kube-router",
  "ovn-kubernetes",
  "weave-net",
] as const;

export type Cni = (typeof CNIS)[number];

export type CniResult =
  | { readonly ok: true; readonly cni: Cni }
  | { readonly ok: false; readonly wanted: string };

/**
 * Reads the name of a plugin, in any case. An unknown one is refused: a slip in `cilium` would else be read as
 * any other plugin, and the verdict be that of another cluster.
 */
export function parseCni(text: string): CniResult {
  const name = text.toLowerCase();
  const cni = CNIS.find((known) => known === name);
  return cni === undefined ? { ok: false, wanted: `one of ${CNIS.join(", ")}` } : { ok: true, cni };
}
