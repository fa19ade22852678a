import type { Direction } from "../model/policy.ts";
import type { Side } from "../model/span.ts";
import type { World } from "../world/world.ts";
import type { Isolation } from "./evaluator.ts";
import { explainSelector } from "./explain-peer.ts";
import { partsOf, type Parts } from "./explain-rule.ts";
import type { PolicyLookup } from "./policy-lookup.ts";
import { isRejected, rejectedText, removedText } from "./removed-policy.ts";
import { sameSelector } from "./rule-likeness.ts";

export interface IsolationQuestion {
  /** The policy that isolates these pods in one of the revisions. */
  readonly isolation: Isolation;
  readonly direction: Direction;
  /** Whether isolation went, so that flows open. */
  readonly opening: boolean;
  /** The revision without the isolation, and the one with it. */
  readonly without: {
    readonly side: Side;
    readonly world: World;
    readonly policies: PolicyLookup;
  };
  readonly isolating: PolicyLookup;
}

/** Why these pods are isolated in one revision and not in the other. */
export function explainIsolation(question: IsolationQuestion): Parts {
  const { isolation, direction, opening, without, isolating } = question;
  const { ref, subjectSpan } = isolation.policy;
  const left = without.policies.find(ref.namespace, ref.name);
  const effect = opening ? "it no longer isolates these pods" : "it now isolates these pods";
  if (left === undefined) {
    const text = isRejected(without.world, ref)
      ? rejectedText(ref.name, without.side)
      : `policy ${ref.name} ${opening ? removedText(without.policies, ref) : "added"}: ${effect}`;
    return { text, here: undefined, there: ref.span };
  }
  const policy = isolating.find(ref.namespace, ref.name);
  if (!left.policyTypes.includes(direction)) {
    const title = direction === "ingress" ? "Ingress" : "Egress";
    return {
      text: `policyTypes of ${ref.name} ${opening ? "lost" : "gained"} ${title}: ${effect}`,
      here: left.policyTypesSpan,
      there: policy?.policyTypesSpan ?? ref.span,
    };
  }
  if (policy === undefined || sameSelector(policy.podSelector, left.podSelector))
    return {
      text: `podSelector of ${ref.name} changed: ${effect}`,
      here: left.podSelector.span,
      there: subjectSpan,
    };
  const [base, head] = opening ? [policy, left] : [left, policy];
  const change = explainSelector(`podSelector of ${ref.name}`, base.podSelector, head.podSelector);
  return partsOf({ ...change, text: `${change.text}: ${effect}` }, opening);
}
