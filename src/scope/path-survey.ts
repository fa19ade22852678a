import type { TreeEntry } from "../source/types.ts";
import { isKustomization, isManifestPath } from "./manifest-paths.ts";
import type { FileChange } from "./revision-files.ts";

/** Files that decide how others are read. */
export interface Deciding {
  readonly kustomizations: readonly TreeEntry[];
  readonly links: readonly TreeEntry[];
}

/** What the paths of a revision tell; each list is in path order. */
export interface PathSurvey extends Deciding {
  readonly manifests: readonly TreeEntry[];
  /** Every `Chart.yaml`. */
  readonly charts: readonly TreeEntry[];
}

/** One look at each path: there are thousands, and several who ask. */
export function surveyPaths(entries: readonly TreeEntry[]): PathSurvey {
  const manifests: TreeEntry[] = [];
  const kustomizations: TreeEntry[] = [];
  const links: TreeEntry[] = [];
  const charts: TreeEntry[] = [];
  // Not a loop: before it is compiled well, that makes an object for each of thousands.
  entries.forEach((entry) => {
    const { path, mode } = entry;
    if (path.endsWith("Chart.yaml")) charts.push(entry);
    if (mode === "file") {
      if (isManifestPath(path)) manifests.push(entry);
      if (isKustomization(path)) kustomizations.push(entry);
    } else if (mode === "symlink") links.push(entry);
  });
  return { manifests, kustomizations, links, charts };
}

/** The same of the revision before the changes: what did not change is there as well. */
export function surveyBefore(head: PathSurvey, changes: readonly FileChange[]): Deciding {
  const came = new Set(changes.map((change) => change.head));
  const gone = surveyPaths(changes.flatMap(({ base }) => base ?? []));
  const before = (list: keyof Deciding): readonly TreeEntry[] =>
    [...head[list].filter((entry) => !came.has(entry)), ...gone[list]].toSorted((a, b) =>
      a.path < b.path ? -1 : 1,
    );
  return { kustomizations: before("kustomizations"), links: before("links") };
}
