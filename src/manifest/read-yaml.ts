import { Composer, Lexer, Parser, type CST, type Document } from "yaml";
import { plainMessage, type Failure } from "./failure.ts";
import type { Limits } from "./limits.ts";
import { createTabWatch } from "./tab-watch.ts";

export type YamlContents = Document.Parsed["contents"];

export type YamlDocument =
  | { readonly type: "document"; readonly contents: YamlContents }
  | { readonly type: "failure"; readonly failure: Failure };

/** Every scalar stays its text: go-yaml's rules are applied to it later, not those of YAML 1.2. */
const COMPOSER_OPTIONS = {
  schema: "failsafe",
  resolveKnownTags: false,
  // The library compares all keys with each other; duplicates are found while the tree is converted.
  uniqueKeys: false,
} as const;

/** Tokens that hold no value: the document itself, a block scalar and its props, a scalar. */
const STACK_SLACK = 4;
/** A value, its separator, key, spaces and newline make at most about this many lexemes. */
const LEXEMES_PER_NODE = 16;

/**
 * Reads the first YAML document of a text; kubectl ignores what stands after `...`
 * (`pkg/util/yaml/decoder.go` unmarshals a chunk once). The parser keeps its own stack, but composing
 * recurses, so nesting is bounded before it comes to that.
 */
export function readYaml(text: string, limits: Limits): YamlDocument {
  const { stackTraceLimit } = Error;
  // The library makes an Error of each fault it finds, and stack traces are most of their cost: a hostile
  // file holds a million faults.
  Error.stackTraceLimit = 0;
  try {
    return readFirst(text, limits);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function readFirst(text: string, limits: Limits): YamlDocument {
  const parser = new Parser();
  const composer = new Composer(COMPOSER_OPTIONS);
  const isBadTab = text.includes("\t") ? createTabWatch() : undefined;
  let lexemes = 0;
  let hasDocument = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (isBadTab?.(lexeme) === true && !isInFlow(parser))
      return failure("syntax", "a tab stands where YAML allows only spaces", parser.offset);
    for (const token of parser.next(lexeme)) {
      if (token.type === "doc-end") {
        return hasDocument
          ? lastDocument(composer, token.offset)
          : failure("syntax", "`...` stands before any document", token.offset);
      }
      for (const document of composer.next(token)) return resultOf(document);
      hasDocument ||= isDocument(token);
    }
    lexemes += 1;
    if (parser.stack.length > limits.depth + STACK_SLACK)
      return failure("too-large", `nested more than ${limits.depth} levels deep`, parser.offset);
    if (lexemes > limits.nodes * LEXEMES_PER_NODE)
      return failure(
        "too-large",
        `more than ${limits.nodes} values in one document`,
        parser.offset,
      );
  }
  for (const token of parser.end()) {
    for (const document of composer.next(token)) return resultOf(document);
  }
  return lastDocument(composer, text.length);
}

function lastDocument(composer: Composer, end: number): YamlDocument {
  for (const document of composer.end(true, end)) return resultOf(document);
  return { type: "document", contents: null };
}

function resultOf(document: Document.Parsed): YamlDocument {
  const [error] = document.errors;
  if (error === undefined) return { type: "document", contents: document.contents };
  const [start, end] = error.pos;
  if (error.code === "RESOURCE_EXHAUSTION") return failure("too-large", "nested too deeply", start);
  return {
    type: "failure",
    failure: {
      code: "syntax",
      message: `cannot be read as YAML: ${plainMessage(error.message)}`,
      start,
      end: Math.max(start, end),
    },
  };
}

/** The parser makes an empty document of a lone `...`, which go-yaml refuses. */
const isDocument = (token: CST.Token): boolean =>
  token.type === "document" &&
  (token.value !== undefined || token.start.some(({ type }) => type === "doc-start"));

const isInFlow = ({ stack }: Parser): boolean =>
  stack.some(({ type }) => type === "flow-collection");

const failure = (code: Failure["code"], message: string, at: number): YamlDocument => ({
  type: "failure",
  failure: { code, message, start: at, end: at },
});
