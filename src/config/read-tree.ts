import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type YAMLParseError,
} from "yaml";
import { formatCount } from "../model/format-count.ts";
import type { Entry, Node } from "../model/node.ts";
import type { Span } from "../model/span.ts";
import { unclosedFlow } from "../model/unclosed-flow.ts";
import { isNestedDeeper } from "../model/yaml-nesting.ts";

/** Something in a configuration file that a person has to mend. */
export interface Fault {
  readonly line: number;
  /** Where in the document, such as `accept.0.expires`; empty for the whole of it. */
  readonly key: string;
  readonly message: string;
}

export type TreeResult =
  | { readonly ok: true; readonly root: Node }
  | { readonly ok: false; readonly fault: Fault };

/**
 * A review also looks at the file that a change would bring, which anybody may have written: hence the
 * bounds. Real files are a hundredth of this.
 */
const MAX_CHARACTERS = 128 * 1024;
const MAX_NODES = 20_000;
const MAX_DEPTH = 20;
const MAX_COMPOSED = 200;
const MAX_ALIASES = 100;
const TOO_DEEP = `nested more than ${MAX_DEPTH} levels deep`;

class TreeFault extends Error {
  readonly offset: number;
  readonly key: string;

  constructor(message: string, { offset, key }: { offset: number; key: string }) {
    super(message);
    this.offset = offset;
    this.key = key;
  }
}

/** Reads YAML 1.2 (so JSON too) as a tree that knows its lines. */
export function readTree(text: string, path: string): TreeResult {
  if (text.length > MAX_CHARACTERS)
    return failed(`the file is larger than ${MAX_CHARACTERS / 1024} KiB`);
  // The conversion below says where; this keeps the library from running out of stack before.
  if (isNestedDeeper(text, MAX_COMPOSED)) return failed(TOO_DEEP);
  const lines = new LineCounter();
  // Keys are compared below: the library compares each with all others.
  const document = parseDocument(text, { lineCounter: lines, schema: "core", uniqueKeys: false });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const [error] = document.errors;
  if (error !== undefined) {
    // What is missed at the end is missed on the last line that says anything.
    const offset = Math.min(error.pos[0], Math.max(0, text.trimEnd().length - 1));
    return failed(faultOf(error), lineAt(offset));
  }
  const spanOf = (range: Range): Span => {
    const [start, end] = range;
    const [from, to] = [lines.linePos(start), lines.linePos(Math.max(start, end))];
    return {
      path,
      startLine: Math.max(1, from.line),
      startColumn: Math.max(1, from.col),
      endLine: Math.max(1, to.line),
      endColumn: Math.max(1, to.col),
    };
  };
  try {
    return { ok: true, root: createConverter(document, spanOf)(document.contents, "", 0) };
  } catch (thrown) {
    if (!(thrown instanceof TreeFault)) throw thrown;
    const { offset, key, message } = thrown;
    return { ok: false, fault: { line: lineAt(offset), key, message } };
  }
}

const TWO_DOCUMENTS =
  "a second document begins here; put all keys in one document, and remove the `---` between";

const faultOf = ({ code, message }: YAMLParseError): string =>
  code === "MULTIPLE_DOCS"
    ? TWO_DOCUMENTS
    : (unclosedFlow({ message }) ?? message.split(/ at line |\n/u)[0] ?? "not YAML");

const failed = (message: string, line = 1): TreeResult => ({
  ok: false,
  fault: { line, key: "", message },
});

type Range = readonly [start: number, valueEnd: number, nodeEnd: number];
type Convert = (node: unknown, key: string, depth: number) => Node;

function createConverter(document: Document, spanOf: (range: Range) => Span): Convert {
  let nodes = 0;
  let aliases = 0;
  const convert: Convert = (node, key, depth) => {
    const range = rangeOf(node);
    const fail = (message: string): never => {
      throw new TreeFault(message, { offset: range[0], key });
    };
    if (++nodes > MAX_NODES) fail(`more than ${formatCount(MAX_NODES)} values`);
    if (depth > MAX_DEPTH) fail(TOO_DEEP);
    const span = spanOf(range);
    if (isAlias(node)) {
      if (++aliases > MAX_ALIASES) fail(`more than ${MAX_ALIASES} aliases`);
      const target = node.resolve(document);
      return target === undefined
        ? fail(`there is no anchor ${node.source}`)
        : convert(target, key, depth + 1);
    }
    if (isMap(node)) {
      const entries = new Map<string, Entry>();
      for (const pair of node.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : fail("a key must be text");
        const path = join(key, name);
        const keySpan = spanOf(rangeOf(pair.key));
        const before = entries.get(name);
        if (before !== undefined)
          throw new TreeFault(`stands twice, first on line ${before.keySpan.startLine}`, {
            offset: rangeOf(pair.key)[0],
            key: path,
          });
        entries.set(name, { keySpan, value: convert(pair.value, path, depth + 1) });
      }
      return { type: "map", entries, span };
    }
    if (isSeq(node))
      return {
        type: "seq",
        items: node.items.map((item, index) => convert(item, join(key, String(index)), depth + 1)),
        span,
      };
    const value = isScalar(node) ? node.value : null;
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? { type: "scalar", value, span }
      : { type: "scalar", value: null, span };
  };
  return convert;
}

export const join = (key: string, name: string): string => (key === "" ? name : `${key}.${name}`);

const rangeOf = (node: unknown): Range =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)
    ? (node.range as unknown as Range)
    : [0, 0, 0];
