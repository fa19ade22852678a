import { groupBy } from "../model/group-by.ts";
import { effectOf } from "../scope/policy-content.ts";
import { policyKey, type PlacedPolicy, type World } from "./world.ts";

const keyOf = ({ policy, namespace }: PlacedPolicy): string => policyKey(namespace, policy.name);

/**
 * The head as it is where the last one applied of two policies with one name is the one that changed: what
 * stood before it under its name is not there any more.
 */
export function withoutOverwritten(base: World, head: World): World {
  const standing = new Set(base.policies.map(({ policy }) => policy));
  const came = head.policies.filter(({ policy }) => !standing.has(policy));
  if (came.length === 0) return head;
  const before = groupBy(base.policies, keyOf);
  const saysNew = (placed: PlacedPolicy): boolean =>
    !before.get(keyOf(placed))?.some(({ policy }) => effectOf(policy) === effectOf(placed.policy));
  const names = new Set(came.filter(saysNew).map(keyOf));
  if (names.size === 0) return head;
  return {
    ...head,
    policies: head.policies.filter((placed) => !names.has(keyOf(placed)) || saysNew(placed)),
  };
}
