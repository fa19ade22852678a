import { isRecord, valueAt } from "../../scope/plain-values.ts";
import { podValuesReach } from "../chart/pod-values.ts";
import type { PolicyWords } from "../policy-words.ts";
import { POLICY_KEY } from "../values-ledger.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What neither the manifests of a chart nor their place depend on. */
const HARMLESS = new Set(["version", "valuesInline", "includeCRDs", "skipTests", "debug"]);

/**
 * Whether charts that a kustomization inflates changed in a way that can reach policies. A chart from elsewhere
 * may hold policies. Its version is not this repository's business, unless its values say that it makes policies.
 */
export function chartsReach(before: Fields, after: Fields, policies: PolicyWords): boolean {
  if (!sameText(before["helmGlobals"], after["helmGlobals"])) return policies.any;
  const [old, now] = [before, after].map(chartsIn);
  if (old === undefined || now === undefined) return policies.any;
  const names = new Set([...old.keys(), ...now.keys()]);
  return [...names].some((name) => chartReaches(old.get(name), now.get(name), policies));
}

/** The same for one chart, as a generator writes it too. */
export function chartReaches(
  before: Fields | undefined,
  after: Fields | undefined,
  policies: PolicyWords,
): boolean {
  if (sameText(before, after)) return false;
  const both = JSON.stringify([before, after]);
  if (POLICY_KEY.test(both) && !sameText(policyParts(before), policyParts(after))) return true;
  if (!policies.any) return false;
  if (before === undefined || after === undefined) return true;
  if (!sameText(withoutHarmless(before), withoutHarmless(after))) return true;
  if (before["version"] !== after["version"] && POLICY_KEY.test(both)) return true;
  return podValuesReach(before["valuesInline"], after["valuesInline"], policies);
}

const sameText = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const withoutHarmless = (chart: Fields): unknown =>
  Object.entries(chart)
    .filter(([key]) => !HARMLESS.has(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Values below keys that name network policy, with the version that makes policies of them. */
function policyParts(chart: Fields | undefined): unknown {
  const parts: unknown[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > 20 || typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value))
      if (POLICY_KEY.test(key)) parts.push([key, child]);
      else visit(child, depth + 1);
  };
  visit(chart?.["valuesInline"], 0);
  return parts;
}

/** By what they are called; a list of another form is not read. */
function chartsIn(fields: Fields): ReadonlyMap<string, Fields> | undefined {
  const { helmCharts = [], helmChartInflationGenerator = [] } = fields;
  if (!Array.isArray(helmCharts) || !Array.isArray(helmChartInflationGenerator)) return undefined;
  const charts = new Map<string, Fields>();
  for (const chart of [...helmCharts, ...helmChartInflationGenerator]) {
    if (!isRecord(chart)) return undefined;
    const name = ["name", "chartName", "releaseName", "namespace"].map((key) =>
      String(valueAt(chart, key)),
    );
    charts.set(name.join(" "), chart);
  }
  return charts;
}
