import type { FlowRow, Report } from "../../src/model/report.ts";
import { isPlain, type CorpusCase } from "./cases.ts";

export type RowCounts = Readonly<Record<FlowRow["change"], number>>;

export const flowsOf = ({ scopes }: Report): readonly FlowRow[] =>
  scopes.flatMap(({ flows }) => flows);

export function countRows(report: Report): RowCounts {
  const count = (change: FlowRow["change"]): number =>
    flowsOf(report).filter((row) => row.change === change).length;
  return {
    opened: count("opened"),
    closed: count("closed"),
    masked: count("masked"),
    "masked-closed": count("masked-closed"),
  };
}

/**
 * Where the report contradicts the case. A `pass` where the gate has to fail is wrong for every case, also
 * where the effect cannot be seen: then the answer is `undecided`. The rest is asked of plain cases.
 */
export function disagreements(expected: CorpusCase, report: Report): readonly string[] {
  const { gate, verdict } = expected;
  const wrong: string[] = [];
  if (gate === "fail" && report.verdict === "pass") wrong.push("passes where the gate has to fail");
  if (!isPlain(expected)) return wrong;
  if (gate === "pass" && report.verdict !== "pass")
    wrong.push(`the gate has to pass and the report says ${report.verdict}`);
  if (!rowsAgree(verdict, countRows(report))) wrong.push(`the rows are not those of "${verdict}"`);
  return wrong;
}

function rowsAgree(verdict: CorpusCase["verdict"], rows: RowCounts): boolean {
  const { opened, closed, masked } = rows;
  switch (verdict) {
    case "opened":
    case "opened-FAIL":
      return opened > 0 && closed === 0;
    case "closed":
      return opened === 0 && closed > 0;
    case "mixed":
    case "mixed-FAIL":
      return opened > 0 && closed > 0;
    case "none":
      return opened === 0 && closed === 0 && masked === 0;
    case "unknown":
      return opened === 0 && closed === 0;
  }
}
