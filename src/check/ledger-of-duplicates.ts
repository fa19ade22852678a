import type { Finding, LedgerEntry } from "../model/report.ts";

/** Of two objects with one name the last one applied wins, and nobody knows which that is. */
export const ledgerOfDuplicates = (findings: readonly Finding[]): readonly LedgerEntry[] =>
  findings
    .filter(({ rule }) => rule === "NP027")
    .map(({ message, location }) => ({
      path: location?.path ?? "",
      ...(location === undefined ? {} : { span: location }),
      side: "head",
      reason: `${message}; remove one of them, or tell them apart in \`scopes\``,
      decides: true,
    }));
