import type { World } from "../../world/world.ts";

/** The part of a world whose policies the lints have to look at. */
export type Focus = (world: World) => World;

const EVERYTHING: Focus = (world) => world;

/**
 * Where only policies changed, no fault comes or goes outside of their namespaces: a lint judges a policy by
 * the others of its namespace, and by pods, Services and namespaces. So its cost follows the change.
 */
export function focusOf(base: World, head: World): Focus {
  const same =
    areSame(base.workloads, head.workloads, ({ workload }) => workload) &&
    areSame(base.services ?? [], head.services ?? [], ({ service }) => service) &&
    areSame([...base.namespaces.values()], [...head.namespaces.values()], (item) => item) &&
    areSame(base.plugins ?? [], head.plugins ?? [], (item) => item);
  if (!same) return EVERYTHING;
  const namespaces = new Set([...changedIn(base, head), ...changedIn(head, base)]);
  return (world) => ({
    ...world,
    policies: world.policies.filter(({ namespace }) => namespaces.has(namespace)),
  });
}

/** What did not change is the same object in both worlds, and stands in the same order. */
const areSame = <Item>(
  a: readonly Item[],
  b: readonly Item[],
  object: (item: Item) => unknown,
): boolean =>
  a === b ||
  (a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && object(item) === object(other);
    }));

/** Namespaces with a policy that the other world does not have there. */
function changedIn({ policies }: World, other: World): readonly string[] {
  const theirs = new Map(other.policies.map(({ policy, namespace }) => [policy, namespace]));
  return policies.flatMap(({ policy, namespace }) =>
    theirs.get(policy) === namespace ? [] : [namespace],
  );
}
