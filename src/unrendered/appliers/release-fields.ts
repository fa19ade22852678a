import { posix } from "node:path";
import { typeOf, valueAt } from "../../scope/plain-values.ts";

const RELEASE = "helm.toolkit.fluxcd.io";
const SOURCE = "source.toolkit.fluxcd.io";

/** What decides about a chart of Flux, besides its values: those are other entries' business. */
const CHART = ["chart", "sourceRef", "valuesFile", "valuesFiles", "suspend"];
/** The same of a release. */
const RELEASED = ["suspend", "targetNamespace", "releaseName", "valuesFrom", "kubeConfig"];

/**
 * The deciding fields of a HelmRelease or a HelmChart that takes its chart from this repository, where the chart
 * holds policies; undefined for all others.
 */
export function releaseFields(value: unknown, policyPaths: readonly string[]): unknown {
  const { group, kind } = typeOf(value);
  if (group === SOURCE && kind === "HelmChart") {
    const chart = valueAt(value, "spec");
    return holdsPolicies(chart, policyPaths) ? fieldsOf(chart, CHART) : undefined;
  }
  if (group !== RELEASE || kind !== "HelmRelease") return undefined;
  const reference = valueAt(value, "spec", "chartRef");
  const chart = valueAt(value, "spec", "chart", "spec");
  const isOwn =
    reference === undefined
      ? holdsPolicies(chart, policyPaths)
      : // What the reference leads to is another object's; a chart of this repository may be published anywhere.
        policyPaths.some((path) => /(?:^|\/)templates\//.test(path));
  if (!isOwn) return undefined;
  return [reference, fieldsOf(chart, CHART), fieldsOf(valueAt(value, "spec"), RELEASED)];
}

const fieldsOf = (value: unknown, keys: readonly string[]): readonly unknown[] =>
  keys.map((key) => valueAt(value, key));

/** Whether a chart is a folder with policies below. */
function holdsPolicies(spec: unknown, policyPaths: readonly string[]): boolean {
  const chart = valueAt(spec, "chart");
  if (typeof chart !== "string") return false;
  const source = String(valueAt(spec, "sourceRef", "kind"));
  if (!/^\.|\//.test(chart) && !/^(?:GitRepository|Bucket)$/.test(source)) return false;
  const folder = posix.join("/", chart, "/").slice(1);
  return policyPaths.some((path) => path.startsWith(folder));
}
