import type { ManifestObject } from "../model/object.ts";

/** Kinds that decide nothing by themselves: named sets, order, previews, networks that are not the pods' own. */
const SILENT: ReadonlySet<string> = new Set([
  "NetworkSet",
  "GlobalNetworkSet",
  "Tier",
  "Group",
  "ClusterGroup",
  "CiliumCIDRGroup",
  "StagedNetworkPolicy",
  "StagedGlobalNetworkPolicy",
  "StagedKubernetesNetworkPolicy",
  "MultiNetworkPolicy",
]);

/** Kinds that concern the pods of their own namespace and no others. */
const CONFINED: ReadonlySet<string> = new Set([
  "NetworkPolicy",
  "CiliumNetworkPolicy",
  "CiliumLocalRedirectPolicy",
  "EgressFirewall",
  "EgressNetworkPolicy",
  "FQDNNetworkPolicy",
  "ApplicationNetworkPolicy",
]);

/** Whose traffic a policy of another engine can decide. */
export function foreignReach({
  kind,
}: Pick<ManifestObject, "kind">): "nobody" | "its namespace" | "everybody" {
  if (SILENT.has(kind)) return "nobody";
  return CONFINED.has(kind) ? "its namespace" : "everybody";
}
