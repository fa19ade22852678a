import { groupBy } from "../../model/group-by.ts";
import { selectorKey } from "../../policy/namespace-directory.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { contentOf } from "../../scope/policy-content.ts";
import type { PlacedPolicy } from "../../world/world.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";

/** Two policies of one namespace that say the same under different names: one of them says it all. */
export function findDuplicates({ world }: LintFacts): readonly Fault[] {
  const similar = groupBy(world.policies, outline);
  return [...similar.values()].flatMap((group) => (group.length === 1 ? [] : ofGroup(group)));
}

/** What equal policies have in common, without writing all of each out. */
const outline = ({ policy, namespace }: PlacedPolicy): string =>
  JSON.stringify([
    namespace,
    policy.ingress.length,
    policy.egress.length,
    selectorKey(policy.podSelector),
  ]);

function ofGroup(group: readonly PlacedPolicy[]): readonly Fault[] {
  const seen = new Map<string, PlacedPolicy["policy"]>();
  return group.flatMap(({ policy, namespace }): readonly Fault[] => {
    const content = contentOf({ ...policy, name: "", namespace });
    const first = seen.get(content);
    if (first === undefined) seen.set(content, policy);
    // Of one name there can be only one in a cluster; that is another rule's.
    if (first === undefined || first.name === policy.name) return [];
    return [
      {
        rule: "NP051",
        namespace,
        about: content,
        message: `NetworkPolicy ${policy.name} says the same as NetworkPolicy ${first.name} of ${namespaceLabel(namespace)}`,
        location: policy.span,
      },
    ];
  });
}
