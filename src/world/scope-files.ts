import type { Config } from "../config/config.ts";
import { isChartContent, isSetAside } from "../scope/manifest-paths.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";
import { scopeNameOf } from "../scope/scope-name.ts";

/** The files of one scope, by revision. */
export interface ScopeFiles {
  readonly name: string;
  readonly namespace?: string;
  readonly base: readonly FileVersion[];
  readonly head: readonly FileVersion[];
}

interface SplitContext {
  readonly config: Config;
  readonly charts: ReadonlySet<string>;
  readonly texts: TextStore;
  /** Whether a kustomization takes the file for a patch: its policies are parts of policies. */
  readonly isPatch?: (path: string) => boolean;
}

/** Files that can bear on policy, by scope. Configured scopes first; what none of them names goes by the markers in its path. */
export function splitScopes(
  files: { readonly base: readonly FileVersion[]; readonly head: readonly FileVersion[] },
  { config, charts, texts, isPatch = () => false }: SplitContext,
): readonly ScopeFiles[] {
  const scopes = new Map<string, { base: FileVersion[]; head: FileVersion[] }>();
  for (const side of ["base", "head"] as const)
    for (const file of files[side]) {
      if (!matters(file, texts) || !isActive(file, config, charts)) continue;
      if (texts.hints(file.id).policy && isPatch(file.path)) continue;
      for (const name of scopesOf(file.path, config)) {
        const scope = scopes.get(name) ?? { base: [], head: [] };
        scopes.set(name, scope);
        scope[side].push(file);
      }
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

/** Manifests that somebody applies as they stand: no templates of a chart, no tests, nothing excluded. */
export function isActive(
  { path }: Pick<FileVersion, "path">,
  config: Config,
  charts: ReadonlySet<string>,
): boolean {
  if (config.exclude(path) || isChartContent(path, charts)) return false;
  return config.scopes.some(({ includes }) => includes(path)) || !isSetAside(path);
}

/** Whether anything in the file can bear on network policy. */
function matters({ id }: FileVersion, texts: TextStore): boolean {
  const { foreign, policy, namespace, workload, context } = texts.hints(id);
  return foreign || policy || namespace || workload || context || texts.tooLarge(id) !== undefined;
}
