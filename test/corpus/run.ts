import { join } from "node:path";
import process from "node:process";
import type { Report } from "../../src/model/report.ts";
import { findData } from "../conformance/shared-data.ts";
import { countRows, disagreements } from "./agreement.ts";
import { isPlain, readCases, type CorpusCase } from "./cases.ts";
import { describeCheck, holdsIn } from "./note-check.ts";
import { NOTES } from "./notes.ts";
import { cloneBundle, reviewBranch } from "./repository.ts";

/**
 * `npm run corpus`: the review of real changes against what a careful reader said about them. Cases that
 * need more than NetworkPolicy in YAML are shown; of those only a `pass` that should be a failure counts.
 */
interface CaseResult {
  readonly expected: CorpusCase;
  readonly report: Report;
  readonly wrong: readonly string[];
  readonly checks: number;
}

function judge(expected: CorpusCase, report: Report): CaseResult {
  const notes = NOTES[expected.id] ?? [];
  const untold = notes.filter((check) => !holdsIn(check, report));
  const wrong = [
    ...disagreements(expected, report),
    ...(isPlain(expected) && notes.length === 0 ? ["no checks in notes.ts"] : []),
    ...untold.map((check) => `not so: ${describeCheck(check)}`),
  ];
  return { expected, report, wrong, checks: notes.length };
}

function print({ expected, report, wrong, checks }: CaseResult): void {
  const { id, needs, verdict, gate } = expected;
  const { opened, closed, masked } = countRows(report);
  const undecided = report.ledger.filter(({ decides }) => decides).length;
  const counts = `${opened} opened, ${closed} closed, ${masked} masked, ${report.findings.length} findings, ${undecided} not read, ${checks} checks`;
  const mark = wrong.length > 0 ? "FAILED" : isPlain(expected) ? "ok" : "info";
  console.log(
    `${mark.padEnd(6)} ${id.padEnd(24)} ${needs.padEnd(18)} want ${verdict}/${gate}, got ${report.verdict}: ${counts}`,
  );
  for (const reason of wrong) console.log(`         ${reason}`);
}

/** Passes on a change whose effect the report does not show: the reader believes that nothing happened. */
const isSilent = ({ expected, report }: CaseResult): boolean => {
  const { opened, closed } = countRows(report);
  return report.verdict === "pass" && expected.verdict !== "none" && opened + closed === 0;
};

async function run(): Promise<number> {
  const { path, present } = findData("corpus", "corpus.bundle");
  if (!present) {
    console.log(`corpus: NOT RUN, no data in ${path}; set NETPOL_SHARED`);
    return 0;
  }
  const cases = readCases(path);
  await using repository = await cloneBundle(join(path, "corpus.bundle"));
  const results: CaseResult[] = [];
  for (const expected of cases) {
    const result = judge(expected, await reviewBranch(repository.path, expected.branch));
    print(result);
    results.push(result);
  }
  const plain = results.filter(({ expected }) => isPlain(expected));
  const failed = results.filter(({ wrong }) => wrong.length > 0);
  const silent = results.filter(isSilent).map(({ expected }) => expected.id);
  const checks = plain.reduce((sum, result) => sum + result.checks, 0);
  if (silent.length > 0)
    console.log(`pass without a row where flows changed: ${silent.join(", ")}`);
  console.log(
    `corpus: ${plain.length} plain cases with ${checks} checks, ${results.length - plain.length} other cases; ${failed.length} cases failed`,
  );
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await run();
