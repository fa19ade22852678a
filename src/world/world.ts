import { groupBy } from "../model/group-by.ts";
import type { NetworkPlugin } from "../model/network-plugin.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import type { Service } from "../model/service.ts";
import type { Labels, NamespaceObject, Workload } from "../model/workload.ts";

/** A policy in the namespace it lands in, declared or resolved. */
export interface PlacedPolicy {
  readonly policy: NetworkPolicy;
  readonly namespace: string;
}

export interface PlacedWorkload {
  readonly workload: Workload;
  readonly namespace: string;
}

export interface PlacedService {
  readonly service: Service;
  readonly namespace: string;
}

/**
 * One scope at one revision. An object whose file is the same at both revisions is the same reference in
 * both worlds, so "unchanged" costs a comparison of references.
 */
export interface World {
  readonly namespaces: ReadonlyMap<string, NamespaceObject>;
  readonly policies: readonly PlacedPolicy[];
  readonly workloads: readonly PlacedWorkload[];
  /** Services and network plugins explain policies; they decide nothing. */
  readonly services?: readonly PlacedService[];
  readonly plugins?: readonly NetworkPlugin[];
  /** Policies that the API server would reject, as {@link policyKey}: they count as not applied. */
  readonly rejected?: ReadonlySet<string>;
  /** Namespaces whose manifest the API server would refuse: they are there, with labels that nobody knows. */
  readonly refusedNamespaces?: ReadonlySet<string>;
}

export const policyKey = (namespace: string, name: string): string => `${namespace}/${name}`;

const EMPTY_WORLD: World = { namespaces: new Map(), policies: [], workloads: [] };

/** Labels of the namespaces that are declared, by name. */
export type NamespaceLabels = ReadonlyMap<string, Labels>;

/**
 * Namespace labels for a comparison. A namespace that only one revision declares keeps the declared labels
 * at the other: a manifest that comes or goes is no evidence that the labels on the cluster changed.
 */
export function namespaceLabelsOf(world: World, other: World = EMPTY_WORLD): NamespaceLabels {
  const labels = new Map<string, Labels>();
  for (const [name, namespace] of other.namespaces) labels.set(name, namespace.labels);
  for (const [name, namespace] of world.namespaces) labels.set(name, namespace.labels);
  return labels;
}

export const groupByNamespace = <T extends { readonly namespace: string }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> => groupBy(items, ({ namespace }) => namespace);

/** Whether two revisions have the very same workloads, as they do where no file with one changed. */
export const sameWorkloads = (
  base: readonly PlacedWorkload[],
  head: readonly PlacedWorkload[],
): boolean =>
  base === head ||
  (base.length === head.length &&
    base.every(({ workload, namespace }, index) => {
      const other = head[index];
      return other?.workload === workload && other.namespace === namespace;
    }));
