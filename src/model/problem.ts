import type { Span } from "./span.ts";

type ProblemCode =
  /** Not YAML or JSON at all, at this place. */
  | "syntax"
  /** A Go template, envsubst or other templating, not a manifest. */
  | "template"
  /** A mapping key that stands twice: kubectl takes the last, strict decoders refuse. */
  | "duplicate-key"
  /** Larger, deeper or more than the reader's limits allow. */
  | "too-large"
  /** Text that is not UTF-8, or a file mode that holds no manifest (symlink, submodule). */
  | "not-text"
  /** The API server would reject the object. */
  | "invalid"
  /** A field outside the schema: dropped with a warning, refused under strict validation. */
  | "unknown-field";

/** Something in a manifest that a person has to mend. The message is foreign text in part: escape it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly span: Span;
  /** A second place that belongs to the problem, such as the first of two equal keys. */
  readonly related?: Span;
  /** The field that the problem is about, such as `spec.ingress[0].ports[0].port`. */
  readonly field?: string;
  /**
   * Policy, namespace and workload kinds whose names stand in text that could not be read: what it may
   * hold. Set, possibly empty, on every problem that hides a whole document or file.
   */
  readonly kindHints?: readonly string[];
}
