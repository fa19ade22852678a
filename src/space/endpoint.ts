import { NAME_LABEL } from "../model/name-label.ts";
import type { Labels } from "../model/workload.ts";
import {
  ALL_ADDRESSES,
  hasPoint,
  intersectAddresses,
  isAllAddresses,
  subtractAddresses,
  type Addresses,
} from "./addresses.ts";
import { intervalsMeet, sameIntervals, uniteIntervals } from "./intervals.ts";
import {
  ANY_LABELS,
  boxesAreDisjoint,
  boxMatches,
  intersectBoxes,
  sameBox,
  subtractBoxes,
  uniteBoxes,
  withKey,
  type LabelBox,
} from "./label-box.ts";
import { isEmptyValueSet } from "./value-set.ts";
import {
  intersectSets,
  sameSet,
  setsMeet,
  subtractSets,
  uniteSets,
  type StringSet,
} from "./string-set.ts";

/**
 * Namespaces. `known`: by name, labels declared in the scope (at the revision where the set was made).
 * `unknown`: every namespace whose labels the scope does not declare, outside ones included, by a
 * condition on its labels, in which `kubernetes.io/metadata.name` stands for its name. The two never
 * overlap: the unknown ones implicitly leave out the known names.
 */
export type NamespaceSet =
  | { readonly type: "known"; readonly names: StringSet }
  | { readonly type: "unknown"; readonly labels: LabelBox };

/** One end of a flow: an address outside the pods of the cluster, or pods. */
export type Endpoint = { readonly type: "address"; readonly addresses: Addresses } | PodEndpoint;

export interface PodEndpoint {
  readonly type: "pod";
  readonly namespaces: NamespaceSet;
  readonly labels: LabelBox;
  /** Addresses of the pods themselves: an `ipBlock` can match pods (see the assumption on ipBlock). */
  readonly addresses: Addresses;
}

export const anyAddress: Endpoint = { type: "address", addresses: ALL_ADDRESSES };

export const podsIn = (namespaces: NamespaceSet, labels: LabelBox = ANY_LABELS): PodEndpoint => ({
  type: "pod",
  namespaces,
  labels,
  addresses: ALL_ADDRESSES,
});

function intersectNamespaces(a: NamespaceSet, b: NamespaceSet): NamespaceSet | undefined {
  if (a === b) return a;
  if (a.type === "known" && b.type === "known") {
    const names = intersectSets(a.names, b.names);
    return names.size === 0 ? undefined : names === a.names ? a : { type: "known", names };
  }
  if (a.type === "unknown" && b.type === "unknown") {
    const labels = intersectBoxes(a.labels, b.labels);
    return labels && { type: "unknown", labels };
  }
  return undefined;
}

/** No namespace lacks its name label: a condition that only such a one could meet means nothing. */
function withName(labels: LabelBox): readonly LabelBox[] {
  const names = labels.get(NAME_LABEL);
  if (names === undefined || !names.absent) return [labels];
  const present = { ...names, absent: false };
  return isEmptyValueSet(present) ? [] : [withKey(labels, NAME_LABEL, present)];
}

function subtractNamespaces(a: NamespaceSet, b: NamespaceSet): readonly NamespaceSet[] {
  if (a.type === "known" && b.type === "known") {
    const names = subtractSets(a.names, b.names);
    return names.size === 0 ? [] : [{ type: "known", names }];
  }
  if (a.type === "unknown" && b.type === "unknown")
    return subtractBoxes(a.labels, b.labels)
      .flatMap(withName)
      .map((labels) => ({ type: "unknown", labels }));
  return [a];
}

export function intersectEndpoints(a: Endpoint, b: Endpoint): Endpoint | undefined {
  if (a === b) return a;
  if (a.type !== b.type) return undefined;
  const addresses = intersectAddresses(a.addresses, b.addresses);
  if (addresses.length === 0) return undefined;
  if (a.type === "address" || b.type === "address") return { type: "address", addresses };
  const namespaces = intersectNamespaces(a.namespaces, b.namespaces);
  if (namespaces === undefined) return undefined;
  const labels = intersectBoxes(a.labels, b.labels);
  return labels && { type: "pod", namespaces, labels, addresses };
}

/** Whether the two have a pod or an address in common: cheaper than {@link intersectEndpoints}. */
export function endpointsMeet(a: Endpoint, b: Endpoint): boolean {
  if (a.type !== b.type || !intervalsMeet(a.addresses, b.addresses)) return false;
  if (a.type === "address" || b.type === "address") return true;
  return namespacesMeet(a.namespaces, b.namespaces) && !boxesAreDisjoint(a.labels, b.labels);
}

