import { posix } from "node:path";
import { addTo } from "../model/group-by.ts";
import { lazily } from "../model/lazily.ts";
import { isManifestPath } from "./manifest-paths.ts";
import { isRecord, plainValues, valueAt } from "./plain-values.ts";
import type { FileVersion, TextStore } from "./revision-files.ts";

/**
 * What kustomizations make of a file: a manifest to apply, a patch of others, a transformer or generator, a source
 * of values, or nothing though its neighbours are listed.
 */
export type Role = "listed" | "patch" | "maker" | "input" | "unlisted";

export interface KustomizeGraph {
  /** Undefined where no kustomization has a say about the file. */
  readonly roleOf: (path: string) => Role | undefined;
  /** The paths of all generators and transformers. */
  readonly makers: () => readonly string[];
}

const LISTS = ["resources", "bases", "components", "crds"];
const PATCHES = [
  "patches",
  "patchesStrategicMerge",
  "patchesJson6902",
  "replacements",
  "configurations",
];
const MAKERS = ["transformers", "generators", "validators"];
const MAKES = /\b(?:transformers|generators|validators)["']?\s*:/;
/** Where the paths of inputs stand in the items of a field. */
const INPUTS: Readonly<Record<string, readonly string[]>> = {
  configMapGenerator: ["env", "envs", "files"],
  secretGenerator: ["env", "envs", "files"],
  helmCharts: ["valuesFile", "additionalValuesFiles"],
  helmChartInflationGenerator: ["values", "valuesFile"],
};
/** The order in which one of several roles counts. */
const RANKS: readonly Role[] = ["listed", "maker", "patch", "input"];

/** Reads kustomizations as far as files are asked for: which words of them are paths is seen in the text. */
export function readKustomizeGraph(
  kustomizations: readonly FileVersion[],
  texts: TextStore,
): KustomizeGraph {
  const folders = new Set<string>();
  /** Kustomizations by the files that they may name. */
  const mentions = new Map<string, FileVersion[]>();
  const mentionedIn = new Map<string, string[]>();
  for (const file of new Set(kustomizations)) {
    const folder = posix.dirname(file.path);
    folders.add(folder);
    for (const word of new Set(texts.text(file.id).split(/[\s"'[\]{},=]+/))) {
      if (!/[./]/.test(word) || word.includes("://")) continue;
      const path = posix.normalize(posix.join(folder, word));
      const known = mentions.get(path);
      if (known !== undefined) {
        known.push(file);
        continue;
      }
      mentions.set(path, [file]);
      addTo(mentionedIn, posix.dirname(path), path);
    }
  }
  const parsed = new Map<FileVersion, ReadonlyMap<string, Role> | undefined>();
  const rolesIn = (file: FileVersion): ReadonlyMap<string, Role> | undefined => {
    if (!parsed.has(file)) parsed.set(file, rolesOf(file.path, texts.text(file.id)));
    return parsed.get(file);
  };
  const listedFolders = new Map<string, boolean>();
  /** Whether a kustomization lists single files of a folder. */
  const hasListed = (folder: string): boolean => {
    const known = listedFolders.get(folder);
    if (known !== undefined) return known;
    const lists = (mentionedIn.get(folder) ?? []).some(
      (path) =>
        isManifestPath(path) &&
        mentions.get(path)?.some((file) => rolesIn(file)?.get(path) === "listed"),
    );
    listedFolders.set(folder, lists);
    return lists;
  };
  const makers = lazily(() =>
    [...new Set(kustomizations)].flatMap((file) =>
      MAKES.test(texts.text(file.id))
        ? [...(rolesIn(file) ?? [])].flatMap(([path, role]) => (role === "maker" ? path : []))
        : [],
    ),
  );
  // Transformers can stand in a folder with a kustomization of its own.
  const makerFolders = lazily(() => new Set(makers()));
  return {
    makers,
    roleOf: (path) => {
      const naming = mentions.get(path) ?? [];
      const roles = naming.map((file) => rolesIn(file)?.get(path));
      const role = RANKS.find((rank) => roles.includes(rank));
      if (role === "listed" && naming.some((file) => makerFolders().has(posix.dirname(file.path))))
        return "maker";
      if (role !== undefined) return role;
      // What cannot be read may list anything.
      if (naming.some((file) => rolesIn(file) === undefined)) return undefined;
      const folder = posix.dirname(path);
      return folders.has(folder) || hasListed(folder) ? "unlisted" : undefined;
    },
  };
}

function rolesOf(path: string, text: string): ReadonlyMap<string, Role> | undefined {
  const [value] = plainValues(text) ?? [];
  if (!isRecord(value)) return undefined;
  const folder = posix.dirname(path);
  const roles = new Map<string, Role>();
  const note = (role: Role, keys: readonly string[]): void => {
    for (const key of keys)
      for (const item of Array.isArray(value[key]) ? value[key] : []) {
        const named: unknown = isRecord(item) ? item["path"] : item;
        if (typeof named !== "string" || named.includes("\n")) continue;
        roles.set(posix.normalize(posix.join(folder, named)), role);
      }
  };
  for (const [key, fields] of Object.entries(INPUTS))
    for (const item of Array.isArray(value[key]) ? value[key] : [])
      for (const named of fields.flatMap((field): unknown => valueAt(item, field)))
        if (typeof named === "string")
          // A file can get another name: `values.yaml=production.yaml`.
          roles.set(posix.join(folder, named.slice(named.indexOf("=") + 1)), "input");
  note("patch", PATCHES);
  note("maker", MAKERS);
  note("listed", LISTS);
  return roles;
}
