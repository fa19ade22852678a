import type { LedgerEntry } from "../model/report.ts";
import { chartOf, isManifestPath } from "./manifest-paths.ts";
import { isRecord, plainValues, valueAt } from "./plain-values.ts";
import type { FileChange, TextStore } from "./revision-files.ts";

interface ChartContext {
  readonly texts: TextStore;
  readonly charts: ReadonlySet<string>;
  /** Files that name a policy, with the id of one version. */
  readonly policyFiles: readonly { readonly path: string; readonly id: string }[];
}

type KeyPath = readonly string[];

const VALUE = /\.Values((?:\.[A-Za-z_]\w*)+)/g;
const INDEXED = /\bindex\s+\$?\.Values((?:\s+"[^"\n]+")+)/g;

/**
 * Changed values for the charts of this repository, wherever they stand: in a file of another folder, a
 * HelmRelease, an Application. Those that a template with a policy reads decide.
 */
export function ledgerOfChartValues(
  changes: readonly FileChange[],
  { texts, charts, policyFiles }: ChartContext,
): readonly LedgerEntry[] {
  const templates = policyFiles.filter(({ path }) => chartOf(path, charts) !== undefined);
  if (templates.length === 0) return [];
  const read = keyPathsOf(templates.map(({ id }) => texts.text(id)));
  if (read.length === 0) return [];
  return changes.flatMap(({ path, base, head }) => {
    // A file of the chart itself is reported with the chart.
    if (!isManifestPath(path) || templates.some((file) => isInSameChart(file.path, path, charts)))
      return [];
    const [before, after] = [base, head].map((entry) =>
      entry?.mode === "file" ? valuesIn(texts.text(entry.id), read) : "",
    );
    if (before === after) return [];
    return [
      {
        path,
        side: head === undefined ? ("base" as const) : ("head" as const),
        reason: "values that a chart's network policies read changed: the chart is not rendered",
        decides: true,
      },
    ];
  });
}

const isInSameChart = (a: string, b: string, charts: ReadonlySet<string>): boolean =>
  chartOf(a, charts) === chartOf(b, charts);

function keyPathsOf(templates: readonly string[]): readonly KeyPath[] {
  const found = new Map<string, KeyPath>();
  for (const text of templates) {
    for (const [, keys = ""] of text.matchAll(VALUE)) found.set(keys, keys.slice(1).split("."));
    for (const [, keys = ""] of text.matchAll(INDEXED))
      found.set(
        keys,
        [...keys.matchAll(/"([^"]+)"/g)].map(([, key = ""]) => key),
      );
  }
  // The image says nothing about who may talk to whom.
  return [...found.values()].filter(([first]) => first !== "image");
}

/** What a text says at the paths, as text. */
function valuesIn(text: string, read: readonly KeyPath[]): string {
  if (!read.some(([first = ""]) => text.includes(first))) return "";
  return (
    (plainValues(text) ?? [])
      .flatMap(rootsOf)
      // Below a key of its own are the values of a subchart.
      .flatMap((root) => [root, ...Object.values(root).filter(isRecord)])
      .flatMap((root) =>
        read.flatMap((path) => {
          const value = valueAt(root, ...path);
          return value === undefined ? [] : [`${path.join(".")} ${JSON.stringify(value)}`];
        }),
      )
      .join("\n")
  );
}

type Values = Readonly<Record<string, unknown>>;

/** Values stand in a file without a kind, or below `values` in an object, written out or as a text. */
function rootsOf(value: unknown): readonly Values[] {
  if (!isRecord(value)) return [];
  return value["kind"] === undefined || value["apiVersion"] === undefined
    ? [value]
    : held(value, 0);
}

const MAX_DEPTH = 8;
const HOLDER = /^values(?:Object|Inline)?$|\.ya?ml$/;

function held(value: unknown, depth: number): readonly Values[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => held(item, depth + 1));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (!HOLDER.test(key)) return held(child, depth + 1);
    const values = typeof child === "string" ? (plainValues(child) ?? []) : [child];
    return values.filter(isRecord);
  });
}
