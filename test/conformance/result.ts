/** One answer that is not the expected one. `cell` names it for `disputed.ts` and for a person. */
export interface FailedCell {
  readonly cell: string;
  readonly want: string;
  readonly got: string;
}

/** What the cases of one suite came to. A cell is one answer that was compared. */
export interface SuiteResult {
  readonly name: string;
  readonly cases: number;
  readonly cells: number;
  readonly failed: readonly FailedCell[];
  /** What the reader has to know beside the counts: cases left out, cells not asked. */
  readonly remarks: readonly string[];
}

/** A case or a whole suite that went wrong before any cell could be compared. */
export const brokenCase = (cell: string, error: unknown): FailedCell => ({
  cell,
  want: "a case that can be run",
  got: error instanceof Error ? error.message : String(error),
});

/** What one case or step came to. */
export interface CaseResult {
  readonly cells: number;
  readonly failed: readonly FailedCell[];
  /** Pairs that the comparison was not asked about, because both of their ends changed. */
  readonly bothMoved: number;
}
