import type { Blame, PolicyPlace } from "../model/report.ts";
import type { Side, Span } from "../model/span.ts";
import { rangeOf } from "../policy/network-policy.ts";
import type { Addresses } from "../space/addresses.ts";
import { boxesAreDisjoint } from "../space/label-box.ts";
import type { Region } from "../space/region.ts";
import type { StringSet } from "../space/string-set.ts";
import type { World } from "../world/world.ts";
import { isWider, type FlowChange } from "./compare.ts";
import type { Isolation } from "./evaluator.ts";
import { explainIsolation } from "./explain-isolation.ts";
import { explainSelector } from "./explain-peer.ts";
import { explainRule, lostExceptions, partsOf, type Parts } from "./explain-rule.ts";
import { peerOf, subjectOf } from "./gains.ts";
import { sameAddedLabels, type MovedWorkload } from "./moved-workload.ts";
import type { PolicyLookup } from "./policy-lookup.ts";
import { isRejected, rejectedText, removedText } from "./removed-policy.ts";
import { sameSelector, type RuleLikeness } from "./rule-likeness.ts";

/** Why the flows changed: the places in both revisions, and one clause that says it. */
interface Explanation {
  readonly blame: Blame;
  readonly text: string;
}

/** Both revisions as blame needs them: what stood there. */
export interface Revisions {
  readonly base: World;
  readonly head: World;
  readonly policies: { readonly base: PolicyLookup; readonly head: PolicyLookup };
  /** Namespaces declared at both with other labels; found once, asked for every change. */
  readonly relabelled: () => StringSet;
  readonly likeness: RuleLikeness;
}

/**
 * The decision behind a change. What opens is written at head and was not at base; what closes is the
 * reverse, so the same search runs with the revisions swapped.
 */
export function explainChange(
  change: FlowChange,
  revisions: Revisions,
  regions: readonly Region[] = change.regions,
): Explanation {
  const { workload: moved, direction: side } = change;
  if (moved !== undefined)
    return {
      blame: { side, base: placeOfMove(moved, "base"), head: placeOfMove(moved, "head") },
      text: moveText(moved),
    };
  const opening = isWider(change.change);
  const { text, here, there } = partsOfChange(change, revisions, regions);
  const [base, head] = opening ? [there, here] : [here, there];
  const blame: Blame = {
    side,
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
  };
  return { blame, text };
}

function partsOfChange(
  change: FlowChange,
  revisions: Revisions,
  regions: readonly Region[],
): Parts {
  const { cause, direction } = change;
  const opening = isWider(change.change);
  // `to` allows the flows, `from` does not.
  const [to, from] = opening ? (["head", "base"] as const) : (["base", "head"] as const);
  if (cause.type === "rule") return partsOfRule(change, revisions, { to, from, regions });
  const isolation = isolationOf(cause.isolation, change, regions);
  if (isolation === undefined)
    return { text: "isolation changed", here: undefined, there: undefined };
  return explainIsolation({
    isolation,
    direction,
    opening,
    without: { side: to, world: revisions[to], policies: revisions.policies[to] },
    isolating: revisions.policies[from],
  });
}

/** The broadest policy that isolates these very pods. */
function isolationOf(
  isolation: readonly Isolation[],
  { direction }: FlowChange,
  regions: readonly Region[],
): Isolation | undefined {
  const [shown] = regions.map((region) => subjectOf(region, direction));
  if (shown?.type !== "pod") return isolation[0];
  let best: Isolation | undefined;
  for (const entry of isolation)
    if (
      !boxesAreDisjoint(entry.labels, shown.labels) &&
      (best === undefined || entry.labels.size < best.labels.size)
    )
      best = entry;
  return best;
}

interface RuleContext {
  readonly to: Side;
  readonly from: Side;
  readonly regions: readonly Region[];
}

function partsOfRule(
  { change, cause, direction }: FlowChange,
  revisions: Revisions,
  { to, from, regions }: RuleContext,
): Parts {
  if (cause.type !== "rule") return { text: "", here: undefined, there: undefined };
  const { allow } = cause;
  const { name, namespace } = allow.policy;
  const opening = isWider(change);
  const here = (allow.peer ?? allow.rule).span;
  const other = revisions.policies[from].find(namespace, name);
  if (other === undefined) {
    const text = isRejected(revisions[from], allow.policy)
      ? rejectedText(name, from)
      : `policy ${name} ${opening ? "added" : removedText(revisions.policies[from], allow.policy)}`;
    const isolating = opening ? revisions.policies.base.broadest(namespace)?.span : undefined;
    return { text, here, there: isolating };
  }
  const own = revisions.policies[to].find(namespace, name);
  if (own !== undefined && !sameSelector(own.podSelector, other.podSelector)) {
    const [base, head] = opening ? [other, own] : [own, other];
    const title = `podSelector of ${name}`;
    return partsOf(explainSelector(title, base.podSelector, head.podSelector), opening);
  }
  if (!other.policyTypes.includes(direction)) {
    const type = direction === "ingress" ? "Ingress" : "Egress";
    return {
      text: `policyTypes of ${name} ${opening ? "gained" : "lost"} ${type}`,
      here: own?.policyTypesSpan ?? here,
      there: other.policyTypesSpan,
    };
  }
  return (
    relabelled(
      regions.map((region) => peerOf(region, direction)),
      { to: revisions[to], from: revisions[from], names: revisions.relabelled() },
    ) ??
    explainRule({
      allow,
      own: own?.[direction] ?? [],
      other: other[direction],
      opening,
      regions,
      likeness: revisions.likeness,
    })
  );
}

