import { parseAllDocuments } from "yaml";
import type { LedgerEntry } from "../model/report.ts";
import { isManifestPath } from "./manifest-paths.ts";
import type { FileChange, TextStore } from "./revision-files.ts";

/** Keys below which values for charts and scripts hold network policy. */
const POLICY_KEY = /network[-_]?polic/i;
const MAX_TEXT = 1024 * 1024;

/**
 * Changed files that are no manifests but feed policy to something that makes them: values with a
 * `networkPolicy` key and the like. A change below such a key decides, one beside it does not.
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

/** What stands below the policy keys of documents that are no Kubernetes objects, as text. */
function policyValues(text: string): string {
  if (!POLICY_KEY.test(text) || text.length > MAX_TEXT) return "";
  try {
    return parseAllDocuments(text, { uniqueKeys: false })
      .map((document) => {
        const value: unknown = document.toJS({ maxAliasCount: 100 });
        // A document that cannot be read is reported by whoever reads manifests.
        return isObject(value) && "kind" in value ? "" : below(value, 0);
      })
      .filter((found) => found !== "")
      .join("\n");
  } catch {
    // The library throws on alias bombs only; the bound above keeps the rest small.
    return text;
  }
}

const MAX_DEPTH = 40;

function below(value: unknown, depth: number): string {
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return "";
  return Object.entries(value)
    .map(([key, child]) =>
      POLICY_KEY.test(key) ? `${key}: ${JSON.stringify(child)}` : below(child, depth + 1),
    )
    .filter((found) => found !== "")
    .join("\n");
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
