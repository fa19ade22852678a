import type { Config } from "../config/config.ts";
import { chartFolders, isManifestPath } from "../scope/manifest-paths.ts";
import { surveyBefore, surveyPaths, type Deciding, type PathSurvey } from "../scope/path-survey.ts";
import {
  changedEntries,
  isOfInterest,
  type FileChange,
  type FileVersion,
  type TextStore,
} from "../scope/revision-files.ts";
import { allNameNamespaces } from "../scope/text-hints.ts";
import type { Snapshot, Source } from "../source/types.ts";
import { isChartSource } from "../unrendered/chart/chart-files.ts";
import { findUnreadChanges, type UnreadChanges } from "../unrendered/unread-changes.ts";
import { isActive } from "./scope-files.ts";

/** What changed between two revisions, as far as paths and the changed texts tell. */
export interface ChangeSurvey {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly changes: readonly FileChange[];
  readonly surveys: { readonly base: Deciding; readonly head: PathSurvey };
  /** The folders of charts, at either revision. */
  readonly charts: ReadonlySet<string>;
  readonly unread: UnreadChanges;
  /** Whether nothing but plain policies changed in a file. */
  readonly isPolicy: (change: FileChange) => boolean;
}

/** Finds what changed in two revisions, and reads it. */
export async function surveyChanges(
  source: Source,
  config: Config,
  texts: TextStore,
): Promise<ChangeSurvey> {
  const [base, head] = source.snapshots;
  if (base === undefined || head === undefined) throw new Error("two snapshots are wanted");
  const everyChange = changedEntries(base, head);
  const survey = surveyPaths(head.entries);
  const surveys = { base: surveyBefore(survey, everyChange), head: survey };
  const charts = chartFolders([...everyChange, ...survey.charts]);
  const isOfChart = (path: string): boolean => isChartSource(path, charts);
  const allChanges = everyChange.filter(({ path }) => !config.exclude(path));
  const changes = allChanges.filter((change) => isOfInterest(change) || isOfChart(change.path));
  const changedIds = changes.flatMap(({ base: old, head: now }) =>
    [old, now].flatMap((entry) => (entry?.mode === "file" ? [entry.id] : [])),
  );
  await texts.load(changedIds);
  const unread = await findUnreadChanges({
    changes: allChanges,
    surveys: [surveys.base, surveys.head],
    filesAt: (paths) => filesAt([base, head], paths),
    texts,
    isRead: (path) => isActive({ path }, config, charts),
  });
  const isPolicy = (change: FileChange): boolean =>
    isPlainPolicy(change, texts) && !isOfChart(change.path);
  return { base, head, changes, surveys, charts, unread, isPolicy };
}

/** Whether a change may bear on policy. */
export async function isRelevant(
  { head, changes, charts, unread, isPolicy }: ChangeSurvey,
  texts: TextStore,
): Promise<boolean> {
  const hides =
    unread.kustomized || unread.entries.length + unread.ignoring.length + unread.scripts.length > 0;
  if (hides || changes.some(isPolicy)) return true;
  const { findRelevant } = await import("../unrendered/relevance.ts");
  return changes.some(findRelevant({ texts, charts, paths: head.entries }));
}

const filesAt = (
  snapshots: readonly Snapshot[],
  paths: ReadonlySet<string>,
): readonly FileVersion[] =>
  snapshots.flatMap(({ entries }) =>
    entries.filter(({ path, mode }) => mode === "file" && paths.has(path)),
  );

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
