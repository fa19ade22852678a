import type { Config } from "../config/config.ts";
import { lazily } from "../model/lazily.ts";
import type { LedgerEntry } from "../model/report.ts";
import { readKustomizeGraph, type KustomizeGraph } from "../scope/kustomize-graph.ts";
import { belowKustomization, isGeneratorPath, isManifestPath } from "../scope/manifest-paths.ts";
import type { FilePair } from "../scope/load-file.ts";
import type { FileChange, FileVersion, TextStore } from "../scope/revision-files.ts";
import { namesTemplate } from "../scope/text-hints.ts";
import type { ScopeRelation } from "../scope/scope-relation.ts";
import type { Snapshot, Source } from "../source/types.ts";
import type { AlternativeReading } from "./alternative-reading.ts";
import { findReadings } from "./find-readings.ts";
import { ledgerOfChanges } from "./ledger-of-changes.ts";
import { followMoves } from "./moved-namespaces.ts";
import { activeFilesOf, findOccupation } from "./occupation.ts";
import { createReading, type Reading } from "./reading.ts";
import { isConfigured, splitScopes } from "./scope-files.ts";
import {
  completeScope,
  isTold,
  startScope,
  type Reads,
  type ScopePair,
  type StartedScope,
} from "./scope-pair.ts";
import { isRelevant, surveyChanges, type ChangeSurvey } from "./survey-changes.ts";
import { createLeftFolder } from "./unapplied-moves.ts";

export interface CollectedPairs {
  readonly scopes: readonly ScopePair[];
  /** Other ways in which the manifests may be applied. */
  readonly readings: readonly AlternativeReading[];
  /** Whether two scopes may be applied to one cluster. */
  readonly mayMeet: ScopeRelation;
  /** Entries that belong to no scope. */
  readonly ledger: readonly LedgerEntry[];
  readonly changes: readonly FileChange[];
  /** Of both revisions: of a changed file, both versions. */
  readonly filesRead: number;
  readonly policiesRead: number;
  readonly texts: TextStore;
}

/** In small repositories everything is read: no cleverness, and more to say about standing state. */
const READ_ALL_BELOW = 300;

export interface PairOptions {
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
export async function collectPairs(
  source: Source,
  config: Config,
  { readAllBelow = READ_ALL_BELOW, onReading, reading }: PairOptions = {},
): Promise<CollectedPairs> {
  const { texts, loader } = reading ?? createReading(source);
  const survey = await surveyChanges(source, config, texts);
  const { base, head, changes, charts, unread, isPolicy } = survey;
  if (!(await isRelevant(survey, texts))) return { ...NOTHING, changes, texts };

  const files = survey.surveys.head.manifests;
  // Whatever did not change at base stands at head as well.
  const changedAtBase = changes.flatMap(({ base: old }) =>
    old?.mode === "file" && isManifestPath(old.path) ? [old] : [],
  );
  const kustomize = await readKustomizations(survey, texts);
  const { graph, isKustomized } = kustomize;
  const entries = new Set(changes.map((change) => change.head));
  const changedIds = new Set(
    [...changedAtBase, ...entries].flatMap((file) => (file === undefined ? [] : [file.id])),
  );
  const reads: Reads = { entries, changedIds, texts, loader, isPatch: kustomize.isPatch };
  const startScopes = async (): Promise<readonly StartedScope[]> => {
    onReading?.();
    const split = splitScopes({ base: changedAtBase, head: files }, { config, charts });
    return split.map((scope) => startScope(scope, reads));
  };
  // While all files are read, what needs only the paths and the changed files.
  const [, all] = await Promise.all([texts.load(files.map(({ id }) => id)), startScopes()]);
  const generators = await loadGenerators(changes, head, texts);
  const activeFiles = activeFilesOf({ files: [...files, ...generators], config, charts });
  const scopes = all
    .filter(({ changed }) => changed.base.length + changed.head.length > 0)
    .map((scope) => {
      const occupation = findOccupation({ files: () => activeFiles(scope.name), texts });
      const { kustomized } = kustomize;
      return completeScope(scope, { ...reads, readAllBelow, occupation, kustomized });
    });
  const leftFolder = createLeftFolder({
    base: () => scopes.flatMap((scope) => scope.base.policies),
    files,
    texts,
  });
  const request = {
    changes,
    files,
    paths: lazily(() => [...base.entries, ...head.entries].map(({ path }) => path)),
    scopes: all,
    changed: scopes,
    isTold: (file: FileVersion) => isTold(file, reads),
    config,
    charts,
    texts,
    loader,
    activeFiles,
    graph,
    links: unread.links,
    leftFolder,
  };
  const ledger = await ledgerOfChanges({
    ...request,
    base,
    head,
    unread,
    policyFiles: lazily(() =>
      [...changedAtBase, ...files].filter(({ id }) => texts.hints(id).policy),
    ),
    kustomizations: kustomize.files,
    changedFiles: all.map((scope) => scope.changed),
    onlyPolicies: !isKustomized && changes.every(isPolicy),
  });
  const found = findReadings({ ...request, kustomizations: kustomize.bySide });
  const { readings, mayMeet } = found;
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
    ledger: [...ledger.filter(isToldOnce(scopes)), ...found.ledger],
    changes,
    filesRead: loader.count(),
    policiesRead: loader.countPolicies(),
    texts,
  };
}

