import type { LedgerEntry } from "../model/report.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import type { NamespaceObject, Workload } from "../model/workload.ts";
import type { Source } from "../source/types.ts";
import { isActive, splitScopes, type ScopeFiles } from "./scope-files.ts";
import type { World } from "./world.ts";
import type { Config } from "../config/config.ts";
import { ledgerOfForeign, ledgerOfProblems } from "../scope/ledger.ts";
import type { LoadedFile, LoadProblem } from "../scope/load-file.ts";
import {
  belowKustomization,
  chartFolders,
  isKustomization,
  isManifestPath,
} from "../scope/manifest-paths.ts";
import { readKustomizeGraph } from "../scope/kustomize-graph.ts";
import { findUnreadChanges } from "../scope/unread-changes.ts";
import type { Loader } from "./file-loader.ts";
import { createReading } from "./reading.ts";
import {
  changedFiles,
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
import type { TextHints } from "../scope/text-hints.ts";
import { POLICY_KEY } from "../scope/values-ledger.ts";
import { MAY_HOLD_VARIABLES } from "../scope/variable-ledger.ts";
import { traitsOf } from "../scope/workload-traits.ts";
import { ledgerOfChanges } from "./ledger-of-changes.ts";
import { activeFilesOf, findOccupation, type Occupation } from "./occupation.ts";
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
  readonly occupation: Occupation;
}

export interface Collected {
  readonly scopes: readonly ScopePair[];
  /** Other ways in which the manifests may be applied. */
  readonly readings: readonly AlternativeReading[];
  /** Entries that belong to no scope. */
  readonly ledger: readonly LedgerEntry[];
  readonly changes: readonly FileChange[];
  readonly filesRead: number;
  readonly texts: TextStore;
}

const READ_AT_ONCE = 20_000;

/** In small repositories everything is read: no cleverness, and more to say about standing state. */
const READ_ALL_BELOW = 300;

/**
 * Reads two revisions into worlds, one pair per scope. Only files that can matter are parsed; each
 * distinct content is read once and each version of a file parsed once.
 */
export async function collectWorlds(
  source: Source,
  config: Config,
  readAllBelow = READ_ALL_BELOW,
  { texts, loader } = createReading(source),
): Promise<Collected> {
  const [base, head] = source.snapshots;
  if (base === undefined || head === undefined) throw new Error("two snapshots are wanted");
  const changes = changedFiles(base, head).filter(({ path }) => !config.exclude(path));
  const changedIds = changes.flatMap(({ base: old, head: now }) =>
    [old, now].flatMap((entry) => (entry?.mode === "file" ? [entry.id] : [])),
  );
  const files = manifestFiles(head);
  // One read is faster than two, but an unrelated change to a huge repository should not cost a full one.
  const readsAtOnce = changes.length > 0 && files.length <= READ_AT_ONCE;
  await texts.load(readsAtOnce ? [...changedIds, ...files.map(({ id }) => id)] : changedIds);
  const charts = chartFolders([...changes, ...head.entries].map(({ path }) => path));
  const unread = await findUnreadChanges({
    base,
    head,
    texts,
    exclude: config.exclude,
    isRead: (path) => isActive({ path }, config, charts),
  });
  const hides = unread.patches || unread.entries.length + unread.ignoring.length > 0;
  if (!hides && !changes.some((change) => isRelevant(change, { texts, charts })))
    return { scopes: [], readings: [], ledger: [], changes, filesRead: 0, texts };

  await texts.load(files.map(({ id }) => id));
  const paths = new Set(changes.map(({ path }) => path));
  // Whatever did not change at base stands at head as well.
  const changedAtBase = changes.flatMap(({ base: old }) =>
    old?.mode === "file" && isManifestPath(old.path) ? [old] : [],
  );
  const policyFiles = [...changedAtBase, ...files].filter(({ id }) => texts.hints(id).policy);
  const kustomizations = [...base.entries, ...head.entries].filter(
    ({ path, mode }) => mode === "file" && isKustomization(path),
  );
  await texts.load(kustomizations.map(({ id }) => id));
  const graph = readKustomizeGraph(kustomizations, texts);
  const isPatch = (path: string): boolean => graph.roleOf(path) === "patch";
  const scoped = splitScopes(
    { base: changedAtBase, head: files },
    { config, charts, texts, isPatch },
  );
  const activeFiles = activeFilesOf({ files, config, charts });
  const kustomized = belowKustomization(head.entries.map(({ path }) => path));
  const scopes = scoped.flatMap((scope) => {
    const occupation = findOccupation({ files: () => activeFiles(scope.name), texts });
    const pair = collectScope(scope, {
      paths,
      texts,
      loader,
      readAllBelow,
      occupation,
      kustomized,
    });
    return pair === undefined ? [] : [pair];
  });
  const allPaths = [...base.entries, ...head.entries].map(({ path }) => path);
  const request = { changes, files, paths: allPaths, scopes: scoped, changed: scopes };
  const { links } = unread;
  const aside = { ...request, config, charts, texts, loader, activeFiles, graph, links };
  const ledger = ledgerOfChanges({ ...aside, unread, policyFiles });
  const readings = otherReadings(aside);
  return { scopes, readings, ledger, changes, filesRead: loader.count(), texts };
}

