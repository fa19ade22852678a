import type { EndpointText } from "../model/report.ts";
import type { Workload } from "../model/workload.ts";
import { ALL_ADDRESSES, ALL_IPV4, ALL_IPV6 } from "../space/addresses.ts";
import type { PodEndpoint } from "../space/endpoint.ts";
import { sameIntervals } from "../space/intervals.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { StringSet } from "../space/string-set.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { holdsFor } from "./added-labels.ts";
import { describeAddresses } from "./describe-addresses.ts";
import { describePodsOf } from "./label-words.ts";
import { describeNamespaces, namesOf } from "./namespace-words.ts";

/** Workloads that a report names of one end. */
const LISTED = 10;

/** What the words about pods are drawn from: the workloads of one world. */
export interface PodWords {
  workloadsIn(namespace: string): readonly PlacedWorkload[];
  /** The workload that a token of the comparison stands for. */
  workloadOf(token: string): PlacedWorkload | undefined;
  /** The namespaces that are known by their labels, and so found by name where "any" is meant. */
  readonly known: StringSet;
  /** How a namespace is called in print; differs where the manifests name none. */
  label(namespace: string): string;
}

export const workloadId = ({ namespace, workload }: PlacedWorkload): string =>
  `${namespace}/${workload.name}[${workload.kind}]`;

/** Pods in words, with the workloads among them. */
export function describePods(
  endpoints: readonly PodEndpoint[],
  words: PodWords,
  declares: (workload: Workload) => boolean = () => true,
): EndpointText {
  const [first] = endpoints.toSorted((a, b) => a.labels.size - b.labels.size);
  if (first === undefined) return { text: "no pod", type: "pods", workloads: [], more: 0 };
  const moved = movedAmong(first, words);
  if (moved !== undefined)
    return {
      text: `${words.label(moved.namespace)}/${moved.workload.name}`,
      type: "pods",
      namespace: moved.namespace,
      workloads: [workloadId(moved)],
      more: 0,
    };
  const workloads = new Set(
    endpoints
      .flatMap((endpoint) => workloadsAmong(endpoint, words))
      .filter(({ workload }) => declares(workload)),
  );
  const where = describeNamespaces(
    endpoints.map(({ namespaces }) => namespaces),
    words,
    workloads.size > 0,
  );
  const [only] = workloads;
  const text =
    workloads.size === 1 &&
    only !== undefined &&
    endpoints.every(({ labels: box }) => isNarrow(box) && holdsFor(box, only.workload) === "all") &&
    where.single !== undefined
      ? `${words.label(only.namespace)}/${only.workload.name}`
      : describePodsOf(
          endpoints.map((endpoint) => endpoint.labels),
          where.text,
        );
  const restricted = [ALL_ADDRESSES, ALL_IPV4, ALL_IPV6].some((all) =>
    sameIntervals(all, first.addresses),
  )
    ? ""
    : ` with an address in ${describeAddresses(first.addresses)}`;
  return {
    text: text + restricted,
    type: "pods",
    ...(where.single === undefined ? {} : { namespace: where.single }),
    ...(workloads.size === 0 && where.names.some((name) => words.workloadsIn(name).length > 0)
      ? { missing: endpoints.every(({ labels }) => isNarrow(labels)) ? "named" : "other" }
      : {}),
    workloads: [...workloads].slice(0, LISTED).map(workloadId),
    more: Math.max(0, workloads.size - LISTED),
  };
}

/** Conditions that name the values they want: what they mean today is what they mean. */
const isNarrow = (labels: LabelBox): boolean =>
  labels.size > 0 && [...labels.values()].every(({ absent, negated }) => !absent && !negated);

export function movedAmong(
  { namespaces }: PodEndpoint,
  words: PodWords,
): PlacedWorkload | undefined {
  if (namespaces.type !== "known" || namespaces.names.size !== 1) return undefined;
  return words.workloadOf([...namespaces.names][0] ?? "");
}

function workloadsAmong(endpoint: PodEndpoint, words: PodWords): readonly PlacedWorkload[] {
  const { namespaces } = endpoint;
  const names = namespaces.type === "known" ? [...namespaces.names] : namesOf(namespaces.labels);
  return names.flatMap((name) =>
    words
      .workloadsIn(name)
      .filter(
        ({ workload }) => !workload.hostNetwork && holdsFor(endpoint.labels, workload) !== "none",
      ),
  );
}
