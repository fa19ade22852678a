import { DIRECTIONS } from "../model/policy.ts";
import type { Finding } from "../model/report.ts";
import { coverageOf } from "./coverage.ts";
import type { DiffFacts } from "./diff-facts.ts";
import { findingOf } from "./rules.ts";

/** A Namespace that is new and in which some pods are isolated by nothing. */
export function checkNewNamespaces(facts: DiffFacts): readonly Finding[] {
  return [...facts.states].flatMap(([name, state]) => {
    const namespace = facts.head.namespaces.get(name);
    if (state !== "new" || namespace === undefined) return [];
    const open = DIRECTIONS.filter(
      (direction) => coverageOf(facts.comparison.head.side(name, direction)) !== "all",
    );
    if (open.length === 0) return [];
    return [
      findingOf("NP003", {
        scope: facts.scope,
        namespace: name,
        message: `the new namespace ${name} has no default-deny for ${open.join(" and ")}`,
        location: namespace.span,
        side: "head",
      }),
    ];
  });
}
