import { isRecord } from "../../scope/plain-values.ts";
import type { PolicyWords } from "../policy-words.ts";

/** One thing that values for a chart say about its pods. */
interface PodValue {
  /** The key of a label, where it is known. */
  readonly label?: string;
  readonly about: "label" | "network";
  readonly text: string;
}

const MAX_DEPTH = 12;
const LABELS = /labels$/i;
/** Labels of something else than pods, or conditions on labels. */
const ELSEWHERE =
  /^(?:match|node|namespace)labels$|service|ingress|route|persistence|rbac|dashboard|rule|monitor|affinity|topology|configmap|secret/i;
/** From these, charts make the labels that tell their pods apart. */
const NAMES = /^(?:fullnameOverride|nameOverride|releaseName)$/;

/**
 * Whether values that changed can change what policies tell about the pods of a chart. By custom their labels
 * stand below keys that end in `labels`; others are only known where the chart is here.
 */
export function podValuesReach(before: unknown, after: unknown, policies: PolicyWords): boolean {
  if (!policies.any) return false;
  const [old, now] = [before, after].map((values) => podValues(values, 0));
  const texts = [old, now].map((list) => new Set(list?.map(({ text }) => text)));
  const changed = [
    ...(old ?? []).filter(({ text }) => texts[1]?.has(text) !== true),
    ...(now ?? []).filter(({ text }) => texts[0]?.has(text) !== true),
  ];
  return changed.some(({ about, label }) => {
    if (about === "network") return true;
    return label === undefined ? policies.selects() : policies.mention(label);
  });
}

function podValues(value: unknown, depth: number): readonly PodValue[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => podValues(item, depth + 1));
  if (!isRecord(value)) return [];
  // A parameter by name: `{name: podLabels.app, value: web}`.
  const { name } = value;
  if (typeof name === "string" && "value" in value && name.includes(".") && depth > 0)
    return podValues(nested(name.split("."), value["value"]), depth + 1);
  return Object.entries(value).flatMap(([key, child]): readonly PodValue[] => {
    if (ELSEWHERE.test(key)) return [];
    if (key === "hostNetwork")
      return child === false || child === null
        ? []
        : [{ about: "network", text: `${key} ${JSON.stringify(child)}` }];
    if (NAMES.test(key)) return [{ about: "label", text: `${key} ${JSON.stringify(child)}` }];
    if (!LABELS.test(key)) return podValues(child, depth + 1);
    if (!isRecord(child))
      return child === null || child === ""
        ? []
        : [{ about: "label", text: `${key} ${JSON.stringify(child)}` }];
    return Object.entries(child).map(([label, text]) => ({
      about: "label" as const,
      label,
      text: `${key} ${label} ${JSON.stringify(text)}`,
    }));
  });
}

const nested = ([key, ...rest]: readonly string[], value: unknown): unknown =>
  key === undefined ? value : { [key.replaceAll("\\", "")]: nested(rest, value) };