/** The rule is the same; a namespace that it selects got or lost the labels it asks for. */
function relabelled(
  peers: readonly Region["source"][],
  { to, from, names }: { readonly to: World; readonly from: World; readonly names: StringSet },
): Parts | undefined {
  if (names.size === 0) return undefined;
  for (const peer of peers) {
    if (peer.type !== "pod" || peer.namespaces.type !== "known") continue;
    for (const name of peer.namespaces.names) {
      const now = to.namespaces.get(name);
      const before = from.namespaces.get(name);
      if (!names.has(name) || now === undefined || before === undefined) continue;
      return { text: `labels of namespace ${name} changed`, here: now.span, there: before.span };
    }
  }
  return undefined;
}

/** The namespaces that have other labels at the head than at the base. */
export function relabelledNamespaces(base: World, head: World): StringSet {
  const names = new Set<string>();
  for (const [name, now] of head.namespaces) {
    const before = base.namespaces.get(name);
    if (before === undefined || now === before) continue;
    if (JSON.stringify(now.labels) !== JSON.stringify(before.labels)) names.add(name);
  }
  return names;
}

/** Where a workload got what moved it: itself, its labels, or its hostNetwork. */
export function placeOfMove(moved: MovedWorkload, side: Side): Span {
  const workload = moved[side];
  const trait = traitOfMove(moved);
  if (trait === "namespace" || trait === "controller's labels") return workload.span;
  return moved.base.hostNetwork === moved.head.hostNetwork
    ? workload.labelsSpan
    : (workload.hostNetworkSpan ?? workload.labelsSpan);
}

/** What about a workload changed. */
export function traitOfMove({
  base,
  head,
  namespace,
  from,
}: MovedWorkload):
  | "namespace"
  | "hostNetwork"
  | "named ports"
  | "pod labels"
  | "controller's labels" {
  if (from !== namespace) return "namespace";
  if (base.hostNetwork !== head.hostNetwork) return "hostNetwork";
  if (JSON.stringify(base.labels) !== JSON.stringify(head.labels)) return "pod labels";
  return sameAddedLabels(base, head) ? "named ports" : "controller's labels";
}

function moveText(moved: MovedWorkload): string {
  const former = formerName(moved);
  const was = former === undefined ? "" : ` (was ${former})`;
  return `${traitOfMove(moved)} of ${moved.head.kind} ${moved.head.name}${was} changed`;
}

/** What a workload was called or where it was before; undefined where it kept kind, name and namespace. */
export function formerName({ base, head, namespace, from }: MovedWorkload): string | undefined {
  // Only one of the same kind and name is known for another one's former self across namespaces.
  if (from !== namespace) return `in ${from}`;
  return base.kind === head.kind && base.name === head.name
    ? undefined
    : `${base.kind} ${base.name}`;
}

/** The ranges that a rule's address peer excepts in one revision only: their flows are a row of their own. */
export function exceptionsBehind(
  change: FlowChange,
  { policies, likeness }: Revisions,
): readonly Addresses[] {
  if (change.cause.type !== "rule") return [];
  const { peer, policy } = change.cause.allow;
  if (peer?.type !== "ipBlock") return [];
  const from = isWider(change.change) ? policies.base : policies.head;
  const rules = from.find(policy.namespace, policy.name)?.[change.direction] ?? [];
  return rules
    .flatMap((rule) => lostExceptions(peer, likeness.peersOf(rule)))
    .map(({ cidr }) => rangeOf(cidr));
}

/** The policies that still block a masked flow. */
export const placesOf = (isolation: readonly Isolation[]): readonly PolicyPlace[] => {
  const places = new Map(
    isolation.map(({ policy: { ref } }) => [
      `${ref.namespace}/${ref.name}/${ref.span.path}/${ref.span.startLine}`,
      { namespace: ref.namespace, name: ref.name, span: ref.span },
    ]),
  );
  return [...places.values()];
};
