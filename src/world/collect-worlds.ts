import { lazily } from "../model/lazily.ts";
import type { LedgerEntry } from "../model/report.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import type { NamespaceObject, Workload } from "../model/workload.ts";
import type { Source } from "../source/types.ts";
import { splitScopes, type ScopeFiles } from "./scope-files.ts";
import type { World } from "./world.ts";
import type { Config } from "../config/config.ts";
import { ledgerOfGraph } from "../scope/graph-ledger.ts";
import { ledgerOfForeign, ledgerOfLinks, ledgerOfProblems } from "../scope/ledger.ts";
import type { LoadedFile } from "../scope/load-file.ts";
import { chartFolders, isManifestPath, isSetAside } from "../scope/manifest-paths.ts";
import { createLoader, type Loader } from "./file-loader.ts";
import { placeObjects } from "./place-objects.ts";
import {
  changedFiles,
  createTextStore,
  manifestFiles,
  type FileChange,
  type FileVersion,
  type TextStore,
} from "../scope/revision-files.ts";
import { contentOf } from "../scope/policy-content.ts";
import {
  changedKeys,
  possibleNamespaces,
  selectFiles,
  type ChangedObjects,
} from "../scope/select-files.ts";
import { ledgerOfValues, POLICY_KEY } from "../scope/values-ledger.ts";
import { traitsOf } from "../scope/workload-traits.ts";
import { namesNamespace } from "../scope/text-hints.ts";

/** One scope at both revisions, with all that can matter to the comparison. */
export interface ScopePair {
  readonly name: string;
  readonly base: World;
  readonly head: World;
  readonly files: { readonly base: readonly LoadedFile[]; readonly head: readonly LoadedFile[] };
  readonly ledger: readonly LedgerEntry[];
  /** Whether an object of any kind at head says that it lives in this namespace. */
  readonly occupiedAtHead: (namespace: string) => boolean;
}

export interface Collected {
  readonly scopes: readonly ScopePair[];
  /** Entries that belong to no scope. */
  readonly ledger: readonly LedgerEntry[];
  readonly changes: readonly FileChange[];
  readonly filesRead: number;
  readonly texts: TextStore;
}

/** In small repositories everything is read: no cleverness, and more to say about standing state. */
const READ_ALL_BELOW = 300;

export interface CollectOptions {
  readonly readAllBelow?: number | undefined;
  /** Called when there is something to review, and many files are being read: time for other work. */
  readonly onReading?: () => void;
}

/**
 * Reads two revisions into worlds, one pair per scope. Only files that can matter are parsed; each
 * distinct content is read once and each version of a file parsed once.
 */
export async function collectWorlds(
  source: Source,
  config: Config,
  { readAllBelow = READ_ALL_BELOW, onReading }: CollectOptions = {},
): Promise<Collected> {
  const [base, head] = source.snapshots;
  if (base === undefined || head === undefined) throw new Error("two snapshots are wanted");
  const texts = createTextStore(source);
  const changes = changedFiles(base, head).filter(({ path }) => !config.exclude(path));
  const changedIds = changes.flatMap(({ base: old, head: now }) =>
    [old, now].flatMap((entry) => (entry?.mode === "file" ? [entry.id] : [])),
  );
  const files = manifestFiles(head);
  await texts.load(changedIds);
  if (!changes.some((change) => isRelevant(change, texts)))
    return { scopes: [], ledger: [], changes, filesRead: 0, texts };

  const charts = chartFolders([...changes, ...head.entries]);
  // Whatever did not change at base stands at head as well.
  const changedAtBase = changes.flatMap(({ base: old }) =>
    old?.mode === "file" && isManifestPath(old.path) ? [old] : [],
  );
  const loader = createLoader(texts);
  const entries = new Set(changes.map((change) => change.head));
  const context: ScopeContext = { entries, texts, loader, readAllBelow, allFiles: files };
  const findChanged = async (): Promise<readonly ChangedScope[]> => {
    onReading?.();
    return splitScopes({ base: changedAtBase, head: files }, { config, charts })
      .map((scope) => ({ ...scope, changed: loadChanged(scope, context) }))
      .filter(({ changed }) => changed.base.length + changed.head.length > 0);
  };
  // While all files are read, what needs only the paths and the changed files.
  const [, scoped] = await Promise.all([texts.load(files.map(({ id }) => id)), findChanged()]);
  const policyPaths = lazily(() =>
    [...changedAtBase, ...files].filter(({ id }) => texts.hints(id).policy).map(({ path }) => path),
  );
  const ledger = [
    ...ledgerOfLinks(changes),
    ...ledgerOfGraph({ changes, texts, charts, policyPaths }),
    ...ledgerOfValues(changes, texts),
    ...ledgerOfAside(changes, texts, config),
  ];
  const scopes = scoped.map((scope) => collectScope(scope, context));
  return { scopes, ledger, changes, filesRead: loader.count(), texts };
}

/** A change that cannot bear on policy is none: an image tag, a dashboard, a workflow. */
function isRelevant({ path, base, head }: FileChange, texts: TextStore): boolean {
  return [base, head].some((entry) => {
    if (entry === undefined) return false;
    if (entry.mode !== "file" || !isManifestPath(path)) return true;
    if (texts.tooLarge(entry.id) !== undefined) return true;
    const { foreign, namespace, workload } = texts.hints(entry.id);
    const isGraph = /kustomization|Chart\.yaml|values/i.test(path);
    const text = texts.text(entry.id);
    return (
      foreign || namespace || workload || isGraph || POLICY_KEY.test(text) || DECIDES.test(text)
    );
  });
}

