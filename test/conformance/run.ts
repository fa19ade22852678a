import process from "node:process";
import { conformanceData } from "./shared-data.ts";
import type { SuiteResult } from "./result.ts";
import { runSuite } from "./run-suite.ts";
import { NOT_RUN, SUITES } from "./suites.ts";

/**
 * `npm run conformance`: the answers of both engines against data of other projects. Any failing cell
 * fails the run. Without the data nothing is run, and the output says so.
 */
const MAX_LISTED = 20;

function print({ name, cases, cells, failed, remarks }: SuiteResult): void {
  console.log(`${name}: ${cases} cases, ${cells} cells, ${failed.length} failed`);
  for (const remark of remarks) console.log(`  ${remark}`);
  for (const { cell, want, got } of failed.slice(0, MAX_LISTED))
    console.log(`  FAILED ${cell}: want ${want}, got ${got}`);
  if (failed.length > MAX_LISTED) console.log(`  and ${failed.length - MAX_LISTED} more`);
}

async function run(): Promise<number> {
  const { path, present } = conformanceData();
  if (!present) {
    console.log(`conformance: NOT RUN, no data in ${path}; set NETPOL_SHARED`);
    return 0;
  }
  const results: SuiteResult[] = [];
  for (const suite of SUITES) results.push(await runSuite(suite, path));
  for (const result of results) print(result);
  for (const line of NOT_RUN) console.log(`not run: ${line}`);
  const cells = results.reduce((sum, result) => sum + result.cells, 0);
  const failed = results.reduce((sum, result) => sum + result.failed.length, 0);
  console.log(`conformance: ${results.length} suites, ${cells} cells, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await run();
