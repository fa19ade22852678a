import type { Direction } from "../model/policy.ts";
import type { Allow, CompiledPolicy } from "../policy/compiled.ts";
import type { NamespaceDirectory } from "../policy/namespace-directory.ts";
import { compileNetworkPolicy, type CompileOptions } from "../policy/network-policy.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { StringSet } from "../space/string-set.ts";
import { groupByNamespace, type World } from "../world/world.ts";

/** Pods that a policy isolates in a direction. */
export interface Isolation {
  readonly labels: LabelBox;
  readonly policy: CompiledPolicy;
}

/**
 * One direction of one namespace: which of its pods are isolated and what the union of all policies allows
 * those. Pods under no isolation may talk to everyone (API text: "isolated", NetworkPolicySpec).
 */
export interface NamespaceSide {
  readonly isolation: readonly Isolation[];
  readonly allows: readonly Allow[];
}

/** Both sides of every namespace of one world; compiled when asked for. */
export interface Evaluator {
  readonly directory: NamespaceDirectory;
  side(namespace: string, direction: Direction): NamespaceSide;
  /** Namespaces in which some policy isolates pods in this direction. */
  isolating(direction: Direction): StringSet;
}

export function createEvaluator(world: World, options: CompileOptions): Evaluator {
  const groups = groupByNamespace(world.policies);
  const compiled = new Map<string, readonly CompiledPolicy[]>();
  const sides = new Map<string, NamespaceSide>();

  const policiesOf = (namespace: string): readonly CompiledPolicy[] => {
    const before = compiled.get(namespace);
    if (before !== undefined) return before;
    const policies = (groups.get(namespace) ?? []).map((placed) =>
      compileNetworkPolicy(placed, options),
    );
    compiled.set(namespace, policies);
    return policies;
  };

  const side = (namespace: string, direction: Direction): NamespaceSide => {
    const key = `${direction} ${namespace}`;
    const before = sides.get(key);
    if (before !== undefined) return before;
    const policies = policiesOf(namespace).filter(({ isolates }) => isolates[direction]);
    const view: NamespaceSide = {
      isolation: policies.flatMap((policy) =>
        policy.subject === undefined ? [] : [{ labels: policy.subject, policy }],
      ),
      allows: policies.flatMap(({ allows }) => allows(direction)),
    };
    sides.set(key, view);
    return view;
  };

  const isolatingNames = new Map<Direction, StringSet>();
  const isolating = (direction: Direction): StringSet => {
    const before = isolatingNames.get(direction);
    if (before !== undefined) return before;
    const names = new Set<string>();
    for (const [namespace, policies] of groups)
      if (policies.some(({ policy }) => policy.policyTypes.includes(direction)))
        names.add(namespace);
    isolatingNames.set(direction, names);
    return names;
  };

  return { directory: options.directory, side, isolating };
}
