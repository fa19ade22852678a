/** Objects of one API group that decide which manifests are applied, where, and to which namespaces. */
export interface Applier {
  readonly group: string;
  /** All kinds of the group unless given. */
  readonly kinds?: readonly string[];
  /** Fields of the spec that decide; all but harmless ones unless given. */
  readonly fields?: readonly string[];
  /** Fields of the spec that decide nothing, beside those that never do. */
  readonly harmless?: readonly string[];
  /** The labels of the object choose what is applied to the cluster that it stands for. */
  readonly labels?: boolean;
  /** What such an object makes anew cannot weaken what was there. */
  readonly onlyWhereItWas?: boolean;
}

const OCM = "open-cluster-management.io";

/** A kind of these groups that is not listed applies nothing, such as a HelmRepository. */
export const APPLIERS: readonly Applier[] = [
  {
    group: "kustomize.toolkit.fluxcd.io",
    kinds: ["Kustomization"],
    // The order of things, and what is waited for: in the end the same is applied.
    harmless: ["dependsOn", "healthChecks", "healthCheckExprs", "force", "images"],
  },
  {
    group: "source.toolkit.fluxcd.io",
    kinds: ["GitRepository", "OCIRepository", "Bucket"],
    fields: ["url", "ref", "suspend", "ignore", "include", "endpoint", "bucketName", "prefix"],
  },
  { group: "source.extensions.fluxcd.io" },
  { group: "fluxcd.controlplane.io", harmless: ["distribution", "cluster", "dependsOn"] },
  {
    group: "argoproj.io",
    kinds: ["Application"],
    harmless: ["info", "revisionHistoryLimit"],
  },
  { group: "argoproj.io", kinds: ["ApplicationSet"], harmless: ["strategy", "preservedFields"] },
  {
    group: "argoproj.io",
    kinds: ["AppProject"],
    harmless: ["description", "roles", "orphanedResources", "signatureKeys"],
  },
  {
    group: "argoproj.io",
    kinds: ["ArgoCD"],
    fields: ["resourceExclusions", "resourceInclusions", "extraConfig", "kustomizeBuildOptions"],
  },
  { group: "configsync.gke.io" },
  {
    group: "configmanagement.gke.io",
    kinds: ["ConfigManagement", "NamespaceSelector", "ClusterSelector", "HierarchyConfig", "Repo"],
  },
  { group: "clusterregistry.k8s.io", labels: true },
  { group: "fleet.cattle.io" },
  { group: "addons.cluster.x-k8s.io", kinds: ["ClusterResourceSet", "ClusterResourceSetBinding"] },
  {
    group: `policy.${OCM}`,
    kinds: ["PlacementBinding", "PolicySet", "PolicyGenerator"],
  },
  { group: `cluster.${OCM}`, labels: true },
  { group: `apps.${OCM}` },
  { group: "kappctrl.k14s.io" },
  { group: "packaging.carvel.dev", kinds: ["PackageInstall"] },
  { group: "hnc.x-k8s.io", kinds: ["HierarchyConfiguration", "HNCConfiguration"] },
  { group: "hnc.x-k8s.io", kinds: ["SubnamespaceAnchor"], onlyWhereItWas: true },
  {
    group: "capsule.clastix.io",
    kinds: ["Tenant"],
    fields: ["networkPolicies", "namespaceOptions", "podOptions"],
  },
  { group: "capsule.clastix.io", kinds: ["TenantResource", "GlobalTenantResource"] },
  { group: "policy.karmada.io" },
  { group: "config.projectsveltos.io" },
  { group: "gitops.kluctl.io" },
];

/** Fields by which no manifest comes or goes, at any depth. */
export const NEVER: ReadonlySet<string> = new Set([
  "interval",
  "retryInterval",
  "timeout",
  "wait",
  "pollInterval",
  "pollingInterval",
  "period",
  "syncPeriod",
  "tag",
  "newTag",
  "digest",
  "version",
]);

/** Annotations that stop an applier, or tell it where its manifests are. */
export const DECIDING_ANNOTATION =
  /^(?:kustomize\.toolkit\.fluxcd\.io\/reconcile|fluxcd\.controlplane\.io\/reconcile|argocd\.argoproj\.io\/skip-reconcile|apps\.open-cluster-management\.io\/.+|crossplane\.io\/paused)$/;

export const applierOf = (group: string, kind: string): Applier | undefined =>
  APPLIERS.find((applier) => applier.group === group && (applier.kinds?.includes(kind) ?? true));

const GROUPS = [...new Set(APPLIERS.map(({ group }) => group)), "helm.toolkit.fluxcd.io"];

/** Whether a text may hold one of them. */
export const namesApplier = (text: string): boolean => GROUPS.some((group) => text.includes(group));
