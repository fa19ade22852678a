import { posix } from "node:path";
import { addTo } from "../../model/group-by.ts";
import { lazily } from "../../model/lazily.ts";
import type { TextStore } from "../../scope/revision-files.ts";
import {
  chartsByName,
  dependenciesIn,
  isMeta,
  isTemplate,
  isValuesName,
  type ChartFile,
  type Dependency,
} from "./chart-files.ts";
import { podShape } from "./pod-shape.ts";
import {
  namesPolicy,
  splitDefinitions,
  valuesRead,
  withIncluded,
  type Definitions,
  type KeyPath,
} from "./templates.ts";

/** What the charts of the repository make of values, at both revisions together, as far as their texts show. */
export interface ChartModel {
  /** Whether a template renders to a policy. */
  readonly isPolicyTemplate: (text: string) => boolean;
  /** Whether policies, or labels and ports of pods, are made with a definition. */
  readonly policiesUse: (definition: string) => boolean;
  readonly podsUse: (definition: string) => boolean;
  /** Whether a chart renders policies, by itself or with a chart that it depends on. */
  readonly makesPolicies: (chart: string) => boolean;
  /** Values that policies read; of one chart or of all, with those that switch charts with policies on and off. */
  readonly policyValues: (chart?: string) => readonly KeyPath[];
  /** Values that labels, ports and network of pods are made of. */
  readonly podValues: (chart?: string) => readonly KeyPath[];
  readonly dependencies: (file: {
    readonly chart: string;
    readonly text: string;
  }) => readonly Dependency[] | undefined;
  readonly hasDependencies: (chart: string) => boolean;
}

export function readCharts(
  files: readonly ChartFile[],
  charts: ReadonlySet<string>,
  texts: TextStore,
): ChartModel {
  const templates = files.filter(isTemplate);
  const definitions = lazily(() => allDefinitions(templates, texts));
  const naming = lazily(() => definitionsWithPolicy(definitions()));
  const isPolicyTemplate = (text: string): boolean => {
    const own = splitDefinitions(text).rest;
    return namesPolicy(own) || includesOne(own, naming());
  };
  const policyTemplates = lazily(() =>
    templates.filter(({ id }) => isPolicyTemplate(texts.text(id))),
  );
  const named = lazily(() => chartsByName(files, texts));
  const dependencies: ChartModel["dependencies"] = (file) => dependenciesIn(file, named(), charts);
  const dependenciesOf = (chart: string): readonly Dependency[] =>
    files
      .filter((file) => file.chart === chart && isMeta(file))
      .flatMap(({ id }) => dependencies({ chart, text: texts.text(id) }) ?? []);
  const makesPolicies = (chart: string, seen: ReadonlySet<string> = new Set()): boolean => {
    if (policyTemplates().some((file) => file.chart === chart)) return true;
    if (seen.has(chart)) return false;
    const inner = new Set([...seen, chart]);
    return (
      [...charts].some(
        (other) =>
          posix.dirname(other) === posix.join(chart, "charts") && makesPolicies(other, inner),
      ) ||
      dependenciesOf(chart).some((to) => to.chart !== undefined && makesPolicies(to.chart, inner))
    );
  };
  const switches = (chart?: string): readonly KeyPath[] =>
    [...(chart === undefined ? charts : [chart])]
      .flatMap(dependenciesOf)
      .filter((to) => to.chart !== undefined && makesPolicies(to.chart))
      .flatMap((to) => to.switches);
  const read = (parts: readonly string[], chart: string | undefined): readonly KeyPath[] => {
    const all = parts.map((part) => withIncluded(part, definitions())).join("\n");
    // Text that is a template itself can read any value that it names.
    const nested = /\btpl\b/.test(all)
      ? files
          .filter((file) => isValuesName(file.inside) && (chart ?? file.chart) === file.chart)
          .map(({ id }) => texts.text(id))
      : [];
    return valuesRead([all, ...nested].join("\n"));
  };
  const ofChart = (list: readonly ChartFile[], chart: string | undefined): readonly ChartFile[] =>
    chart === undefined ? list : list.filter((file) => file.chart === chart);
  const shapes = (chart?: string): readonly string[] =>
    ofChart(templates, chart)
      .map(({ id }) => texts.text(id))
      .filter((text) => !isPolicyTemplate(text))
      .map(podShape)
      .filter((shape) => shape !== "");
  const usedBy = (parts: () => readonly string[]): (() => ReadonlySet<string>) =>
    lazily(() => {
      const all = withIncluded(parts().join("\n"), definitions());
      return new Set(splitDefinitions(all).definitions.map(([name]) => name));
    });
  const policyUse = usedBy(() => policyTemplates().map(({ id }) => texts.text(id)));
  const podUse = usedBy(() => shapes());
  return {
    isPolicyTemplate,
    policiesUse: (definition) => naming().has(definition) || policyUse().has(definition),
    podsUse: (definition) => podUse().has(definition),
    makesPolicies: (chart) => makesPolicies(chart),
    policyValues: memoized((chart) => [
      ...read(
        ofChart(policyTemplates(), chart).map(({ id }) => texts.text(id)),
        chart,
      ),
      ...switches(chart),
    ]),
    podValues: memoized((chart) => read(shapes(chart), chart)),
    dependencies,
    hasDependencies: (chart) =>
      dependenciesOf(chart).length > 0 ||
      [...charts].some((other) => posix.dirname(other) === posix.join(chart, "charts")),
  };
}

function allDefinitions(templates: readonly ChartFile[], texts: TextStore): Definitions {
  const all = new Map<string, Set<string>>();
  for (const { id } of templates) {
    const text = texts.text(id);
    if (!text.includes("define")) continue;
    // Of one name in several charts, and at both revisions, any may be meant.
    for (const [name, body] of splitDefinitions(text).definitions)
      all.set(name, (all.get(name) ?? new Set()).add(body));
  }
  return new Map([...all].map(([name, bodies]) => [name, [...bodies].join("\n")]));
}

/** The definitions that name a policy, or include one that does: from those that do, back to who includes them. */
function definitionsWithPolicy(definitions: Definitions): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [name, body] of definitions) if (namesPolicy(body)) found.add(name);
  if (found.size === 0) return found;
  const including = new Map<string, string[]>();
  for (const [name, body] of definitions) {
    if (COMPUTED.test(body)) found.add(name);
    for (const [, included = ""] of body.matchAll(NAMED)) addTo(including, included, name);
  }
  for (const name of found) for (const by of including.get(name) ?? []) found.add(by);
  return found;
}

function includesOne(text: string, definitions: ReadonlySet<string>): boolean {
  if (definitions.size === 0) return false;
  return (
    COMPUTED.test(text) || [...text.matchAll(NAMED)].some(([, name = ""]) => definitions.has(name))
  );
}

const NAMED = /\b(?:include|template)\s+"([^"\n]+)"/g;
const COMPUTED = /\b(?:include|template)\s+(?:\$|\.|\((?!print\w* \$\.Template\.BasePath))/;

function memoized<V>(compute: (chart?: string) => V): (chart?: string) => V {
  const known = new Map<string | undefined, V>();
  return (chart) => {
    const value = known.get(chart) ?? compute(chart);
    known.set(chart, value);
    return value;
  };
}
