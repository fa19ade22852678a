import type { Config } from "../config/config.ts";
import { isChartContent, isSetAside } from "../scope/manifest-paths.ts";
import type { FileVersion } from "../scope/revision-files.ts";
import { scopeNameOf } from "../scope/scope-name.ts";
import type { Placement } from "./place-objects.ts";

/** The files of one scope, by revision; whether they matter is asked of those that are looked at. */
export interface ScopeFiles {
  readonly name: string;
  readonly namespace?: string;
  readonly base: readonly FileVersion[];
  readonly head: readonly FileVersion[];
}

/** Where objects of a scope land that name no namespace. */
export const placementOf = ({ namespace }: Pick<ScopeFiles, "namespace">): Placement =>
  namespace === undefined ? {} : { namespace };

interface SplitContext {
  readonly config: Config;
  readonly charts: ReadonlySet<string>;
}

/** Manifests by scope. Configured scopes first; what none of them names goes by the markers in its path. */
export function splitScopes(
  files: { readonly base: readonly FileVersion[]; readonly head: readonly FileVersion[] },
  context: SplitContext,
): readonly ScopeFiles[] {
  const { config } = context;
  const scopes = new Map<string, { base: FileVersion[]; head: FileVersion[] }>();
  const find = (name: string) => {
    const scope = scopes.get(name) ?? { base: [], head: [] };
    scopes.set(name, scope);
    return scope;
  };
  const namesOf = scopeNames(context);
  for (const side of ["base", "head"] as const) {
    let names = NO_SCOPE;
    let found: FileVersion[][] = [];
    // Not a loop: before it is compiled well, that makes an object for each of thousands.
    files[side].forEach((file) => {
      const next = namesOf(file.path);
      // Neighbours mostly have the very same list.
      if (next !== names) {
        names = next;
        found = names.map((name) => find(name)[side]);
      }
      found.forEach((list) => list.push(file));
    });
  }
  return [...scopes]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, lists]) => {
      const namespace = config.scopes.find((scope) => scope.name === name)?.namespace;
      return { name, ...lists, ...(namespace === undefined ? {} : { namespace }) };
    });
}

/** The scopes of a file: those of the configuration that name it, else the one that its path tells. */
export function scopesOf(path: string, config: Config): readonly string[] {
  const named = config.scopes.filter(({ includes }) => includes(path)).map(({ name }) => name);
  return named.length > 0 ? named : [scopeNameOf(path)];
}

/** Whether the configuration names a scope. */
export const isConfigured =
  ({ scopes }: Config) =>
  (scope: string): boolean =>
    scopes.some(({ name }) => name === scope);

/** Manifests that somebody applies as they stand: no templates of a chart, no tests, nothing excluded. */
export function isActive(
  { path }: Pick<FileVersion, "path">,
  config: Config,
  charts: ReadonlySet<string>,
): boolean {
  if (config.exclude(path) || isChartContent(path, charts)) return false;
  return config.scopes.some(({ includes }) => includes(path)) || !isSetAside(path);
}

const NO_SCOPE: readonly string[] = [];

/**
 * The scopes of a path; none where nobody applies the manifest as it stands: templates of a chart, tests,
 * what is excluded. But for the configuration the folder decides, so it is asked once.
 */
function scopeNames({ config, charts }: SplitContext): (path: string) => readonly string[] {
  const lists = new Map<string, readonly string[]>();
  const listOf = (name: string): readonly string[] => {
    const list = lists.get(name) ?? [name];
    lists.set(name, list);
    return list;
  };
  let folder: string | undefined;
  let ofFolder = { chart: false, names: NO_SCOPE };
  /** Files come in path order, so those of a folder come together. */
  const folderOf = (path: string) => {
    const isSame =
      folder !== undefined && path.startsWith(folder) && !path.includes("/", folder.length);
    if (isSame) return ofFolder;
    folder = path.slice(0, path.lastIndexOf("/") + 1);
    const chart = isChartContent(path, charts);
    ofFolder = { chart, names: chart || isSetAside(path) ? NO_SCOPE : listOf(scopeNameOf(path)) };
    return ofFolder;
  };
  return (path) => {
    if (config.exclude(path)) return NO_SCOPE;
    const { chart, names } = folderOf(path);
    if (chart || config.scopes.length === 0) return names;
    const named = config.scopes.filter(({ includes }) => includes(path));
    return named.length > 0 ? named.map(({ name }) => name) : names;
  };
}
