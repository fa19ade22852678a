import { basename, join } from "node:path";
import { cellsOf } from "./flow-table.ts";
import {
  endOf,
  expectedTable,
  failuresOf,
  listDirectory,
  pairsAmong,
  readExpected,
} from "./npguard-case.ts";
import type { Mend } from "./disputed.ts";
import { brokenCase, type CaseResult } from "./result.ts";
import type { FolderSuite } from "./suites.ts";

/** Everything that can connect in one directory, against the rows of the data. */
export async function checkList(
  suite: FolderSuite,
  folder: string,
  mends: readonly Mend[] = [],
): Promise<CaseResult> {
  const name = basename(folder);
  const { flows: rows = [] } = readExpected(folder);
  const { workloads, flows, doubtful } = await listDirectory(
    suite,
    join(folder, "resources"),
    mends,
  );
  const cells = cellsOf(flows, expectedTable(rows, suite), pairsAmong(workloads.map(endOf)));
  const doubts = doubtful === 0 ? [] : [brokenCase(name, `${doubtful} rows depend on addresses`)];
  return { cells: cells.length, failed: [...failuresOf(name, cells), ...doubts], bothMoved: 0 };
}
