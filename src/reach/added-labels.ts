import { couldBe, isRunTimeLabel, type AddedLabel } from "../model/added-labels.ts";
import type { LabelSelector } from "../model/policy.ts";
import type { Workload } from "../model/workload.ts";
import { hasValue, type ValueSet } from "../space/value-set.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { World } from "../world/world.ts";

/** Whether any policy of a world tells pods apart by what controllers add to them. */
export const asksForAddedLabels = ({ policies }: World): boolean =>
  policies.some(({ policy }) =>
    [
      policy.podSelector,
      ...[...policy.ingress, ...policy.egress].flatMap(({ peers }) =>
        peers.flatMap((peer) => (peer.type === "selectors" ? (peer.podSelector ?? []) : [])),
      ),
    ].some(asksFor),
  );

const asksFor = ({ requirements }: LabelSelector): boolean =>
  requirements.some(({ key }) => isRunTimeLabel(key));

/** Whether a condition holds for the pods of a workload: for all, for none, or for some that nobody can name. */
export type Holds = "all" | "none" | "unknown";

/** Asks a condition on labels about the pods of a workload, with those that its controller adds. */
export function holdsFor(box: LabelBox, { labels, addedLabels = [] }: Workload): Holds {
  let answer: Holds = "all";
  for (const [key, values] of box) {
    const added = addedLabels.find((label) => label.key === key);
    const one =
      added === undefined || Object.hasOwn(labels, key)
        ? ofValue(values, Object.hasOwn(labels, key) ? labels[key] : undefined)
        : ofAdded(values, added);
    if (one === "none") return one;
    if (one === "unknown") answer = one;
  }
  return answer;
}

const ofValue = (values: ValueSet, value: string | undefined): Holds =>
  hasValue(values, value) ? "all" : "none";

function ofAdded(set: ValueSet, added: AddedLabel): Holds {
  if (added.value !== undefined) return ofValue(set, added.value);
  const possible = [...set.values].some((value) => couldBe(added, value));
  if (possible) return "unknown";
  return set.negated ? "all" : "none";
}