/** Marks of objects and patches that decide what is applied. */
const DECIDES = /fluxcd\.io|argoproj\.io|^apiVersion: *builtin|^- *(?:op|path): /m;

interface ScopeContext {
  /** The entries at head that are not those of the base. */
  readonly entries: ReadonlySet<FileVersion | undefined>;
  readonly texts: TextStore;
  readonly loader: Loader;
  readonly readAllBelow: number;
  /** Every manifest at head, of all scopes and of none. */
  readonly allFiles: readonly FileVersion[];
}

interface ChangedScope extends ScopeFiles {
  readonly changed: ChangedFiles;
}

function loadChanged(
  { base, head }: ScopeFiles,
  { entries, texts, loader }: ScopeContext,
): ChangedFiles {
  const matters = ({ id }: FileVersion): boolean => texts.matters(id);
  return {
    base: base.filter(matters).map(loader.load),
    head: head.filter((file) => entries.has(file) && matters(file)).map(loader.load),
  };
}

function collectScope(scope: ChangedScope, context: ScopeContext): ScopePair {
  const { entries, texts, loader, readAllBelow, allFiles } = context;
  const { changed } = scope;
  const matters = ({ id }: FileVersion): boolean => texts.matters(id);
  const rest = scope.head.filter((file) => !entries.has(file));
  // In a large scope the policies alone are too many, and that is soon known.
  const isSmall =
    isAtMost(readAllBelow, rest, ({ id }) => texts.hints(id).policy) &&
    isAtMost(readAllBelow, rest, matters);
  const unchanged = (
    isSmall
      ? rest.filter(matters)
      : selectFiles(rest, changedObjects(changed), { texts, load: loader.load })
  ).map(loader.load);
  const files = {
    base: [...changed.base, ...unchanged],
    head: [...changed.head, ...unchanged],
  };
  const placement = scope.namespace === undefined ? {} : { namespace: scope.namespace };
  return {
    name: scope.name,
    base: placeObjects(files.base, placement),
    head: placeObjects(files.head, placement),
    files,
    ledger: [
      ...ledgerOfProblems(files.head, {
        base: new Map(files.base.map((file) => [file.path, file])),
        textOf: ({ id }) => texts.text(id),
      }),
      ...ledgerOfForeign(files.base, files.head),
    ],
    occupiedAtHead: (namespace) =>
      allFiles.some(({ id }) => namesNamespace(texts.text(id), namespace)),
  };
}

/** Whether at most so many items pass the test; no more of them are tested than it takes to know. */
function isAtMost<T>(limit: number, items: readonly T[], test: (item: T) => boolean): boolean {
  let count = 0;
  return items.every((item) => !test(item) || ++count <= limit);
}

interface ChangedFiles {
  readonly base: readonly LoadedFile[];
  readonly head: readonly LoadedFile[];
}

function changedObjects({ base, head }: ChangedFiles): ChangedObjects {
  const files = [...base, ...head];
  const contents = {
    base: new Set(base.flatMap((file) => file.policies.map(contentOf))),
    head: new Set(head.flatMap((file) => file.policies.map(contentOf))),
  };
  const policies = files.flatMap((file) => file.policies);
  const isStanding = (policy: NetworkPolicy): boolean => {
    const content = contentOf(policy);
    return contents.base.has(content) && contents.head.has(content);
  };
  const workloads = files.flatMap((file) => file.workloads);
  const namespaces = new Set([...policies, ...workloads].map(({ namespace }) => namespace ?? ""));
  const before = new Map(base.flatMap((file) => file.namespaces).map((item) => [item.name, item]));
  const keys = head
    .flatMap((file) => file.namespaces)
    .flatMap((item) => labelChanges(before.get(item.name), item));
  for (const file of files) for (const { name } of file.namespaces) namespaces.add(name);
  return {
    policies: policies.filter((policy) => !isStanding(policy)),
    standing: policies.filter(isStanding),
    namespaces,
    folders: new Set(files.flatMap(possibleNamespaces)),
    namespaceKeys: new Set(keys),
    workloadsMoved: someMoved(base, head),
  };
}

const labelChanges = (
  before: NamespaceObject | undefined,
  after: NamespaceObject,
): readonly string[] => (before === undefined ? [] : changedKeys(before.labels, after.labels));

function someMoved(base: readonly LoadedFile[], head: readonly LoadedFile[]): boolean {
  const key = ({ kind, namespace = "", name }: Workload): string => `${namespace}/${kind}/${name}`;
  const before = new Map(
    base.flatMap((file) => file.workloads).map((workload) => [key(workload), traitsOf(workload)]),
  );
  return head
    .flatMap((file) => file.workloads)
    .some((workload) => {
      const old = before.get(key(workload));
      return old !== undefined && old !== traitsOf(workload);
    });
}

function ledgerOfAside(
  changes: readonly FileChange[],
  texts: TextStore,
  config: Config,
): readonly LedgerEntry[] {
  return changes.flatMap(({ path, base, head }) => {
    const entry = head ?? base;
    if (entry === undefined || !isSetAside(path) || !isManifestPath(path)) return [];
    if (config.scopes.some(({ includes }) => includes(path)) || !texts.hints(entry.id).policy)
      return [];
    return [
      {
        path,
        side: head === undefined ? ("base" as const) : ("head" as const),
        reason:
          "a policy below a folder of tests, examples, documents or archives; name it in `scopes` to review it",
        decides: false,
      },
    ];
  });
}
