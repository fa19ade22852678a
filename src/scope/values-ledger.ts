import type { LedgerEntry } from "../model/report.ts";
import { isManifestPath } from "./manifest-paths.ts";
import { isRecord, plainValues } from "./plain-values.ts";
import type { FileChange, TextStore } from "./revision-files.ts";
import { plainObjects } from "./text-hints.ts";

/** Keys below which values for charts and scripts hold network policy. */
export const POLICY_KEY = /network[-_]?polic/i;

/** Kinds that are decoded themselves, or that only describe fields. */
const OWN_KIND = /NetworkPolicy(?:List)?$|^CustomResourceDefinition$/;

/**
 * Changed files that feed policy to something that makes it: values with a `networkPolicy` key, in files or
 * in objects such as a HelmRelease. A change below such a key decides, one beside it does not.
 */
export function ledgerOfValues(
  changes: readonly FileChange[],
  texts: TextStore,
): readonly LedgerEntry[] {
  return changes.flatMap(({ path, base, head }): readonly LedgerEntry[] => {
    const entry = head ?? base;
    if (entry === undefined || entry.mode !== "file" || !isManifestPath(path)) return [];
    const [before, after] = [base, head].map((side) =>
      side?.mode === "file" ? policyValues(texts.text(side.id)) : "",
    );
    if (before === after) return [];
    return [
      {
        path,
        side: head === undefined ? "base" : "head",
        reason: "values that make network policies changed: what they are rendered to is not known",
        decides: true,
      },
    ];
  });
}

/** What stands below the policy keys of a text that is no policy itself. */
function policyValues(text: string): string {
  if (!POLICY_KEY.test(text)) return "";
  // The usual case, policies written plainly, is known without parsing.
  if (plainObjects(text, POLICY_KEY)?.every(({ kind }) => OWN_KIND.test(kind))) return "";
  // A document that cannot be read is reported by whoever reads manifests.
  return (plainValues(text) ?? [])
    .filter((value) => !isRecord(value) || !OWN_KIND.test(String(value["kind"])))
    .map(below)
    .filter((found) => found !== "")
    .join("\n");
}

function below(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .map(([key, child]) =>
      POLICY_KEY.test(key) ? `${key}: ${JSON.stringify(child)}` : below(child),
    )
    .filter((found) => found !== "")
    .join("\n");
}
