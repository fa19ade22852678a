import { listFirst } from "../model/list-first.ts";
import type { Finding } from "../model/report.ts";
import type { SideComparison } from "../reach/compare.ts";
import { lostIsolation } from "../reach/gains.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import { workloadIdentity } from "../reach/pair-workloads.ts";
import { boxMatches, intersectBoxes } from "../space/label-box.ts";
import type { PlacedPolicy, PlacedWorkload, World } from "../world/world.ts";
import type { DiffFacts, Retired } from "./diff-facts.ts";
import { placeOfGain } from "./places.ts";
import { findingOf } from "./rules.ts";

interface Question {
  readonly base: World;
  readonly head: World;
  /** Whether something that nobody sees may make pods of a namespace. */
  readonly mayHaveOtherPods: (namespace: string) => boolean;
}

/**
 * Isolation that went with the application that it was for: each policy that is missed named its pods by a label,
 * the workloads that it selected are gone, no workload came, and no pod of the repository is left that it would
 * select. Nobody is less isolated then. Undefined where the evidence does not say so: in a repository of policies
 * there is none.
 */
function retiredBy(side: SideComparison, question: Question): Retired | undefined {
  const { base, head, mayHaveOtherPods } = question;
  const { namespace } = side;
  if (side.workload !== undefined || side.verdict === "unknown") return undefined;
  const lost = lostIsolation(side.base, side.head);
  // Whatever a rule opens is not explained by what is gone.
  if (lost.length === 0 || side.gains.some(({ cause }) => cause.type !== "isolation"))
    return undefined;
  const known = new Set(base.workloads.map(workloadIdentity));
  const stays = new Set(head.workloads.map(workloadIdentity));
  if ([...stays].some((identity) => !known.has(identity))) return undefined;
  const left = new Set(
    head.policies.flatMap((placed) => (placed.namespace === namespace ? [placed.policy.name] : [])),
  );
  const isHere = (placed: PlacedPolicy, name: string): boolean =>
    placed.namespace === namespace && placed.policy.name === name;
  const ofNamespace = (world: World): readonly PlacedWorkload[] =>
    world.workloads.filter((placed) => placed.namespace === namespace);
  const retired = new Set<PlacedWorkload>();
  for (const { labels, policy } of side.base.isolation) {
    if (!lost.some((box) => intersectBoxes(box, labels) !== undefined)) continue;
    const selects = ({ workload }: PlacedWorkload): boolean => boxMatches(labels, workload.labels);
    const before = ofNamespace(base).filter(selects);
    const isEvident =
      base.policies.filter((placed) => isHere(placed, policy.ref.name)).every(namesItsPods) &&
      !left.has(policy.ref.name) &&
      before.length > 0 &&
      !before.some((placed) => stays.has(workloadIdentity(placed))) &&
      !ofNamespace(head).some(selects);
    if (!isEvident) return undefined;
    for (const placed of before) retired.add(placed);
  }
  return retired.size === 0 || mayHaveOtherPods(namespace) ? undefined : [...retired];
}

/** A selector for everything, or for all but some, is for no application. */
const namesItsPods = ({ policy }: PlacedPolicy): boolean =>
  policy.podSelector.requirements.some(({ operator }) => operator === "In");

/** The retired workloads by side, for those sides that lost nothing else. */
export function retiredSides(
  facts: Pick<DiffFacts, "base" | "head" | "comparison" | "states">,
  mayHaveOtherPods: Question["mayHaveOtherPods"],
): ReadonlyMap<SideComparison, Retired> {
  const { base, head, comparison, states } = facts;
  return new Map(
    comparison.sides.flatMap((side) => {
      if (states.get(side.namespace) !== "kept") return [];
      const retired = retiredBy(side, { base, head, mayHaveOtherPods });
      return retired === undefined ? [] : [[side, retired] as const];
    }),
  );
}

/** What is not reported as lost, and why. */
export function checkRetired(facts: DiffFacts): readonly Finding[] {
  return [...facts.retired].map(([side, retired]) => {
    const { namespace, direction } = side;
    const names = retired.map(({ workload: { kind, name } }) => `${kind} ${name}`);
    return findingOf("NP004", {
      scope: facts.scope,
      namespace,
      message: `no policy isolates ${direction} of ${listFirst(SHOWN, names)} in ${namespaceLabel(namespace)} any more: gone together with what selected nothing else`,
      ...placeOfGain(side, facts),
    });
  });
}

const SHOWN = 3;
