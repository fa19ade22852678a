import type { Finding } from "../model/report.ts";
import type { PlacedPolicy } from "../world/world.ts";
import type { DiffFacts } from "./facts.ts";
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
  return [
    ...changed.flatMap((placed) => missing(placed, facts)),
    ...[...changed, ...orphaned(facts, new Set(changed))].flatMap((placed) =>
      undeclared(placed, facts),
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

function missing(
  { policy, namespace }: PlacedPolicy,
  { scope, base }: DiffFacts,
): readonly Finding[] {
  if (policy.namespace !== undefined || namespace !== "") return [];
  const same = base.policies.find((other) => other.policy.name === policy.name);
  // A policy that never had a namespace is written to be applied with one.
  if (same !== undefined && same.policy.namespace === undefined) return [];
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
function undeclared({ policy, namespace }: PlacedPolicy, facts: DiffFacts): readonly Finding[] {
  const { scope, base, head } = facts;
  if (namespace === "" || head.namespaces.size === 0 || head.namespaces.has(namespace)) return [];
  if (
    !base.namespaces.has(namespace) &&
    base.policies.some((other) => other.namespace === namespace)
  )
    return [];
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

function definedTwice(
  changed: readonly PlacedPolicy[],
  { scope, policies }: DiffFacts,
): readonly Finding[] {
  const reported = new Set<string>();
  return changed.flatMap(({ policy, namespace }) => {
    const key = `${namespace}/${policy.name}`;
    const other = policies.head
      .all(namespace, policy.name)
      .find((same) => same !== policy && contentOf(same) !== contentOf(policy));
    if (other === undefined || reported.has(key)) return [];
    reported.add(key);
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
