import type { LedgerEntry } from "../../model/report.ts";
import { isRecord, plainValues, valueAt } from "../../scope/plain-values.ts";
import type { FileChange, TextStore } from "../../scope/revision-files.ts";
import { openEntry, textsOf } from "../changed-texts.ts";
import type { PolicyWords } from "../policy-words.ts";
import { placeInChart } from "./chart-files.ts";
import type { ChartModel } from "./chart-model.ts";
import { podShape } from "./pod-shape.ts";
import { namesPolicy, splitDefinitions } from "./templates.ts";

interface ChartContext {
  readonly texts: TextStore;
  readonly charts: ReadonlySet<string>;
  readonly model: ChartModel;
  readonly policies: PolicyWords;
  readonly policyPaths: () => readonly string[];
}

const SIDES = ["base", "head"] as const;

/**
 * Changed files of charts that decide which policies there are, or which labels pods have: templates, definitions,
 * dependencies, charts in archives. Values are another entry's business.
 */
export function ledgerOfCharts(
  changes: readonly FileChange[],
  context: ChartContext,
): readonly LedgerEntry[] {
  if (context.charts.size === 0) return [];
  return changes.flatMap((change) => {
    const place = placeInChart(change.path, context.charts);
    const about = place && aboutOf(change, place, context, changes);
    if (place === undefined || about === undefined) return [];
    return [openEntry(change, `part of the Helm chart in ${place.chart}, ${about}: not rendered`)];
  });
}

interface Place {
  readonly chart: string;
  readonly inside: string;
}

const POLICIES = "whose templates hold policies";
const PODS = "whose pods policies tell apart";

function aboutOf(
  change: FileChange,
  place: Place,
  context: ChartContext,
  changes: readonly FileChange[],
): string | undefined {
  const { texts, policies } = context;
  const [before, after] = textsOf(change, texts);
  if (/^(?:Chart|requirements)\.yaml$/.test(place.inside))
    return metaReaches(change, { ...place, before, after }, context) ? POLICIES : undefined;
  if (/^charts\/[^/]+\.t(?:ar\.)?gz$/.test(place.inside))
    return policies.any ? "which may hold policies" : undefined;
  if (!place.inside.startsWith("templates/")) {
    // Other files are rendered where a template asks for them.
    const isSource = !/^(?:crds\/|Chart\.|requirements\.|values)/.test(place.inside);
    return isSource && namesPolicy(`${before}\n${after}`) ? POLICIES : undefined;
  }
  if (templateReaches(before, after, context)) return POLICIES;
  return podsReach(change, { ...place, before, after }, { ...context, changes }) ? PODS : undefined;
}

/** A template that renders to a policy, or a definition that one is made with. */
function templateReaches(before: string, after: string, { model }: ChartContext): boolean {
  if (model.isPolicyTemplate(before) || model.isPolicyTemplate(after)) return true;
  return changedDefinitions(before, after).some(model.policiesUse);
}

function changedDefinitions(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text) => new Map(splitDefinitions(text).definitions));
  const names = new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])]);
  return [...names].filter((name) => old?.get(name) !== now?.get(name));
}

interface ChangedFile extends Place {
  readonly before: string;
  readonly after: string;
}

function podsReach(
  change: FileChange,
  { chart, before, after }: ChangedFile,
  context: ChartContext & { readonly changes: readonly FileChange[] },
): boolean {
  const { policies, model } = context;
  if (!policies.any) return false;
  const [old = "", now = ""] = [before, after].map(podShape);
  const comesOrGoes = change.base === undefined || change.head === undefined;
  const moved = comesOrGoes ? isReplaced(chart, context) : old !== now;
  if (moved && /hostNetwork/.test(`${old}\n${now}`)) return true;
  if (!policies.selects()) return false;
  return moved || (!comesOrGoes && changedDefinitions(before, after).some(model.podsUse));
}

/** Whether templates with pods are gone while others came, with other labels, ports or network. */
function isReplaced(
  chart: string,
  { changes, charts, texts }: ChartContext & { readonly changes: readonly FileChange[] },
): boolean {
  const [gone = [], came = []] = SIDES.map((side) =>
    changes
      .filter((change) => change[side === "base" ? "head" : "base"] === undefined)
      .filter(({ path }) => {
        const place = placeInChart(path, charts);
        return place?.chart === chart && place.inside.startsWith("templates/");
      })
      .flatMap((change) => {
        const entry = change[side];
        return entry?.mode === "file" ? [podShape(texts.text(entry.id))] : [];
      })
      .filter((shape) => shape !== ""),
  );
  return (
    gone.length > 0 && came.length > 0 && gone.toSorted().join("\n") !== came.toSorted().join("\n")
  );
}

function metaReaches(
  change: FileChange,
  { chart, inside, before, after }: ChangedFile,
  { model, policies, policyPaths }: ChartContext,
): boolean {
  const folder = chart === "." ? "" : `${chart}/`;
  const makes = model.makesPolicies(chart);
  const appears = change.base === undefined || change.head === undefined;
  // A chart that comes or goes changes who applies the manifests around it.
  if (inside === "Chart.yaml" && appears)
    return makes || policyPaths().some((path) => path.startsWith(folder));
  const [old, now] = [before, after].map((text) => model.dependencies({ chart, text }));
  if (old === undefined || now === undefined) return makes || policies.any;
  // By its name a chart names what it makes, and labels it.
  if (inside === "Chart.yaml" && nameOf(before) !== nameOf(after))
    return makes || policies.selects();
  const texts = [old, now].map((list) => new Set(list.map(({ text }) => text)));
  const changed = [
    ...old.filter(({ text }) => texts[1]?.has(text) !== true),
    ...now.filter(({ text }) => texts[0]?.has(text) !== true),
  ];
  return changed.some((to) =>
    to.chart === undefined ? policies.any : model.makesPolicies(to.chart),
  );
}

const nameOf = (text: string): unknown => {
  const [value] = plainValues(text) ?? [];
  return isRecord(value) ? valueAt(value, "name") : undefined;
};
