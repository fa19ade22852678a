import { peerKey } from "../../policy/network-policy.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { boxOfSelector } from "../../space/label-box.ts";
import { namesOf } from "./destinations.ts";
import type { Fault } from "./fault.ts";
import { withoutRunTimeLabels } from "./inventory.ts";
import type { LintFacts } from "./lint-facts.ts";
import { isSlip } from "./near-label.ts";
import { selectorWords } from "./selector-words.ts";
import { selectorPeers } from "./walk.ts";

const SHOWN = 3;

/**
 * Peers that find no pod, where a label stands beside that they probably meant. Speaks only of namespaces
 * that the peer names, that have workloads in the repository, and where the scope was read whole.
 */
export function findDanglingPeers(facts: LintFacts): readonly Fault[] {
  if (!facts.complete) return [];
  const { inventory } = facts;
  return [...selectorPeers(facts.world)].flatMap(
    ({ policy, namespace, direction, peer }): readonly Fault[] => {
      const { podSelector } = peer;
      if (podSelector === undefined || podSelector.requirements.length === 0) return [];
      const box = boxOfSelector(podSelector);
      if (box === undefined)
        return [
          {
            rule: "NP021",
            namespace,
            about: `${direction} ${peerKey(peer)}`,
            levelIfNew: "error",
            message: `the peer of NetworkPolicy ${policy.name} finds no pod: its requirements contradict each other`,
            location: podSelector.span,
          },
        ];
      const names = namesOf(peer, namespace, facts);
      if (names.length === 0 || names.some((name) => inventory.podsIn(name).length === 0))
        return [];
      const condition = withoutRunTimeLabels(box);
      if (
        names.some(
          (name) =>
            inventory.podsMatching(name, condition).length > 0 ||
            inventory.onHostNetwork(name, condition).length > 0,
        )
      )
        return [];
      const near = facts.nearest.label(
        podSelector,
        names.flatMap((name) => inventory.podsIn(name)),
      );
      if (near === undefined || !isSlip(near, inventory)) return [];
      const where = names.slice(0, SHOWN).map(namespaceLabel).join(", ");
      return [
        {
          rule: "NP021",
          namespace,
          about: `${direction} ${peerKey(peer)}`,
          levelIfNew: "error",
          message: `NetworkPolicy ${policy.name} allows ${direction === "ingress" ? "from" : "to"} pods \`${selectorWords(podSelector)}\`, which no pod of ${where} has; did you mean \`${near.key}: ${near.value}\`?`,
          location: near.wanted.span,
        },
      ];
    },
  );
}
