import { listFirst } from "../model/list-first.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { NamespaceSet } from "../space/endpoint.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { PodWords } from "./describe-pods.ts";
import { describeLabels } from "./label-words.ts";

const SHOWN = 3;

export interface NamespaceWords {
  readonly text: string;
  /** The only namespace that is meant, if it is one. */
  readonly single?: string;
  /** All namespaces that are meant, where each has a name; else none. */
  readonly names: readonly string[];
}

/** Namespaces in words. Where workloads of them are named beside it, the namespaces need not be. */
export function describeNamespaces(
  sets: readonly NamespaceSet[],
  words: PodWords,
  hasWorkloads: boolean,
): NamespaceWords {
  const names = namesIn(sets, words);
  const conditions = [
    ...new Set(
      sets.flatMap((set) =>
        set.type === "known" || namesOf(set.labels).length > 0
          ? []
          : [describeConditions(set.labels)],
      ),
    ),
  ];
  const listed = listNames(names, words);
  if (conditions.length === 0) {
    const [only] = names;
    const single = only === undefined || names.length > 1 ? {} : { single: only };
    return { text: listed, names, ...single };
  }
  if (conditions.includes("")) return { text: describeAny(sets, names, words), names: [] };
  const text = `namespaces ${conditions.join(" or ")}`;
  if (names.length === 0)
    return { text: words.known.size === 0 ? text : `${text} outside these manifests`, names: [] };
  return { text: hasWorkloads ? text : `${text} (today: ${listed})`, names: [] };
}

/** Any namespace, but for those that are left out: by the condition, or because they are known and not meant. */
function describeAny(
  sets: readonly NamespaceSet[],
  names: readonly string[],
  words: PodWords,
): string {
  const meant = new Set(names);
  const left = [...new Set([...sets.flatMap((set) => leftOut(set, words)), ...words.known])]
    .filter((name) => !meant.has(name))
    .toSorted();
  if (left.length === 0) return "any namespace";
  if (names.length === 0 && words.known.size > 0) return "any other namespace";
  return `any namespace except ${listNames(left, words)}`;
}

const listNames = (names: readonly string[], words: PodWords): string =>
  listFirst(
    SHOWN,
    names.map((name) => words.label(name)),
  );

/** A workload that is compared as itself stands for a part of its namespace. */
const namesIn = (sets: readonly NamespaceSet[], words: PodWords): readonly string[] =>
  [
    ...new Set(
      sets
        .flatMap((set) => (set.type === "known" ? [...set.names] : namesOf(set.labels)))
        .map((name) => words.workloadOf(name)?.namespace ?? name),
    ),
  ].toSorted();

/** Names that a set of all other namespaces leaves out; a single workload is no namespace. */
function leftOut(set: NamespaceSet, words: PodWords): readonly string[] {
  const names = set.type === "unknown" ? set.labels.get(NAME_LABEL) : undefined;
  return names?.negated === true
    ? [...names.values].filter((name) => words.workloadOf(name) === undefined)
    : [];
}

/** The names that a condition pins down, if it does. */
export function namesOf(labels: LabelBox): readonly string[] {
  const names = labels.get(NAME_LABEL);
  return names === undefined || names.negated || names.absent ? [] : [...names.values];
}

function describeConditions(labels: LabelBox): string {
  const others = new Map([...labels].filter(([key]) => key !== NAME_LABEL));
  return describeLabels(others);
}
