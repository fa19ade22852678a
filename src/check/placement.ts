import { posix } from "node:path";
import { groupBy } from "../model/group-by.ts";
import { lazily } from "../model/lazily.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import type { Finding } from "../model/report.ts";
import { policyKey, type PlacedPolicy, type World } from "../world/world.ts";
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
  /** Those of one name. */
  readonly named: (name: string) => readonly PlacedPolicy[];
  readonly namespaces: ReadonlySet<string>;
}

function indexEarlier({ base }: DiffFacts): Earlier {
  const byName = lazily(() => groupBy(base.policies, ({ policy }) => policy.name));
  return {
    named: (name) => byName().get(name) ?? [],
    namespaces: new Set(base.policies.map(({ namespace }) => namespace)),
  };
}

function missing(
  { policy, namespace }: PlacedPolicy,
  { scope, kustomized, policies }: DiffFacts,
  { named }: Earlier,
): readonly Finding[] {
  if (policy.namespace !== undefined || namespace !== "") return [];
  const same = named(policy.name);
  // A policy that never had a namespace is written to be applied with one.
  if (same.some((earlier) => earlier.policy.namespace === undefined)) return [];
  const isLeft = (earlier: PlacedPolicy): boolean =>
    policies.head.all(earlier.namespace, policy.name).length === 0;
  const was = same.find(isLeft);
  if (was === undefined && kustomized(policy.span.path)) return [];
  const folder = posix.dirname(policy.span.path);
  const beside = same.find(({ policy: { span } }) => posix.dirname(span.path) === folder);
  const what =
    was !== undefined
      ? `; before, it was in ${was.namespace}`
      : beside !== undefined
        ? `; applied to ${beside.namespace}, it would replace the one of ${placeOf(beside)}`
        : "";
  return [missingNamespace(policy, scope, what)];
}

const placeOf = ({ policy: { span } }: PlacedPolicy): string => `${span.path}:${span.startLine}`;

/** Only where the scope declares namespaces at all: most repositories of policies declare none. */
function undeclared(
  placed: PlacedPolicy,
  { scope, base, head }: DiffFacts,
  earlier: Earlier,
): readonly Finding[] {
  const { namespace } = placed;
  if (namespace === "" || head.namespaces.size === 0 || head.namespaces.has(namespace)) return [];
  if (!base.namespaces.has(namespace) && earlier.namespaces.has(namespace)) return [];
  return [undeclaredNamespace(placed, scope)];
}

/** The policies of one revision that land somewhere else than their author may think. */
export function scanPlacement({
  scope,
  world: { policies, namespaces },
  kustomized,
}: {
  readonly scope: string;
  readonly world: World;
  readonly kustomized: (path: string) => boolean;
}): readonly Finding[] {
  const unnamed = policies.filter(
    ({ policy, namespace }) =>
      policy.namespace === undefined && namespace === "" && !kustomized(policy.span.path),
  );
  const undeclaredOnes = policies.filter(
    ({ namespace }) => namespace !== "" && namespaces.size > 0 && !namespaces.has(namespace),
  );
  const byKey = groupBy(policies, ({ policy, namespace }) => policyKey(namespace, policy.name));
  return [
    ...unnamed.map(({ policy }) => missingNamespace(policy, scope)),
    ...undeclaredOnes.map((placed) => undeclaredNamespace(placed, scope)),
    ...[...byKey.values()].flatMap(([first, ...more]) => {
      if (first === undefined) return [];
      const other = more.find(({ policy }) => isOther(policy, first.policy));
      return other === undefined ? [] : [twice(first, { other: other.policy, scope })];
    }),
  ];
}

const isOther = (a: NetworkPolicy, b: NetworkPolicy): boolean => contentOf(a) !== contentOf(b);

const missingNamespace = (policy: NetworkPolicy, scope: string, more = ""): Finding =>
  findingOf("NP025", {
    scope,
    message: `NetworkPolicy ${policy.name} names no namespace${more}`,
    location: policy.span,
    side: "head",
  });

const undeclaredNamespace = ({ policy, namespace }: PlacedPolicy, scope: string): Finding =>
  findingOf("NP026", {
    scope,
    namespace,
    message: `NetworkPolicy ${policy.name} is for namespace ${namespace}, which no manifest declares`,
    location: policy.span,
    side: "head",
  });

const twice = (
  { policy, namespace }: PlacedPolicy,
  { other, scope }: { readonly other: NetworkPolicy; readonly scope: string },
): Finding =>
  findingOf("NP027", {
    scope,
    namespace,
    message: `NetworkPolicy ${policy.name} in ${namespaceLabel(namespace)} is defined here and in ${other.span.path}:${other.span.startLine}, and nobody knows which of the two is applied last and wins`,
    location: policy.span,
    side: "head",
  });

/** Policies of one name in one namespace that do not say the same; each name is looked at once. */
function definedTwice(
  changed: readonly PlacedPolicy[],
  { scope, policies }: DiffFacts,
): readonly Finding[] {
  const seen = new Set<string>();
  return changed.flatMap((placed) => {
    const { policy, namespace } = placed;
    const key = policyKey(namespace, policy.name);
    if (seen.has(key)) return [];
    seen.add(key);
    const other = policies.head
      .all(namespace, policy.name)
      .find((same) => same !== policy && isOther(same, policy));
    return other === undefined ? [] : [twice(placed, { other, scope })];
  });
}
