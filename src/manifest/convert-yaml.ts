import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Entry, MapNode, Node } from "../model/node.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import {
  fail,
  isOverLimit,
  nullAt,
  startConversion,
  type Conversion,
  type Position,
  type Source,
} from "./conversion.ts";
import { convertScalar, isMergeKey } from "./convert-scalar.ts";
import { duplicateKey } from "./duplicate-key.ts";
import type { Failure } from "./failure.ts";
import { keyText } from "./go-yaml-scalar.ts";
import type { YamlContents } from "./read-yaml.ts";

export type Converted =
  | { readonly type: "node"; readonly node: Node; readonly problems: readonly Problem[] }
  | { readonly type: "failure"; readonly failure: Failure };

/**
 * Turns the library's tree into ours, with the values that go-yaml v2 gives. An aliased subtree is shared,
 * not copied, so the result may be a graph; its size and depth with every alias written out stay within the
 * limits.
 */
export function convertYaml(contents: YamlContents, source: Source): Converted {
  const state = startConversion(source);
  const node = convertNode(state, contents, { at: 0, depth: 0 });
  return state.failure === undefined
    ? { type: "node", node, problems: state.problems }
    : { type: "failure", failure: state.failure };
}

function convertNode(state: Conversion, node: unknown, position: Position): Node {
  const { depth } = position;
  state.nodes += 1;
  if (depth > state.deepest) state.deepest = depth;
  if (isAlias(node)) return convertAlias(state, node, depth);
  if (isOverLimit(state, position)) return nullAt(state, position.at);
  const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
  if (anchor === undefined) return convertPlainNode(state, node, position);
  const { nodes, deepest } = state;
  state.deepest = depth;
  // An alias inside its own anchor finds nothing, not an earlier anchor of the same name.
  state.anchors.delete(anchor);
  const converted = convertPlainNode(state, node, position);
  state.anchors.set(anchor, {
    node: converted,
    nodes: state.nodes - nodes + 1,
    height: state.deepest - depth,
  });
  state.deepest = Math.max(state.deepest, deepest);
  return converted;
}

function convertPlainNode(state: Conversion, node: unknown, position: Position): Node {
  if (isScalar(node)) return convertScalar(state, node, position.at);
  if (isMap(node)) return convertMap(state, node, position);
  if (isSeq(node)) return convertSeq(state, node, position);
  return nullAt(state, position.at);
}

function convertSeq(state: Conversion, seq: YAMLSeq, { at, depth }: Position): Node {
  const [start, end] = seq.range ?? [at, at];
  state.end = start;
  const items: Node[] = [];
  for (const item of seq.items) {
    items.push(convertNode(state, item, { at: state.end, depth: depth + 1 }));
    if (state.failure !== undefined) break;
  }
  if (seq.flow === true || items.length === 0) state.end = end;
  return { type: "seq", items, span: state.locate(start, state.end) };
}

function convertMap(state: Conversion, map: YAMLMap, { at, depth }: Position): MapNode {
  const [start, end] = map.range ?? [at, at];
  state.end = start;
  const building: Building = { entries: new Map(), merged: new Set() };
  for (const pair of map.items) {
    if (isMergeKey(pair.key)) mergePair(state, building, { pair, depth });
    else convertPair(state, building, { pair, depth });
    if (state.failure !== undefined) break;
  }
  if (map.flow === true || map.items.length === 0) state.end = end;
  return { type: "map", entries: building.entries, span: state.locate(start, state.end) };
}

interface Building {
  readonly entries: Map<string, Entry>;
  /** Keys whose entry came in by `<<`. */
  readonly merged: Set<string>;
}

interface PairAt {
  readonly pair: Pair;
  readonly depth: number;
}

function convertPair(state: Conversion, building: Building, { pair, depth }: PairAt): void {
  const { entries, merged } = building;
  const key = convertKey(state, pair.key, depth);
  if (key === undefined) return;
  const value = convertNode(state, pair.value, { at: state.end, depth: depth + 1 });
  const previous = entries.get(key.text);
  // The entry set last wins, as in go-yaml v2 without strict mode.
  entries.set(key.text, { keySpan: key.span, value });
  if (previous === undefined || merged.delete(key.text)) return;
  state.problems.push(duplicateKey(key.text, key.span, previous.keySpan));
}

/**
 * `<<: *base` or `<<: [*first, *second]`. go-yaml v2 sets the keys where the `<<` stands: keys below it win
 * over merged ones, keys above it do not; of several maps the first wins (`decode.go`, merge).
 */
function mergePair(state: Conversion, building: Building, { pair, depth }: PairAt): void {
  const keyStart = isScalar(pair.key) ? (pair.key.range?.[0] ?? state.end) : state.end;
  const value = convertNode(state, pair.value, { at: state.end, depth: depth + 1 });
  const maps = value.type === "seq" ? value.items.toReversed() : [value];
  for (const map of maps) {
    if (map.type !== "map") {
      fail(state, "map merge requires map or sequence of maps as the value", keyStart);
      return;
    }
    for (const [key, entry] of map.entries) mergeEntry(state, building, { key, entry });
  }
}

function mergeEntry(
  state: Conversion,
  { entries, merged }: Building,
  { key, entry }: { key: string; entry: Entry },
): void {
  const previous = entries.get(key);
  entries.set(key, entry);
  if (previous === undefined) merged.add(key);
  else if (!merged.has(key))
    state.problems.push(duplicateKey(key, previous.keySpan, entry.keySpan, "merged"));
}

interface Key {
  readonly text: string;
  readonly span: Span;
}

function convertKey(state: Conversion, key: unknown, depth: number): Key | undefined {
  const start =
    (isScalar(key) || isMap(key) || isSeq(key) || isAlias(key) ? key.range?.[0] : undefined) ??
    state.end;
  const node = convertNode(state, key, { at: start, depth: depth + 1 });
  if (state.failure !== undefined) return undefined;
  if (node.type !== "scalar") {
    fail(state, "a mapping key is a list or a mapping itself; a key must be text", start);
    return undefined;
  }
  const text = keyText(node.value, isScalar(key) ? (key.source ?? "") : String(node.value));
  if (text === undefined) fail(state, "a mapping key is null; write the key, or quote it", start);
  return text === undefined ? undefined : { text, span: node.span };
}

function convertAlias(state: Conversion, alias: Alias, depth: number): Node {
  const [start, end] = alias.range ?? [state.end, state.end];
  state.end = end;
  const target = state.anchors.get(alias.source);
  if (target === undefined) {
    fail(
      state,
      `unknown anchor ${JSON.stringify(alias.source.slice(0, 40))} referenced, or it contains itself`,
      start,
    );
    return nullAt(state, start);
  }
  state.nodes += target.nodes - 1;
  const deepest = depth + target.height;
  if (deepest > state.deepest) state.deepest = deepest;
  return isOverLimit(state, { at: start, depth: deepest }) ? nullAt(state, start) : target.node;
}
