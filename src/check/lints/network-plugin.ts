import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";

/**
 * A network plugin that does not enforce policies, installed from the repository with nothing beside it that
 * does. Most repositories do not say which plugin their cluster runs; then this is silent.
 */
export function findIdlePlugins({ whole: world, complete }: LintFacts): readonly Fault[] {
  const plugins = world.plugins ?? [];
  const [idle] = plugins.filter(({ enforces }) => !enforces);
  if (!complete || idle === undefined || world.policies.length === 0) return [];
  if (plugins.some(({ enforces }) => enforces)) return [];
  const amount =
    world.policies.length === 1 ? "the policy" : `the ${world.policies.length} policies`;
  return [
    {
      rule: "NP062",
      about: idle.name,
      message: `the network plugin installed here (${idle.name}) does not enforce NetworkPolicy: ${amount} of this scope may have no effect`,
      location: {
        ...idle.span,
        endLine: idle.span.startLine,
        endColumn: idle.span.startColumn + 1,
      },
    },
  ];
}
