import type { NamespaceSide } from "../reach/evaluator.ts";

/** How many of the pods that a namespace could hold are isolated in a direction. */
export type Coverage = "all" | "some" | "none";

export function coverageOf(side: NamespaceSide): Coverage {
  if (side.isolation.length === 0) return "none";
  return side.free().length === 0 ? "all" : "some";
}
