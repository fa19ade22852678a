import type { Span } from "./span.ts";

/** A manifest that installs a network plugin, or an engine that enforces policies beside one. */
export interface NetworkPlugin {
  readonly name: string;
  readonly enforces: boolean;
  /** The setting by which this one is told not to, though it could. */
  readonly switchedOff?: string;
  readonly span: Span;
}
