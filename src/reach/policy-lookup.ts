import { lazily } from "../model/lazily.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import { groupByNamespace, policyKey, type PlacedPolicy, type World } from "../world/world.ts";

/** The policies of one revision by name, for as many questions as there are rows. */
export interface PolicyLookup {
  /** More than one where the same object is defined twice. */
  all(namespace: string, name: string): readonly NetworkPolicy[];
  find(namespace: string, name: string): NetworkPolicy | undefined;
  /** The policy of a namespace that selects by the fewest requirements. */
  broadest(namespace: string): NetworkPolicy | undefined;
}

export function createPolicyLookup({ policies }: World): PolicyLookup {
  const byName = lazily(() => {
    const groups = new Map<string, NetworkPolicy[]>();
    for (const { policy, namespace } of policies) {
      const key = policyKey(namespace, policy.name);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [policy]);
      else group.push(policy);
    }
    return groups;
  });
  const byNamespace = lazily(() => groupByNamespace(policies));
  const broadest = new Map<string, NetworkPolicy | undefined>();
  const all = (namespace: string, name: string): readonly NetworkPolicy[] =>
    byName().get(policyKey(namespace, name)) ?? [];
  return {
    all,
    find: (namespace, name) => all(namespace, name)[0],
    broadest: (namespace) => {
      if (!broadest.has(namespace))
        broadest.set(namespace, broadestOf(byNamespace().get(namespace) ?? []));
      return broadest.get(namespace);
    },
  };
}

const width = (policy: NetworkPolicy): number => policy.podSelector.requirements.length;

function broadestOf(placed: readonly PlacedPolicy[]): NetworkPolicy | undefined {
  let best: NetworkPolicy | undefined;
  for (const { policy } of placed)
    if (best === undefined || width(policy) < width(best)) best = policy;
  return best;
}
