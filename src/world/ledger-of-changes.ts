import type { LedgerEntry } from "../model/report.ts";
import { ledgerOfAdmission } from "../scope/admission-ledger.ts";
import { ledgerOfChartValues } from "../scope/chart-values.ts";
import { ledgerOfGraph } from "../scope/graph-ledger.ts";
import type { KustomizeGraph } from "../scope/kustomize-graph.ts";
import { ledgerOfInputs } from "../scope/input-ledger.ts";
import { ledgerOfLinks } from "../scope/ledger.ts";
import { ledgerOfMentions } from "../scope/mention-ledger.ts";
import { ledgerOfPatches } from "../scope/patch-ledger.ts";
import type { FileVersion } from "../scope/revision-files.ts";
import { holdsPolicyBelow, type UnreadChanges } from "../scope/unread-changes.ts";
import { ledgerOfVariables } from "../scope/variable-ledger.ts";
import { ledgerOfValues } from "../scope/values-ledger.ts";
import { ledgerOfAside, type AsideRequest } from "./aside-readings.ts";

interface LedgerRequest extends AsideRequest {
  readonly graph: KustomizeGraph;
  readonly unread: UnreadChanges;
  /** Files of both revisions that name a policy. */
  readonly policyFiles: readonly FileVersion[];
}

/** What changed and is not evaluated, apart from the manifests of the scopes themselves. */
export function ledgerOfChanges(request: LedgerRequest): readonly LedgerEntry[] {
  const { changes, texts, charts, graph, unread, policyFiles } = request;
  const policyPaths = policyFiles.map(({ path }) => path);
  const policyIds = policyFiles.map(({ id }) => id);
  return oncePerFile([
    ...ledgerOfLinks(changes),
    ...unread.entries,
    ...unread.ignoring.filter(({ path }) => holdsPolicyBelow(path, policyPaths)),
    ...ledgerOfPatches(changes, { texts, graph, policyPaths }),
    ...ledgerOfMentions(changes, texts),
    ...ledgerOfAdmission(changes, { texts, policyIds }),
    ...ledgerOfChartValues(changes, { texts, charts, policyFiles }),
    ...ledgerOfGraph({ changes, texts, charts, policyPaths: () => policyPaths }),
    ...ledgerOfInputs(changes, { texts, files: request.files, policyPaths }),
    ...ledgerOfValues(changes, texts),
    ...ledgerOfVariables(changes, { texts, policyIds }),
    ...ledgerOfAside(request),
  ]);
}

/** One reason not to know is enough. */
function oncePerFile(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ path, side, decides }) => {
    const key = `${side} ${path}`;
    if (decides && seen.has(key)) return false;
    if (decides) seen.add(key);
    return true;
  });
}
