import type { Node } from "../model/node.ts";
import type { ManifestObject } from "../model/object.ts";
import type { WorkloadKind } from "../model/workload.ts";
import { groupOf } from "./api-version.ts";
import {
  CARRIER_KINDS,
  FOREIGN_POLICY_KINDS,
  POLICY_KIND,
  WORKLOAD_API_VERSIONS,
  WORKLOAD_GROUPS,
} from "./kinds.ts";
import { isMisspeltPolicy } from "./misspelt-policy.ts";

export type ObjectClass =
  | "network-policy"
  | "namespace"
  | "workload"
  | "service"
  | "foreign-policy"
  | "other";

/**
 * What an object means for the review, by API group and kind together: NetworkPolicy is a kind of five
 * groups at least. A policy of an engine nobody listed is still a policy, so the name decides for
 * unknown groups.
 */
export function classifyObject(object: ManifestObject): ObjectClass {
  const { apiVersion, kind } = object;
  const group = groupOf(apiVersion);
  if (kind === "NetworkPolicy" && (group === "networking.k8s.io" || group === ""))
    return "network-policy";
  // Nothing that a server has: decoding it says so.
  if (isMisspeltPolicy(object)) return "network-policy";
  if (kind === "Namespace" && group === "") return "namespace";
  if (kind === "Service" && apiVersion === "v1") return "service";
  if (isWorkloadKind(kind) && WORKLOAD_API_VERSIONS[kind].includes(apiVersion)) return "workload";
  if (FOREIGN_POLICY_KINDS.get(group)?.includes(kind) === true || POLICY_KIND.test(kind))
    return "foreign-policy";
  if (CARRIER_KINDS.get(group)?.includes(kind) === true && holdsPolicy(object.node))
    return "foreign-policy";
  return holdsPodTemplate(object) ? "workload" : "other";
}

/**
 * Whether a kind makes pods as a Deployment does: a Rollout of Argo, a DeploymentConfig, a CloneSet, a Service of
 * Knative. There are too many to list, and the template at the usual place says what its pods are.
 */
function holdsPodTemplate({ node }: Pick<ManifestObject, "node">): boolean {
  const containers = ["spec", "template", "spec", "containers"].reduce<Node | undefined>(
    (found, key) => (found?.type === "map" ? found.entries.get(key)?.value : undefined),
    node,
  );
  return containers?.type === "seq" && containers.items.length > 0;
}

/** A workload of Kubernetes itself, in whatever version. */
export const isCoreWorkload = ({
  apiVersion,
  kind,
}: Pick<ManifestObject, "apiVersion" | "kind">): boolean =>
  isWorkloadKind(kind) && WORKLOAD_GROUPS.includes(groupOf(apiVersion));

export const isWorkloadKind = (kind: string): kind is WorkloadKind =>
  Object.hasOwn(WORKLOAD_API_VERSIONS, kind);

/**
 * Whether a `kind` below a node is a policy kind, or a CEL expression names one. Nodes are shared by
 * aliases, so each is seen once.
 */
function holdsPolicy(root: Node): boolean {
  const seen = new Set<Node>();
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.type === "seq") for (const item of node.items) open.push(item);
    if (node.type !== "map") continue;
    for (const [key, { value }] of node.entries) {
      if (namesPolicy(key, value)) return true;
      if (key === "cloneList" && copiesPolicies(value)) return true;
      open.push(value);
    }
  }
  return false;
}

const POLICY_TEXT = /\bkind["']?\s*:\s*["']?[A-Za-z]*NetworkPolicy\b/;

/** Kyverno lists the kinds that it copies in the form `networking.k8s.io/v1/NetworkPolicy`. */
function copiesPolicies(list: Node): boolean {
  const kinds = list.type === "map" ? list.entries.get("kinds")?.value : undefined;
  return (
    kinds?.type === "seq" &&
    kinds.items.some(
      (kind) => kind.type === "scalar" && POLICY_KIND.test(String(kind.value).replace(/^.*\//, "")),
    )
  );
}

function namesPolicy(key: string, value: Node): boolean {
  if (value.type !== "scalar" || typeof value.value !== "string") return false;
  if (key === "kind") return POLICY_KIND.test(value.value);
  if (key === "expression") return /NetworkPolicy\b/.test(value.value);
  // A manifest, or a template of one, as text.
  return POLICY_TEXT.test(value.value);
}
