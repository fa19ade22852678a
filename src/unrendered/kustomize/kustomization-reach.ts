import { posix } from "node:path";
import { isApplyMark } from "../../manifest/apply-marks.ts";
import { isManifestPath } from "../../scope/manifest-paths.ts";
import { isRecord, plainValues } from "../../scope/plain-values.ts";
import type { PolicyWords } from "../policy-words.ts";
import {
  ANYTHING,
  closureOf,
  entriesOf,
  fieldsOf,
  LISTS,
  type Closure,
  type ClosureContext,
} from "./closure.ts";
import { chartsReach } from "./helm-charts.ts";
import { givenLabels } from "./label-fields.ts";
import { listsReach } from "./list-reach.ts";
import { documentsReach } from "./maker-reach.ts";
import { aimedPatchReaches } from "./patch-reach.ts";
import { replacementReaches } from "./replacement-reach.ts";
import type { Side } from "./revision-index.ts";

type Fields = Readonly<Record<string, unknown>>;

export interface ReachContext extends ClosureContext {
  /** The folder of the kustomization. */
  readonly folder: string;
  readonly policies: PolicyWords;
}

/** Fields that cannot change what a policy says, whether it applies, or whom it selects. */
const HARMLESS = new Set([
  "images",
  "imageTags",
  "replicas",
  "generatorOptions",
  "openapi",
  "buildMetadata",
  "sortOptions",
  "metadata",
  "apiVersion",
]);

/** Whether a kustomization differs in anything that can reach a policy or what policies tell about pods. */
export function kustomizationReaches(
  before: Fields,
  after: Fields,
  context: ReachContext,
): boolean {
  const { policies } = context;
  if (chartsReach(before, after, policies)) return true;
  if (!policies.any) return false;
  const keys = changedFields(before, after);
  if (keys.length === 0) return false;
  const reach = reachOf(before, after, context);
  return keys.some((key) => fieldReaches(key, { before, after }, { ...context, reach }));
}

/** The fields in which two versions of a kustomization differ, without those that never matter. */
export const changedFields = (before: Fields, after: Fields): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => {
    const [old, now] = [before[key], after[key]];
    if (key === "kind") return (old === "Component") !== (now === "Component");
    return (
      !HARMLESS.has(key) &&
      JSON.stringify(old) !== JSON.stringify(now) &&
      [old, now].some((value) => value !== undefined && mayStop(key, value))
    );
  });

/** Annotations for everything can say that a tool leaves it out; generated values can hold policies. */
function mayStop(key: string, value: unknown): boolean {
  if (key === "commonAnnotations") return isRecord(value) && Object.keys(value).some(isApplyMark);
  return (
    !/^(?:configMap|secret)Generator$/.test(key) || /values|polic/i.test(JSON.stringify(value))
  );
}

const SIDES = ["base", "head"] as const;

/** All that the kustomization leads to, at either revision. */
function reachOf(before: Fields, after: Fields, context: ReachContext): Closure {
  if ([before, after].some(({ kind }) => kind === "Component")) return ANYTHING;
  const [old, now] = ([before, after] as const).map((fields, index) => {
    const closure = closureOf(
      entriesOf(fields),
      { folder: context.folder, side: SIDES[index] ?? "head" },
      context,
    );
    const makes = ["generators", "transformers", "helmCharts", "helmChartInflationGenerator"];
    return { ...closure, opaque: closure.opaque || makes.some((key) => fields[key] !== undefined) };
  });
  if (old === undefined || now === undefined) return ANYTHING;
  return {
    policies: old.policies || now.policies,
    namespaces: old.namespaces || now.namespaces,
    appliers: old.appliers || now.appliers,
    workloads: [...old.workloads, ...now.workloads],
    opaque: old.opaque || now.opaque,
  };
}

interface FieldContext extends ReachContext {
  readonly reach: Closure;
}

interface Pair {
  readonly before: Fields;
  readonly after: Fields;
}

function fieldReaches(key: string, { before, after }: Pair, context: FieldContext): boolean {
  const { reach } = context;
  const bears = reach.policies || reach.namespaces || reach.appliers || reach.opaque;
  switch (key) {
    case "resources":
    case "bases":
      return listsReach(before, after, context);
    case "components":
      return listsReach(before, after, context) || componentsReach({ before, after }, context);
    case "namespace":
    case "vars":
    case "configurations":
      return bears || reach.workloads.length > 0;
    case "namePrefix":
    case "nameSuffix":
      return reach.policies || reach.appliers || reach.opaque;
    case "labels":
    case "commonLabels":
      return labelsReach({ before, after }, context);
    case "commonAnnotations":
    case "configMapGenerator":
    case "secretGenerator":
      return [before[key], after[key]].some((value) => value !== undefined && mayStop(key, value));
    case "helmGlobals":
    case "helmCharts":
    case "helmChartInflationGenerator":
      // Compared chart by chart.
      return false;
    case "patches":
    case "patchesJson6902":
    case "patchesStrategicMerge":
      return itemsReach(before[key], after[key], (item, side) => patchReaches(item, side, context));
    case "replacements":
      return itemsReach(before[key], after[key], (item, side) =>
        documentsOf(item, side, context).some(replacementReaches),
      );
    case "generators":
    case "transformers":
    case "validators":
      return makersReach(before[key], after[key], context);
    default:
      return bears || reach.workloads.length > 0;
  }
}

