import type { NamespaceSide } from "../reach/evaluator.ts";
import { ANY_LABELS, subtractFromBoxes, type LabelBox } from "../space/label-box.ts";

/** How many of the pods that a namespace could hold are isolated in a direction. */
export type Coverage = "all" | "some" | "none";

export function coverageOf(side: NamespaceSide): Coverage {
  if (side.isolation.length === 0) return "none";
  let free: readonly LabelBox[] = [ANY_LABELS];
  for (const { labels } of side.isolation) free = subtractFromBoxes(free, labels);
  return free.length === 0 ? "all" : "some";
}
