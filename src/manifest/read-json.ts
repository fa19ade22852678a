import { formatCount } from "../model/format-count.ts";
import type { Entry, Node } from "../model/node.ts";
import type { Problem } from "../model/problem.ts";
import { duplicateKey } from "./duplicate-key.ts";
import type { Failure } from "./failure.ts";
import type { Limits } from "./limits.ts";
import type { Locate } from "./locator.ts";

export interface JsonSequence {
  readonly nodes: readonly Node[];
  readonly problems: readonly Problem[];
  /** What stopped the reading behind the last of `nodes`. */
  readonly failure?: Failure;
  /** Where the last of `nodes` ends. */
  readonly end: number;
}

interface State {
  readonly text: string;
  readonly locate: Locate;
  readonly limits: Limits;
  readonly problems: Problem[];
  at: number;
  nodes: number;
  failure: Failure | undefined;
}

const BLANK = /[ \t\r\n]*/y;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
// eslint-disable-next-line no-control-regex -- JSON forbids them inside a string
const FORBIDDEN_IN_STRING = /[\u0000-\u001f]/;

/**
 * Reads JSON values in sequence (`{}{}`), as kubectl does with input that begins with `{`
 * (kubernetes/apimachinery `pkg/util/yaml/decoder.go`, YAMLOrJSONDecoder).
 */
export function readJson(source: { text: string; locate: Locate; limits: Limits }): JsonSequence {
  const state: State = { ...source, problems: [], at: 0, nodes: 0, failure: undefined };
  const nodes: Node[] = [];
  let end = 0;
  skipBlank(state);
  while (state.at < state.text.length) {
    state.nodes = 0;
    if (nodes.length === source.limits.documents)
      fail(
        state,
        `more than ${formatCount(source.limits.documents)} documents in one file; the rest was not read`,
        "too-large",
      );
    const node = readValue(state, 0);
    if (state.failure !== undefined)
      return { nodes, problems: state.problems, failure: state.failure, end };
    nodes.push(node);
    end = state.at;
    skipBlank(state);
  }
  return { nodes, problems: state.problems, end };
}

function readValue(state: State, depth: number): Node {
  const start = state.at;
  state.nodes += 1;
  if (depth > state.limits.depth)
    fail(state, `nested more than ${state.limits.depth} levels deep`, "too-large");
  if (state.nodes > state.limits.nodes)
    fail(state, `more than ${formatCount(state.limits.nodes)} values in one document`, "too-large");
  if (state.failure !== undefined)
    return { type: "scalar", value: null, span: state.locate(start, start) };
  switch (state.text.charAt(start)) {
    case "{": {
      const entries = readEntries(state, depth);
      return { type: "map", entries, span: state.locate(start, state.at) };
    }
    case "[": {
      const items = readItems(state, depth);
      return { type: "seq", items, span: state.locate(start, state.at) };
    }
    case '"': {
      const value = readString(state);
      return { type: "scalar", value, span: state.locate(start, state.at) };
    }
    default: {
      const value = readLiteral(state);
      return { type: "scalar", value, span: state.locate(start, state.at) };
    }
  }
}

function readEntries(state: State, depth: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  eachPart(state, "}", () => {
    const start = state.at;
    const key = readString(state);
    const keySpan = state.locate(start, state.at);
    skipBlank(state);
    expect(state, ":");
    skipBlank(state);
    const value = readValue(state, depth + 1);
    const previous = entries.get(key);
    if (previous !== undefined) state.problems.push(duplicateKey(key, keySpan, previous.keySpan));
    entries.set(key, { keySpan, value });
  });
  return entries;
}

function readItems(state: State, depth: number): readonly Node[] {
  const items: Node[] = [];
  eachPart(state, "]", () => {
    items.push(readValue(state, depth + 1));
  });
  return items;
}

/** The comma-separated parts up to `close`; the opening bracket stands at the reading place. */
function eachPart(state: State, close: string, readPart: () => void): void {
  state.at += 1;
  skipBlank(state);
  if (state.text.charAt(state.at) === close) {
    state.at += 1;
    return;
  }
  while (state.failure === undefined) {
    readPart();
    skipBlank(state);
    if (state.text.charAt(state.at) === close) {
      state.at += 1;
      return;
    }
    expect(state, ",");
    skipBlank(state);
  }
}

function readString(state: State): string {
  const { text, at: start } = state;
  if (text.charAt(start) !== '"') {
    fail(state, "invalid JSON: expected a string");
    return "";
  }
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  const body = text.slice(start + 1, end);
  if (end < 0 || FORBIDDEN_IN_STRING.test(body)) {
    fail(state, "invalid JSON: a string is not closed on its line");
    return "";
  }
  state.at = end + 1;
  return body.includes("\\") ? unescape(state, start) : body;
}

function unescape(state: State, start: number): string {
  try {
    return String(JSON.parse(state.text.slice(start, state.at)));
  } catch {
    fail(state, "invalid JSON: unknown escape in a string");
    return "";
  }
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text.charAt(first - 1) === "\\") first -= 1;
  return (at - first) % 2 === 1;
}

function readLiteral(state: State): number | boolean | null {
  LITERAL.lastIndex = state.at;
  const [literal] = LITERAL.exec(state.text) ?? [];
  if (literal === undefined || !Number.isFinite(Number(literal.replace(/^[a-z]+$/, "0")))) {
    fail(state, "invalid JSON: expected a value");
    return null;
  }
  state.at += literal.length;
  if (literal === "null") return null;
  if (literal === "true" || literal === "false") return literal === "true";
  return Number(literal);
}

function expect(state: State, character: string): void {
  if (state.text.charAt(state.at) === character) state.at += 1;
  else fail(state, `invalid JSON: expected "${character}"`);
}

function skipBlank(state: State): void {
  BLANK.lastIndex = state.at;
  state.at += BLANK.exec(state.text)?.[0].length ?? 0;
}

function fail(state: State, message: string, code: Failure["code"] = "syntax"): void {
  state.failure ??= {
    code,
    message,
    start: state.at,
    end: Math.min(state.at + 1, state.text.length),
  };
}
