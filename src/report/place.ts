import type { Span } from "../model/span.ts";

/** The one spelling of a place in every output: `path:line`, which editors and terminals can open. */
export const formatPlace = (span: Span): string => `${span.path}:${span.startLine}`;
