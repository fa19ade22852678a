import { contentOf } from "../scope/policy-content.ts";
import type { ScopeRelation } from "../scope/scope-relation.ts";
import type { FileVersion } from "../scope/revision-files.ts";
import type { ScopePair } from "./scope-pair.ts";
import type { ScopeFiles } from "./scope-files.ts";
import type { LeftFolder } from "./unapplied-moves.ts";
import type { World } from "./world.ts";

interface MoveContext {
  /** All scopes, those without a change included. */
  readonly scopes: readonly ScopeFiles[];
  readonly mayMeet: ScopeRelation;
  readonly isConfigured: (scope: string) => boolean;
  readonly leftFolder: LeftFolder;
  /** Whether a file at head is not what it was at base. */
  readonly isChanged: (file: FileVersion) => boolean;
}

interface Move {
  readonly from: string;
  readonly to: readonly string[];
  readonly namespace: string;
}

/**
 * A namespace that leaves one scope and stands in another with the same policies has moved, and is compared by
 * effect: what it was at base counts as the other scope's. Its Namespace object has to come along, or nothing may be
 * left of the scope: policies alone do not show that both are one cluster. And no cluster may be left behind: the scope
 * that it left must not be one that is applied beside an alternative of the new one that did not get it.
 */
export function followMoves(
  pairs: readonly ScopePair[],
  context: MoveContext,
): readonly ScopePair[] {
  const moves = pairs.flatMap((pair) =>
    leavingNamespaces(pair).flatMap((namespace): readonly Move[] => {
      const to = goalsOf(pair, namespace, { pairs, context });
      return to.length === 0 ? [] : [{ from: pair.name, to, namespace }];
    }),
  );
  if (moves.length === 0) return pairs;
  const byName = new Map(pairs.map((pair) => [pair.name, pair]));
  return pairs.map((pair) => {
    const gone = new Set(
      moves.flatMap(({ from, namespace }) => (from === pair.name ? [namespace] : [])),
    );
    const come = moves.flatMap(({ from, to, namespace }) => {
      const source = byName.get(from);
      return to.includes(pair.name) && source !== undefined ? [only(source.base, namespace)] : [];
    });
    if (gone.size + come.length === 0) return pair;
    return { ...pair, base: come.reduce(merge, without(pair.base, gone)) };
  });
}

/** Namespaces with policies at base of which nothing is left in a scope. */
const leavingNamespaces = ({ base, head, occupiedAtHead }: ScopePair): readonly string[] =>
  [...new Set(base.policies.map(({ namespace }) => namespace))].filter(
    (name) => name !== "" && !holds(head, name) && !occupiedAtHead(name),
  );

const holds = ({ namespaces, policies, workloads }: World, name: string): boolean =>
  namespaces.has(name) ||
  policies.some(({ namespace }) => namespace === name) ||
  workloads.some(({ namespace }) => namespace === name);

/** The scopes that a namespace has moved to; none where it may be missing somewhere. */
function goalsOf(
  { name, base }: ScopePair,
  namespace: string,
  {
    pairs,
    context: { scopes, mayMeet, isConfigured, isChanged, leftFolder },
  }: { readonly pairs: readonly ScopePair[]; readonly context: MoveContext },
): readonly string[] {
  if (isConfigured(name)) return [];
  const wanted = contentsIn(base, namespace);
  const filesOf = (scope: string): ScopeFiles | undefined =>
    scopes.find((files) => files.name === scope);
  const isEmptied = filesOf(name)?.head.length === 0;
  const goals = pairs
    .filter((other) => {
      if (other.name === name || isConfigured(other.name) || holds(other.base, namespace))
        return false;
      const there = new Set(contentsIn(other.head, namespace));
      return (
        wanted.every((content) => there.has(content)) &&
        (isEmptied || (base.namespaces.has(namespace) && other.head.namespaces.has(namespace))) &&
        !other.head.policies.some(
          (placed) =>
            placed.namespace === namespace && leftFolder(placed.policy, namespace) !== undefined,
        )
      );
    })
    .map((other) => other.name);
  // The folder of a cluster that got another name, as a whole.
  const [renamed, ...more] = goals.filter((goal) => !mayMeet(name, goal));
  if (renamed !== undefined) {
    const there = filesOf(renamed);
    const isNew = there?.base.length === 0 && there.head.every(isChanged);
    return more.length === 0 && goals.length === 1 && isNew && isEmptied ? goals : [];
  }
  const isLeftBehind = scopes.some(
    (other) =>
      other.name !== name &&
      other.head.length > 0 &&
      !goals.includes(other.name) &&
      mayMeet(name, other.name) &&
      goals.some((goal) => !mayMeet(goal, other.name)),
  );
  return isLeftBehind ? [] : goals;
}

const contentsIn = ({ policies }: World, name: string): readonly string[] =>
  policies.flatMap(({ policy, namespace }) => (namespace === name ? [contentOf(policy)] : []));

const only = (world: World, name: string): World =>
  filterWorld(world, (namespace) => namespace === name);

const without = (world: World, names: ReadonlySet<string>): World =>
  names.size === 0 ? world : filterWorld(world, (namespace) => !names.has(namespace));

function filterWorld(world: World, isKept: (namespace: string) => boolean): World {
  const isIn = ({ namespace }: { readonly namespace: string }): boolean => isKept(namespace);
  return {
    ...world,
    namespaces: new Map([...world.namespaces].filter(([name]) => isKept(name))),
    policies: world.policies.filter(isIn),
    workloads: world.workloads.filter(isIn),
    services: (world.services ?? []).filter(isIn),
  };
}

const merge = (world: World, moved: World): World => ({
  ...world,
  namespaces: new Map([...world.namespaces, ...moved.namespaces]),
  policies: [...world.policies, ...moved.policies],
  workloads: [...world.workloads, ...moved.workloads],
  services: [...(world.services ?? []), ...(moved.services ?? [])],
});