/** Of a file that is no text, nothing else is worth saying. */
function isToldOnce(
  scopes: readonly { readonly files: FilePair }[],
): (entry: LedgerEntry) => boolean {
  const noText = new Set(
    scopes.flatMap(({ files }) =>
      files.head.flatMap(({ path, problems }) =>
        problems.some(({ code }) => code === "not-text") ? [path] : [],
      ),
    ),
  );
  return ({ path, side }) => side !== "head" || !noText.has(path);
}

const NOTHING = {
  scopes: [],
  readings: [],
  ledger: [],
  filesRead: 0,
  policiesRead: 0,
  mayMeet: () => false,
} as const;

interface Kustomizations {
  readonly bySide: {
    readonly base: readonly FileVersion[];
    readonly head: readonly FileVersion[];
  };
  /** Those of both revisions. */
  readonly files: readonly FileVersion[];
  readonly isKustomized: boolean;
  readonly graph: KustomizeGraph;
  /** Whether one of them takes a file for a patch. */
  readonly isPatch: (path: string) => boolean;
  /** Whether one at head stands above a file. */
  readonly kustomized: (path: string) => boolean;
}

async function readKustomizations(
  { surveys }: ChangeSurvey,
  texts: TextStore,
): Promise<Kustomizations> {
  const bySide = { base: surveys.base.kustomizations, head: surveys.head.kustomizations };
  const files = [...bySide.base, ...bySide.head];
  await texts.load(files.map(({ id }) => id));
  const graph = readKustomizeGraph(files, texts);
  const isKustomized = files.length > 0;
  return {
    bySide,
    files,
    isKustomized,
    graph,
    isPatch: (path) => isKustomized && ["patch", "maker"].includes(graph.roleOf(path) ?? ""),
    kustomized: belowKustomization(bySide.head.map(({ path }) => path)),
  };
}

/** Files that make manifests: they are only looked at where a Namespace may go, for what they put there. */
async function loadGenerators(
  changes: readonly FileChange[],
  head: Snapshot,
  texts: TextStore,
): Promise<readonly FileVersion[]> {
  const mayGo = changes.some(({ base, head: now }) => {
    if (base?.mode !== "file") return false;
    const { namespace, workload } = texts.hints(base.id);
    return namespace || (now === undefined && (workload || namesTemplate(texts.text(base.id))));
  });
  if (!mayGo) return [];
  const generators = head.entries.filter(
    ({ path, mode }) => mode === "file" && isGeneratorPath(path),
  );
  await texts.load(generators.map(({ id }) => id));
  return generators;
}
