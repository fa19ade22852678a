import { posix } from "node:path";
import { addTo } from "../../model/group-by.ts";
import { chartOf } from "../../scope/manifest-paths.ts";
import { isRecord, plainValues, valueAt } from "../../scope/plain-values.ts";
import type { FileVersion, TextStore } from "../../scope/revision-files.ts";

/** A version of a file of a chart. */
export interface ChartFile extends FileVersion {
  readonly chart: string;
  /** The path inside the chart. */
  readonly inside: string;
}

/** Reading them decides nothing, and every chart has some. */
const PROSE = /(?:^|\/)(?:[^/]+\.(?:md|png|svg)|LICENSE|OWNERS|NOTES\.txt|\.helmignore)$/i;
const TEMPLATE = /^templates\//;
const META = /^(?:Chart|requirements)\.yaml$/;

/** Where a file lies in the innermost chart around it. */
export function placeInChart(
  path: string,
  charts: ReadonlySet<string>,
): Pick<ChartFile, "chart" | "inside"> | undefined {
  const chart = chartOf(path, charts);
  if (chart === undefined) return undefined;
  return { chart, inside: chart === "." ? path : path.slice(chart.length + 1) };
}

/** Whether Helm may render the file or read it, whatever its name. */
export const isChartSource = (path: string, charts: ReadonlySet<string>): boolean =>
  charts.size > 0 && chartOf(path, charts) !== undefined && !PROSE.test(path);

/** The files of charts that tell what they render, of both revisions. */
export function chartSources(
  files: Iterable<FileVersion>,
  charts: ReadonlySet<string>,
): readonly ChartFile[] {
  const found = new Map<string, ChartFile>();
  for (const { path, id } of files) {
    if (PROSE.test(path)) continue;
    const place = placeInChart(path, charts);
    if (place === undefined) continue;
    if (TEMPLATE.test(place.inside) || META.test(place.inside) || isValuesName(place.inside))
      found.set(`${id} ${path}`, { path, id, ...place });
  }
  return [...found.values()];
}

export const isTemplate = ({ inside }: Pick<ChartFile, "inside">): boolean => TEMPLATE.test(inside);
export const isMeta = ({ inside }: Pick<ChartFile, "inside">): boolean => META.test(inside);
export const isValuesName = (inside: string): boolean =>
  inside.includes("values") && !inside.includes("/") && /\.ya?ml$/.test(inside);

/** A chart that another one installs with it. */
export interface Dependency {
  /** How values for it are called. */
  readonly key: string;
  /** Its folder, where it is one of this repository. */
  readonly chart: string | undefined;
  /** Values that switch it on and off. */
  readonly switches: readonly (readonly string[])[];
  /** All about it but the version of a chart from elsewhere, as text. */
  readonly text: string;
}

/** The dependencies that a `Chart.yaml` or a `requirements.yaml` names; undefined where it cannot be read. */
export function dependenciesIn(
  { chart, text }: { readonly chart: string; readonly text: string },
  named: ReadonlyMap<string, readonly string[]>,
  charts: ReadonlySet<string>,
): readonly Dependency[] | undefined {
  const values = plainValues(text);
  if (values === undefined) return undefined;
  const list = valueAt(values[0], "dependencies");
  return (Array.isArray(list) ? list : []).filter(isRecord).map((item) => {
    const { name, alias, repository, condition, tags, version, ...rest } = item;
    const key = String(alias ?? name);
    const folder = folderOf(String(name), repository, { chart, named, charts });
    const conditions = typeof condition === "string" ? condition.split(",") : [];
    return {
      key,
      chart: folder,
      switches: [
        ...conditions.map((path) => path.trim().split(".")),
        ...(Array.isArray(tags) ? tags : []).map((tag) => ["tags", String(tag)]),
      ],
      text: JSON.stringify([
        { name, alias, repository, condition, tags, rest },
        folder === undefined ? "" : version,
      ]),
    };
  });
}

function folderOf(
  name: string,
  repository: unknown,
  {
    chart,
    named,
    charts,
  }: {
    readonly chart: string;
    readonly named: ReadonlyMap<string, readonly string[]>;
    readonly charts: ReadonlySet<string>;
  },
): string | undefined {
  const vendored = posix.join(chart, "charts", name);
  if (charts.has(vendored)) return vendored;
  if (typeof repository === "string" && repository.startsWith("file://"))
    return posix
      .normalize(posix.join(chart, repository.slice("file://".length)))
      .replace(/\/$/, "");
  // A chart of this name may be published from here.
  return named.get(name)?.[0];
}

/** The folders of charts by the name that they have or that their folder has. */
export function chartsByName(
  files: readonly ChartFile[],
  texts: TextStore,
): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const { chart, inside, id } of files) {
    if (inside !== "Chart.yaml") continue;
    const name = /^name\s*:\s*["']?([\w.-]+)/m.exec(texts.text(id))?.[1];
    for (const each of new Set([name, posix.basename(chart)]))
      if (each !== undefined) addTo(named, each, chart);
  }
  return named;
}
