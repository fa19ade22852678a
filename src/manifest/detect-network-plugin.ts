import type { NetworkPlugin } from "../model/network-plugin.ts";
import type { MapNode, Node } from "../model/node.ts";
import type { ManifestObject } from "../model/object.ts";

/** DaemonSets and Deployments of network plugins, by name, and whether they enforce NetworkPolicy. */
const AGENTS: ReadonlyMap<string, boolean> = new Map([
  ["kube-flannel-ds", false],
  ["kube-flannel", false],
  ["calico-node", true],
  ["canal", true],
  ["cilium", true],
  ["antrea-agent", true],
  ["kube-router", true],
  ["ovnkube-node", true],
  ["kube-ovn-cni", true],
  ["weave-net", true],
  ["kube-network-policies", true],
]);

const CHARTS: ReadonlyMap<string, boolean> = new Map([
  ["flannel", false],
  ["kube-flannel", false],
  ["tigera-operator", true],
  ["calico", true],
  ["cilium", true],
  ["antrea", true],
  ["kube-router", true],
  ["kube-ovn", true],
  ["kube-network-policies", true],
]);

/** Words of settings that switch enforcement off, beside those of the plugins. */
export const namesPluginSettings = (text: string): boolean =>
  text.includes("cilium-config") || text.includes("amazon-vpc-cni");

/** Words without which a text installs no plugin that is known here. */
export const PLUGIN_WORDS: readonly string[] = [
  "flannel",
  "calico",
  "canal",
  "cilium",
  "antrea",
  "kube-router",
  "ovnkube",
  "kube-ovn",
  "weave-net",
  "tigera",
  "kube-network-policies",
];

/** The plugin that an object installs, itself or through the chart that Flux, Argo CD or k3s installs. */
export function detectNetworkPlugin({
  kind,
  name,
  node,
  span,
}: ManifestObject): NetworkPlugin | undefined {
  if (kind === "DaemonSet" || kind === "Deployment") {
    const enforces = AGENTS.get(name);
    if (enforces === undefined) return undefined;
    // The flannel chart and recent manifests can run an enforcing container beside the plugin itself.
    const isAlso = !enforces && mentions(node, "kube-network-policies");
    return { name, enforces: enforces || isAlso, span };
  }
  if (kind === "ConfigMap") return switchedOff(name, node);
  if (kind === "Installation" && mentions(at(node, "apiVersion"), "operator.tigera.io/v1"))
    return { name: "calico", enforces: true, span };
  const chart = chartOf(kind, node);
  const enforces = chart === undefined ? undefined : CHARTS.get(chart);
  if (chart === undefined || enforces === undefined) return undefined;
  if (chart === "cilium" && enforcesNever(node))
    return { name: "cilium", enforces: false, switchedOff: "policyEnforcementMode: never", span };
  return { name: `chart ${chart}`, enforces: enforces || enablesPolicies(node), span };
}

/** The ConfigMaps of plugins that enforce policies unless they are told not to, with the key that tells them. */
const SETTINGS: ReadonlyMap<string, readonly [plugin: string, key: string, off: string]> = new Map([
  ["cilium-config", ["cilium", "enable-policy", "never"]],
  ["amazon-vpc-cni", ["amazon-vpc-cni", "enable-network-policy-controller", "false"]],
]);

function switchedOff(name: string, node: Node): NetworkPlugin | undefined {
  const [plugin, key, off] = SETTINGS.get(name) ?? [];
  if (plugin === undefined || key === undefined) return undefined;
  const value = at(node, "data", key);
  if (value?.type !== "scalar" || String(value.value).toLowerCase() !== off) return undefined;
  return { name: plugin, enforces: false, switchedOff: `${key}: ${off}`, span: value.span };
}

/** `policyEnforcementMode` of the cilium chart, in values given as a map or as a text. */
const enforcesNever = (node: Node): boolean =>
  valuesOf(node).some((values) => {
    const mode = at(values, "policyEnforcementMode");
    return mode?.type === "scalar" && mode.value === "never";
  }) || valueTextsOf(node).some((text) => /^policyEnforcementMode:[ \t]*["']?never\b/m.test(text));

function chartOf(kind: string, node: Node): string | undefined {
  const text = (...path: readonly string[]): string | undefined => {
    const found = at(node, ...path);
    return found?.type === "scalar" && typeof found.value === "string" ? found.value : undefined;
  };
  const chart =
    kind === "HelmRelease"
      ? text("spec", "chart", "spec", "chart")
      : kind === "Application"
        ? text("spec", "source", "chart")
        : kind === "HelmChart"
          ? text("spec", "chart")
          : undefined;
  return chart?.split("/").at(-1);
}

/** `netpol.enabled` of the flannel chart, in values given as a map or as a text. */
function enablesPolicies(node: Node): boolean {
  const values = valuesOf(node).map((found) => at(found, "netpol", "enabled"));
  if (values.some((value) => value?.type === "scalar" && value.value === true)) return true;
  return valueTextsOf(node).some((text) =>
    /netpol:(?=[^\S\n]*\n)\s+(?<=[ \t])enabled:\s*true/.test(text),
  );
}

const valuesOf = (node: Node): readonly (Node | undefined)[] => [
  at(node, "spec", "values"),
  at(node, "spec", "source", "helm", "valuesObject"),
];

const valueTextsOf = (node: Node): readonly string[] =>
  [at(node, "spec", "source", "helm", "values"), at(node, "spec", "valuesContent")].flatMap(
    (found) => (found?.type === "scalar" && typeof found.value === "string" ? [found.value] : []),
  );

const at = (node: Node | undefined, ...path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>(
    (found, key) =>
      found?.type === "map" ? (found satisfies MapNode).entries.get(key)?.value : undefined,
    node,
  );

/** Whether a text stands as a scalar, or in one, anywhere below. Shared nodes are seen once. */
function mentions(root: Node | undefined, word: string): boolean {
  const seen = new Set<Node>();
  const open = root === undefined ? [] : [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.type === "scalar") {
      if (typeof node.value === "string" && node.value.includes(word)) return true;
    } else if (node.type === "seq") open.push(...node.items);
    else for (const { value } of node.entries.values()) open.push(value);
  }
  return false;
}
