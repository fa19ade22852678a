import type { Span } from "../model/span.ts";
import { MAX_PATH } from "./sarif-limits.ts";

/** What code scanning takes for the root of the repository. */
const ROOT = "%SRCROOT%";

export const URI_BASES = {
  [ROOT]: { description: { text: "The root of the repository." } },
} as const;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** A path as a relative URI: nothing in it can be taken for a scheme, a query, a fragment or an escape. */
const uriOfPath = (path: string): string =>
  path
    .slice(0, MAX_PATH)
    .replace(LONE_SURROGATE, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    // From the root of the repository, never from the root of the host.
    .replace(/^\//u, "%2F");

export const artifactOf = (path: string) => ({ uri: uriOfPath(path), uriBaseId: ROOT });

/** Spans count like SARIF regions do; an empty one is drawn as its next character. */
function regionOf({ startLine, startColumn, endLine, endColumn }: Span) {
  const isEmpty = endLine === startLine && endColumn <= startColumn;
  return { startLine, startColumn, endLine, endColumn: isEmpty ? startColumn + 1 : endColumn };
}

export const physicalLocationOf = (span: Span) => ({
  artifactLocation: artifactOf(span.path),
  region: regionOf(span),
});
