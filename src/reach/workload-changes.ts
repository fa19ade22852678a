import { sameWorkloads, type PlacedWorkload, type World } from "../world/world.ts";
import { traitsOf } from "../scope/workload-traits.ts";
import { workloadIdentity } from "./pair-workloads.ts";

export interface WorkloadChanges {
  /** At head and not at base. */
  readonly came: readonly PlacedWorkload[];
  /** At base and not at head. */
  readonly went: readonly PlacedWorkload[];
}

/**
 * Workloads that appear or leave. One that takes the place of another that policies cannot tell from it does neither:
 * the pods are the same to everybody.
 */
export function workloadChanges(base: World, head: World): WorkloadChanges {
  if (sameWorkloads(base.workloads, head.workloads)) return { came: [], went: [] };
  return {
    came: onlyIn(head.workloads, base.workloads),
    went: onlyIn(base.workloads, head.workloads),
  };
}

function onlyIn(
  some: readonly PlacedWorkload[],
  others: readonly PlacedWorkload[],
): readonly PlacedWorkload[] {
  const known = new Set(others.map(({ workload }) => workload));
  const changed = some.filter(({ workload }) => !known.has(workload));
  if (changed.length === 0) return [];
  const places = new Set(others.flatMap((placed) => [workloadIdentity(placed), cellOf(placed)]));
  return changed.filter(
    (placed) => !places.has(workloadIdentity(placed)) && !places.has(cellOf(placed)),
  );
}

/** No identity has a blank in it. */
const cellOf = ({ workload, namespace }: PlacedWorkload): string =>
  `${namespace} ${traitsOf(workload)}`;
