import { groupBy } from "../model/group-by.ts";
import type { Finding, FlowRow, LedgerEntry, Report, ScopeReport } from "../model/report.ts";
import type { Goal } from "./proposal.ts";

/** What tells a row from others, whatever caused it. */
export const rowKey = ({ name }: Pick<ScopeReport, "name">, row: FlowRow): string =>
  JSON.stringify([
    name,
    row.change,
    row.namespace,
    row.blame.side,
    row.source.text,
    row.destination.text,
    row.ports,
  ]);

export const findingKey = ({ rule, scope, namespace, message }: Finding): string =>
  JSON.stringify([rule, scope, namespace ?? null, message]);

/** What a finding is about, however much of it there is. */
const kindKey = ({ rule, scope, namespace }: Finding): string =>
  JSON.stringify([rule, scope, namespace ?? null]);

const entryKey = ({ path, reason, decides }: LedgerEntry): string =>
  JSON.stringify([path, reason, decides]);

const rowKeys = (report: Report, ...changes: readonly FlowRow["change"][]): readonly string[] =>
  report.scopes.flatMap((scope) =>
    scope.flows.filter(({ change }) => changes.includes(change)).map((row) => rowKey(scope, row)),
  );

/** Whether the first list holds nothing that the second does not, counted. */
function isWithin(keys: readonly string[], others: readonly string[]): boolean {
  const left = new Map<string, number>();
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
  return keys.every((key) => {
    const amount = left.get(key) ?? 0;
    left.set(key, amount - 1);
    return amount > 0;
  });
}

/** The findings and the opened or masked rows of one report that the other does not have. */
export interface Gone {
  readonly findings: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
  /** Whether the rows are gone altogether: no row of the patched report is a new one. */
  readonly surely: boolean;
}

export function goneFrom(unpatched: Report, patched: Report): Gone {
  const before = rowKeys(unpatched, "opened", "masked");
  const after = rowKeys(patched, "opened", "masked");
  const left = new Set(after);
  return {
    findings: goneFindings(unpatched, patched),
    rows: new Set(before.filter((key) => !left.has(key))),
    surely: isWithin(after, before),
  };
}

/** A finding that now says something else is not gone: its kind must have become fewer by as many. */
function goneFindings(unpatched: Report, patched: Report): ReadonlySet<string> {
  const left = new Set(patched.findings.map(findingKey));
  const missing = groupBy(
    unpatched.findings.filter((finding) => !left.has(findingKey(finding))),
    kindKey,
  );
  const amountOf = ({ findings }: Report, kind: string): number =>
    findings.filter((finding) => kindKey(finding) === kind).length;
  return new Set(
    [...missing].flatMap(([kind, findings]) =>
      amountOf(unpatched, kind) - amountOf(patched, kind) >= findings.length
        ? findings.map(findingKey)
        : [],
    ),
  );
}

/** The reviews that judge a proposal: of the head, of the patched head, and of one against the other. */
export interface Trial {
  readonly unpatched: Report;
  readonly patched: Report;
  /** From head to patched head; asked for only where the first two do not decide. */
  readonly step: () => Promise<Report>;
}

/**
 * Whether a proposal does what it is for and nothing else: no finding and no doubt that was not there
 * before, and no traffic that changes without need. That the target is gone is for the caller to ask.
 */
export async function reachesGoal(
  goal: Goal,
  { unpatched, patched, step }: Trial,
): Promise<boolean> {
  const hasNews =
    !isWithin(patched.findings.map(kindKey), unpatched.findings.map(kindKey)) ||
    !isWithin(patched.ledger.map(entryKey), unpatched.ledger.map(entryKey));
  if (hasNews) return false;
  const within = (...changes: readonly FlowRow["change"][]): boolean =>
    isWithin(rowKeys(patched, ...changes), rowKeys(unpatched, ...changes));
  if (goal.type !== "redirect" && within("opened", "masked", "closed")) return true;
  switch (goal.type) {
    case "back":
      return false;
    case "narrow":
      if (!within("closed") || goal.isMeant?.(unpatched, patched) === false) return false;
      return isFree(await step(), "opened", "masked");
    case "widen":
      return within("opened", "masked") && isFree(await step(), "closed");
    case "redirect": {
      const taken = await step();
      return taken.findings.every(({ gate }) => !gate) && rowsOf(taken).every(goal.isMeant);
    }
  }
}

const rowsOf = ({ scopes }: Report): readonly FlowRow[] => scopes.flatMap(({ flows }) => flows);

/** Without such rows, and so without a doubt about them. */
const isFree = (report: Report, ...changes: readonly FlowRow["change"][]): boolean =>
  report.ledger.every(({ decides }) => !decides) &&
  rowsOf(report).every(({ change }) => !changes.includes(change));
