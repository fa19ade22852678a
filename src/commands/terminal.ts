/** Where a command writes, and whether a person watches. */
export interface Terminal {
  readonly write: (text: string) => void;
  /** A line beside the output, for a person. */
  readonly warn?: (line: string) => void;
  readonly isTerminal: boolean;
  readonly columns?: number | undefined;
  /** The day as `2026-03-31`, in UTC. */
  readonly today: string;
}

/** A terminal that does not know its width, such as one behind `ssh -t`, says 0. */
export const knownWidth = (columns: number | undefined): number | undefined =>
  columns === 0 ? undefined : columns;

export const WRONG_USAGE = 3;

/** Something the user can mend: its message is printed, without a stack. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}
