import { lazily } from "../model/lazily.ts";
import type { LedgerEntry } from "../model/report.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import type { NamespaceObject, Workload } from "../model/workload.ts";
import type { Snapshot, Source } from "../source/types.ts";
import type { Config } from "../config/config.ts";
import { isChartSource } from "../unrendered/chart/chart-files.ts";
import { isUnread, ledgerOfForeign, ledgerOfProblems } from "../scope/ledger.ts";
import type { LoadedFile, LoadProblem } from "../scope/load-file.ts";
import {
  belowKustomization,
  chartFolders,
  isGeneratorPath,
  isManifestPath,
} from "../scope/manifest-paths.ts";
import { surveyBefore, surveyPaths } from "../scope/path-survey.ts";
import { readKustomizeGraph } from "../scope/kustomize-graph.ts";
import { findUnreadChanges } from "../unrendered/unread-changes.ts";
import {
  changedEntries,
  isOfInterest,
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
import type { ScopeRelation } from "../scope/scope-relation.ts";
import { allNameNamespaces } from "../scope/text-hints.ts";
import { traitsOf } from "../scope/workload-traits.ts";
import { isActive, splitScopes, type ScopeFiles } from "./scope-files.ts";
import type { World } from "./world.ts";
import type { Loader } from "./file-loader.ts";
import { createReading, type Reading } from "./reading.ts";
import { ledgerOfChanges } from "./ledger-of-changes.ts";
import { activeFilesOf, findOccupation, type Occupation } from "./occupation.ts";
import { followMoves } from "./moved-namespaces.ts";
import { createLeftFolder } from "./unapplied-moves.ts";
import { otherReadings } from "./other-readings.ts";
import { placePair, type AlternativeReading } from "./alternative-reading.ts";

/** One scope at both revisions, with all that can matter to the comparison. */
export interface ScopePair {
  readonly name: string;
  readonly base: World;
  readonly head: World;
  readonly files: { readonly base: readonly LoadedFile[]; readonly head: readonly LoadedFile[] };
  readonly ledger: readonly LedgerEntry[];
  /** Whether every file of the scope was read: only then is something that was not found not there. */
  readonly complete: boolean;
  /** Whether a kustomization above a file may give its objects their namespace. */
  readonly kustomized: (path: string) => boolean;
  /** Whether an object of any kind at head says that it lives in this namespace. */
  readonly occupiedAtHead: (namespace: string) => boolean;
  /** Whether something at head that is not read may make pods of a namespace. */
  readonly mayHaveOtherPods: (namespace: string) => boolean;
  readonly occupation: Occupation;
}

export interface Collected {
  readonly scopes: readonly ScopePair[];
  /** Other ways in which the manifests may be applied. */
  readonly readings: readonly AlternativeReading[];
  /** Whether two scopes may be applied to one cluster. */
  readonly mayMeet: ScopeRelation;
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
  /** Shared with other answers about the source. */
  readonly reading?: Reading | undefined;
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
  { readAllBelow = READ_ALL_BELOW, onReading, reading }: CollectOptions = {},
): Promise<Collected> {
  const [base, head] = source.snapshots;
  if (base === undefined || head === undefined) throw new Error("two snapshots are wanted");
  const everyChange = changedEntries(base, head);
  const survey = surveyPaths(head.entries);
  const surveyed = { base: surveyBefore(survey, everyChange), head: survey };
  const charts = chartFolders([...everyChange, ...survey.charts]);
  const isOfChart = (path: string): boolean => isChartSource(path, charts);
  const allChanges = everyChange.filter(({ path }) => !config.exclude(path));
  const changes = allChanges.filter((change) => isOfInterest(change) || isOfChart(change.path));
  const changedIds = changes.flatMap(({ base: old, head: now }) =>
    [old, now].flatMap((entry) => (entry?.mode === "file" ? [entry.id] : [])),
  );
  const files = survey.manifests;
  const { texts, loader } = reading ?? createReading(source);
  await texts.load(changedIds);
  const unread = await findUnreadChanges({
    changes: allChanges,
    surveys: [surveyed.base, surveyed.head],
    filesAt: (paths) => filesAt([base, head], paths),
    texts,
    isRead: (path) => isActive({ path }, config, charts),
  });
  const hides =
    unread.kustomized || unread.entries.length + unread.ignoring.length + unread.scripts.length > 0;
  const isPolicy = (change: FileChange): boolean =>
    isPlainPolicy(change, texts) && !isOfChart(change.path);
  if (!hides && !changes.some(isPolicy)) {
    const { findRelevant } = await import("../unrendered/relevance.ts");
    if (!changes.some(findRelevant({ texts, charts, paths: head.entries })))
      return { ...NOTHING, changes, texts };
  }

  // Whatever did not change at base stands at head as well.
  const changedAtBase = changes.flatMap(({ base: old }) =>
    old?.mode === "file" && isManifestPath(old.path) ? [old] : [],
  );
  const kustomizations = {
    base: surveyed.base.kustomizations,
    head: surveyed.head.kustomizations,
  };
  const bothKustomizations = [...kustomizations.base, ...kustomizations.head];
  await texts.load(bothKustomizations.map(({ id }) => id));
  const graph = readKustomizeGraph(bothKustomizations, texts);
  const isKustomized = bothKustomizations.length > 0;
  const isPatch = (path: string): boolean =>
    isKustomized && ["patch", "maker"].includes(graph.roleOf(path) ?? "");
  const entries = new Set(changes.map((change) => change.head));
  const reads: Reads = { entries, texts, loader, isPatch };
  const findChanged = async (): Promise<readonly ChangedScope[]> => {
    onReading?.();
    return splitScopes({ base: changedAtBase, head: files }, { config, charts }).map((scope) => ({
      ...scope,
      changed: loadChanged(scope, reads),
    }));
  };
  // While all files are read, what needs only the paths and the changed files.
  const [, all] = await Promise.all([texts.load(files.map(({ id }) => id)), findChanged()]);
  const generators = await loadGenerators(changes, head, texts);
  const activeFiles = activeFilesOf({ files: [...files, ...generators], config, charts });
  const kustomized = belowKustomization(survey.kustomizations.map(({ path }) => path));
  const scopes = all
    .filter(({ changed }) => changed.base.length + changed.head.length > 0)
    .map((scope) => {
      const occupation = findOccupation({ files: () => activeFiles(scope.name), texts });
      return collectScope(scope, { ...reads, readAllBelow, occupation, kustomized });
    });
  const request = {
    changes,
    files,
    paths: lazily(() => [...base.entries, ...head.entries].map(({ path }) => path)),
    scopes: all,
    changed: scopes,
    isTold: (file: FileVersion) => isTold(file, reads),
  };
  const { links } = unread;
  const leftFolder = createLeftFolder({
    base: () => scopes.flatMap((scope) => scope.base.policies),
    files,
    texts,
  });
  const aside = {
    ...request,
    config,
    charts,
    texts,
    loader,
    activeFiles,
    graph,
    links,
    leftFolder,
  };
  const ledger = await ledgerOfChanges({
    ...aside,
    base,
    head,
    unread,
    policyFiles: lazily(() =>
      [...changedAtBase, ...files].filter(({ id }) => texts.hints(id).policy),
    ),
    kustomizations: bothKustomizations,
    onlyPolicies: !isKustomized && changes.every(isPolicy),
  });
  const other = otherReadings({ ...aside, kustomizations });
  const { readings, mayMeet } = other;
  return {
    scopes: followMoves(scopes, {
      scopes: all,
      mayMeet,
      isConfigured: isConfigured(config),
      isChanged: (file) => reads.entries.has(file),
      leftFolder,
    }),
    readings,
    mayMeet,
    ledger: [...ledger, ...other.ledger],
    changes,
    filesRead: loader.count(),
    texts,
  };
}

const isConfigured =
  ({ scopes }: Config) =>
  (scope: string): boolean =>
    scopes.some(({ name }) => name === scope);

const NOTHING = {
  scopes: [],
  readings: [],
  ledger: [],
  filesRead: 0,
  mayMeet: () => false,
} as const;

const filesAt = (
  snapshots: readonly Snapshot[],
  paths: ReadonlySet<string>,
): readonly FileVersion[] =>
  snapshots.flatMap(({ entries }) =>
    entries.filter(({ path, mode }) => mode === "file" && paths.has(path)),
  );

/** Files that make manifests: they are only looked at where a Namespace may go, for what they put there. */
async function loadGenerators(
  changes: readonly FileChange[],
  head: Snapshot,
  texts: TextStore,
): Promise<readonly FileVersion[]> {
  const mayGo = changes.some(({ base, head: now }) => {
    if (base?.mode !== "file") return false;
    const { namespace, workload } = texts.hints(base.id);
    return namespace || (workload && now === undefined);
  });
  if (!mayGo) return [];
  const generators = head.entries.filter(
    ({ path, mode }) => mode === "file" && isGeneratorPath(path),
  );
  await texts.load(generators.map(({ id }) => id));
  return generators;
}

/** A file of policies, and of nothing else, that are neither templates nor code. */
const isPlainPolicy = ({ path, base, head }: FileChange, texts: TextStore): boolean =>
  isManifestPath(path) &&
  [base, head].every((entry) => {
    if (entry === undefined) return true;
    const text = texts.text(entry.id);
    return entry.mode === "file" && allNameNamespaces(text) && !CODE.test(text);
  });

/** Marks of templates, of variables and of ytt. */
const CODE = /\{\{|\$[{(]|<%|#@/;

interface Reads {
  /** The entries at head that are not those of the base. */
  readonly entries: ReadonlySet<FileVersion | undefined>;
  readonly texts: TextStore;
  readonly loader: Loader;
  /** Whether a kustomization takes the file for a patch. */
  readonly isPatch: (path: string) => boolean;
}

interface ScopeContext extends Reads {
  readonly readAllBelow: number;
  readonly kustomized: (path: string) => boolean;
  readonly occupation: Occupation;
}

interface ChangedScope extends ScopeFiles {
  readonly changed: ChangedFiles;
}

/** Whether a file has objects of its own to read: the policies of a patch are parts of policies. */
const isTold = ({ id, path }: FileVersion, { texts, isPatch }: Reads): boolean =>
  tells(id, texts) && !(texts.hints(id).policy && isPatch(path));

const tells = (id: string, texts: TextStore): boolean =>
  texts.matters(id) || texts.hints(id).context;

function loadChanged({ base, head }: ScopeFiles, reads: Reads): ChangedFiles {
  const { entries, loader } = reads;
  return loader.loadVersions({
    base: base.filter((file) => isTold(file, reads)),
    head: head.filter((file) => entries.has(file) && isTold(file, reads)),
  });
}

function collectScope(scope: ChangedScope, context: ScopeContext): ScopePair {
  const { entries, texts, loader, readAllBelow, occupation, kustomized } = context;
  const { changed } = scope;
  const rest = scope.head.filter((file) => !entries.has(file));
  // In a large scope the policies alone are too many, and that is soon known.
  const isSmall =
    isAtMost(readAllBelow, rest, ({ id }) => texts.hints(id).policy) &&
    isAtMost(readAllBelow, rest, ({ id }) => texts.matters(id));
  const selected = (
    isSmall ? rest : selectFiles(rest, changedObjects(changed), { texts, load: loader.load })
  ).filter((file) => isTold(file, context));
  const unchanged = selected.map(loader.load);
  const files = {
    base: [...changed.base, ...unchanged],
    head: [...changed.head, ...unchanged],
  };
  const placement = scope.namespace === undefined ? {} : { namespace: scope.namespace };
  const worlds = placePair(files, placement);
  return {
    name: scope.name,
    ...worlds,
    files,
    complete: isSmall,
    kustomized,
    ledger: [
      ...ledgerOfProblems(files.head, {
        base: new Map(files.base.map((file) => [file.path, file])),
        textOf: ({ id }) => texts.text(id),
        tellsPodsApart: (problem) => tellsPodsApart(problem, worlds),
      }),
      ...ledgerOfForeign(files.base, files.head),
    ],
    occupation,
    occupiedAtHead: (namespace) => occupation.occupantOf(namespace) !== undefined,
    mayHaveOtherPods: (namespace) =>
      files.head.some(({ problems }) => problems.some(isUnread)) ||
      occupation.mayHaveOtherPods(namespace),
  };
}

/** Whether some policy where a refused workload lives, or may live, tells pods apart. */
function tellsPodsApart(
  { object }: LoadProblem,
  { base, head }: { readonly base: World; readonly head: World },
): boolean {
  const namespace = object?.namespace;
  return [...base.policies, ...head.policies].some(
    (placed) =>
      (namespace === undefined || placed.namespace === namespace) &&
      placed.policy.podSelector.requirements.length > 0,
  );
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
    declaredKeys: new Set(declaredOnce(base, head)),
    workloadsMoved: someMoved(base, head),
  };
}

/** Label keys of the Namespace objects that stand at one revision only. */
function declaredOnce(base: readonly LoadedFile[], head: readonly LoadedFile[]): readonly string[] {
  const [before, after] = [base, head].map((files) =>
    files.flatMap(({ namespaces }) => namespaces),
  );
  const keysOf = (
    some: readonly NamespaceObject[] = [],
    others: readonly NamespaceObject[] = [],
  ): readonly string[] => {
    const known = new Set(others.map(({ name }) => name));
    return some.flatMap(({ name, labels }) => (known.has(name) ? [] : Object.keys(labels)));
  };
  return [...keysOf(before, after), ...keysOf(after, before)].filter((key) => key !== NAME_LABEL);
}

const labelChanges = (
  before: NamespaceObject | undefined,
  after: NamespaceObject,
): readonly string[] => (before === undefined ? [] : changedKeys(before.labels, after.labels));

function someMoved(base: readonly LoadedFile[], head: readonly LoadedFile[]): boolean {
  const key = ({ kind, namespace = "", name }: Workload): string => `${namespace}/${kind}/${name}`;
  const workloadsOf = (files: readonly LoadedFile[]): readonly Workload[] =>
    files.flatMap(({ workloads }) => workloads);
  const before = new Map(workloadsOf(base).map((workload) => [key(workload), workload]));
  const after = workloadsOf(head);
  const stays = new Set(after.map(key));
  const gone = [...before].flatMap(([name, workload]) => (stays.has(name) ? [] : [workload]));
  const former = new Set(gone.flatMap(formerSelves));
  return after.some((workload) => {
    const old = before.get(key(workload));
    return old === undefined
      ? formerSelves(workload).some((text) => former.has(text))
      : traitsOf(old) !== traitsOf(workload);
  });
}

/** By what a workload that moves to another namespace, or is renamed, is known (reach/pair-workloads.ts). */
const formerSelves = ({ kind, name, namespace = "", images = [] }: Workload): readonly string[] => [
  `${kind}/${name}`,
  `${namespace} ${name}`,
  ...(images.length === 0 ? [] : [`${namespace} ${images.join()}`]),
];
