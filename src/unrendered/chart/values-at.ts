import { isRecord, plainValues, valueAt } from "../../scope/plain-values.ts";
import { withoutActions } from "./templated-values.ts";
import type { KeyPath } from "./templates.ts";

type Values = Readonly<Record<string, unknown>>;

/** Values that no policy and no label is made of, where a template reads all. */
const HARMLESS =
  /image|^(?:tag|replicas|replicaCount|resources|(?:extra)?env(?:Vars|From)?|\w+Probe|nodeSelector|tolerations|affinity|(?:pod)?annotations)$/i;
/** Values of charts in charts: deeper than that nobody nests. */
const MAX_CHARTS = 3;

/** What values say at the paths, as text. Below keys of their own are the values of the charts that come along. */
export function valuesAt(
  { roots, actions }: FoundValues,
  read: readonly KeyPath[],
  { nested }: { readonly nested: boolean },
): string {
  const all = nested ? roots.flatMap((root) => withCharts(root, MAX_CHARTS)) : roots;
  const found = all.flatMap((root) =>
    read.flatMap((path) => {
      const value = path.length === 0 ? withoutHarmless(root, 0) : valueAt(root, ...path);
      return value === undefined ? [] : [`${path.join(".")} ${JSON.stringify(value)}`];
    }),
  );
  return found.length === 0 ? "" : [...found, actions].join("\n");
}

function withCharts(root: Values, depth: number): readonly Values[] {
  if (depth === 0) return [root];
  return [
    root,
    ...Object.values(root)
      .filter(isRecord)
      .flatMap((child) => withCharts(child, depth - 1)),
  ];
}

/** Values without those for images, sizes and places, which say nothing about who may talk to whom. */
export function withoutHarmless(value: unknown, depth: number): unknown {
  if (depth > 20) return value;
  if (Array.isArray(value)) return value.map((item) => withoutHarmless(item, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !HARMLESS.test(key))
      .map(([key, child]) => [key, withoutHarmless(child, depth + 1)]),
  );
}

export interface FoundValues {
  readonly roots: readonly Values[];
  /** Where the file is a template itself, the lines in it that choose among values. */
  readonly actions: string;
}

/**
 * The values in a text: a file without a kind, or what stands below `values` in its objects. Undefined where the
 * text cannot be read.
 */
export function valuesIn(text: string): FoundValues | undefined {
  const plain = text.includes("{{") ? undefined : plainValues(text);
  if (plain !== undefined) return { roots: plain.flatMap(rootsOf), actions: "" };
  const { text: bare, actions } = withoutActions(text);
  const values = plainValues(bare);
  return values && { roots: values.flatMap(rootsOf), actions };
}

function rootsOf(value: unknown): readonly Values[] {
  if (!isRecord(value)) return [];
  // A helmfile has no kind, and holds the values of releases.
  const isHolder = Array.isArray(value["releases"]);
  const isObject = value["kind"] !== undefined && value["apiVersion"] !== undefined;
  return isObject || isHolder ? held(value, 0) : [value];
}

const MAX_DEPTH = 8;
const HOLDER = /^values(?:Object|Inline)?$|\.ya?ml$/;
/** Parameters by name, of Argo CD and helmfile. */
const PARAMETERS = /^(?:parameters|set)$/;

function held(value: unknown, depth: number): readonly Values[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => held(item, depth + 1));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (PARAMETERS.test(key) && Array.isArray(child)) return child.flatMap(parameter);
    if (!HOLDER.test(key)) return held(child, depth + 1);
    const values = typeof child === "string" ? (plainValues(child) ?? []) : [child];
    return values.flat().filter(isRecord);
  });
}

/** `{name: netpol.on, value: "false"}` as the values that it sets. */
function parameter(item: unknown): readonly Values[] {
  const [name, value] = [valueAt(item, "name"), valueAt(item, "value")];
  if (typeof name !== "string" || name === "") return [];
  const values = name
    .split(".")
    .reduceRight<unknown>((inner, key) => ({ [key]: inner }), value ?? null);
  return isRecord(values) ? [values] : [];
}
