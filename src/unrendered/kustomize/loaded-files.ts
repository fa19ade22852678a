import { posix } from "node:path";
import type { LedgerEntry } from "../../model/report.ts";
import { readKustomizeGraph, type Role } from "../../scope/kustomize-graph.ts";
import { isKustomization, isManifestPath } from "../../scope/manifest-paths.ts";
import type { PathSurvey } from "../../scope/path-survey.ts";
import type { FileChange, FileVersion, TextStore } from "../../scope/revision-files.ts";
import { bears, foldersAbove, idsOf, openEntry } from "../changed-texts.ts";

export interface LoadedByKustomize {
  readonly odd: readonly LedgerEntry[];
  /** Whether a patch, a transformer or a source of values of a kustomization is among the changes. */
  readonly kustomized: boolean;
  /** Files without a manifest's name from which a kustomization takes values. */
  readonly inputs: readonly FileChange[];
  /** Files that the functions of a kustomization run or read. */
  readonly scripts: readonly FileChange[];
}

interface LoadContext {
  readonly changes: readonly FileChange[];
  /** Files of both revisions. */
  readonly surveys: readonly Pick<PathSurvey, "kustomizations">[];
  /** The files of both revisions that have one of these paths. */
  readonly filesAt: (paths: ReadonlySet<string>) => readonly FileVersion[];
  readonly texts: TextStore;
}

/** kustomize loads files of any name, from its own folder or below. */
export async function loadedByKustomize(context: LoadContext): Promise<LoadedByKustomize> {
  const { changes, surveys, texts } = context;
  const files = changes.filter(({ path }) => !isKustomization(path));
  const folders = new Set(files.flatMap(({ path }) => [".", ...foldersAbove(path)]));
  const kustomizations = surveys
    .flatMap((survey) => survey.kustomizations)
    .filter(({ path }) => folders.has(posix.dirname(path)));
  if (kustomizations.length === 0) return { odd: [], kustomized: false, inputs: [], scripts: [] };
  await texts.load(kustomizations.map(({ id }) => id));
  const { roleOf, makers } = readKustomizeGraph(kustomizations, texts);
  const isUsed = (change: FileChange, roles: readonly Role[]): boolean => {
    const role = roleOf(change.path);
    return role !== undefined && roles.includes(role);
  };
  const oddly = files.filter(({ path }) => !isManifestPath(path));
  const used = oddly.filter((change) => isUsed(change, ["listed", "patch", "maker"]));
  const inputs = oddly.filter((change) => isUsed(change, ["input"]));
  await texts.load([...used, ...inputs].flatMap(idsOf));
  const odd = used
    .filter((change) => idsOf(change).some((id) => bears(id, texts) || PATCH.test(texts.text(id))))
    .map((change) =>
      openEntry(
        change,
        "a kustomization loads this file, which has no name of a manifest and is not read",
      ),
    );
  return {
    odd,
    inputs,
    scripts: await scriptsOf(makers, oddly, context),
    kustomized: files.some((change) => isUsed(change, ["patch", "maker", "input"])),
  };
}

/** The files that functions name: with `exec`, or as what a script loads. */
async function scriptsOf(
  makers: () => readonly string[],
  changes: readonly FileChange[],
  { filesAt, texts }: LoadContext,
): Promise<readonly FileChange[]> {
  if (changes.length === 0) return [];
  const paths = new Set(makers());
  if (paths.size === 0) return [];
  const files = filesAt(paths);
  await texts.load(files.map(({ id }) => id));
  const named = new Set(
    files.flatMap(({ path, id }) =>
      texts
        .text(id)
        .split(/[\s"'[\]{},=]+/)
        .map((word) => posix.normalize(posix.join(posix.dirname(path), word))),
    ),
  );
  return changes.filter(({ path }) => named.has(path));
}

const PATCH = /policyTypes|podSelector|\/spec\/(?:in|e)gress|\$patch|namespace/;
