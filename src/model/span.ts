/**
 * A place in a manifest. Lines and columns count from 1; `endColumn` is one past the last character,
 * as in SARIF 2.1.0 section 3.30.
 */
export interface Span {
  readonly path: string;
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export type Side = "base" | "head";
