import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import { quote } from "./quote.ts";

/** A key that a mapping holds twice: kubectl does not notice and applies one of the two. */
export function duplicateKey(
  key: string,
  at: Span,
  other: Span,
  by: "key" | "merged" = "key",
): Problem {
  const message =
    by === "key"
      ? `the key ${quote(key)} stands here and on line ${other.startLine}; kubectl applies only the last one, ` +
        "other tools refuse the file; remove one, or add the missing `---` between two documents"
      : `the key ${quote(key)} stands here and comes in again by the merge key \`<<\` below it; kubectl applies ` +
        "the merged value, other tools this one; put `<<` first";
  return { code: "duplicate-key", message, span: at, related: other };
}
