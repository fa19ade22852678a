import type { LabelSelector } from "../../model/policy.ts";
import { peerKey } from "../../policy/network-policy.ts";
import { selectorKey } from "../../policy/namespace-directory.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { boxOfSelector, type LabelBox } from "../../space/label-box.ts";
import type { Fault } from "./fault.ts";
import { withoutRunTimeLabels } from "./inventory.ts";
import type { LintFacts } from "./lint-facts.ts";
import { selectorWords } from "./selector-words.ts";
import { activeRules, policiesNotIn, selectorPeers, type RuleSite } from "./walk.ts";

/**
 * A `namespaceSelector` and a `podSelector` as two items of a list, which means OR, where AND was probably
 * meant: no pod of the policy's own namespace fits the second, but one of the selected namespaces does; or
 * both stood in one item before the change.
 */
export function findAndOr(facts: LintFacts): readonly Fault[] {
  const combined = combinedPeers(facts);
  return [...activeRules(facts.world)].flatMap((site): readonly Fault[] => {
    const { policy, namespace, direction, rule } = site;
    return rule.peers.flatMap((peer, index): readonly Fault[] => {
      const next = rule.peers[index + 1];
      if (peer.type !== "selectors" || next?.type !== "selectors") return [];
      const [first, second] = peer.namespaceSelector === undefined ? [next, peer] : [peer, next];
      const { namespaceSelector } = first;
      const { podSelector } = second;
      if (first.podSelector !== undefined || second.namespaceSelector !== undefined) return [];
      if (namespaceSelector === undefined || podSelector === undefined) return [];
      if (podSelector.requirements.length === 0) return [];
      const pair = pairKey(site, namespaceSelector, podSelector);
      if (!combined.has(pair) && !standsElsewhere(namespaceSelector, podSelector, site, facts))
        return [];
      const way = direction === "ingress" ? "from" : "to";
      return [
        {
          rule: "NP023",
          namespace,
          about: `${direction} ${peerKey(first)} ${peerKey(second)}`,
          message: `NetworkPolicy ${policy.name} allows ${way} every pod of namespaces \`${selectorWords(namespaceSelector)}\`, and ${way} pods \`${selectorWords(podSelector)}\` of ${namespaceLabel(namespace)}: two list items are OR`,
          location: next.span,
        },
      ];
    });
  });
}

const pairKey = (
  { policy, namespace, direction }: RuleSite,
  namespaces: LabelSelector,
  pods: LabelSelector,
): string =>
  JSON.stringify([namespace, policy.name, direction, selectorKey(namespaces), selectorKey(pods)]);

/** Both selectors in one item, before the change. */
function combinedPeers({ world, before }: LintFacts): ReadonlySet<string> {
  const keys = new Set<string>();
  if (before === undefined) return keys;
  for (const site of selectorPeers(policiesNotIn(before.world, world))) {
    const { namespaceSelector, podSelector } = site.peer;
    if (namespaceSelector !== undefined && podSelector !== undefined)
      keys.add(pairKey(site, namespaceSelector, podSelector));
  }
  return keys;
}

/** Pods that fit live in the selected namespaces, and none in the policy's own. */
function standsElsewhere(
  namespaces: LabelSelector,
  pods: LabelSelector,
  { namespace }: RuleSite,
  { complete, evaluator, inventory }: LintFacts,
): boolean {
  const box = boxOfSelector(pods);
  if (!complete || box === undefined || inventory.podsIn(namespace).length === 0) return false;
  const condition = withoutRunTimeLabels(box);
  const holds = (name: string, labels: LabelBox): boolean =>
    inventory.podsMatching(name, labels).length > 0;
  if (holds(namespace, condition)) return false;
  return evaluator.directory
    .select(namespaces)
    .some((set) => set.type === "known" && [...set.names].some((name) => holds(name, condition)));
}
