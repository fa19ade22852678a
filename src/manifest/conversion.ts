import { formatCount } from "../model/format-count.ts";
import type { Node, ScalarNode } from "../model/node.ts";
import type { Problem } from "../model/problem.ts";
import type { Failure } from "./failure.ts";
import type { Limits } from "./limits.ts";
import type { Locate } from "./locator.ts";

export interface Source {
  /** The text that the library read, and a locator for offsets into it. */
  readonly text: string;
  readonly locate: Locate;
  readonly limits: Limits;
}

/** An anchored subtree, with what an alias to it adds when it is written out. */
interface Anchored {
  readonly node: Node;
  readonly nodes: number;
  readonly height: number;
}

/** The conversion of one document under way. */
export interface Conversion extends Source {
  readonly anchors: Map<string, Anchored>;
  readonly problems: Problem[];
  failure: Failure | undefined;
  /** Values so far, aliases written out. */
  nodes: number;
  /** Deepest level so far, aliases written out. */
  deepest: number;
  /** Where the content of the value converted last ends; block collections end with their last value. */
  end: number;
}

export interface Position {
  /** Where a value that is not there would stand. */
  readonly at: number;
  readonly depth: number;
}

export const startConversion = (source: Source): Conversion => ({
  ...source,
  anchors: new Map(),
  problems: [],
  failure: undefined,
  nodes: 0,
  deepest: 0,
  end: 0,
});

/** Whether the document is larger or deeper than the limits allow; notes the failure then. */
export function isOverLimit(state: Conversion, { at, depth }: Position): boolean {
  const { nodes, depth: maxDepth } = state.limits;
  const message =
    state.nodes > nodes
      ? `more than ${formatCount(nodes)} values in one document, with its aliases written out`
      : depth > maxDepth
        ? `nested more than ${maxDepth} levels deep, with its aliases written out`
        : undefined;
  if (message === undefined) return false;
  state.failure ??= { code: "too-large", message, start: at, end: at };
  return true;
}

export function fail(state: Conversion, message: string, at: number): void {
  state.failure ??= { code: "syntax", message, start: at, end: at };
}

export function nullAt(state: Conversion, at: number): ScalarNode {
  state.end = at;
  return { type: "scalar", value: null, span: state.locate(at, at) };
}
