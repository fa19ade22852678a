/** An expectation that the specification contradicts. */
export interface Dispute {
  /** The cell as the runner prints it. */
  readonly cell: string;
  /** The sentence of the specification, and where it stands. */
  readonly argument: string;
}

/** A dispute whose cell does not fail any more is an error too: it hides nothing and has to go. */
export const DISPUTED: readonly Dispute[] = [];
