import type { World } from "../world/world.ts";

export type NamespaceState = "kept" | "new" | "decommissioned";

/** Whether any object of a namespace is left at head, beyond the policies and workloads that a world holds. */
export type Occupied = (namespace: string) => boolean;

/**
 * What became of a namespace. Decommissioned only on evidence: its Namespace object was there and is gone
 * with its policies and workloads, or it had workloads and no object of any kind is left. Losing the last
 * policy alone is no evidence: in a repository of policies that is how a default-deny gets lost. Where the
 * Namespace object is gone and something else stays, the evidence contradicts itself: another reading of the
 * same change then takes the namespace for kept (see world/occupation.ts).
 */
export function namespaceStates(
  names: ReadonlySet<string>,
  worlds: { readonly base: World; readonly head: World },
  occupiedAtHead: Occupied,
): ReadonlyMap<string, NamespaceState> {
  const base = presenceIn(worlds.base, names);
  const head = presenceIn(worlds.head, names);
  const stateOf = (name: string): NamespaceState => {
    const before = base(name);
    const after = head(name);
    if (!before.declared && !before.refused && !before.policies && !before.workloads) return "new";
    if (after.declared || after.refused || after.policies || after.workloads) return "kept";
    if (before.declared) return "decommissioned";
    return before.workloads && !occupiedAtHead(name) ? "decommissioned" : "kept";
  };
  return new Map([...names].map((name) => [name, stateOf(name)]));
}

interface Presence {
  readonly declared: boolean;
  /** Declared by a manifest that the API server refuses: it may be there, and nothing shows that it is new or gone. */
  readonly refused: boolean;
  readonly policies: boolean;
  readonly workloads: boolean;
}

function presenceIn(world: World, names: ReadonlySet<string>): (name: string) => Presence {
  const among = (items: readonly { readonly namespace: string }[]): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const { namespace } of items) if (names.has(namespace)) found.add(namespace);
    return found;
  };
  const policies = new Set([...among(world.policies), ...rejectedIn(world)]);
  const workloads = among(world.workloads);
  return (name) => ({
    declared: world.namespaces.has(name),
    refused: world.refusedNamespaces?.has(name) === true,
    policies: policies.has(name),
    workloads: workloads.has(name),
  });
}

/** Namespaces of policies that the API server rejects: nothing of them holds, but they say that it is there. */
export const rejectedIn = ({ rejected }: World): readonly string[] =>
  [...(rejected ?? [])].map((key) => key.slice(0, key.indexOf("/")));
