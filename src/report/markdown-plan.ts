import type { Facts } from "./facts.ts";
import { groupByRule } from "./posture-summary.ts";
import { countProbes } from "./probes.ts";

/** Rows of a table that a reader takes in at a glance; the rest is folded. */
const ROWS = 8;

/**
 * What may be left out of a text that is too long, in this order, and whether a report has any of it.
 * The headline, the findings that fail the check, what could not be decided and the first rows of the
 * tables always stay.
 */
const OMISSIONS = {
  "policy diffs": ({ scopes }: Facts) => scopes.some(({ scope }) => scope.policies.length > 0),
  diagram: ({ flows }: Facts) => flows.opened + flows.closed > 0,
  probes: ({ report }: Facts) => countProbes(report) > 0,
  "folded rows": ({ scopes }: Facts) =>
    scopes.some(
      ({ scope: { flows, namespaces } }) => Math.max(flows.length, namespaces.length) > ROWS,
    ),
  "accepted findings": ({ accepted }: Facts) => accepted.length > 0,
  fixes: ({ fixes }: Facts) => fixes.length > 0,
  "other findings": ({ otherFindings }: Facts) => otherFindings.length > 0,
  "entries that decide nothing": ({ otherEntries }: Facts) => otherEntries.length > 0,
  assumptions: ({ report }: Facts) => report.assumptions.length > 0,
  "masked changes": ({ flows, aside }: Facts) => flows.masked + aside.narrowed + aside.possible > 0,
  statistics: () => true,
} as const;

type Omission = keyof typeof OMISSIONS;

/** How much of a report one attempt writes. */
export interface Plan {
  readonly without: ReadonlySet<Omission>;
  /** Rows of each table before the fold. */
  readonly rows: number;
  /** Rows of each table inside the fold. */
  readonly foldedRows: number;
  /** Findings that fail the check, and as many entries that left it undecided. */
  readonly verdictItems: number;
  /** Scopes that are written out. */
  readonly scopes: number;
}

const FULL: Plan = {
  without: new Set(),
  rows: ROWS,
  foldedRows: 100,
  verdictItems: 200,
  scopes: 10,
};

/** Where all that may be left out is, and the rest is still too long. */
const SMALL: readonly Omit<Plan, "without" | "foldedRows">[] = [
  { verdictItems: 50, rows: 8, scopes: 10 },
  { verdictItems: 20, rows: 8, scopes: 5 },
  { verdictItems: 8, rows: 8, scopes: 3 },
  { verdictItems: 8, rows: 4, scopes: 2 },
  { verdictItems: 4, rows: 2, scopes: 1 },
  { verdictItems: 1, rows: 1, scopes: 1 },
  { verdictItems: 0, rows: 0, scopes: 0 },
];

/** Rows of each fold of a scan, whose job summary has far more room than a comment. */
const SCAN_ROWS = [5_000, 2_000, 1_000, 500, 250];

/** No row or item of a scan is shorter. */
const MIN_ROW = 60;

/** The attempts, longest first. The last one is short whatever the report holds. */
export function* plans(facts: Facts, maxLength: number): Generator<Plan> {
  for (const foldedRows of scanRows(facts, maxLength)) yield { ...FULL, scopes: 100, foldedRows };
  yield FULL;
  const without = new Set<Omission>();
  for (const [omission, holds] of Object.entries(OMISSIONS)) {
    if (!holds(facts)) continue;
    without.add(omission as Omission);
    yield { ...FULL, without: new Set(without) };
  }
  for (const size of SMALL) yield { ...size, without, foldedRows: 0 };
}

/** The sizes of folds that are worth an attempt: not all of them are needed, or can fit. */
function scanRows({ report, otherFindings }: Facts, maxLength: number): readonly number[] {
  if (report.mode !== "scan") return [];
  const lists = [
    ...report.scopes.map(({ namespaces }) => namespaces.length),
    ...groupByRule(otherFindings).map(({ findings }) => findings.length),
  ];
  const longest = Math.max(0, ...lists);
  const shownAt = (rows: number): number =>
    lists.reduce((sum, length) => sum + Math.min(length, rows), 0);
  return SCAN_ROWS.filter((rows, index) => {
    const next = SCAN_ROWS[index + 1] ?? FULL.foldedRows;
    return longest > next && shownAt(rows) * MIN_ROW <= maxLength;
  });
}
