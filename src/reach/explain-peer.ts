import type { LabelSelector, Peer, Requirement } from "../model/policy.ts";
import type { Span } from "../model/span.ts";
import { boxOfSelector } from "../space/label-box.ts";
import { describeLabels } from "./label-words.ts";
import { sameSelector } from "./rule-likeness.ts";

/** What became of one peer or selector, and the line that says it in each revision. */
export interface PartChange {
  readonly text: string;
  readonly base: Span;
  readonly head: Span;
}

/** A peer of the base that is another one at head. */
export function explainPeer(base: Peer, head: Peer): PartChange {
  const whole = { text: "peer changed", base: base.span, head: head.span };
  if (base.type === "ipBlock" || head.type === "ipBlock")
    return base.type === "ipBlock" && head.type === "ipBlock"
      ? { ...whole, text: `cidr ${base.cidr} became ${head.cidr}` }
      : whole;
  const differ = (["namespaceSelector", "podSelector"] as const).filter(
    (key) => !sameSelector(base[key], head[key]),
  );
  const [key] = differ;
  if (key === undefined || differ.length > 1) return whole;
  const before = base[key];
  const after = head[key];
  if (before === undefined && after !== undefined)
    return { ...whole, text: `${key} ${selectorText(after)} added`, head: after.span };
  if (after === undefined && before !== undefined)
    return { ...whole, text: `${key} ${selectorText(before)} removed`, base: before.span };
  if (before === undefined || after === undefined) return whole;
  return explainSelector(key, before, after);
}

/** A selector that asks for something else than before. */
export function explainSelector(
  title: string,
  base: LabelSelector,
  head: LabelSelector,
): PartChange {
  return {
    text: `${title} ${selectorText(base)} became ${selectorText(head)}`,
    base: onlyIn(base, head)?.span ?? base.span,
    head: onlyIn(head, base)?.span ?? head.span,
  };
}

function onlyIn(selector: LabelSelector, other: LabelSelector): Requirement | undefined {
  const key = ({ key: label, operator, values }: Requirement): string =>
    JSON.stringify([label, operator, values.toSorted()]);
  const known = new Set(other.requirements.map(key));
  return selector.requirements.find((requirement) => !known.has(key(requirement)));
}

function selectorText(selector: LabelSelector): string {
  if (selector.requirements.length === 0) return "{}";
  const box = boxOfSelector(selector);
  // Requirements may contradict each other.
  return box === undefined ? "(matches nothing)" : describeLabels(box) || "{}";
}
