import { wildcard } from "../wildcard.ts";

/** Kinds of pods, and of what makes them. */
const POD_KINDS = [
  "Pod",
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "Job",
  "CronJob",
];

export interface Selected {
  readonly policies: boolean;
  /** Namespaces, or pods and what makes them. */
  readonly labelled: boolean;
}

export const eitherSelected = (found: readonly Selected[]): Selected => ({
  policies: found.some(({ policies }) => policies),
  labelled: found.some(({ labelled }) => labelled),
});

/** What a kind as Kyverno takes it may mean: `NetworkPolicy`, `networking.k8s.io/v1/NetworkPolicy`, with wildcards. */
export function selectedByKind(pattern: string): Selected {
  const parts = pattern.split("/");
  // The kind is what begins with a capital; of wildcards alone, the last.
  const named = parts.findIndex((part) => /[A-Z]/.test(part));
  const at = named < 0 ? parts.length - 1 : named;
  const kind = wildcard((parts[at] ?? "").replace(/\..*$/, ""));
  const group = at > 1 ? wildcard(parts[at - 2] ?? "") : () => true;
  return {
    policies: kind("NetworkPolicy") && group("networking.k8s.io"),
    labelled:
      ["Namespace", ...POD_KINDS].some(kind) && (["", "apps", "batch"].some(group) || at < 2),
  };
}

/** What a rule of the admission API may mean, which names resources in the plural. */
export function selectedByResource(
  groups: readonly string[],
  resources: readonly string[],
): Selected {
  const inGroup = (group: string): boolean => groups.some((name) => name === "*" || name === group);
  const named = (...names: readonly string[]): boolean =>
    resources.some((resource) => {
      const [plural = ""] = resource.split("/");
      return plural === "*" || names.includes(plural);
    });
  return {
    policies: inGroup("networking.k8s.io") && named("networkpolicies"),
    labelled:
      ["", "apps", "batch"].some(inGroup) &&
      named("namespaces", ...POD_KINDS.map((kind) => `${kind.toLowerCase()}s`)),
  };
}
