/** Bounds of what the reader takes on. Past one of them a part becomes a `too-large` problem. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** YAML documents, or JSON objects in sequence, of one file. */
  readonly documents: number;
  /** Values of one document, with every alias counted as if it were written out. */
  readonly nodes: number;
  /** Nesting of one document, aliases written out. */
  readonly depth: number;
}

/** Real bundles with policies inside reach 1.9 MB and some thousand documents. */
export const DEFAULT_LIMITS: Limits = {
  fileBytes: 8 * 1024 * 1024,
  documents: 10_000,
  nodes: 1_000_000,
  depth: 200,
};
