import type { FlowRow, NamespaceReport, Report } from "../../src/model/report.ts";
import { flowsOf } from "./agreement.ts";

/** One thing that the reader of a report has to be told, or must not be told. */
export type NoteCheck =
  | RowCheck
  | { readonly says: "rows"; readonly change: FlowRow["change"]; readonly count: number }
  | FindingCheck
  | { readonly says: "no finding"; readonly rule: string }
  | LedgerCheck
  | { readonly says: "all read" }
  | StateCheck;

/** A row with these words in these columns. */
interface RowCheck {
  readonly says: "row";
  readonly change: FlowRow["change"];
  readonly namespace: string;
  readonly source?: string;
  readonly destination?: string;
  readonly ports?: string;
  readonly cause?: string;
}

interface FindingCheck {
  readonly says: "finding";
  readonly rule: string;
  readonly gate?: boolean;
  readonly words?: string;
}

/** A part that could not be read, so that the answer is undecided. */
interface LedgerCheck {
  readonly says: "not read";
  /** The end of the path, and the line. */
  readonly at: readonly [path: string, line: number];
  readonly words?: string;
}

interface StateCheck {
  readonly says: "default-deny";
  readonly namespace: string;
  readonly direction: "ingress" | "egress";
  readonly state: NamespaceReport["defaultDeny"]["ingress"];
}

export function holdsIn(check: NoteCheck, report: Report): boolean {
  switch (check.says) {
    case "row":
      return flowsOf(report).some((row) => isRow(check, row));
    case "rows":
      return flowsOf(report).filter(({ change }) => change === check.change).length === check.count;
    case "finding":
      return report.findings.some(
        ({ rule, gate, message }) =>
          rule === check.rule &&
          (check.gate === undefined || gate === check.gate) &&
          message.includes(check.words ?? ""),
      );
    case "no finding":
      return !report.findings.some(({ rule }) => rule === check.rule);
    case "not read":
      return report.ledger.some(
        ({ span, reason, decides }) =>
          decides && reason.includes(check.words ?? "") && standsAt(span, check.at),
      );
    case "all read":
      return !report.ledger.some(({ decides }) => decides);
    case "default-deny":
      return report.scopes.some(({ namespaces }) =>
        namespaces.some(
          ({ name, defaultDeny }) =>
            name === check.namespace && defaultDeny[check.direction] === check.state,
        ),
      );
  }
}

const isRow = (check: RowCheck, row: FlowRow): boolean =>
  row.change === check.change &&
  row.namespace === check.namespace &&
  row.source.text.includes(check.source ?? "") &&
  row.destination.text.includes(check.destination ?? "") &&
  row.ports.includes(check.ports ?? "") &&
  row.cause.includes(check.cause ?? "");

const standsAt = (
  span: { readonly path: string; readonly startLine: number } | undefined,
  [path, line]: readonly [path: string, line: number],
): boolean => span !== undefined && span.path.endsWith(`/${path}`) && span.startLine === line;

/** A check in words, for the one who has to find out why it fails. */
export const describeCheck = (check: NoteCheck): string => JSON.stringify(check);
