import type { Fault } from "./fault.ts";
import type { NetworkPlugin } from "../../model/network-plugin.ts";
import type { LintFacts } from "./lint-facts.ts";

/**
 * A network plugin that does not enforce policies, installed from the repository with nothing beside it that
 * does. Most repositories do not say which plugin their cluster runs; then this is silent.
 */
export function findIdlePlugins({ whole: world, complete }: LintFacts): readonly Fault[] {
  const plugins = world.plugins ?? [];
  const [idle] = plugins
    .filter(({ enforces }) => !enforces)
    .toSorted((a, b) => Number(b.switchedOff !== undefined) - Number(a.switchedOff !== undefined));
  if (!complete || idle === undefined || world.policies.length === 0) return [];
  // What is switched off does not enforce, though the manifests install it as well.
  const isIdle = ({ name }: NetworkPlugin): boolean =>
    idle.switchedOff !== undefined && name.replace(/^chart /, "") === idle.name;
  if (plugins.some((plugin) => plugin.enforces && !isIdle(plugin))) return [];
  const amount =
    world.policies.length === 1 ? "the policy" : `the ${world.policies.length} policies`;
  return [
    {
      rule: "NP062",
      about: idle.name,
      message:
        idle.switchedOff === undefined
          ? `the network plugin installed here (${idle.name}) does not enforce NetworkPolicy: ${amount} of this scope may have no effect`
          : `the network plugin here (${idle.name}) is told not to enforce NetworkPolicy (\`${idle.switchedOff}\`): ${amount} of this scope may have no effect`,
      location: {
        ...idle.span,
        endLine: idle.span.startLine,
        endColumn: idle.span.startColumn + 1,
      },
    },
  ];
}
