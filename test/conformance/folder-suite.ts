import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { DISPUTED, type Dispute } from "./disputed.ts";
import { readExpected } from "./npguard-case.ts";
import { checkDiff } from "./npguard-diff.ts";
import { checkList } from "./npguard-list.ts";
import { brokenCase, type CaseResult, type FailedCell, type SuiteResult } from "./result.ts";
import type { FolderSuite } from "./suites.ts";

/** Runs the cases of the classes that the table names; counts the others. */
export async function runFolders(suite: FolderSuite, data: string): Promise<SuiteResult> {
  const folders = readdirSync(join(data, suite.folder)).map((name) =>
    join(data, suite.folder, name),
  );
  const classOf = new Map(folders.map((folder) => [folder, readExpected(folder).class]));
  const wanted = folders.filter((folder) =>
    Object.hasOwn(suite.classes, classOf.get(folder) ?? ""),
  );
  const disputes = DISPUTED.filter((dispute) => dispute.suite === suite.name);
  const failed: FailedCell[] = [
    ...countFailures(suite, [...classOf.values()]),
    ...unknownCases(disputes, wanted),
  ];
  const remarks = [`not run: ${leftOutText(suite)}; left out: rows from ${suite.ignoreSource}`];
  let cells = 0;
  let bothMoved = 0;
  for (const folder of wanted) {
    const dispute = disputes.find((candidate) => candidate.case === basename(folder));
    try {
      const result = await runCase(suite, folder, dispute);
      cells += result.cells;
      failed.push(...result.failed);
      bothMoved += result.bothMoved;
      if (dispute !== undefined) remarks.push(`disputed, run mended: ${dispute.case}`);
    } catch (error) {
      failed.push(brokenCase(basename(folder), error));
    }
  }
  if (bothMoved > 0)
    remarks.push(`not asked of the comparison: ${bothMoved} pairs of which both ends changed`);
  return { name: suite.name, cases: wanted.length, cells, failed, remarks };
}

const leftOutText = ({ leftOut }: FolderSuite): string =>
  Object.entries(leftOut)
    .map(([name, count]) => `${count} ${name} cases`)
    .join(", ");

async function runCase(
  suite: FolderSuite,
  folder: string,
  dispute: Dispute | undefined,
): Promise<CaseResult> {
  if (suite.type === "npguard-diff") return checkDiff(suite, folder);
  const result = await checkList(suite, folder);
  if (dispute === undefined) return result;
  const mended = await checkList(suite, folder, dispute.mends);
  if (result.failed.length > 0) return mended;
  const stale = brokenCase(dispute.case, "nothing fails as it stands: remove the dispute");
  return { ...mended, failed: [...mended.failed, stale] };
}

const unknownCases = (
  disputes: readonly Dispute[],
  folders: readonly string[],
): readonly FailedCell[] =>
  disputes
    .filter((dispute) => !folders.some((folder) => basename(folder) === dispute.case))
    .map((dispute) => brokenCase(dispute.case, "disputed, but there is no such case"));

function countFailures(suite: FolderSuite, found: readonly string[]): readonly FailedCell[] {
  return Object.entries({ ...suite.classes, ...suite.leftOut }).flatMap(([name, want]) => {
    const got = found.filter((value) => value === name).length;
    return got === want ? [] : [brokenCase(suite.name, `${got} ${name} cases, not ${want}`)];
  });
}
