import type { LedgerEntry } from "../model/report.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import { isRecord, plainValues } from "../scope/plain-values.ts";
import type { FileChange, TextStore } from "../scope/revision-files.ts";
import { openEntry, textsOf } from "./changed-texts.ts";

const VARIABLE = /\$\{([A-Za-z_]\w*)/g;

const REASON =
  "variables that network policies hold changed: what the policies say then is not known";

/**
 * Changed variables that policies hold, such as `cidr: ${POD_CIDR}`: Flux and envsubst take them from ConfigMaps
 * and Secrets, so a change there changes what the policy says.
 */
export function ledgerOfVariables(
  changes: readonly FileChange[],
  { texts, policyIds }: { readonly texts: TextStore; readonly policyIds: readonly string[] },
): readonly LedgerEntry[] {
  const holds = ({ base, head }: FileChange): boolean =>
    [base, head].some(
      (entry) => entry?.mode === "file" && MAY_HOLD_VARIABLES.test(texts.text(entry.id)),
    );
  if (!changes.some(holds)) return [];
  const used = new Set(
    policyIds.flatMap((id) => [...texts.text(id).matchAll(VARIABLE)].map(([, name = ""]) => name)),
  );
  if (used.size === 0) return [];
  return changes.flatMap((change) => {
    if (!isManifestPath(change.path)) return [];
    const [before, after] = textsOf(change, texts).map((text) => variablesIn(text, used));
    return before === after ? [] : [openEntry(change, REASON)];
  });
}

/** The values of the used variables in the ConfigMaps and Secrets of a text, as text. */
function variablesIn(text: string, used: ReadonlySet<string>): string {
  if (!MAY_HOLD_VARIABLES.test(text)) return "";
  return (plainValues(text) ?? [])
    .flatMap((value) => {
      if (!isRecord(value) || !/^(?:ConfigMap|Secret)$/.test(String(value["kind"]))) return [];
      return [value["data"], value["stringData"]].flatMap((data) =>
        isRecord(data) ? Object.entries(data).filter(([key]) => used.has(key)) : [],
      );
    })
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .join("\n");
}

/** The text of a ConfigMap or Secret, perhaps. */
export const MAY_HOLD_VARIABLES = /\bkind["']?\s*:\s*["']?(?:ConfigMap|Secret)\b/;
