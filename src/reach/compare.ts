import { podLabels } from "../model/added-labels.ts";
import { lazily } from "../model/lazily.ts";
import { DIRECTIONS, type Direction } from "../model/policy.ts";
import { createDirectory } from "../policy/namespace-directory.ts";
import { podsIn, type Endpoint } from "../space/endpoint.ts";
import { ANY_LABELS, boxMatches, sameBox } from "../space/label-box.ts";
import { type Region } from "../space/region.ts";
import { createBudget, TooComplex, type Budget } from "../space/too-complex.ts";
import { namespaceLabelsOf, type PlacedWorkload, type World } from "../world/world.ts";
import { findChangedNamespaces } from "./changed-namespaces.ts";
import type { LabelDoubt } from "./label-doubts.ts";
import {
  createEvaluator,
  type Evaluator,
  type Isolation,
  type NamespaceSide,
} from "./evaluator.ts";
import { computeGains, everyone, type Gain, type GainCause } from "./gains.ts";
import { joinSides } from "./join-sides.ts";
import { findMovedWorkloads, viewOfWorkload, type MovedWorkload } from "./moved-workload.ts";
import { asksForAddedLabels } from "./added-labels.ts";
import { applyOtherSide } from "./other-side.ts";

export interface CompareOptions {
  /** The assumption on `ipBlock` and pod addresses. */
  readonly ipBlockMatchesPods: boolean;
}

/** `masked`: wider on one side, and the other blocks. `masked-closed`: narrower on one, and the other blocked. */
export type ChangeKind = "opened" | "closed" | "masked" | "masked-closed";

/** Whether the side that changed allows more at head, so that the head holds what the change is about. */
export const isWider = (change: ChangeKind): boolean => change === "opened" || change === "masked";

/** Flows that changed for one cause: a rule, or isolation that came or went. */
export interface FlowChange {
  readonly change: ChangeKind;
  readonly namespace: string;
  readonly direction: Direction;
  readonly cause: GainCause;
  readonly regions: readonly Region[];
  /** Masked flows only: the policies of the other end that still block, or that blocked at base. */
  readonly blockedBy: readonly Isolation[];
  /** Set where the change of the other side was needed, too. */
  readonly also?: Pick<FlowChange, "namespace" | "direction" | "cause">;
  /** Set where the flows are those of one workload whose labels, ports or network changed. */
  readonly workload?: MovedWorkload;
}

type SideVerdict = "unchanged" | "more-open" | "less-open" | "incomparable" | "unknown";

/** One direction of one namespace (or of one moved workload) at both revisions. */
export interface SideComparison {
  readonly namespace: string;
  readonly direction: Direction;
  readonly base: NamespaceSide;
  readonly head: NamespaceSide;
  /** What the side alone allows at head and not at base, whatever the other end says. */
  readonly gains: readonly Gain[];
  readonly verdict: SideVerdict;
  readonly workload?: MovedWorkload;
}

export interface Comparison {
  readonly sides: readonly SideComparison[];
  readonly changes: readonly FlowChange[];
  /** Sides on which equal rules need not mean equal flows. */
  readonly doubts: readonly LabelDoubt[];
  readonly base: Evaluator;
  readonly head: Evaluator;
}

/**
 * Which flows the change opens and closes. A flow is allowed iff both sides allow it, so
 * opened = (gains of ingress, cut by egress at head) and (gains of egress, cut by ingress at head).
 */
export function compareWorlds(base: World, head: World, options: CompareOptions): Comparison {
  const evaluators = {
    base: evaluatorOf(base, head, options),
    head: evaluatorOf(head, base, options),
  };
  const changed = findChangedNamespaces(base, head, {
    base: evaluators.base.directory,
    head: evaluators.head.directory,
  });
  const spend = createBudget(MAX_WORK);
  const common = { ...evaluators, spend, keysDecide: !changed.labelsMatter };
  const results = [...changed.names]
    .toSorted()
    .flatMap((namespace) =>
      DIRECTIONS.map((direction) => compareSide({ ...common, namespace, direction })),
    );
  const isolated = ({ workload, namespace }: PlacedWorkload): number =>
    DIRECTIONS.filter((direction) =>
      evaluators.base
        .side(namespace, direction)
        .isolation.some(({ labels }) => boxMatches(labels, podLabels(workload))),
    ).length;
  const tellsAddedLabels = lazily(() => [base, head].some(asksForAddedLabels));
  const moves = { isolated, tellsAddedLabels };
  for (const moved of findMovedWorkloads(base.workloads, head.workloads, moves))
    results.push(...compareMoved(moved, { ...evaluators, spend }));
  return {
    ...evaluators,
    sides: results.map(({ side }) => side),
    changes: joinSides(results.flatMap(({ changes }) => changes)),
    doubts: changed.doubts,
  };
}

