import type { EndpointText } from "../model/report.ts";
import type { Workload } from "../model/workload.ts";
import { ALL_ADDRESSES, ALL_IPV4, ALL_IPV6 } from "../space/addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { type NamespaceSet, type PodEndpoint } from "../space/endpoint.ts";
import { sameIntervals } from "../space/intervals.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { ValueSet } from "../space/value-set.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { holdsFor } from "./added-labels.ts";
import { describeAddresses } from "./describe-addresses.ts";

const SHOWN = 3;
/** Workloads that a report names of one end. */
const LISTED = 10;

/** What the words about pods are drawn from: the workloads of one world. */
export interface PodWords {
  workloadsIn(namespace: string): readonly PlacedWorkload[];
  /** The workload that a token of the comparison stands for. */
  workloadOf(token: string): PlacedWorkload | undefined;
  /** How a namespace is called in print; differs where the manifests name none. */
  label(namespace: string): string;
}

export const workloadId = ({ namespace, workload }: PlacedWorkload): string =>
  `${namespace}/${workload.name}[${workload.kind}]`;

/** A condition on labels in words: `app=web`, `app not db`, `without tier`. Empty for "any". */
export function describeLabels(box: LabelBox): string {
  return [...box].map(([key, values]) => describeValues(key, values)).join(", ");
}

/** Pods that one of several conditions finds; empty where one of them finds every pod. */
export function describeAnyOf(boxes: readonly LabelBox[]): string {
  const texts = [...new Set(boxes.map(describeLabels))];
  if (texts.includes("")) return "";
  const more = texts.length > SHOWN ? " or others" : "";
  return texts.slice(0, SHOWN).join(" or ") + more;
}

function describeValues(key: string, { absent, negated, values }: ValueSet): string {
  const all = [...values].toSorted();
  const list = all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? ", …" : "");
  if (!negated) {
    if (all.length === 0) return `without ${key}`;
    const given = all.length === 1 ? `${key}=${list}` : `${key} in (${list})`;
    return absent ? `${given} or without ${key}` : given;
  }
  if (all.length === 0) return `with any ${key}`;
  return absent ? `${key} not ${list}` : `with a ${key} other than ${list}`;
}

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
  const labels = describeAnyOf(endpoints.map((endpoint) => endpoint.labels));
  const where = describeNamespaces(
    endpoints.map(({ namespaces }) => namespaces),
    words,
  );
  const [only] = workloads;
  const text =
    workloads.size === 1 &&
    only !== undefined &&
    endpoints.every(({ labels: box }) => isNarrow(box) && holdsFor(box, only.workload) === "all") &&
    where.single !== undefined
      ? `${words.label(only.namespace)}/${only.workload.name}`
      : `${labels === "" ? "any pod" : `pods ${labels}`} in ${where.text}`;
  const restricted = [ALL_ADDRESSES, ALL_IPV4, ALL_IPV6].some((all) =>
    sameIntervals(all, first.addresses),
  )
    ? ""
    : ` with an address in ${describeAddresses(first.addresses)}`;
  return {
    text: text + restricted,
    type: "pods",
    ...(where.single === undefined ? {} : { namespace: where.single }),
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

function describeNamespaces(
  sets: readonly NamespaceSet[],
  words: PodWords,
): { readonly text: string; readonly single?: string } {
  const names = [
    ...new Set(
      sets.flatMap((set) => (set.type === "known" ? [...set.names] : namesOf(set.labels))),
    ),
  ].toSorted();
  const conditions = [
    ...new Set(
      sets.flatMap((set) =>
        set.type === "known" || namesOf(set.labels).length > 0
          ? []
          : [describeConditions(set.labels)],
      ),
    ),
  ];
  const shown = names.slice(0, SHOWN).map((name) => words.label(name));
  const listed =
    shown.join(", ") + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : "");
  const [condition] = conditions;
  if (condition === undefined) {
    const [only] = names;
    return { text: listed, ...(only === undefined || names.length > 1 ? {} : { single: only }) };
  }
  if (condition === "") {
    const left = [...new Set(sets.flatMap(leftOut))].toSorted();
    if (left.length === 0) return { text: "any namespace" };
    if (left.length > SHOWN) return { text: "any other namespace" };
    return { text: `any namespace except ${left.map((name) => words.label(name)).join(", ")}` };
  }
  const now = names.length === 0 ? "" : ` (today: ${listed})`;
  return { text: `namespaces ${conditions.join(" or ")}${now}` };
}

/** Names that a set of all other namespaces leaves out. */
function leftOut(set: NamespaceSet): readonly string[] {
  const names = set.type === "unknown" ? set.labels.get(NAME_LABEL) : undefined;
  return names?.negated === true ? [...names.values] : [];
}

/** The names that a condition pins down, if it does. */
function namesOf(labels: LabelBox): readonly string[] {
  const names = labels.get(NAME_LABEL);
  return names === undefined || names.negated || names.absent ? [] : [...names.values];
}

function describeConditions(labels: LabelBox): string {
  const others = new Map([...labels].filter(([key]) => key !== NAME_LABEL));
  return describeLabels(others);
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
