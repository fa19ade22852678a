import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { checkDiff } from "./npguard-diff.ts";
import { checkList } from "./npguard-list.ts";
import { readExpected } from "./npguard-case.ts";
import { brokenCase, type FailedCell, type SuiteResult } from "./result.ts";
import type { FolderSuite } from "./suites.ts";

/** Runs the cases of the classes that the table names; counts the others. */
export async function runFolders(suite: FolderSuite, data: string): Promise<SuiteResult> {
  const folders = readdirSync(join(data, suite.folder)).map((name) =>
    join(data, suite.folder, name),
  );
  const classOf = new Map(folders.map((folder) => [folder, readExpected(folder).class]));
  const wanted = folders.filter((folder) => Object.hasOwn(suite.classes, classOf.get(folder) ?? ""));
  const failed: FailedCell[] = [...countFailures(suite, [...classOf.values()])];
  let cells = 0;
  let bothMoved = 0;
  const run = suite.type === "npguard-list" ? checkList : checkDiff;
  for (const folder of wanted) {
    try {
      const result = await run(suite, folder);
      cells += result.cells;
      failed.push(...result.failed);
      bothMoved += result.bothMoved;
    } catch (error) {
      failed.push(brokenCase(basename(folder), error));
    }
  }
  const leftOut = Object.entries(suite.leftOut).map(([name, count]) => `${count} ${name} cases`);
  const remarks = [
    `not run: ${leftOut.join(", ")} and rows from ${suite.ignoreSource}`,
    ...(bothMoved === 0
      ? []
      : [`not asked of the comparison: ${bothMoved} pairs of which both ends changed labels or ports`]),
  ];
  return { name: suite.name, cases: wanted.length, cells, failed, remarks };
}

function countFailures(suite: FolderSuite, found: readonly string[]): readonly FailedCell[] {
  return Object.entries({ ...suite.classes, ...suite.leftOut }).flatMap(([name, want]) => {
    const got = found.filter((value) => value === name).length;
    return got === want ? [] : [brokenCase(suite.name, `${got} ${name} cases, not ${want}`)];
  });
}
