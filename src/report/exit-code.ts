import type { Report, Verdict } from "../model/report.ts";

export const EXIT_CODES: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, undecided: 2 };

/**
 * What a run exits with, on a runner and in a terminal: GitHub lets a pull request merge only on 0. Warn-only
 * changes this and nothing else, so that the verdict stays true.
 */
export const exitCodeOf = ({
  verdict,
  configuration,
}: Pick<Report, "verdict" | "configuration">): number =>
  configuration.warnOnly ? EXIT_CODES.pass : EXIT_CODES[verdict];
