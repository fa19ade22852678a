import type { Workload } from "../../model/workload.ts";
import { selectorKey } from "../../policy/namespace-directory.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { boxOfSelector } from "../../space/label-box.ts";
import type { PlacedPolicy } from "../../world/world.ts";
import type { Fault } from "./fault.ts";
import { withoutRunTimeLabels } from "./inventory.ts";
import type { LintFacts } from "./lint-facts.ts";
import { isSlip } from "./near-label.ts";
import { selectorWords } from "./selector-words.ts";

/**
 * Policies that select no pod. Pods may stand outside the repository, so a selector that finds none here is
 * no fault by itself: there has to be a label that it probably meant, or pods that it selected before the
 * change. Looks at namespaces with workloads in the repository only, and only where the scope was read whole.
 */
export function findDanglingSubjects(facts: LintFacts): readonly Fault[] {
  const { world, inventory, complete } = facts;
  const before = new Map(
    facts.before?.world.policies.map((placed) => [
      `${placed.namespace}/${placed.policy.name}`,
      placed,
    ]),
  );
  return world.policies.flatMap(({ policy, namespace }): readonly Fault[] => {
    const { podSelector: selector, name } = policy;
    if (selector.requirements.length === 0) return [];
    const common = {
      rule: "NP020" as const,
      namespace,
      about: selectorKey(selector),
      levelIfNew: "error" as const,
    };
    const say = `NetworkPolicy ${name} selects \`${selectorWords(selector)}\``;
    const box = boxOfSelector(selector);
    if (box === undefined)
      return [
        {
          ...common,
          message: `NetworkPolicy ${name} selects no pod: its requirements contradict each other`,
          location: selector.span,
        },
      ];
    if (!complete || inventory.podsIn(namespace).length === 0) return [];
    const condition = withoutRunTimeLabels(box);
    if (inventory.podsMatching(namespace, condition).length > 0) return [];
    // A pod on the host network is found, and no policy holds for it: another rule says so.
    if (inventory.onHostNetwork(namespace, condition).length > 0) return [];
    const near = facts.nearest.label(selector, inventory.podsIn(namespace));
    if (near !== undefined && isSlip(near, inventory))
      return [
        {
          ...common,
          message: `${say}, which no pod of ${namespaceLabel(namespace)} has: it protects nothing; did you mean \`${near.key}: ${near.value}\`?`,
          location: near.wanted.span,
        },
      ];
    const lost = lostPods(before.get(`${namespace}/${name}`), facts);
    if (lost === undefined) return [];
    return [
      {
        ...common,
        message: `${say}, which no pod of ${namespaceLabel(namespace)} has; before the change, NetworkPolicy ${name} held for ${lost.kind} ${lost.name}`,
        location: selector.span,
      },
    ];
  });
}

/** A pod that the policy selected before the change and that is still there. */
function lostPods(old: PlacedPolicy | undefined, facts: LintFacts): Workload | undefined {
  const box = old && boxOfSelector(old.policy.podSelector);
  if (old === undefined || box === undefined || facts.before === undefined) return undefined;
  const now = new Set(
    facts.inventory.podsIn(old.namespace).map(({ kind, name }) => `${kind}/${name}`),
  );
  return facts.before.inventory
    .podsMatching(old.namespace, withoutRunTimeLabels(box))
    .find(({ kind, name }) => now.has(`${kind}/${name}`));
}
