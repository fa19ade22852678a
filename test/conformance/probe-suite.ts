import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { checkLine } from "./check-line.ts";
import { checkStep, stepsOf } from "./check-step.ts";
import type { ProbeLine } from "./probe-line.ts";
import { brokenCase, type FailedCell, type SuiteResult } from "./result.ts";
import type { ProbeSuite } from "./suites.ts";

/** Runs one probe file under every reading of the table. */
export function runProbes(suite: ProbeSuite, folder: string): SuiteResult {
  const lines = readLines(join(folder, suite.file));
  const probes = lines.reduce((sum, line) => sum + line.probes.length, 0);
  const failed: FailedCell[] = [];
  if (lines.length !== suite.lines || probes !== suite.probes) {
    const found = `${lines.length} lines with ${probes} probes, not ${suite.lines} with ${suite.probes}`;
    failed.push(brokenCase(suite.file, found));
  }
  const steps = stepsOf(lines);
  let cells = 0;
  let ofSteps = 0;
  let bothMoved = 0;
  for (const ipBlockMatchesPods of suite.ipBlockMatchesPods) {
    for (const line of lines) {
      const result = checkLine(line, ipBlockMatchesPods);
      cells += result.cells;
      failed.push(...result.failed);
    }
    for (const step of steps) {
      const result = checkStep(step, ipBlockMatchesPods);
      ofSteps += result.cells;
      bothMoved += result.bothMoved;
      failed.push(...result.failed);
    }
  }
  const readings = suite.ipBlockMatchesPods.length;
  const remarks = [
    `${probes} probes, each asked of 3 engines under ${readings} readings of ipBlock`,
    `${steps.length} changes between two lines, ${ofSteps} cells asked of the comparison`,
    ...(bothMoved === 0 ? [] : [`not asked: ${bothMoved} pairs of which both ends changed`]),
  ];
  return { name: suite.name, cases: lines.length, cells: cells + ofSteps, failed, remarks };
}

function readLines(path: string): readonly ProbeLine[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as ProbeLine);
}
