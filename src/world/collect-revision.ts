import type { LedgerEntry } from "../model/report.ts";
import type { Snapshot, Source } from "../source/types.ts";
import type { Config } from "../config/config.ts";
import { ledgerOfForeign, ledgerOfProblems } from "../scope/ledger.ts";
import type { LoadedFile } from "../scope/load-file.ts";
import {
  belowKustomization,
  chartFolders,
  chartOf,
  isChartContent,
  isSetAside,
} from "../scope/manifest-paths.ts";
import { surveyPaths } from "../scope/path-survey.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";
import { namesPluginSettings } from "../manifest/detect-network-plugin.ts";
import { namesTemplate } from "../scope/text-hints.ts";
import { placeObjects, type Placement } from "./place-objects.ts";
import { createReading, type Reading } from "./reading.ts";
import { placementOf, splitScopes } from "./scope-files.ts";
import type { World } from "./world.ts";

/** One scope of one revision, whole. */
interface ScopeWorld {
  readonly name: string;
  readonly world: World;
  readonly placement: Placement;
  readonly files: readonly LoadedFile[];
  readonly ledger: readonly LedgerEntry[];
}

export interface CollectedRevision {
  readonly scopes: readonly ScopeWorld[];
  readonly ledger: readonly LedgerEntry[];
  readonly filesRead: number;
  /** Whether a kustomization above a file may give its objects their namespace. */
  readonly kustomized: (path: string) => boolean;
}

export interface RevisionOptions {
  readonly config: Config;
  /** Where objects without a namespace land: in every scope, or where nothing else tells. */
  readonly placement?: Placement;
  /** Read Services, too, of which only questions are asked. */
  readonly services?: boolean;
  /** Which snapshot of the source; the first unless given. */
  readonly snapshot?: Snapshot;
  /** What was read of the source before. */
  readonly reading?: Reading;
}

/** Reads one revision or directory into worlds, one per scope. */
export async function collectRevision(
  source: Source,
  options: RevisionOptions,
): Promise<CollectedRevision> {
  const { config, services = false, snapshot = source.snapshots[0] } = options;
  if (snapshot === undefined) throw new Error("a snapshot is wanted");
  const { texts, loader } = options.reading ?? createReading(source);
  const survey = surveyPaths(snapshot.entries);
  const files = survey.manifests;
  await texts.load(files.map(({ id }) => id));
  const charts = chartFolders(survey.charts);
  const isWanted = ({ id }: FileVersion): boolean =>
    texts.matters(id) ||
    namesTemplate(texts.text(id)) ||
    namesPluginSettings(texts.text(id)) ||
    (services && texts.hints(id).context);
  const split = splitScopes({ base: [], head: files }, { config, charts });
  const scopes = split.map((scope): ScopeWorld => {
    const loaded = scope.head.filter(isWanted).map(loader.load);
    const placement = { ...placementOf(scope), ...options.placement };
    return {
      name: scope.name,
      world: placeObjects(loaded, placement),
      placement,
      files: loaded,
      ledger: [
        ...ledgerOfProblems(loaded, { base: new Map(), textOf: ({ id }) => texts.text(id) }),
        ...ledgerOfForeign(loaded, loaded),
      ],
    };
  });
  const ledger = ledgerOfUnread(files, { texts, charts, config });
  const kustomized = belowKustomization(survey.kustomizations.map(({ path }) => path));
  return { scopes, ledger, filesRead: loader.count(), kustomized };
}

interface UnreadContext {
  readonly texts: TextStore;
  readonly charts: ReadonlySet<string>;
  readonly config: Config;
}

/** Files with policies that are no manifests to apply: chart templates, tests, examples. */
function ledgerOfUnread(
  files: readonly FileVersion[],
  { texts, charts, config }: UnreadContext,
): readonly LedgerEntry[] {
  return files.flatMap(({ path, id }) => {
    if (config.exclude(path) || !texts.hints(id).policy) return [];
    const chart = chartOf(path, charts);
    const reason =
      chart !== undefined && isChartContent(path, charts)
        ? `part of the Helm chart in ${chart}: not rendered`
        : isSetAside(path) && !config.scopes.some(({ includes }) => includes(path))
          ? "below a folder of tests, examples, documents or archives; name it in `scopes` to include it"
          : undefined;
    if (reason === undefined) return [];
    return [{ path, side: "head" as const, reason, decides: isChartContent(path, charts) }];
  });
}