const evaluatorOf = (world: World, other: World, options: CompareOptions): Evaluator =>
  createEvaluator(world, {
    directory: createDirectory(namespaceLabelsOf(world, other)),
    ipBlockMatchesPods: options.ipBlockMatchesPods,
  });

/** Comparisons of regions, each some microseconds; of one side, so that one namespace does not use up all. */
const MAX_WORK = 8_000_000;
const MAX_WORK_OF_SIDE = 3_000_000;

interface SideResult {
  readonly side: SideComparison;
  readonly changes: readonly FlowChange[];
}

interface SideTask {
  readonly namespace: string;
  readonly direction: Direction;
  readonly base: Evaluator;
  readonly head: Evaluator;
  readonly spend: Budget;
  readonly keysDecide: boolean;
  readonly workload?: MovedWorkload;
  /** Set where the answer is about these peers only. */
  readonly peers?: readonly Endpoint[];
}

function compareSide(task: SideTask): SideResult {
  const { namespace, direction, keysDecide } = task;
  const spend = createBudget(MAX_WORK_OF_SIDE, task.spend);
  const base = task.base.side(namespace, direction);
  const head = task.head.side(namespace, direction);
  const common = {
    namespace,
    direction,
    ...(task.workload === undefined ? {} : { workload: task.workload }),
  };
  let gains: readonly Gain[] = [];
  try {
    // The report asks for these; what is too complex has to show here.
    if (task.workload === undefined) for (const side of [base, head]) side.free();
    const peers = task.peers ?? everyone(task.head);
    const pair = { namespace, direction, keysDecide, peers, spend };
    gains = computeGains({ ...pair, from: base, to: head, evaluator: task.head });
    const losses = computeGains({ ...pair, from: head, to: base, evaluator: task.base });
    const changes: FlowChange[] = [];
    const add = (kinds: readonly [ChangeKind, ChangeKind], gain: Gain, world: Evaluator): void => {
      const { cause, whole } = gain;
      const { allowed, blocked } = applyOtherSide(whole, direction, world, spend);
      const [change, masked] = kinds;
      if (allowed.length > 0)
        changes.push({ ...common, change, cause, regions: allowed, blockedBy: [] });
      if (blocked.length > 0)
        changes.push({
          ...common,
          change: masked,
          cause,
          regions: blocked.map(({ region }) => region),
          blockedBy: [...new Set(blocked.flatMap(({ by }) => by))],
        });
    };
    for (const gain of gains) add(["opened", "masked"], gain, task.head);
    for (const loss of losses) add(["closed", "masked-closed"], loss, task.base);
    const verdict = verdictOf(gains.length > 0, losses.length > 0);
    return { side: { ...common, base, head, gains, verdict }, changes };
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    // What this side alone gained may be known all the same, and is what the gates look at.
    return { side: { ...common, base, head, gains, verdict: "unknown" }, changes: [] };
  }
}

const verdictOf = (more: boolean, less: boolean): SideVerdict =>
  more ? (less ? "incomparable" : "more-open") : less ? "less-open" : "unchanged";

/** Flows of one workload that moved from one cell to another: its own sides, and the rules of others. */
function compareMoved(
  moved: MovedWorkload,
  world: { readonly base: Evaluator; readonly head: Evaluator; readonly spend: Budget },
): readonly SideResult[] {
  const base = viewOfWorkload(world.base, moved, "base");
  const head = viewOfWorkload(world.head, moved, "head");
  const { spend } = world;
  return DIRECTIONS.flatMap((direction) => {
    const others = new Set([...base.isolating(direction), ...head.isolating(direction)]);
    others.delete(moved.token);
    const affected = [...others].filter(
      (name) => !sameSide(base.side(name, direction), head.side(name, direction)),
    );
    const task = { direction, base, head, spend, keysDecide: false, workload: moved };
    const peers = [podsIn(head.directory.named(moved.token))];
    return [
      compareSide({ ...task, namespace: moved.token }),
      ...affected.map((namespace) => compareSide({ ...task, namespace, peers })),
    ];
  });
}

const sameSide = (a: NamespaceSide, b: NamespaceSide): boolean =>
  a.isolation.length === b.isolation.length &&
  a.isolation.every(({ labels }, i) => sameBox(labels, b.isolation[i]?.labels ?? ANY_LABELS)) &&
  a.allows.length === b.allows.length &&
  a.keys().every((key, i) => key === b.keys()[i]);
