import { isRecord, objectsIn, plainValues, typeOf, valueAt } from "../../scope/plain-values.ts";
import { matchesPath, segmentsOf } from "../wildcard.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Texts with an object that may apply folders that it does not name: all below one, or those of a pattern. */
const MAY_APPLY =
  /\bkind["']?\s*:\s*["']?(?:Kustomization|Application|ApplicationSet|GitRepo|RootSync|RepoSync|App)\b/;

/** Whether some object of a text applies the manifests of a folder without naming it. */
export const appliesFolder = (
  text: string,
  folder: string,
  hasKustomization: (folder: string) => boolean,
): boolean =>
  MAY_APPLY.test(text) &&
  (plainValues(text) ?? [])
    .flatMap(objectsIn)
    .some((object) => reaches(object, folder, hasKustomization));

function reaches(
  object: Fields,
  folder: string,
  hasKustomization: (folder: string) => boolean,
): boolean {
  const spec = object["spec"];
  const at = (...keys: readonly string[]): unknown => valueAt(spec, ...keys);
  const { group, kind } = typeOf(object);
  switch (`${group} ${kind}`) {
    // Without a kustomization in its folder, Flux makes one of all that is below.
    case "kustomize.toolkit.fluxcd.io Kustomization": {
      const path = at("path") ?? ".";
      return (
        holds(path, folder) &&
        !hasKustomization(typeof path === "string" ? segmentsOf(path).join("/") : "")
      );
    }
    case "argoproj.io Application":
      return [at("source"), ...listOf(at("sources"))].some(
        (source) =>
          valueAt(source, "directory", "recurse") === true &&
          holds(valueAt(source, "path"), folder),
      );
    case "argoproj.io ApplicationSet":
      return generatesFolder(spec, folder);
    case "fleet.cattle.io GitRepo":
      return listOf(at("paths") ?? ["."]).some((path) => holds(path, folder));
    case "configsync.gke.io RootSync":
    case "configsync.gke.io RepoSync":
      return holds(at("git", "dir") ?? ".", folder);
    case "kappctrl.k14s.io App":
      return listOf(at("fetch")).some((fetch) =>
        holds(valueAt(fetch, "git", "subPath") ?? ".", folder),
      );
    default:
      return false;
  }
}

/**
 * For each object of a text that applies folders: whether a folder is one of them or below one. What it leaves out
 * there is not asked.
 */
export function folderAppliers(text: string): readonly ((folder: string) => boolean)[] {
  if (!MAY_APPLY.test(text)) return [];
  return (plainValues(text) ?? []).flatMap(objectsIn).flatMap((object) => {
    const spec = object["spec"];
    const { group, kind } = typeOf(object);
    if (!FOLDER_APPLIERS.has(`${group} ${kind}`)) return [];
    if (kind === "ApplicationSet")
      return [(folder: string): boolean => foldersTo(folder).some((f) => generatesFolder(spec, f))];
    const paths = [
      valueAt(spec, "path"),
      valueAt(spec, "source", "path"),
      ...listOf(valueAt(spec, "sources")).map((source) => valueAt(source, "path")),
      ...listOf(valueAt(spec, "paths")),
      valueAt(spec, "git", "dir"),
    ].filter((path) => typeof path === "string");
    return [(folder: string): boolean => paths.some((path) => holds(path, folder))];
  });
}

const FOLDER_APPLIERS = new Set([
  "kustomize.toolkit.fluxcd.io Kustomization",
  "argoproj.io Application",
  "argoproj.io ApplicationSet",
  "fleet.cattle.io GitRepo",
  "configsync.gke.io RootSync",
  "configsync.gke.io RepoSync",
]);

/** A folder and those above it. */
const foldersTo = (folder: string): readonly string[] =>
  segmentsOf(folder).map((_, index) =>
    segmentsOf(folder)
      .slice(0, index + 1)
      .join("/"),
  );

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether a folder is another one, or above it. */
const holds = (above: unknown, folder: string): boolean =>
  typeof above === "string" &&
  segmentsOf(above).every((segment, index) => segmentsOf(folder)[index] === segment);

/** Whether some generator of an ApplicationSet finds the folder, or one below or above it, by a pattern. */
export function generatesFolder(spec: unknown, folder: string): boolean {
  const recurses = JSON.stringify(spec).includes('"recurse":true');
  const parts = segmentsOf(folder);
  return directoriesIn(spec, 0).some((directories) => {
    const patterns = (excluded: boolean): readonly string[] =>
      directories.flatMap((entry) => {
        const path = valueAt(entry, "path");
        const isExcluded = valueAt(entry, "exclude") === true;
        return typeof path === "string" && isExcluded === excluded ? [path] : [];
      });
    if (patterns(true).some((pattern) => matchesPath(pattern, folder))) return false;
    return patterns(false).some((pattern) => {
      const wanted = segmentsOf(pattern);
      if (wanted.includes("**")) return matchesPath([...wanted, "**"].join("/"), folder);
      const common = Math.min(wanted.length, parts.length);
      return (
        (wanted.length >= parts.length || recurses) &&
        matchesPath(wanted.slice(0, common).join("/"), parts.slice(0, common).join("/"))
      );
    });
  });
}

const MAX_DEPTH = 12;

/** The lists of folders of all git generators, also of those inside others. */
function directoriesIn(value: unknown, depth: number): readonly (readonly unknown[])[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => directoriesIn(item, depth + 1));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === "directories" && Array.isArray(child) ? [child] : directoriesIn(child, depth + 1),
  );
}
