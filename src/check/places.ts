import type { Finding } from "../model/report.ts";
import { placeOfMove } from "../reach/blame.ts";
import type { SideComparison } from "../reach/compare.ts";
import type { Gain } from "../reach/gains.ts";
import type { DiffFacts } from "./diff-facts.ts";

type Place = Pick<Finding, "location" | "side">;

/**
 * Where a reader finds what weakened a side: the labels of the workload that moved, what is left at head of
 * the policy that isolated (or where it stood), else the rule at head that opens.
 */
export function placeOfGain(side: SideComparison, facts: DiffFacts, gain?: Gain): Place {
  if (side.workload !== undefined)
    return { location: placeOfMove(side.workload, "head"), side: "head" };
  const lost = side.gains.find(({ cause }) => cause.type === "isolation");
  const shown = gain ?? lost ?? side.gains[0];
  if (shown === undefined) return {};
  if (shown.cause.type === "rule") {
    const { allow } = shown.cause;
    return { location: (allow.peer ?? allow.rule).span, side: "head" };
  }
  const isolation = shown.cause.isolation.toSorted((a, b) => a.labels.size - b.labels.size)[0];
  if (isolation === undefined) return {};
  const { namespace, name, span } = isolation.policy.ref;
  const left = facts.policies.head.find(namespace, name);
  if (left === undefined) return { location: span, side: "base" };
  const dropped = !left.policyTypes.includes(side.direction);
  return { location: dropped ? left.policyTypesSpan : left.podSelector.span, side: "head" };
}
