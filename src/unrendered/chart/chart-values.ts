import { lazily } from "../../model/lazily.ts";
import type { LedgerEntry } from "../../model/report.ts";
import { isKustomization } from "../../scope/manifest-paths.ts";
import type { FileChange, TextStore } from "../../scope/revision-files.ts";
import { openEntry, textAt, textsOf } from "../changed-texts.ts";
import type { PolicyWords } from "../policy-words.ts";
import type { ChartModel } from "./chart-model.ts";
import { placeInChart } from "./chart-files.ts";
import type { KeyPath } from "./templates.ts";
import { valuesAt, valuesIn } from "./values-at.ts";
import { podValuesReach } from "./pod-values.ts";

interface ChartContext {
  readonly texts: TextStore;
  readonly charts: ReadonlySet<string>;
  readonly model: ChartModel;
  readonly policies: PolicyWords;
}

/**
 * Changed values for charts, wherever they stand: in a file of the chart or of another folder, a HelmRelease, an
 * Application. Those that a template with a policy reads decide, and those that become labels of pods, if policies
 * ask for them.
 */
export function ledgerOfChartValues(
  changes: readonly FileChange[],
  context: ChartContext,
): readonly LedgerEntry[] {
  const candidates = changes.filter(({ path }) => mayHoldValues(path, context));
  const replaced = lazily(() => isReplaced(candidates, context));
  return candidates.flatMap((change) => {
    const reason = reasonOf(change, { ...context, replaced });
    return reason === undefined ? [] : [openEntry(change, reason)];
  });
}

function mayHoldValues(path: string, { charts }: ChartContext): boolean {
  if (isKustomization(path)) return false;
  const place = placeInChart(path, charts);
  return (
    place === undefined || !/^(?:templates|crds)\/|^(?:Chart|requirements)\./.test(place.inside)
  );
}

function reasonOf(
  change: FileChange,
  { texts, charts, model, policies, replaced }: ChartContext & { readonly replaced: () => boolean },
): string | undefined {
  const chart = placeInChart(change.path, charts)?.chart;
  // A chart that brings no others reads nothing but its own values.
  const isAlone = chart !== undefined && !model.hasDependencies(chart);
  const own = isAlone ? chart : undefined;
  const both = textsOf(change, texts);
  const [old, now] = both.map(valuesIn);
  if (old === undefined || now === undefined) {
    const text = both.join("\n");
    return charts.size > 0 && model.policyValues(own).some(([key]) => namesKey(text, key))
      ? "values of a chart with network policies, which cannot be read"
      : undefined;
  }
  const differs = (read: readonly KeyPath[]): boolean =>
    read.length > 0 &&
    valuesAt(old, read, { nested: !isAlone }) !== valuesAt(now, read, { nested: !isAlone });
  if (charts.size > 0 && differs(model.policyValues(own)))
    return "values that a chart's network policies read changed: the chart is not rendered";
  if (!policies.any) return undefined;
  // What comes with a new application, or goes with an old one, moves no pod.
  const comesOrGoes = change.base === undefined || change.head === undefined;
  if (comesOrGoes && !replaced()) return undefined;
  const reaches =
    podValuesReach(old.roots, now.roots, policies) ||
    (charts.size > 0 && policies.selects() && differs(model.podValues(own)));
  return reaches
    ? "values that become labels or network of pods changed: the chart is not rendered"
    : undefined;
}

const namesKey = (text: string, key: string | undefined): boolean =>
  key === undefined || new RegExp(`\\b${key.replaceAll(/\W/g, "\\$&")}["']?\\s*:`).test(text);

const SIDES = ["base", "head"] as const;

/** Whether some values with labels or network of pods are gone while others came: they may be the same. */
function isReplaced(
  changes: readonly FileChange[],
  { texts, policies }: Pick<ChartContext, "texts" | "policies">,
): boolean {
  const [gone, came] = SIDES.map((side) =>
    changes
      .filter((change) => change[side === "base" ? "head" : "base"] === undefined)
      .flatMap((change) => valuesIn(textAt(change[side], texts))?.roots ?? []),
  );
  return [gone, came].every((roots) => podValuesReach([], roots, policies));
}
