import { DISPUTED, type Dispute } from "./disputed.ts";
import { runFolders } from "./folder-suite.ts";
import { runInvalid } from "./invalid-suite.ts";
import { runProbes } from "./probe-suite.ts";
import { brokenCase, type SuiteResult } from "./result.ts";
import type { Suite } from "./suites.ts";

/** Runs one suite of the table on the data in `folder`. */
export async function runSuite(suite: Suite, folder: string): Promise<SuiteResult> {
  switch (suite.type) {
    case "probes":
      return runProbes(suite, folder);
    case "npguard-list":
    case "npguard-diff":
      return runFolders(suite, folder);
    case "invalid":
      return runInvalid(suite, folder);
  }
}

/** Takes disputed cells out of the failures. A dispute that no cell needs becomes a failure. */
export function settleDisputes(
  results: readonly SuiteResult[],
  disputed: readonly Dispute[] = DISPUTED,
): readonly SuiteResult[] {
  const cells = new Set(disputed.map(({ cell }) => cell));
  const failing = new Set(results.flatMap(({ failed }) => failed.map(({ cell }) => cell)));
  const stale = disputed.filter(({ cell }) => !failing.has(cell));
  const settled = results.map((result) => {
    const failed = result.failed.filter(({ cell }) => !cells.has(cell));
    const count = result.failed.length - failed.length;
    const remarks = count === 0 ? [] : [`${count} disputed cells, see disputed.ts`];
    return { ...result, failed, remarks: [...result.remarks, ...remarks] };
  });
  if (stale.length === 0) return settled;
  const failed = stale.map(({ cell }) => brokenCase(cell, "the dispute is stale: remove it"));
  return [...settled, { name: "disputed.ts", cases: stale.length, cells: 0, failed, remarks: [] }];
}