function namespacesMeet(a: NamespaceSet, b: NamespaceSet): boolean {
  if (a.type === "known") return b.type === "known" && setsMeet(a.names, b.names);
  return b.type === "unknown" && !boxesAreDisjoint(a.labels, b.labels);
}

/** `a` without `b`, as disjoint endpoints. */
export function subtractEndpoints(a: Endpoint, b: Endpoint): readonly Endpoint[] {
  const common = intersectEndpoints(a, b);
  if (common === undefined) return [a];
  const rest: Endpoint[] = [];
  const outside = subtractAddresses(a.addresses, b.addresses);
  if (outside.length > 0) rest.push({ ...a, addresses: outside });
  if (a.type === "address" || b.type === "address" || common.type === "address") return rest;
  for (const namespaces of subtractNamespaces(a.namespaces, b.namespaces))
    rest.push({ ...a, namespaces, addresses: common.addresses });
  for (const labels of subtractBoxes(a.labels, b.labels)) rest.push({ ...common, labels });
  return rest;
}

export function sameEndpoint(a: Endpoint, b: Endpoint): boolean {
  if (a === b) return true;
  if (!sameIntervals(a.addresses, b.addresses)) return false;
  if (a.type === "address" || b.type === "address") return a.type === b.type;
  return sameNamespaces(a.namespaces, b.namespaces) && sameBox(a.labels, b.labels);
}

function sameNamespaces(a: NamespaceSet, b: NamespaceSet): boolean {
  if (a === b) return true;
  if (a.type === "known") return b.type === "known" && sameSet(a.names, b.names);
  return b.type === "unknown" && sameBox(a.labels, b.labels);
}

/** One endpoint for the union of both, where they differ in one dimension only. */
export function uniteEndpoints(a: Endpoint, b: Endpoint): Endpoint | undefined {
  const sameAddresses = sameIntervals(a.addresses, b.addresses);
  if (a.type === "address" || b.type === "address") {
    if (a.type !== b.type) return undefined;
    return { type: "address", addresses: uniteIntervals(a.addresses, b.addresses) };
  }
  const namespacesEqual = sameNamespaces(a.namespaces, b.namespaces);
  if (sameBox(a.labels, b.labels)) {
    if (namespacesEqual) return { ...a, addresses: uniteIntervals(a.addresses, b.addresses) };
    if (!sameAddresses) return undefined;
    const namespaces = uniteNamespaces(a.namespaces, b.namespaces);
    return namespaces && { ...a, namespaces };
  }
  if (!namespacesEqual || !sameAddresses) return undefined;
  const labels = uniteBoxes(a.labels, b.labels);
  return labels && { ...a, labels };
}

function uniteNamespaces(a: NamespaceSet, b: NamespaceSet): NamespaceSet | undefined {
  if (a.type === "known" && b.type === "known")
    return { type: "known", names: uniteSets(a.names, b.names) };
  if (a.type === "known" || b.type === "known") return undefined;
  const labels = uniteBoxes(a.labels, b.labels);
  return labels && { type: "unknown", labels };
}

/** A single pod or address: what a region can be asked about. */
export type EndpointPoint =
  | { readonly type: "address"; readonly address: bigint }
  | {
      readonly type: "pod";
      readonly namespace: string;
      /** Labels of the namespace; absent for a known namespace, whose sets go by name. */
      readonly namespaceLabels?: Labels;
      readonly labels: Labels;
      readonly address: bigint;
    };

export function endpointHas(endpoint: Endpoint, point: EndpointPoint): boolean {
  if (!hasPoint(endpoint.addresses, point.address)) return false;
  if (endpoint.type === "address" || point.type === "address") return endpoint.type === point.type;
  if (!boxMatches(endpoint.labels, point.labels)) return false;
  const { namespaces } = endpoint;
  if (namespaces.type === "known")
    return point.namespaceLabels === undefined && namespaces.names.has(point.namespace);
  return (
    point.namespaceLabels !== undefined && boxMatches(namespaces.labels, point.namespaceLabels)
  );
}

export const isEveryPod = (endpoint: Endpoint): boolean =>
  endpoint.type === "pod" &&
  endpoint.labels.size === 0 &&
  isAllAddresses(endpoint.addresses) &&
  endpoint.namespaces.type === "unknown" &&
  endpoint.namespaces.labels.size === 0;
