import { basename, join } from "node:path";
import { cellsOf, subtractTables, type Cell, type FlowTable } from "./flow-table.ts";
import {
  endOf,
  expectedTable,
  failuresOf,
  listDirectory,
  pairsAmong,
  readExpected,
} from "./npguard-case.ts";
import type { CaseResult } from "./result.ts";
import type { FolderSuite } from "./suites.ts";
import { compareDirectories } from "./symbolic-diff.ts";

/**
 * What opened and closed between two directories, found twice: as the difference of two lists of flows,
 * and by asking the regions of the symbolic comparison about the workloads of both.
 */
export async function checkDiff(suite: FolderSuite, folder: string): Promise<CaseResult> {
  const name = basename(folder);
  const expected = readExpected(folder);
  const opened = expectedTable(expected.opened ?? [], suite);
  const closed = expectedTable(expected.closed ?? [], suite);
  const directories = [join(folder, "base"), join(folder, "head")] as const;
  const [base, head] = await Promise.all([
    listDirectory(suite, directories[0]),
    listDirectory(suite, directories[1]),
  ]);
  const pairs = pairsAmong([...base.workloads, ...head.workloads].map(endOf));
  const worlds = { base: base.one.world, head: head.one.world };
  const symbolic = await compareDirectories(suite, { paths: directories, worlds });
  const shared = (table: FlowTable): FlowTable =>
    new Map([...table].filter(([pair]) => symbolic.asked.has(pair)));
  const checks: readonly (readonly [string, readonly Cell[]])[] = [
    ["opened, from lists", cellsOf(subtractTables(head.flows, base.flows), opened, pairs)],
    ["closed, from lists", cellsOf(subtractTables(base.flows, head.flows), closed, pairs)],
    ["opened, symbolic", cellsOf(symbolic.opened, shared(opened), symbolic.asked)],
    ["closed, symbolic", cellsOf(symbolic.closed, shared(closed), symbolic.asked)],
  ];
  return {
    cells: checks.reduce((sum, [, cells]) => sum + cells.length, 0),
    failed: checks.flatMap(([what, cells]) => failuresOf(`${name}: ${what}`, cells)),
    bothMoved: symbolic.bothMoved,
  };
}
