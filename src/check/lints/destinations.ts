import { NAME_LABEL } from "../../model/name-label.ts";
import { boxOfSelector, type LabelBox } from "../../space/label-box.ts";
import { withoutRunTimeLabels } from "./inventory.ts";
import type { LintFacts } from "./lint-facts.ts";
import type { RuleSite, SelectorPeer } from "./walk.ts";

/** Pods that a rule lets others reach, in one namespace. */
export interface Destination {
  readonly namespace: string;
  readonly labels: LabelBox;
}

/** The pods at the receiving end of a rule: the subject of an ingress rule, the peers of an egress rule. */
export function destinationsOf(
  { policy, namespace, direction, rule }: RuleSite,
  facts: LintFacts,
): readonly Destination[] {
  if (direction === "ingress") {
    const labels = boxOfSelector(policy.podSelector);
    return labels === undefined ? [] : [{ namespace, labels: withoutRunTimeLabels(labels) }];
  }
  return rule.peers.flatMap((peer) => {
    if (peer.type !== "selectors" || peer.podSelector === undefined) return [];
    const labels = boxOfSelector(peer.podSelector);
    if (labels === undefined) return [];
    return namesOf(peer, namespace, facts).map((name) => ({
      namespace: name,
      labels: withoutRunTimeLabels(labels),
    }));
  });
}

/** The namespaces of a peer; empty where it can mean some that are not known. */
export function namesOf(
  { namespaceSelector }: SelectorPeer,
  own: string,
  { evaluator }: LintFacts,
): readonly string[] {
  if (namespaceSelector === undefined) return [own];
  const names: string[] = [];
  for (const set of evaluator.directory.select(namespaceSelector)) {
    if (set.type === "known") {
      names.push(...set.names);
      continue;
    }
    const pinned = set.labels.get(NAME_LABEL);
    if (pinned === undefined || pinned.negated || set.labels.size > 1) return [];
    names.push(...pinned.values);
  }
  return names;
}
