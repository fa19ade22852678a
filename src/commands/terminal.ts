import type { Verdict } from "../model/report.ts";

/** Where a command writes, and whether a person watches. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns?: number | undefined;
}

export const EXIT_CODES: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, undecided: 2 };
export const WRONG_USAGE = 3;

/** Something the user can mend: its message is printed, without a stack. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
