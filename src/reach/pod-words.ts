import { groupByNamespace, type PlacedWorkload, type World } from "../world/world.ts";
import type { StringSet } from "../space/string-set.ts";
import type { PodWords } from "./describe-pods.ts";
import { namespaceAt, type MovedWorkload } from "./moved-workload.ts";

interface PodWordsOptions {
  readonly moved?: readonly MovedWorkload[];
  /** Which form of a moved workload the world holds. */
  readonly side?: "base" | "head";
  /** Namespaces known by their labels, also from the other revision. */
  readonly known?: StringSet;
}

/** Words for the pods of one revision. */
export function createPodWords(
  world: World,
  { moved = [], side = "head", known = new Set(world.namespaces.keys()) }: PodWordsOptions = {},
): PodWords {
  let groups: ReadonlyMap<string, readonly PlacedWorkload[]> | undefined;
  const tokens = new Map(
    moved.map((entry) => [
      entry.token,
      { workload: { ...entry[side], hostNetwork: false }, namespace: namespaceAt(entry, side) },
    ]),
  );
  return {
    workloadsIn: (namespace) => {
      groups ??= groupByNamespace(world.workloads);
      return groups.get(namespace) ?? [];
    },
    known,
    workloadOf: (token) => tokens.get(token),
    label: namespaceLabel,
  };
}

/** Objects without a namespace land wherever the manifests are applied; print has to say so. */
export const namespaceLabel = (namespace: string): string =>
  namespace === "" ? "(namespace not set)" : namespace;
