import type { WorkloadKind } from "../model/workload.ts";

/** Served by Calico's API server and as its CRDs, under two groups. */
const CALICO_KINDS: readonly string[] = [
  "NetworkPolicy",
  "GlobalNetworkPolicy",
  "StagedNetworkPolicy",
  "StagedGlobalNetworkPolicy",
  "StagedKubernetesNetworkPolicy",
  "Tier",
  "NetworkSet",
  "GlobalNetworkSet",
  "HostEndpoint",
  "Profile",
];

/** Policy kinds beside `networking.k8s.io` NetworkPolicy, by API group: other engines, other rules. */
export const FOREIGN_POLICY_KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["projectcalico.org", CALICO_KINDS],
  ["crd.projectcalico.org", CALICO_KINDS],
  [
    "cilium.io",
    [
      "CiliumNetworkPolicy",
      "CiliumClusterwideNetworkPolicy",
      "CiliumCIDRGroup",
      "CiliumLocalRedirectPolicy",
    ],
  ],
  [
    "policy.networking.k8s.io",
    ["AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"],
  ],
  ["crd.antrea.io", ["NetworkPolicy", "ClusterNetworkPolicy", "Tier", "Group", "ClusterGroup"]],
  ["k8s.ovn.org", ["EgressFirewall"]],
  ["network.openshift.io", ["EgressNetworkPolicy"]],
  ["k8s.cni.cncf.io", ["MultiNetworkPolicy"]],
  ["networking.gke.io", ["FQDNNetworkPolicy"]],
  ["networking.k8s.aws", ["ClusterNetworkPolicy", "ApplicationNetworkPolicy"]],
  // No longer served since Kubernetes 1.16.
  ["extensions", ["NetworkPolicy"]],
]);

/** Kinds that make other objects, by API group. They count as policies where they hold one. */
export const CARRIER_KINDS: ReadonlyMap<string, readonly string[]> = new Map([
  ["kyverno.io", ["ClusterPolicy", "Policy"]],
  ["policies.kyverno.io", ["GeneratingPolicy", "NamespacedGeneratingPolicy"]],
  ["template.openshift.io", ["Template"]],
  // Template before it had a group of its own.
  ["", ["Template"]],
  ["hive.openshift.io", ["SyncSet", "SelectorSyncSet"]],
  ["work.open-cluster-management.io", ["ManifestWork", "ManifestWorkReplicaSet"]],
  ["policy.open-cluster-management.io", ["Policy", "ConfigurationPolicy"]],
  ["kubernetes.crossplane.io", ["Object"]],
  ["apiextensions.crossplane.io", ["Composition"]],
  ["kro.run", ["ResourceGraphDefinition"]],
  ["capsule.clastix.io", ["TenantResource", "GlobalTenantResource"]],
  ["redhatcop.redhat.io", ["NamespaceConfig", "GroupConfig", "UserConfig", "Patch"]],
  ["kappctrl.k14s.io", ["App"]],
  ["fleet.cattle.io", ["Bundle"]],
]);

/** Workload kinds with the apiVersions that serve or served them. */
export const WORKLOAD_API_VERSIONS: Readonly<Record<WorkloadKind, readonly string[]>> = {
  Pod: ["v1"],
  ReplicationController: ["v1"],
  Deployment: ["apps/v1", "apps/v1beta2", "apps/v1beta1", "extensions/v1beta1"],
  StatefulSet: ["apps/v1", "apps/v1beta2", "apps/v1beta1"],
  DaemonSet: ["apps/v1", "apps/v1beta2", "extensions/v1beta1"],
  ReplicaSet: ["apps/v1", "apps/v1beta2", "extensions/v1beta1"],
  Job: ["batch/v1"],
  CronJob: ["batch/v1", "batch/v1beta1", "batch/v2alpha1"],
};

/** The groups of these: what stands there in another version is served by nobody. */
export const WORKLOAD_GROUPS: readonly string[] = ["", "apps", "batch", "extensions"];

/** Any kind of this form is a policy of some engine, known or not. */
export const POLICY_KIND = /^[A-Za-z]*NetworkPolicy$/;

/** Kinds whose names are everyday words, RBAC's `Group` among them. */
const COMMON_WORDS: ReadonlySet<string> = new Set(["Group", "Profile", "Tier"]);

/** Carriers are left out: one that holds a policy holds its name too. */
const HINTS: readonly string[] = [
  ...new Set([
    ...[...FOREIGN_POLICY_KINDS.values()].flat().filter((kind) => !COMMON_WORDS.has(kind)),
    ...Object.keys(WORKLOAD_API_VERSIONS),
    "Namespace",
  ]),
];

const HINT_WORDS = new RegExp(`\\b([A-Za-z]*NetworkPolicy|${HINTS.join("|")})(?:List)?\\b`, "g");

/** The policy, namespace and workload kinds that stand as words in a text, sorted. */
export function kindHints(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, kind] of text.matchAll(HINT_WORDS)) if (kind !== undefined) found.add(kind);
  return [...found].toSorted();
}

/** For text too large to search: it may hold any of them. */
export const ALL_KIND_HINTS: readonly string[] = HINTS.toSorted();
