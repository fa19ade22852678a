import { Composer, isCollection, Parser, type CST, type Document, type YAMLParseError } from "yaml";
import { formatCount } from "../model/format-count.ts";
import { unclosedFlow } from "../model/unclosed-flow.ts";
import { plainMessage, type Failure } from "./failure.ts";
import { lexYaml } from "./lex-yaml.ts";
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
  const { lexemes: source, follow, flowIndent, isCutScalar } = lexYaml(text);
  for (const lexeme of source) {
    follow(lexeme);
    if (isBadTab?.(lexeme, flowIndent()) === true)
      return failure("syntax", "a tab stands where YAML allows only spaces", parser.offset);
    if (isCutScalar()) return failure("syntax", CUT_SCALAR, parser.offset);
    for (const token of parser.next(lexeme)) {
      if (token.type === "doc-end") {
        return hasDocument
          ? lastDocument(composer, { text, end: token.offset })
          : failure("syntax", "`...` stands before any document", token.offset);
      }
      if (token.type === "directive") return { type: "failure", failure: directiveFault(token) };
      for (const document of composer.next(token)) return resultOf(document, text);
      hasDocument ||= isDocument(token);
    }
    lexemes += 1;
    if (parser.stack.length > limits.depth + STACK_SLACK)
      return failure("too-large", `nested more than ${limits.depth} levels deep`, parser.offset);
    if (lexemes > limits.nodes * LEXEMES_PER_NODE)
      return failure(
        "too-large",
        `more than ${formatCount(limits.nodes)} values in one document`,
        parser.offset,
      );
  }
  for (const token of parser.end()) {
    for (const document of composer.next(token)) return resultOf(document, text);
  }
  return lastDocument(composer, { text, end: text.length });
}

function lastDocument(
  composer: Composer,
  { text, end }: { text: string; end: number },
): YamlDocument {
  for (const document of composer.end(true, end)) return resultOf(document, text);
  return { type: "document", contents: null };
}

function resultOf(document: Document.Parsed, text: string): YamlDocument {
  const error = document.errors.find((found) => !isCloseComment(found, text));
  if (error === undefined) return { type: "document", contents: document.contents };
  const [start, end] = error.pos;
  if (error.code === "RESOURCE_EXHAUSTION") return failure("too-large", "nested too deeply", start);
  if (isBehindObject(error, document.contents, text))
    return failure("syntax", SECOND_OBJECT, start);
  return {
    type: "failure",
    failure: {
      code: "syntax",
      message: `cannot be read as YAML: ${unclosedFlow(error) ?? plainMessage(error.message)}`,
      start,
      end: Math.max(start, end),
    },
  };
}

/** A comment right behind a bracket, a comma or a quote: YAML wants a blank before it, go-yaml does not. */
const isCloseComment = ({ code, message, pos: [at] }: YAMLParseError, text: string): boolean =>
  code === "MISSING_CHAR" && message.startsWith("Comments must be separated") && text[at] === "#";

/**
 * go-yaml reads the first value alone, and kubectl drops what follows without a word: JSON objects in sequence
 * are read only where the whole input begins with one.
 */
function isBehindObject(
  { code, pos: [at] }: YAMLParseError,
  contents: YamlContents,
  text: string,
): boolean {
  if (code !== "UNEXPECTED_TOKEN" || !isCollection(contents)) return false;
  const [start, end] = contents.range;
  if (contents.flow === true) return at >= end;
  // On one line the first would be a key.
  return text[start] === "{" && text[at] === "{" && text.slice(start, at).trimEnd().endsWith("}");
}

const SECOND_OBJECT =
  "kubectl reads only the first object here and drops what follows without a word; " +
  "put a line `---` between two objects";

const CUT_SCALAR =
  "within brackets kubectl takes `?`, or `:` in front, for a mark of YAML; quote the text";

/** A stream is split at `---` before YAML is read, so that no directive has a document to go with. */
function directiveFault({ source, offset }: CST.Directive): Failure {
  const name = /^%[A-Za-z]{1,20}(?![^ \t])/.exec(source)?.[0] ?? "%";
  const message = `a line with \`${name}\` is a YAML directive, and kubectl refuses the file from there on; remove the line`;
  return { code: "syntax", message, start: offset, end: offset + source.length, endsFile: true };
}

/** The parser makes an empty document of a lone `...`, which go-yaml refuses. */
const isDocument = (token: CST.Token): boolean =>
  token.type === "document" &&
  (token.value !== undefined || token.start.some(({ type }) => type === "doc-start"));

const failure = (code: Failure["code"], message: string, at: number): YamlDocument => ({
  type: "failure",
  failure: { code, message, start: at, end: at },
});
