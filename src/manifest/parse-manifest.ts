import { formatCount } from "../model/format-count.ts";
import type { Node } from "../model/node.ts";
import type { ParsedManifest } from "../model/object.ts";
import type { Problem } from "../model/problem.ts";
import { collectObjects, type Collected } from "./collect-objects.ts";
import { convertYaml } from "./convert-yaml.ts";
import { decodeText } from "./decode-text.ts";
import type { Failure } from "./failure.ts";
import { ALL_KIND_HINTS, kindHints } from "./kinds.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { createLocator, type Locate } from "./locator.ts";
import { readJson } from "./read-json.ts";
import { readYaml } from "./read-yaml.ts";
import { splitDocuments, type Chunk } from "./split-documents.ts";

/** Marks of the templating languages seen in real repositories. */
const TEMPLATE_MARK = /\{\{|\$\{|<%|<#|\{%|%\{|\[\[-?\s*[.$A-Za-z]/;
/** YAML 1.1 line breaks that the library, a YAML 1.2 one, takes for text. */
const OTHER_BREAKS = /\r(?!\n)|[\u0085\u2028\u2029]/g;
/** go-yaml v2 `readerc.go`: "control characters are not allowed". */
// eslint-disable-next-line no-control-regex -- these are what has to be found
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
/** A line that may be a YAML directive. */
const DIRECTIVE = /^%/m;
/** Files above this are not even searched for kinds. */
const MAX_SEARCHED_BYTES = 64 * 1024 * 1024;

/** What is known of the documents of a file by the line that they begin on, and their text. */
export type KnownDocuments = Map<string, Collected>;

interface ParseOptions {
  readonly limits?: Limits;
  /** Documents of other versions of the same file: what stands there is taken over, and the rest added. */
  readonly known?: KnownDocuments | undefined;
}

/**
 * Reads a manifest file the way `kubectl apply` does: YAML or JSON, several documents, lists flattened. A
 * document that cannot be read becomes a problem and hides no other.
 */
export function parseManifest(
  path: string,
  bytes: Uint8Array | string,
  { limits = DEFAULT_LIMITS, known }: ParseOptions = {},
): ParsedManifest {
  if (bytes.length > limits.fileBytes) {
    const message = `the file is larger than ${formatCount(limits.fileBytes)} bytes and was not read`;
    return unreadable(path, { code: "too-large", message, kindHints: hintsOf(bytes) });
  }
  const text = typeof bytes === "string" ? bytes.replace(/^\ufeff/, "") : decodeText(bytes);
  if (text === undefined) {
    const message = "the file is not UTF-8 text; save it as UTF-8";
    return unreadable(path, { code: "not-text", message, kindHints: hintsOf(bytes) });
  }
  return parseText(path, text, { limits, known });
}

function unreadable(path: string, problem: Omit<Problem, "span">): ParsedManifest {
  const span = { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  return { path, objects: [], problems: [{ ...problem, span }] };
}

function hintsOf(bytes: Uint8Array | string): readonly string[] {
  if (bytes.length > MAX_SEARCHED_BYTES) return ALL_KIND_HINTS;
  return kindHints(typeof bytes === "string" ? bytes : new TextDecoder("latin1").decode(bytes));
}

/** One file under way. */
interface Reading extends Collected {
  readonly path: string;
  readonly text: string;
  readonly locate: Locate;
  readonly limits: Limits;
}

function parseText(
  path: string,
  text: string,
  { limits, known }: ParseOptions & { readonly limits: Limits },
): ParsedManifest {
  const reading: Reading = {
    path,
    text,
    limits,
    locate: createLocator(path, text),
    objects: [],
    problems: [],
  };
  if (isJsonInput(text)) readJsonInput(reading, known);
  else readYamlStream(reading, known);
  return { path, objects: reading.objects, problems: reading.problems };
}

/** Where to begin, and what to do with the first document where it is not read like the others. */
interface StreamStart {
  readonly from: number;
  readonly readFirst: (chunk: Chunk) => void;
}

function readYamlStream(
  reading: Reading,
  known: KnownDocuments | undefined,
  start?: StreamStart,
): void {
  const { limits, text } = reading;
  let documents = 0;
  for (const chunk of splitDocuments(text, start?.from)) {
    if (documents === limits.documents) {
      const message = `more than ${formatCount(limits.documents)} documents in one file; the rest was not read`;
      const rest = { code: "too-large", message, start: chunk.start, end: chunk.start } as const;
      report(reading, rest, text.slice(chunk.start));
      break;
    }
    documents += 1;
    if (start !== undefined && documents === 1) start.readFirst(chunk);
    // What a directive does reaches beyond its own document.
    else if (known === undefined || DIRECTIVE.test(text.slice(chunk.start, chunk.end)))
      readChunk(reading, chunk);
    else readKnownChunk(reading, chunk, known);
  }
}

/** The same text on the same line says the same, in the same places. */
function readKnownChunk(reading: Reading, chunk: Chunk, known: KnownDocuments): void {
  const { startLine } = reading.locate(chunk.start, chunk.start);
  const separator = chunk.badSeparator === undefined ? "" : "after a bad separator, ";
  const key = `${separator}${startLine}: ${reading.text.slice(chunk.start, chunk.end)}`;
  let collected = known.get(key);
  if (collected === undefined) {
    collected = { objects: [], problems: [] };
    readChunk({ ...reading, ...collected }, chunk);
    known.set(key, collected);
  }
  for (const object of collected.objects) reading.objects.push(object);
  for (const problem of collected.problems) reading.problems.push(problem);
}

function readChunk(reading: Reading, chunk: Chunk): void {
  const text = reading.text.slice(chunk.start, chunk.end);
  if (chunk.badSeparator !== undefined) {
    const message =
      "only blanks or a comment may follow `---` on its line; move the rest to the next line";
    report(reading, { code: "syntax", message, ...chunk.badSeparator }, text);
  }
  const failure = readYamlChunk(reading, chunk);
  if (failure !== undefined) report(reading, failure, text);
}

/**
 * Whether kubectl tries a text as JSON: its first character is `{`. That holds for the whole input; what
 * stands behind a `---` is YAML (`pkg/util/yaml/decoder.go`, GuessJSONStream, which looks at 4 KiB).
 */
const isJsonInput = (text: string): boolean => /^[ \t-\r\u0085\u00a0]{0,4095}\{/.test(text);

/**
 * JSON objects in sequence. Up to version 1.32 kubectl refuses anything else behind them; since 1.33 it reads on as
 * YAML from what is no JSON, unless two objects have been read before (YAMLOrJSONDecoder.Decode).
 */
function readJsonInput(reading: Reading, known: KnownDocuments | undefined): void {
  const { text, locate, limits } = reading;
  const { nodes, problems, failure, end } = readJson({ text, locate, limits });
  for (const problem of problems) reading.problems.push(problem);
  const hints = once(() => kindHints(text));
  for (const node of nodes) accept(reading, node, hints);
  if (failure === undefined) return;
  if (failure.code === "too-large" || nodes.length > 1) {
    report(reading, failure, text.slice(end));
    return;
  }
  let isYaml = false;
  readYamlStream(reading, known, {
    from: end,
    readFirst: (chunk) => {
      const yamlFailure = readYamlChunk(reading, chunk);
      isYaml = yamlFailure === undefined;
      const isMeantAsJson = nodes.length > 0 || reading.path.endsWith(".json");
      if (yamlFailure !== undefined)
        report(reading, isMeantAsJson ? failure : yamlFailure, text.slice(chunk.start, chunk.end));
    },
  });
  if (!isYaml || reading.objects.length === 0) return;
  // The text was read, so a mark in it makes no template of it.
  const span = locate(failure.start, failure.end);
  const hidden = kindHints(text.slice(end));
  reading.problems.push({ code: "syntax", message: NO_JSON, span, kindHints: hidden });
}

const NO_JSON =
  "the file begins with `{`, so kubectl before version 1.33 reads it as JSON and refuses it from here on; newer " +
  "ones and other tools read YAML; mend the JSON, or put a line `---` first";

/** Reads a document, or says why it cannot be read. */
function readYamlChunk(reading: Reading, chunk: Chunk): Failure | undefined {
  const text = reading.text.slice(chunk.start, chunk.end);
  const control = CONTROL.exec(text);
  if (control !== null) {
    const start = chunk.start + control.index;
    return { code: "syntax", message: "control characters are not allowed", start, end: start + 1 };
  }
  const yaml = text.replaceAll(OTHER_BREAKS, "\n");
  const { limits } = reading;
  const document = readYaml(yaml, limits);
  const converted =
    document.type === "failure"
      ? document
      : convertYaml(document.contents, { text: yaml, limits, locate: shifted(reading, chunk) });
  if (converted.type === "failure") return inFile(converted.failure, chunk);
  for (const problem of converted.problems) reading.problems.push(problem);
  accept(
    reading,
    converted.node,
    once(() => kindHints(text)),
  );
  return undefined;
}

function accept(reading: Reading, node: Node, hints: () => readonly string[]): void {
  if (node.type === "scalar" && TEMPLATE_MARK.test(String(node.value))) {
    const message = "a template, not a manifest; render it first";
    reading.problems.push({ code: "template", message, span: node.span, kindHints: hints() });
    return;
  }
  collectObjects(node, { into: reading, hints });
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | undefined;
  return () => (kept ??= { value: compute() }).value;
}

const shifted =
  ({ locate }: Reading, { start: shift }: Chunk): Locate =>
  (start, end) =>
    locate(start + shift, end + shift);

const inFile = (failure: Failure, { start, end }: Chunk): Failure => ({
  ...failure,
  start: Math.min(failure.start + start, end),
  end: Math.min(failure.end + start, end),
});

/** Adds a problem that hides a document; `hidden` is the text that could not be read. */
function report(reading: Reading, failure: Failure, hidden: string): void {
  const { code, message, start, end } = failure;
  const isTemplate = code === "syntax" && TEMPLATE_MARK.test(hidden);
  const newline = reading.text.indexOf("\n", start);
  const lineEnd = newline < 0 ? reading.text.length : newline;
  reading.problems.push({
    code: isTemplate ? "template" : code,
    message: isTemplate ? "a template, not a manifest; render it first" : message,
    span: reading.locate(start, Math.max(start, Math.min(end, lineEnd))),
    kindHints: kindHints(failure.endsFile === true ? reading.text.slice(start) : hidden),
  });
}
