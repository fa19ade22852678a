import type { LedgerEntry } from "../model/report.ts";
import { isRecord, plainValues } from "../scope/plain-values.ts";
import type { FileChange, TextStore } from "../scope/revision-files.ts";
import { plainObjects } from "../scope/text-hints.ts";
import { openEntry, textsOf } from "./changed-texts.ts";
import { isSwitch } from "./enforcement-ledger.ts";

/** Keys below which values for charts and scripts hold network policy. */
export const POLICY_KEY = /network[-_]?polic/i;

/** Kinds that are decoded themselves, or that only describe fields. */
const OWN_KIND = /NetworkPolicy(?:List)?$|^CustomResourceDefinition$/;
const POLICY_KIND = /NetworkPolicy(?:List)?$/;

const REASON = "values that make network policies changed: what they are rendered to is not known";

/**
 * Changed files that feed policy to something that makes it: values with a `networkPolicy` key, in files or
 * in objects such as a HelmRelease. A change below such a key decides, one beside it does not.
 */
export function ledgerOfValues(
  changes: readonly FileChange[],
  texts: TextStore,
): readonly LedgerEntry[] {
  return changes.flatMap((change) => {
    const entry = change.head ?? change.base;
    if (entry === undefined || entry.mode !== "file") return [];
    const [before, after] = textsOf(change, texts).map(policyValues);
    return before === after ? [] : [openEntry(change, REASON)];
  });
}

/** What stands below the policy keys of a text that is no policy itself. */
export function policyValues(text: string): string {
  if (!POLICY_KEY.test(text)) return "";
  // The usual case, policies written plainly, is known without parsing.
  if (plainObjects(text, POLICY_KEY)?.every(({ kind }) => OWN_KIND.test(kind))) return "";
  // A document that cannot be read is reported by whoever reads manifests.
  return (plainValues(text) ?? [])
    .filter((value) => !isRecord(value) || !OWN_KIND.test(String(value["kind"])))
    .flatMap((value) => [below(value), ...manifestsIn(value)])
    .filter((found) => found !== "")
    .join("\n");
}

/** Whole manifests of policies among values, such as those of `extraObjects`. Those in objects are another entry's. */
function manifestsIn(value: unknown): readonly string[] {
  const isObject = !isRecord(value) || value["apiVersion"] !== undefined;
  return isObject ? [] : Object.values(value).flatMap((child) => manifestsBelow(child, 0));
}

const MAX_DEPTH = 20;

function manifestsBelow(value: unknown, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === "string") return textManifests(value, depth);
  if (typeof value !== "object" || value === null) return [];
  if (isRecord(value) && POLICY_KIND.test(String(value["kind"]))) return [JSON.stringify(value)];
  return Object.values(value).flatMap((child) => manifestsBelow(child, depth + 1));
}

/** A text that is no YAML, such as a template, counts as it stands. */
function textManifests(text: string, depth: number): readonly string[] {
  if (!/\bkind\b[^\n]*NetworkPolicy/.test(text)) return [];
  const values = plainValues(text);
  return values === undefined
    ? [text]
    : values.filter(isRecord).flatMap((value) => manifestsBelow(value, depth + 1));
}

/** Text in a field of an object can be values itself: `values: |` of an Application, a ConfigMap's `values.yaml`. */
function below(value: unknown, depth = 0): string {
  if (typeof value === "string") return belowText(value, depth);
  if (typeof value !== "object" || value === null) return "";
  // A parameter by name: `{name: networkPolicy.enabled, value: "false"}`.
  if (isRecord(value) && "value" in value && POLICY_KEY.test(String(value["name"])))
    return JSON.stringify(value);
  return Object.entries(value)
    .map(([key, child]) =>
      POLICY_KEY.test(key) && !isSwitch(key)
        ? `${key}: ${JSON.stringify(child)}`
        : below(child, depth),
    )
    .filter((found) => found !== "")
    .join("\n");
}

/** `networkPolicy.enabled=false`, as `--set` takes it. */
const ASSIGNMENT = /^([\w.[\]-]*)=/;
/** Values in values in values: nobody nests deeper. */
const MAX_TEXTS = 3;

function belowText(text: string, depth: number): string {
  const [, assigned = ""] = ASSIGNMENT.exec(text) ?? [];
  if (POLICY_KEY.test(assigned) && !isSwitch(assigned)) return text;
  if (depth >= MAX_TEXTS || !POLICY_KEY.test(text) || !/[:{]/.test(text)) return "";
  const values = plainValues(text);
  if (values === undefined) return hasPolicyLine(text) ? text : "";
  return values
    .filter((value) => typeof value === "object")
    .map((value) =>
      isRecord(value) && OWN_KIND.test(String(value["kind"])) ? "" : below(value, depth + 1),
    )
    .filter((found) => found !== "")
    .join("\n");
}

/** A key in a text that is no YAML, such as a template. No two parts match the same: that would take forever. */
const LINE_KEY = /^[ \t-]*(["'][\w.-]*|[\w.][\w.-]*)["']?\s*:/gm;

const hasPolicyLine = (text: string): boolean =>
  [...text.matchAll(LINE_KEY)].some(([, key = ""]) => POLICY_KEY.test(key));
