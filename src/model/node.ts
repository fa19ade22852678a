import type { Span } from "./span.ts";

/**
 * A decoded YAML or JSON value that still knows where it stood. Scalars follow Kubernetes' reading
 * (go-yaml v2, then JSON), not the reading of a JavaScript parser.
 */
export type Node = MapNode | SeqNode | ScalarNode;

export interface MapNode {
  readonly type: "map";
  readonly entries: ReadonlyMap<string, Entry>;
  readonly span: Span;
}

export interface Entry {
  readonly keySpan: Span;
  readonly value: Node;
}

interface SeqNode {
  readonly type: "seq";
  readonly items: readonly Node[];
  readonly span: Span;
}

export interface ScalarNode {
  readonly type: "scalar";
  readonly value: string | number | boolean | null;
  readonly span: Span;
}
