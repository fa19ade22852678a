import type { MapNode, Node } from "../model/node.ts";
import type { Span } from "../model/span.ts";
import {
  pathFilter,
  type Acceptance,
  type Config,
  type ConfigGlob,
  type ConfigNote,
} from "./config.ts";
import { DEFAULT_CONFIG } from "./default-config.ts";
import type { ConfigKeys } from "./keys.ts";
import type { ConfigFile } from "./parse-config.ts";

/**
 * What an organisation's configuration and a repository's come to. A key that the organisation sets is
 * fixed; what it leaves open, the repository may set. Only `accept` is added up, and only where the
 * organisation lets repositories accept.
 */
export function mergeConfigs(
  organisation: ConfigFile | undefined,
  repository: ConfigFile | undefined,
): Config {
  const files = [organisation, repository].filter((file) => file !== undefined);
  const shared = organisation?.keys ?? {};
  const own = repository?.keys ?? {};
  const keys: ConfigKeys = { ...own, ...shared };
  const mayAccept = organisation === undefined || shared.repositoryMayAccept === true;
  const { failOn, ipBlockMatchesPods } = keys;
  return {
    scopes: (keys.scopes ?? []).map(({ name, paths, namespace }) => ({
      name,
      includes: pathFilter(paths),
      ...(namespace === undefined ? {} : { namespace }),
    })),
    exclude: pathFilter(keys.exclude ?? []),
    ...(ipBlockMatchesPods === undefined ? {} : { ipBlockMatchesPods }),
    failOn: failOn === undefined ? DEFAULT_CONFIG.failOn : [failOn].flat(),
    warnOnly: keys.warnOnly ?? DEFAULT_CONFIG.warnOnly,
    rules: keys.rules ?? DEFAULT_CONFIG.rules,
    accept: [
      ...(organisation === undefined ? [] : acceptancesOf(organisation, true)),
      ...(repository !== undefined && mayAccept ? acceptancesOf(repository, false) : []),
    ],
    files: files.map(({ path }) => path),
    notes: repository === undefined ? [] : notesOn(repository, organisation),
    globs: (["exclude", "scopes"] as const).flatMap((key) =>
      Object.hasOwn(shared, key)
        ? globsOf(organisation, key, true)
        : globsOf(repository, key, false),
    ),
  };
}

function acceptancesOf({ keys, root }: ConfigFile, isShared: boolean): readonly Acceptance[] {
  const items = itemsOf(valueOf(root, "accept"));
  return (keys.accept ?? []).map(({ path, ...entry }, index) => ({
    ...entry,
    ...(path === undefined ? {} : { matchesPath: pathFilter([path]) }),
    span: items[index]?.span ?? root.span,
    isShared,
  }));
}

function globsOf(
  file: ConfigFile | undefined,
  key: ConfigGlob["key"],
  isShared: boolean,
): readonly ConfigGlob[] {
  const list = file === undefined ? undefined : valueOf(file.root, key);
  const globs = key === "exclude" ? itemsOf(list) : itemsOf(list).flatMap(pathsOf);
  return globs.flatMap((node) =>
    node.type === "scalar" && typeof node.value === "string"
      ? [{ key, text: node.value, matches: pathFilter([node.value]), span: node.span, isShared }]
      : [],
  );
}

const valueOf = (node: Node, key: string): Node | undefined =>
  node.type === "map" ? node.entries.get(key)?.value : undefined;
const itemsOf = (node: Node | undefined): readonly Node[] =>
  node?.type === "seq" ? node.items : [];
const pathsOf = (scope: Node): readonly Node[] => itemsOf(valueOf(scope, "paths"));

/** What the repository's file says in vain. */
function notesOn(
  { path, keys, root }: ConfigFile,
  organisation: ConfigFile | undefined,
): readonly ConfigNote[] {
  const fixed = organisation?.keys ?? {};
  return Object.keys(keys).flatMap((key): readonly ConfigNote[] => {
    const reason = reasonFor(key, { fixed, by: organisation?.path });
    const span = keySpan(root, key);
    return reason === undefined ? [] : [{ path, ...(span === undefined ? {} : { span }), reason }];
  });
}

function reasonFor(
  key: string,
  { fixed, by }: { readonly fixed: ConfigKeys; readonly by: string | undefined },
): string | undefined {
  if (key === "repositoryMayAccept")
    return "`repositoryMayAccept` counts only in an organisation's configuration";
  if (by === undefined) return undefined;
  if (key === "accept")
    return fixed.repositoryMayAccept === true
      ? undefined
      : `\`accept\` does not count: ${by} does not say \`repositoryMayAccept: true\``;
  return Object.hasOwn(fixed, key) ? `\`${key}\` does not count: ${by} sets it` : undefined;
}

function keySpan(root: Node, key: string): Span | undefined {
  const map: MapNode | undefined = root.type === "map" ? root : undefined;
  return map?.entries.get(key)?.keySpan;
}
