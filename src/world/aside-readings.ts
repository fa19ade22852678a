import type { Config } from "../config/config.ts";
import type { LedgerEntry } from "../model/report.ts";
import { asideFolderOf, isChartContent, isManifestPath } from "../scope/manifest-paths.ts";
import type { FileChange, FileVersion, TextStore } from "../scope/revision-files.ts";
import { isEvidentlyAside } from "../unrendered/appliers/set-aside.ts";
import { scopeNameOf } from "../scope/scope-name.ts";
import type { Loader } from "./file-loader.ts";
import { isAbout } from "../scope/about-namespaces.ts";
import type { ChangedScope } from "./changed-scope.ts";
import {
  limitWorld,
  placePair,
  uniteWorlds,
  type AlternativeReading,
} from "./alternative-reading.ts";
import { placementOf, type ScopeFiles } from "./scope-files.ts";
import { touchedNamespaces } from "./touched-namespaces.ts";

export interface AsideRequest {
  readonly changes: readonly FileChange[];
  /** Every manifest at head. */
  readonly files: readonly FileVersion[];
  /** Every path of both revisions. */
  readonly paths: () => readonly string[];
  readonly scopes: readonly ScopeFiles[];
  /** Whether a file has objects of its own to read. */
  readonly isTold: (file: FileVersion) => boolean;
  readonly changed: readonly ChangedScope[];
  readonly config: Config;
  readonly charts: ReadonlySet<string>;
  readonly texts: TextStore;
  readonly loader: Loader;
  /** All manifests of a scope at head, those without bearing on policy included. */
  readonly activeFiles: (scope: string) => readonly FileVersion[];
}

/** A folder that is set aside, with its changed policies. */
interface AsideFolder {
  readonly folder: string;
  readonly base: readonly FileVersion[];
  readonly head: readonly FileVersion[];
  readonly standing: readonly FileVersion[];
}

/**
 * Changed policies below folders that nobody may apply. They are read beside each scope that holds policies of
 * the same namespace, and alone where nothing shows that the folder is not applied.
 */
export function readingsOfAside(request: AsideRequest): readonly AlternativeReading[] {
  return asideFolders(request).flatMap((aside) => {
    const { folder } = aside;
    const { loader } = request;
    const worlds = placePair(
      {
        base: [...aside.base, ...aside.standing].map(loader.load),
        head: [...aside.head, ...aside.standing].map(loader.load),
      },
      {},
    );
    const touched = touchedNamespaces(worlds.base, worlds.head);
    if (touched.size === 0) return [];
    const [first] = [...aside.head, ...aside.base];
    const reading = {
      scope: scopeNameOf(`${folder}/x`),
      doubt: `what lies below ${folder} is applied, which nothing shows; name it in \`scopes\`, or in \`exclude\``,
      place: {
        path: first?.path ?? folder,
        side: aside.head.length > 0 ? ("head" as const) : ("base" as const),
      },
    };
    const evident = isEvidentlyAside(folder, request);
    const alone: AlternativeReading = {
      ...reading,
      base: limitWorld(worlds.base, touched),
      head: limitWorld(worlds.head, touched),
      namespaces: touched,
    };
    const beside = request.scopes.flatMap((scope): readonly AlternativeReading[] => {
      const known = request.changed.find(({ name }) => name === scope.name);
      const isWanted = (file: FileVersion): boolean =>
        isAbout(request.texts.text(file.id), touched) && request.isTold(file);
      const paths = new Set(request.changes.map(({ path }) => path));
      const standing = scope.head.filter((file) => !paths.has(file.path) && isWanted(file));
      const own =
        known ??
        placePair(
          { base: standing.map(loader.load), head: standing.map(loader.load) },
          placementOf(scope),
        );
      const shared = new Set(
        own.base.policies.flatMap(({ namespace }) =>
          namespace !== "" && touched.has(namespace) ? [namespace] : [],
        ),
      );
      if (shared.size === 0) return [];
      return [
        {
          ...reading,
          beside: scope.name,
          base: limitWorld(uniteWorlds(own.base, worlds.base), shared),
          head: limitWorld(uniteWorlds(own.head, worlds.head), shared),
          namespaces: shared,
        },
      ];
    });
    return evident ? beside : [alone, ...beside];
  });
}

function asideFolders({
  changes,
  files,
  config,
  charts,
  texts,
}: AsideRequest): readonly AsideFolder[] {
  const isAsideFile = (path: string): boolean =>
    isManifestPath(path) &&
    !isChartContent(path, charts) &&
    !config.exclude(path) &&
    !config.scopes.some(({ includes }) => includes(path));
  const folders = new Map<string, { base: FileVersion[]; head: FileVersion[] }>();
  for (const { path, base, head } of changes) {
    const folder = asideFolderOf(path);
    if (folder === undefined || !isAsideFile(path)) continue;
    for (const [side, entry] of [
      ["base", base],
      ["head", head],
    ] as const) {
      if (entry?.mode !== "file" || !bears(texts, entry.id)) continue;
      const known = folders.get(folder) ?? { base: [], head: [] };
      folders.set(folder, known);
      known[side].push({ path, id: entry.id });
    }
  }
  if (folders.size === 0) return [];
  const changed = new Set(changes.map(({ path }) => path));
  return [...folders].map(([folder, sides]) => ({
    folder,
    ...sides,
    standing: files.filter(
      ({ path, id }) =>
        path.startsWith(`${folder}/`) &&
        !changed.has(path) &&
        isAsideFile(path) &&
        bears(texts, id),
    ),
  }));
}

function bears(texts: TextStore, id: string): boolean {
  const { policy, namespace, workload } = texts.hints(id);
  return policy || namespace || workload;
}

/** The policies below such folders that changed, as a note. */
export const ledgerOfAside = (request: AsideRequest): readonly LedgerEntry[] =>
  asideFolders(request).flatMap((folder) => {
    const isPolicy = ({ id }: FileVersion): boolean => request.texts.hints(id).policy;
    const base = folder.base.filter(isPolicy);
    const head = folder.head.filter(isPolicy);
    const after = new Set(head.map(({ path }) => path));
    const note = (path: string, side: "base" | "head"): LedgerEntry => ({
      path,
      side,
      reason:
        "a policy below a folder of tests, examples, documents or archives; name it in `scopes` to review it",
      decides: false,
    });
    return [
      ...head.map(({ path }) => note(path, "head")),
      ...base.filter(({ path }) => !after.has(path)).map(({ path }) => note(path, "base")),
    ];
  });
