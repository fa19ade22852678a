import type { Finding } from "../../model/report.ts";
import type { Span } from "../../model/span.ts";
import type { RuleId } from "../rules.ts";

/** Something in one revision that undoes what a policy is for. */
export interface Fault {
  readonly rule: RuleId;
  readonly namespace?: string;
  readonly message: string;
  readonly location: Span;
  /** In place of the rule's own. */
  readonly help?: string;
  /** In place of the rule's own. */
  readonly level?: Finding["level"];
  /** The level of a fault that a change brings. */
  readonly levelIfNew?: Finding["level"];
  /** What is wrong, apart from where it stands and what the policy is called. */
  readonly about: string;
}

/** Equal keys at both revisions are the same fault, wherever it stands. */
const keyOf = ({ rule, namespace = "", about }: Fault): string =>
  JSON.stringify([rule, namespace, about]);

/**
 * The faults at head that base does not have. Of equal ones only those beyond the number at base are new;
 * which of them is the new one nobody can tell, so the last ones stand for it.
 */
export function newFaults(base: readonly Fault[], head: readonly Fault[]): readonly Fault[] {
  const before = new Map<string, number>();
  for (const key of base.map(keyOf)) before.set(key, (before.get(key) ?? 0) + 1);
  return head.filter((fault) => {
    const key = keyOf(fault);
    const left = before.get(key) ?? 0;
    if (left > 0) before.set(key, left - 1);
    return left === 0;
  });
}
