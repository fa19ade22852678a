import type { NetworkPolicy } from "../model/policy.ts";
import type { Finding } from "../model/report.ts";
import { policyKey, type PlacedPolicy } from "../world/world.ts";
import type { DiffFacts } from "./diff-facts.ts";
import { contentOf } from "../scope/policy-content.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import { findingOf } from "./rules.ts";

/** Changed policies that land somewhere else than their author may think. */
export function checkPlacement(facts: DiffFacts): readonly Finding[] {
  const before = new Set(facts.base.policies.map(({ policy }) => policy));
  const moved = facts.head.policies.filter(({ policy }) => !before.has(policy));
  const kept = new Set(facts.head.policies.map(({ policy }) => policy));
  const gone = facts.base.policies.filter(({ policy }) => !kept.has(policy));
  const contents = new Set(gone.map(({ policy }) => contentOf(policy)));
  const changed = moved.filter(({ policy }) => !contents.has(contentOf(policy)));
  const earlier = indexEarlier(facts);
  return [
    ...changed.flatMap((placed) => missing(placed, facts, earlier)),
    ...[...changed, ...orphaned(facts, new Set(changed))].flatMap((placed) =>
      undeclared(placed, facts, earlier),
    ),
    ...definedTwice(changed, facts),
  ];
}

/** Policies that stay as they are in a namespace whose manifest is gone or renamed. */
const orphaned = (
  { base, head }: DiffFacts,
  changed: ReadonlySet<PlacedPolicy>,
): readonly PlacedPolicy[] =>
  head.policies.filter(
    (placed) =>
      !changed.has(placed) &&
      base.namespaces.has(placed.namespace) &&
      !head.namespaces.has(placed.namespace),
  );

/** The policies at base, as far as later ones are compared with them. */
interface Earlier {
  readonly byName: ReadonlyMap<string, NetworkPolicy>;
  readonly namespaces: ReadonlySet<string>;
}

function indexEarlier({ base }: DiffFacts): Earlier {
  const byName = new Map<string, NetworkPolicy>();
  for (const { policy } of base.policies)
    if (!byName.has(policy.name)) byName.set(policy.name, policy);
  return { byName, namespaces: new Set(base.policies.map(({ namespace }) => namespace)) };
}

function missing(
  { policy, namespace }: PlacedPolicy,
  { scope, kustomized }: DiffFacts,
  { byName }: Earlier,
): readonly Finding[] {
  if (policy.namespace !== undefined || namespace !== "") return [];
  const same = byName.get(policy.name);
  // A policy that never had a namespace is written to be applied with one.
  if (same !== undefined && same.namespace === undefined) return [];
  if (same === undefined && kustomized(policy.span.path)) return [];
  const lost = same === undefined ? "" : `; before, it was in ${same.namespace}`;
  return [
    findingOf("NP025", {
      scope,
      message: `NetworkPolicy ${policy.name} names no namespace${lost}`,
      location: policy.span,
      side: "head",
    }),
  ];
}

/** Only where the scope declares namespaces at all: most repositories of policies declare none. */
function undeclared(
  { policy, namespace }: PlacedPolicy,
  { scope, base, head }: DiffFacts,
  earlier: Earlier,
): readonly Finding[] {
  if (namespace === "" || head.namespaces.size === 0 || head.namespaces.has(namespace)) return [];
  if (!base.namespaces.has(namespace) && earlier.namespaces.has(namespace)) return [];
  return [
    findingOf("NP026", {
      scope,
      namespace,
      message: `NetworkPolicy ${policy.name} is for namespace ${namespace}, which no manifest declares`,
      location: policy.span,
      side: "head",
    }),
  ];
}

/** Policies of one name in one namespace that do not say the same; each name is looked at once. */
function definedTwice(
  changed: readonly PlacedPolicy[],
  { scope, policies }: DiffFacts,
): readonly Finding[] {
  const seen = new Set<string>();
  return changed.flatMap(({ policy, namespace }) => {
    const key = policyKey(namespace, policy.name);
    if (seen.has(key)) return [];
    seen.add(key);
    const content = contentOf(policy);
    const other = policies.head
      .all(namespace, policy.name)
      .find((same) => same !== policy && contentOf(same) !== content);
    if (other === undefined) return [];
    const { path, startLine } = other.span;
    return [
      findingOf("NP027", {
        scope,
        namespace,
        message: `NetworkPolicy ${policy.name} in ${namespaceLabel(namespace)} is defined here and in ${path}:${startLine}; both were evaluated`,
        location: policy.span,
        side: "head",
      }),
    ];
  });
}
