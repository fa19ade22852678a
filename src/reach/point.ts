import type { Direction, NetworkPolicy, PolicyRule, Protocol } from "../model/policy.ts";
import type { PlacedPolicy } from "../world/world.ts";
import { allOf, missingIn, type Answer } from "./answer.ts";
import type { PointEnd } from "./point-end.ts";
import { findsPod } from "./point-match.ts";
import { admits, type Candidate, type PointOptions } from "./point-rules.ts";

export type { PointEnd } from "./point-end.ts";

export interface PointFlow {
  readonly source: PointEnd;
  readonly destination: PointEnd;
  readonly protocol: Protocol;
  readonly port: number;
}

/** `undecided`: facts are missing that the manifests do not hold. */
export type Decision = "allowed" | "denied" | "undecided";

/** Why one side lets a flow pass or not. */
export interface SideDecision {
  readonly direction: Direction;
  readonly decision: Decision;
  readonly allowed: boolean;
  /** Policies that isolate this end in this direction; none means everything is allowed. */
  readonly isolatedBy: readonly NetworkPolicy[];
  /** Policies of which it is not known whether they do. */
  readonly mayIsolate: readonly NetworkPolicy[];
  readonly allowedBy: readonly { readonly policy: NetworkPolicy; readonly rule: PolicyRule }[];
  /** What would have to be known; empty where the side is decided. */
  readonly missing: readonly string[];
}

export interface FlowDecision {
  readonly decision: Decision;
  readonly allowed: boolean;
  readonly egress: SideDecision;
  readonly ingress: SideDecision;
}

/**
 * Decides a single flow straight from the API text, without the set algebra: the reference that the
 * symbolic answer is checked against, and the engine of `query`.
 */
export function decideFlow(
  policies: readonly PlacedPolicy[],
  flow: PointFlow,
  options: PointOptions,
): FlowDecision {
  const egress = decideSide(policies, flow, "egress", options);
  const ingress = decideSide(policies, flow, "ingress", options);
  const decisions = [egress.decision, ingress.decision];
  const decision = decisions.includes("denied")
    ? "denied"
    : decisions.includes("undecided")
      ? "undecided"
      : "allowed";
  return { decision, allowed: decision === "allowed", egress, ingress };
}

function decideSide(
  policies: readonly PlacedPolicy[],
  flow: PointFlow,
  direction: Direction,
  options: PointOptions,
): SideDecision {
  const [self, other] =
    direction === "ingress" ? [flow.destination, flow.source] : [flow.source, flow.destination];
  const pod = self.type === "pod" && self.hostNetwork !== true ? self : undefined;
  const certain: Selecting[] = [];
  const possible: Selecting[] = [];
  for (const { policy, namespace } of pod === undefined ? [] : policies) {
    if (namespace !== pod?.namespace || !policy.policyTypes.includes(direction)) continue;
    const selects = findsPod(policy.podSelector, pod);
    if (selects === "no") continue;
    (selects === "yes" ? certain : possible).push({ policy, selects, rules: policy[direction] });
  }
  const context = { flow, self, other, namespace: pod?.namespace ?? "", options };
  const surely = admits(certain, context);
  const passes = (candidates: readonly Candidate[]): Answer => admits(candidates, context).answer;
  const answer =
    possible.length > 0
      ? decide({ certain, possible, surely: surely.answer }, passes)
      : certain.length === 0
        ? "yes"
        : surely.answer;
  return {
    direction,
    decision: answer === "yes" ? "allowed" : answer === "no" ? "denied" : "undecided",
    allowed: answer === "yes",
    isolatedBy: certain.map(({ policy }) => policy),
    mayIsolate: possible.map(({ policy }) => policy),
    allowedBy: surely.by,
    missing: missingIn(answer),
  };
}

interface Selecting extends Candidate {
  /** Yes, or what is missing to say so. */
  readonly selects: Answer;
}

interface Selection {
  readonly certain: readonly Selecting[];
  readonly possible: readonly Selecting[];
  /** Whether the certain ones let the flow pass. */
  readonly surely: Answer;
}

/** The union of what the selecting policies allow; everything where none selects. */
function decide(
  { certain, possible, surely }: Selection,
  passes: (candidates: readonly Candidate[]) => Answer,
): Answer {
  if (certain.length === 0)
    // If one of these selects the pod alone, it has to allow the flow.
    return allOf(possible, (one) => {
      const answer = passes([one]);
      return answer === "yes" ? "yes" : joinMissing([one.selects, answer]);
    });
  if (surely === "yes" || passes([...certain, ...possible]) === "no") return surely;
  const helping = possible.filter((one) => passes([one]) !== "no");
  return joinMissing([surely, ...helping.map(({ selects }) => selects)]);
}

const joinMissing = (answers: readonly Answer[]): Answer => ({
  missing: [...new Set(answers.flatMap(missingIn))],
});
