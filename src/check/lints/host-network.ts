import { selectorKey } from "../../policy/namespace-directory.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { boxOfSelector } from "../../space/label-box.ts";
import type { Fault } from "./fault.ts";
import { withoutRunTimeLabels } from "./inventory.ts";
import type { LintFacts } from "./lint-facts.ts";
import { selectorWords } from "./selector-words.ts";

/** Policies written for pods that share their node's network: no policy holds for those. */
export function findHostNetworkSubjects({ world, inventory }: LintFacts): readonly Fault[] {
  return world.policies.flatMap(({ policy, namespace }): readonly Fault[] => {
    const box = boxOfSelector(policy.podSelector);
    // A policy for every pod is for the others; the report says so in its assumptions.
    if (box === undefined || box.size === 0) return [];
    const condition = withoutRunTimeLabels(box);
    const [pod] = inventory.onHostNetwork(namespace, condition);
    if (pod === undefined) return [];
    const isOnly = inventory.podsMatching(namespace, condition).length === 0;
    return [
      {
        rule: "NP060",
        namespace,
        about: `${selectorKey(policy.podSelector)} ${pod.kind}/${pod.name}`,
        ...(isOnly ? {} : { level: "note" as const }),
        message: `NetworkPolicy ${policy.name} selects \`${selectorWords(policy.podSelector)}\`, and ${pod.kind} ${pod.name} of ${namespaceLabel(namespace)} runs on the host network: the policy does not hold for its pods`,
        location: policy.podSelector.span,
      },
    ];
  });
}
