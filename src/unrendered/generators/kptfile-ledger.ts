import { posix } from "node:path";
import type { LedgerEntry } from "../../model/report.ts";
import { isKptfile } from "../../scope/manifest-paths.ts";
import { isRecord, plainValues, valueAt } from "../../scope/plain-values.ts";
import type { FileChange, FileVersion, TextStore } from "../../scope/revision-files.ts";
import { openEntry, textsOf } from "../changed-texts.ts";
import type { PolicyWords } from "../policy-words.ts";

interface KptContext {
  readonly texts: TextStore;
  /** All Kptfiles, of both revisions. */
  readonly kptfiles: readonly FileVersion[];
  readonly policies: PolicyWords;
}

const REASON = "functions of kpt that can change network policies or labels of pods: not evaluated";

/** Changed functions of kpt, and their fields: nobody knows what they make of the manifests below. */
export function ledgerOfKptfiles(
  changes: readonly FileChange[],
  { texts, kptfiles, policies }: KptContext,
): readonly LedgerEntry[] {
  if (kptfiles.length === 0 || !policies.any) return [];
  const fields = new Set(kptfiles.flatMap(({ path, id }) => fieldFiles(path, texts.text(id))));
  return changes.flatMap((change) => {
    const { path } = change;
    if (!isKptfile(path) && !fields.has(path)) return [];
    const [before, after] = textsOf(change, texts).map((text) =>
      isKptfile(path) ? pipelineOf(text) : text,
    );
    return before === after ? [] : [openEntry(change, REASON)];
  });
}

const pipelineOf = (text: string): string => {
  const values = plainValues(text);
  return values === undefined ? text : JSON.stringify(valueAt(values[0], "pipeline") ?? null);
};

/** The files that functions take their fields from. */
function fieldFiles(path: string, text: string): readonly string[] {
  const pipeline = valueAt((plainValues(text) ?? [])[0], "pipeline");
  const functions = isRecord(pipeline) ? Object.values(pipeline).flat() : [];
  return functions.flatMap((item) => {
    const file = valueAt(item, "configPath");
    return typeof file === "string" ? [posix.join(posix.dirname(path), file)] : [];
  });
}
