import type { Finding } from "../model/report.ts";
import { parseAddress } from "../model/cidr.ts";
import type { Allow } from "../policy/compiled.ts";
import { peerOf, subjectOf } from "../reach/gains.ts";
import type { NamespaceSide } from "../reach/evaluator.ts";
import { describePodsOf } from "../reach/label-words.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import { hasPoint, pointOf } from "../space/addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { type Endpoint } from "../space/endpoint.ts";
import { boxMatches, type LabelBox } from "../space/label-box.ts";
import { subtractEach } from "../space/label-union.ts";
import { hasPort, type Ports } from "../space/ports.ts";
import type { DiffFacts } from "./diff-facts.ts";
import { findingOf } from "./rules.ts";

/** Where pods find a resolver: cluster DNS pods, node-local caches, and GKE Cloud DNS. */
const RESOLVER_PODS = [
  { namespace: "kube-system", labels: { "k8s-app": "kube-dns" }, port: 53 },
  { namespace: "kube-system", labels: { "k8s-app": "node-local-dns" }, port: 53 },
  {
    namespace: "openshift-dns",
    labels: { "dns.operator.openshift.io/daemonset-dns": "default" },
    port: 5353,
  },
] as const;
const RESOLVER_ADDRESSES = ["169.254.20.10", "169.254.25.10", "169.254.10.10", "169.254.169.254"];

/** Pods of a side that are egress-isolated and that no rule lets resolve names over UDP. */
export function podsWithoutDns(egress: NamespaceSide): readonly LabelBox[] {
  const subjects = resolverAllows(egress).flatMap(({ region }) => {
    const subject = subjectOf(region, "egress");
    return subject.type === "pod" ? [subject.labels] : [];
  });
  return subtractEach(egress.isolated(), subjects);
}

/** The rules that let pods resolve names. */
export const resolverAllows = ({ allows }: NamespaceSide): readonly Allow[] =>
  allows.filter(({ region }) => reachesResolver(peerOf(region, "egress"), region.ports));

/**
 * Whether a rule leads to a resolver. A namespace that nobody declares may carry any labels; `surely` counts
 * only those that the API server gives it.
 */
export function reachesResolver(
  peer: Endpoint,
  ports: Ports,
  how: "maybe" | "surely" = "maybe",
): boolean {
  // Resolvers are asked over UDP first; TCP is for answers that do not fit.
  const on = (port: number): boolean => hasPort(ports, "UDP", port);
  if (peer.type === "address") {
    if (!on(53)) return false;
    // Any range that is not a resolver of the cluster itself may hold one of the network's.
    return (
      isWide(peer) || RESOLVER_ADDRESSES.some((text) => holdsAddress(peer, text)) || isSingle(peer)
    );
  }
  return RESOLVER_PODS.some(
    ({ namespace, labels, port }) =>
      on(port) &&
      (how === "surely" ? surelyHolds : mayHoldNamespace)(peer, namespace) &&
      boxMatches(peer.labels, labels),
  );
}

const holdsAddress = (peer: Endpoint, text: string): boolean => {
  const address = parseAddress(text);
  return address !== undefined && hasPoint(peer.addresses, pointOf(address.family, address.value));
};

const sizeOf = ({ addresses }: Endpoint): bigint =>
  addresses.reduce((sum, [start, end]) => sum + end - start, 0n);
const isWide = (peer: Endpoint): boolean => sizeOf(peer) > 2n ** 16n;
const isSingle = (peer: Endpoint): boolean => sizeOf(peer) === 1n;

const surelyHolds = ({ namespaces }: Extract<Endpoint, { type: "pod" }>, name: string): boolean =>
  namespaces.type === "known"
    ? namespaces.names.has(name)
    : boxMatches(namespaces.labels, { [NAME_LABEL]: name });

function mayHoldNamespace(peer: Extract<Endpoint, { type: "pod" }>, name: string): boolean {
  const { namespaces } = peer;
  if (namespaces.type === "known") return namespaces.names.has(name);
  const names = namespaces.labels.get(NAME_LABEL);
  if (names !== undefined && names.values.has(name) === names.negated) return false;
  // The labels of a namespace that nobody declares are not known; its name label is.
  return true;
}

/** Warns where the change takes name resolution away from pods that had it. */
export function checkDns(facts: DiffFacts): readonly Finding[] {
  return facts.comparison.sides.flatMap((side) => {
    if (side.direction !== "egress" || side.workload !== undefined) return [];
    if (side.verdict === "unknown") return [];
    if (facts.states.get(side.namespace) === "decommissioned" || side.namespace === "") return [];
    const without = subtractEach(podsWithoutDns(side.head), podsWithoutDns(side.base));
    if (without.length === 0) return [];
    const policy = side.head.isolation[0]?.policy;
    const isNew = facts.states.get(side.namespace) === "new";
    return [
      findingOf("NP012", {
        scope: facts.scope,
        namespace: side.namespace,
        message: `${describePodsOf(without, namespaceLabel(side.namespace), "pods")} are denied egress and ${isNew ? "cannot" : "can no longer"} resolve names (UDP port 53)`,
        ...(policy === undefined ? {} : { location: policy.ref.span, side: "head" as const }),
      }),
    ];
  });
}
