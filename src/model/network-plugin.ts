import type { Span } from "./span.ts";

/** A manifest that installs a network plugin, or an engine that enforces policies beside one. */
export interface NetworkPlugin {
  readonly name: string;
  readonly enforces: boolean;
  readonly span: Span;
}
