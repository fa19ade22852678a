import { groupBy } from "../model/group-by.ts";
import { lazily } from "../model/lazily.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import { groupByNamespace, type PlacedPolicy, type World } from "../world/world.ts";

/** The policies of one revision by name, for as many questions as there are rows. */
export interface PolicyLookup {
  /** More than one where the same object is defined twice. */
  all(namespace: string, name: string): readonly NetworkPolicy[];
  find(namespace: string, name: string): NetworkPolicy | undefined;
  /** The policy of a namespace that selects by the fewest requirements. */
  broadest(namespace: string): NetworkPolicy | undefined;
}

export function createPolicyLookup({ policies }: World): PolicyLookup {
  const everything = lazily(() => groupByNamespace(policies));
  const asked = new Map<string, NamespacePolicies>();
  const inNamespace = (namespace: string): NamespacePolicies => {
    const before = asked.get(namespace);
    if (before !== undefined) return before;
    // A change mostly concerns few of many namespaces: to go through all for each costs less than to sort all.
    const own =
      asked.size < FEW
        ? policies.filter((placed) => placed.namespace === namespace)
        : (everything().get(namespace) ?? []);
    const answer = {
      byName: groupBy(
        own.map(({ policy }) => policy),
        ({ name }) => name,
      ),
      broadest: broadestOf(own),
    };
    asked.set(namespace, answer);
    return answer;
  };
  const all = (namespace: string, name: string): readonly NetworkPolicy[] =>
    inNamespace(namespace).byName.get(name) ?? [];
  return {
    all,
    find: (namespace, name) => all(namespace, name)[0],
    broadest: (namespace) => inNamespace(namespace).broadest,
  };
}

const FEW = 8;

interface NamespacePolicies {
  readonly byName: ReadonlyMap<string, readonly NetworkPolicy[]>;
  readonly broadest: NetworkPolicy | undefined;
}

const width = (policy: NetworkPolicy): number => policy.podSelector.requirements.length;

function broadestOf(placed: readonly PlacedPolicy[]): NetworkPolicy | undefined {
  let best: NetworkPolicy | undefined;
  for (const { policy } of placed)
    if (best === undefined || width(policy) < width(best)) best = policy;
  return best;
}