/** A change that cannot bear on policy is none: an image tag, a dashboard, a workflow. */
function isRelevant(
  { path, base, head }: FileChange,
  { texts, charts }: { readonly texts: TextStore; readonly charts: ReadonlySet<string> },
): boolean {
  return [base, head].some((entry) => {
    if (entry === undefined) return false;
    if (entry.mode !== "file" || !isManifestPath(path)) return true;
    if (texts.tooLarge(entry.id) !== undefined) return true;
    const { foreign, namespace, workload, context } = texts.hints(entry.id);
    const isGraph = /kustomization|Chart\.yaml|values|helmfile|skaffold|fleet\.ya?ml/i.test(path);
    const text = texts.text(entry.id);
    // Where there are charts, a file without objects may be values for one.
    const isValues = charts.size > 0 && !/^\s*["']?kind["']?\s*:/m.test(text);
    return (
      foreign ||
      namespace ||
      workload ||
      context ||
      isGraph ||
      isValues ||
      MAY_HOLD_VARIABLES.test(text) ||
      POLICY_KEY.test(text) ||
      DECIDES.test(text)
    );
  });
}

/** Marks of objects and patches that decide what is applied. */
const DECIDES =
  /fluxcd\.io|argoproj\.io|^apiVersion: *builtin|^- *(?:op|path): |values\.ya?ml|resource\.(?:ex|in)clusions/m;

interface ScopeContext {
  readonly paths: ReadonlySet<string>;
  readonly texts: TextStore;
  readonly loader: Loader;
  readonly readAllBelow: number;
  readonly kustomized: (path: string) => boolean;
  readonly occupation: Occupation;
}

function collectScope(scope: ScopeFiles, context: ScopeContext): ScopePair | undefined {
  const { paths, texts, loader, readAllBelow, occupation, kustomized } = context;
  const isChanged = ({ path }: FileVersion): boolean => paths.has(path);
  const changed = {
    base: scope.base.map(loader.load),
    head: scope.head.filter(isChanged).map(loader.load),
  };
  if (changed.base.length === 0 && changed.head.length === 0) return undefined;
  const rest = scope.head.filter((file) => !isChanged(file));
  const selected =
    rest.filter(({ id }) => decides(texts.hints(id))).length <= readAllBelow
      ? rest
      : selectFiles(rest, changedObjects(changed), { texts, load: loader.load });
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
    complete: selected.length === rest.length,
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

/** Services and network plugins cost little to read, and count as nothing. */
const decides = ({ policy, foreign, namespace, workload }: TextHints): boolean =>
  policy || foreign || namespace || workload;

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
