import { isKptfile } from "../scope/manifest-paths.ts";
import type { FileChange, FileVersion } from "../scope/revision-files.ts";
import type { Snapshot } from "../source/types.ts";
import { chartSources, type ChartFile } from "./chart/chart-files.ts";
import { isDeployment, isValuesTemplate } from "./chart/deployment-ledger.ts";
import { generatorFiles } from "./generators/generator-ledger.ts";

/** Files of both revisions from which manifests are made, by who makes them. */
export interface Makers {
  /** What charts render. */
  readonly chartFiles: readonly ChartFile[];
  /** Files that say which charts are installed, and templates of values. */
  readonly deployments: readonly FileVersion[];
  /** Files of languages that make manifests. */
  readonly generators: readonly FileVersion[];
  readonly kptfiles: readonly FileVersion[];
}

const NONE: Makers = { chartFiles: [], deployments: [], generators: [], kptfiles: [] };

/** The contents of all of them. */
export const idsOf = ({
  chartFiles,
  deployments,
  generators,
  kptfiles,
}: Makers): Iterable<string> =>
  [...chartFiles, ...deployments, ...generators, ...kptfiles].map(({ id }) => id);

/** Finds what changes may feed; nothing where none of them can. */
export function findMakers(
  changes: readonly FileChange[],
  {
    base,
    head,
    charts,
  }: {
    readonly base: Snapshot;
    readonly head: Snapshot;
    readonly charts: ReadonlySet<string>;
  },
): Makers {
  if (changes.length === 0) return NONE;
  const before = new Set(base.entries);
  const entries = [...base.entries, ...head.entries.filter((entry) => !before.has(entry))].filter(
    ({ mode }) => mode === "file",
  );
  return {
    chartFiles: charts.size === 0 ? [] : chartSources(entries, charts),
    deployments: entries.filter(({ path }) => isDeployment(path) || isValuesTemplate(path)),
    generators: generatorFiles(changes, entries),
    kptfiles: entries.filter(({ path }) => isKptfile(path)),
  };
}
