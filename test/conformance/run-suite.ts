import { runFolders } from "./folder-suite.ts";
import { runInvalid } from "./invalid-suite.ts";
import { runProbes } from "./probe-suite.ts";
import type { SuiteResult } from "./result.ts";
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
