import { groupByNamespace, type PlacedWorkload, type World } from "../world/world.ts";
import type { PodWords } from "./describe-pods.ts";
import { namespaceAt, type MovedWorkload } from "./moved-workload.ts";

/** Words for the pods of one revision; `side` tells which form of a moved workload it holds. */
export function createPodWords(
  world: World,
  moved: readonly MovedWorkload[] = [],
  side: "base" | "head" = "head",
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
    workloadOf: (token) => tokens.get(token),
    label: namespaceLabel,
  };
}

/** Objects without a namespace land wherever the manifests are applied; print has to say so. */
export const namespaceLabel = (namespace: string): string =>
  namespace === "" ? "(namespace not set)" : namespace;
