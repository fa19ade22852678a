import { posix } from "node:path";
import { isManifestPath } from "../../scope/manifest-paths.ts";
import { isRecord, plainValues } from "../../scope/plain-values.ts";
import type { FileVersion, TextStore } from "../../scope/revision-files.ts";
import { POLICY_KEY } from "../values-ledger.ts";
import type { FileAt, Side } from "./revision-index.ts";

/** What a kustomization leads to, over others that it lists. */
export interface Closure {
  readonly policies: boolean;
  readonly namespaces: boolean;
  /** Something that applies or makes other manifests. */
  readonly appliers: boolean;
  readonly workloads: readonly FileVersion[];
  /** It leads to something that is not read: a remote base, a chart, a function, a file that is not there. */
  readonly opaque: boolean;
}

/** What a component is applied to is the business of whoever lists it. */
export const ANYTHING: Closure = {
  policies: true,
  namespaces: true,
  appliers: true,
  workloads: [],
  opaque: true,
};

export interface ClosureContext {
  readonly texts: TextStore;
  readonly fileAt: FileAt;
}

const NAMES = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
export const LISTS = ["resources", "bases", "components"] as const;
/** Fields that make objects which stand in no file. */
const MAKES = ["generators", "transformers", "helmCharts", "helmChartInflationGenerator"];
/** Kustomizations that are followed from one. */
const MAX_FOLLOWED = 500;

const APPLIER =
  /fluxcd\.io|argoproj\.io|cattle\.io|kyverno\.io|carvel\.dev|configsync|open-cluster/;

type Fields = Readonly<Record<string, unknown>>;

/** Follows entries of a list from the folder of their kustomization. */
export function closureOf(
  entries: readonly string[],
  { folder, side }: { readonly folder: string; readonly side: Side },
  { texts, fileAt }: ClosureContext,
): Closure {
  const found = { policies: false, namespaces: false, appliers: false, opaque: false };
  const workloads: FileVersion[] = [];
  const seen = new Set<string>();
  const visit = (from: string, entry: string): void => {
    const path = posix.normalize(posix.join(from, entry)).replace(/\/$/, "");
    if (seen.has(path)) return;
    seen.add(path);
    const file = fileAt(side, path);
    if (file !== undefined && isManifestPath(path)) {
      note(file);
      return;
    }
    const kustomization = NAMES.flatMap((name) => fileAt(side, posix.join(path, name)) ?? [])[0];
    const fields = kustomization && fieldsOf(texts.text(kustomization.id));
    if (fields === undefined || seen.size > MAX_FOLLOWED) {
      found.opaque = true;
      return;
    }
    if (MAKES.some((key) => fields[key] !== undefined)) found.opaque = true;
    for (const next of entriesOf(fields)) visit(path, next);
  };
  const note = (file: FileVersion): void => {
    const hints = texts.hints(file.id);
    const text = texts.text(file.id);
    found.policies ||= hints.policy || hints.foreign;
    found.namespaces ||= hints.namespace;
    found.appliers ||= APPLIER.test(text) || POLICY_KEY.test(text);
    found.opaque ||= texts.tooLarge(file.id) !== undefined;
    if (hints.workload) workloads.push(file);
  };
  for (const entry of entries) visit(folder, entry);
  return { ...found, workloads };
}

/** The fields of a kustomization; undefined where it cannot be read. */
export function fieldsOf(text: string): Fields | undefined {
  const values = plainValues(text);
  // kustomize refuses a second document.
  if (values === undefined || values.length > 1) return undefined;
  const [value = {}] = values;
  if (isRecord(value)) return value;
  return values.length === 0 || value === null ? {} : undefined;
}

/** Everything that a kustomization lists. */
export const entriesOf = (fields: Fields, lists: readonly string[] = LISTS): readonly string[] =>
  lists
    .flatMap((key) => (Array.isArray(fields[key]) ? fields[key] : []))
    .filter((item): item is string => typeof item === "string");
