import { lazily } from "../model/lazily.ts";
import type { LedgerEntry } from "../model/report.ts";
import { ledgerOfLinks } from "../scope/ledger.ts";
import { holdsPolicyBelow } from "../unrendered/unread-changes.ts";
import type { UnrenderedRequest } from "../unrendered/ledger-of-unrendered.ts";
import { ledgerOfAside, type AsideRequest } from "./aside-readings.ts";

interface LedgerRequest extends AsideRequest, UnrenderedRequest {
  /** Nothing but plain policies changed, so that nothing needs to be asked of what makes or applies manifests. */
  readonly onlyPolicies: boolean;
}

/** What changed and is not evaluated, apart from the manifests of the scopes themselves. */
export async function ledgerOfChanges(request: LedgerRequest): Promise<readonly LedgerEntry[]> {
  const { changes, unread, policyFiles, onlyPolicies } = request;
  const paths = lazily(() => policyFiles().map(({ path }) => path));
  return oncePerFile([
    ...ledgerOfLinks(changes),
    ...unread.entries,
    ...unread.ignoring.filter(({ path }) => holdsPolicyBelow(path, paths())),
    ...(onlyPolicies ? [] : await unrendered(request)),
    ...ledgerOfAside(request),
  ]);
}

/** Most of the code that a review has is about these, so it is loaded only for them. */
const unrendered = async (request: UnrenderedRequest): Promise<readonly LedgerEntry[]> =>
  (await import("../unrendered/ledger-of-unrendered.ts")).ledgerOfUnrendered(request);

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