/** Components that come or go do the same to this kustomization's objects as its own fields would. */
function componentsReach({ before, after }: Pair, context: FieldContext): boolean {
  const [old, now] = [before, after].map((fields) => entriesOf(fields, ["components"]));
  return (
    (old ?? []).some(
      (entry) => !now?.includes(entry) && componentReaches(entry, "base", context),
    ) ||
    (now ?? []).some((entry) => !old?.includes(entry) && componentReaches(entry, "head", context))
  );
}

/** What a component does to the objects of whoever lists it. */
function componentReaches(entry: string, side: Side, context: FieldContext): boolean {
  const folder = posix.normalize(posix.join(context.folder, entry)).replace(/\/$/, "");
  const file = ["kustomization.yaml", "kustomization.yml", "Kustomization"].flatMap(
    (name) => context.fileAt(side, posix.join(folder, name)) ?? [],
  )[0];
  const fields = file && fieldsOf(context.texts.text(file.id));
  if (fields === undefined) return true;
  const lists: readonly string[] = LISTS;
  return Object.keys(fields).some(
    (key) =>
      key !== "kind" &&
      !lists.includes(key) &&
      changedFields({}, { [key]: fields[key] }).length > 0 &&
      fieldReaches(key, { before: {}, after: fields }, { ...context, folder }),
  );
}

function labelsReach({ before, after }: Pair, { reach, policies }: FieldContext): boolean {
  const [old, now] = [before, after].map(givenLabels);
  if (old === undefined || now === undefined) return true;
  const [olds, nows] = [old, now].map((labels) => new Set(labels.map(({ text }) => text)));
  const changed = [
    ...old.filter(({ text }) => nows?.has(text) !== true),
    ...now.filter(({ text }) => olds?.has(text) !== true),
  ];
  return changed.some(
    ({ key, inSelectors }) =>
      policies.mention(key) || (inSelectors && (reach.policies || reach.opaque)),
  );
}

/** Whether an item that stands at one revision only can reach anything. */
function itemsReach(
  before: unknown,
  after: unknown,
  reaches: (item: unknown, side: Side) => boolean,
): boolean {
  const [old, now] = [before, after].map((list) =>
    Array.isArray(list) ? (list as readonly unknown[]) : list === undefined ? [] : [list],
  );
  if (old === undefined || now === undefined) return true;
  const texts = [old, now].map((list) => new Set(list.map((item) => JSON.stringify(item))));
  return (
    old.some((item) => texts[1]?.has(JSON.stringify(item)) !== true && reaches(item, "base")) ||
    now.some((item) => texts[0]?.has(JSON.stringify(item)) !== true && reaches(item, "head"))
  );
}

function patchReaches(item: unknown, side: Side, context: FieldContext): boolean {
  const target = isRecord(item) ? item["target"] : undefined;
  const inline = isRecord(item) ? item["patch"] : item;
  if (typeof inline === "string" && /[\n:{]/.test(inline)) return aimedPatchReaches(inline, target);
  const path = isRecord(item) ? item["path"] : item;
  const text = typeof path === "string" ? textAt(path, side, context) : undefined;
  return text === undefined || aimedPatchReaches(text, target);
}

/** Generators and transformers, one by one, and charts among them by what changed. */
function makersReach(before: unknown, after: unknown, context: FieldContext): boolean {
  const gone: unknown[] = [];
  const came: unknown[] = [];
  const isOpaque = itemsReach(before, after, (item, side) => {
    const documents = documentsOf(item, side, context);
    (side === "base" ? gone : came).push(...documents);
    return documents.length === 0;
  });
  if (isOpaque) return true;
  // `some` stops at the first that reaches, and none does while they are collected.
  return documentsReach(gone, came, context.policies);
}

/** The documents of an item that is a text itself or the path of one; none where it cannot be read. */
function documentsOf(item: unknown, side: Side, context: FieldContext): readonly unknown[] {
  if (isRecord(item) && item["path"] === undefined) return [item];
  const given = isRecord(item) ? item["path"] : item;
  if (typeof given !== "string") return [];
  const text = given.includes("\n") ? given : textAt(given, side, context);
  return text === undefined ? [] : (plainValues(text) ?? []).flat();
}

function textAt(path: string, side: Side, context: FieldContext): string | undefined {
  const full = posix.normalize(posix.join(context.folder, path));
  const file = isManifestPath(full) ? context.fileAt(side, full) : undefined;
  return file && context.texts.text(file.id);
}
