import type { Region } from "../space/region.ts";
import { intersectRegions, subtractAll } from "../space/region.ts";
import { createBudget, TooComplex, type Budget } from "../space/too-complex.ts";
import type { FlowChange } from "./compare.ts";

/** Changed rules on each side that are compared with each other; more are told side by side. */
const MANY_CHANGES = 100;
const MAX_WORK = 200_000;

/**
 * A flow that needed a new rule on both sides (or lost one on both) is one flow with two causes. Each side's
 * comparison finds it; here it is told once, on the side of the ingress.
 */
export function joinSides(changes: readonly FlowChange[]): readonly FlowChange[] {
  const spend = createBudget(MAX_WORK);
  try {
    return (["opened", "closed"] as const).reduce(
      (joined, kind) => joinKind(joined, kind, spend),
      changes,
    );
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return changes;
  }
}

function joinKind(
  changes: readonly FlowChange[],
  kind: "opened" | "closed",
  spend: Budget,
): readonly FlowChange[] {
  const ofSide = (direction: FlowChange["direction"]): readonly FlowChange[] =>
    changes.filter(
      (change) => change.change === kind && change.direction === direction && isForSome(change),
    );
  const egress = ofSide("egress");
  const ingress = ofSide("ingress");
  if (egress.length === 0 || ingress.length === 0) return changes;
  if (egress.length > MANY_CHANGES || ingress.length > MANY_CHANGES) return changes;
  const rest = new Map(egress.map((change) => [change, change.regions]));
  const joined = new Map(
    ingress.map((change) => [change, joinOne(change, { egress, rest, spend })]),
  );
  return changes.flatMap((change) => {
    const left = rest.get(change);
    if (left === undefined) return joined.get(change) ?? [change];
    return left.length === 0 ? [] : [{ ...change, regions: left }];
  });
}

/**
 * What is allowed for everyone, or for a range of addresses that pods may have, is one line, not one without
 * those who have a rule of their own.
 */
const isForSome = ({ cause, workload }: FlowChange): boolean =>
  workload === undefined && cause.type === "rule" && cause.allow.peer?.type === "selectors";

interface OtherChanges {
  readonly egress: readonly FlowChange[];
  /** What of each has not been told yet; shrinks. */
  readonly rest: Map<FlowChange, readonly Region[]>;
  readonly spend: Budget;
}

/** The parts of an ingress change that needed an egress change as well, and what needed none. */
function joinOne(change: FlowChange, { egress, rest, spend }: OtherChanges): readonly FlowChange[] {
  const parts: FlowChange[] = [];
  let alone = change.regions;
  for (const other of egress) {
    spend(alone.length * other.regions.length);
    const both = alone.flatMap((region) =>
      other.regions.flatMap((candidate) => intersectRegions(region, candidate) ?? []),
    );
    if (both.length === 0) continue;
    const { namespace, direction, cause } = other;
    parts.push({ ...change, regions: both, also: { namespace, direction, cause } });
    alone = subtractAll(alone, other.regions, spend);
    rest.set(other, subtractAll(rest.get(other) ?? [], both, spend));
  }
  return alone.length === 0 ? parts : [...parts, { ...change, regions: alone }];
}
