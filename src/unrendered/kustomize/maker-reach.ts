import { isApplyMark } from "../../manifest/apply-marks.ts";
import { isRecord } from "../../scope/plain-values.ts";
import type { PolicyWords } from "../policy-words.ts";
import { chartReaches } from "./helm-charts.ts";
import { aimedPatchReaches } from "./patch-reach.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Whether generators or transformers of two versions of a text differ in anything that can reach policies. */
export function documentsReach(
  before: readonly unknown[],
  after: readonly unknown[],
  policies: PolicyWords,
): boolean {
  const [olds, nows] = [before, after].map(
    (list) => new Set(list.map((value) => JSON.stringify(value))),
  );
  const gone = before.filter((value) => nows?.has(JSON.stringify(value)) !== true);
  const came = after.filter((value) => olds?.has(JSON.stringify(value)) !== true);
  const isChart = (value: unknown): value is Fields =>
    isRecord(value) && value["kind"] === "HelmChartInflationGenerator";
  const [oldChart, newChart] = [gone.find(isChart), came.find(isChart)];
  const others = [...gone, ...came].filter((value) => value !== oldChart && value !== newChart);
  return chartReaches(oldChart, newChart, policies) || (policies.any && others.some(makerReaches));
}

/** Transformers and generators of kustomize that touch no policy and nothing that policies tell about pods. */
const HARMLESS_MAKER =
  /^(?:ImageTagTransformer|ReplicaCountTransformer|HashTransformer|LegacyOrderTransformer|SortOrderTransformer|ConfigMapGenerator|SecretGenerator)$/;

/**
 * Whether a generator or transformer can reach policies. Those that come with kustomize are known; any other is a
 * function, and nobody knows what it makes of its fields.
 */
function makerReaches(value: unknown): boolean {
  if (!isRecord(value) || !/^builtin\b/.test(String(value["apiVersion"]))) return true;
  const kind = String(value["kind"]);
  if (HARMLESS_MAKER.test(kind)) return /values|polic/i.test(JSON.stringify(value));
  if (kind === "AnnotationsTransformer")
    return isRecord(value["annotations"]) && Object.keys(value["annotations"]).some(isApplyMark);
  if (kind === "PatchTransformer" && typeof value["patch"] === "string")
    return aimedPatchReaches(value["patch"], value["target"]);
  return true;
}
