import { posix } from "node:path";
import type { LedgerEntry } from "../../model/report.ts";
import { isKustomization, isManifestPath } from "../../scope/manifest-paths.ts";
import { isRecord, plainValues, valueAt } from "../../scope/plain-values.ts";
import type { FileChange, FileVersion, TextStore } from "../../scope/revision-files.ts";
import { openEntry, textsOf } from "../changed-texts.ts";
import type { PolicyWords } from "../policy-words.ts";
import { fieldsOf } from "./closure.ts";
import { replacementReaches } from "./replacement-reach.ts";
import type { FileAt } from "./revision-index.ts";

/** Where a replacement, or a variable, takes its value from. */
interface ValueSource {
  readonly kind: string;
  readonly name: string;
  readonly field: readonly string[];
}

interface ReplacedContext {
  readonly texts: TextStore;
  readonly kustomizations: readonly FileVersion[];
  readonly fileAt: FileAt;
  readonly policies: PolicyWords;
}

const GENERATORS = ["configMapGenerator", "secretGenerator"];
const HAS_SOURCES = /\b(?:replacements|vars)["']?\s*:/;

const REASON = "values that a kustomization puts into policies or labels changed: not built";

/**
 * Changed values that replacements of kustomizations write into policies or into the labels of pods: in objects, in
 * literals of generators, and in the files that those load.
 */
export function ledgerOfReplacedValues(
  changes: readonly FileChange[],
  context: ReplacedContext,
): readonly LedgerEntry[] {
  const { texts, kustomizations, policies } = context;
  if (!policies.any) return [];
  const sources = kustomizations.flatMap((file) =>
    HAS_SOURCES.test(texts.text(file.id)) ? sourcesIn(file, context) : [],
  );
  if (sources.length === 0) return [];
  const loaded = loadedFiles(kustomizations, sources, texts);
  return changes.flatMap((change) => {
    const { path } = change;
    const [before, after] = textsOf(change, texts).map((text) => {
      if (isKustomization(path)) return generatedIn(text, sources);
      const keys = loaded.get(path);
      if (keys !== undefined) return keys.map((key) => lineOf(text, key)).join("\n");
      return isManifestPath(path) ? objectValues(text, sources) : "";
    });
    return before === after ? [] : [openEntry(change, REASON)];
  });
}

function sourcesIn(
  { path, id }: FileVersion,
  { texts, fileAt }: ReplacedContext,
): readonly ValueSource[] {
  const fields = fieldsOf(texts.text(id)) ?? {};
  const folder = posix.dirname(path);
  const replacements = listOf(fields["replacements"]).flatMap((item): readonly unknown[] => {
    const file = valueAt(item, "path");
    if (typeof file !== "string") return [item];
    const full = posix.join(folder, file);
    return (["base", "head"] as const).flatMap((side) =>
      (plainValues(texts.text(fileAt(side, full)?.id ?? "")) ?? []).flat(),
    );
  });
  return [
    ...replacements
      .filter(replacementReaches)
      .map((item) => sourceOf(valueAt(item, "source"), "fieldPath")),
    ...listOf(fields["vars"]).map((item) => ({
      ...sourceOf(valueAt(item, "objref"), ""),
      field: fieldOf(
        valueAt(item, "fieldref", "fieldpath") ?? valueAt(item, "fieldref", "fieldPath"),
      ),
    })),
  ];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const sourceOf = (value: unknown, field: string): ValueSource => ({
  kind: wordOf(valueAt(value, "kind")),
  name: wordOf(valueAt(value, "name")),
  field: fieldOf(valueAt(value, field)),
});

const wordOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** A path of plain keys; without one, the whole object is compared. */
const fieldOf = (path: unknown): readonly string[] =>
  typeof path === "string" && /^[\w.-]+$/.test(path) ? path.split(".") : [];

const isNamed = (name: unknown, sources: readonly ValueSource[]): boolean =>
  sources.some((source) => source.name === "" || source.name === name);

/** What generators of the named objects hold, as text. */
const generatedIn = (text: string, sources: readonly ValueSource[]): string => {
  const fields = fieldsOf(text) ?? {};
  return GENERATORS.flatMap((key) => listOf(fields[key]))
    .filter((item) => isNamed(valueAt(item, "name"), sources))
    .map((item) => JSON.stringify(item))
    .toSorted()
    .join("\n");
};

/** The files that generators of the named objects load, with the keys that are taken from them. */
function loadedFiles(
  kustomizations: readonly FileVersion[],
  sources: readonly ValueSource[],
  texts: TextStore,
): ReadonlyMap<string, readonly string[]> {
  const loaded = new Map<string, readonly string[]>();
  for (const { path, id } of kustomizations) {
    const text = texts.text(id);
    if (!GENERATORS.some((key) => text.includes(key))) continue;
    const fields = fieldsOf(text) ?? {};
    for (const item of GENERATORS.flatMap((key) => listOf(fields[key]))) {
      const name = valueAt(item, "name");
      const taken = sources.filter((source) => source.name === "" || source.name === name);
      if (taken.length === 0) continue;
      const keys = taken.map(({ field }) => field.at(-1) ?? "");
      for (const file of ["env", "envs", "files"].flatMap((key): unknown => valueAt(item, key)))
        if (typeof file === "string")
          loaded.set(posix.join(posix.dirname(path), file.slice(file.indexOf("=") + 1)), keys);
    }
  }
  return loaded;
}

/** The line of a variable; the whole text where it has none. */
const lineOf = (text: string, key: string): string =>
  text.split("\n").find((line) => line.startsWith(`${key}=`)) ?? text;

/** What the objects of a text say where a value is taken from. */
function objectValues(text: string, sources: readonly ValueSource[]): string {
  const wanted = sources.filter(({ name }) => text.includes(name));
  if (wanted.length === 0) return "";
  return (plainValues(text) ?? [])
    .filter(isRecord)
    .flatMap((value) =>
      wanted
        .filter(
          ({ kind, name }) =>
            (kind === "" || value["kind"] === kind) &&
            (name === "" || valueAt(value, "metadata", "name") === name),
        )
        .map(({ field }) => JSON.stringify(valueAt(value, ...field))),
    )
    .join("\n");
}
