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
    const message = `the file is larger than ${limits.fileBytes} bytes and was not read`;
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
  let documents = 0;
  for (const chunk of splitDocuments(text)) {
    if (documents === limits.documents) {
      const message = `more than ${limits.documents} documents in one file; the rest was not read`;
      const rest = { code: "too-large", message, start: chunk.start, end: chunk.start } as const;
      report(reading, rest, text.slice(chunk.start));
      break;
    }
    documents += 1;
    if (known === undefined) readChunk(reading, chunk);
    else readKnownChunk(reading, chunk, known);
  }
  return { path, objects: reading.objects, problems: reading.problems };
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
  if (/^\s*\{/.test(text) && readJsonChunk(reading, chunk, text)) return;
  readYamlChunk(reading, chunk, text);
}

/** False where the text is no JSON and may be YAML: kubectl tries that next. */
function readJsonChunk(reading: Reading, chunk: Chunk, text: string): boolean {
  const { limits } = reading;
  const { nodes, problems, failure } = readJson({ text, locate: shifted(reading, chunk), limits });
  const isJson = failure === undefined || failure.code === "too-large" || nodes.length > 0;
  if (!isJson && !reading.path.endsWith(".json")) return false;
  if (failure?.code === "syntax" && readYaml(text, limits).type === "document") return false;
  for (const problem of problems) reading.problems.push(problem);
  const hints = once(() => kindHints(text));
  for (const node of nodes) accept(reading, node, hints);
  if (failure !== undefined) report(reading, inFile(failure, chunk), text);
  return true;
}

function readYamlChunk(reading: Reading, chunk: Chunk, text: string): void {
  const control = CONTROL.exec(text);
  if (control !== null) {
    const start = chunk.start + control.index;
    report(
      reading,
      { code: "syntax", message: "control characters are not allowed", start, end: start + 1 },
      text,
    );
    return;
  }
  const yaml = text.replaceAll(OTHER_BREAKS, "\n");
  const { limits } = reading;
  const document = readYaml(yaml, limits);
  const converted =
    document.type === "failure"
      ? document
      : convertYaml(document.contents, { text: yaml, limits, locate: shifted(reading, chunk) });
  if (converted.type === "failure") {
    report(reading, inFile(converted.failure, chunk), text);
    return;
  }
  for (const problem of converted.problems) reading.problems.push(problem);
  accept(
    reading,
    converted.node,
    once(() => kindHints(text)),
  );
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
function report(reading: Reading, { code, message, start, end }: Failure, hidden: string): void {
  const isTemplate = code === "syntax" && TEMPLATE_MARK.test(hidden);
  const newline = reading.text.indexOf("\n", start);
  const lineEnd = newline < 0 ? reading.text.length : newline;
  reading.problems.push({
    code: isTemplate ? "template" : code,
    message: isTemplate ? "a template, not a manifest; render it first" : message,
    span: reading.locate(start, Math.max(start, Math.min(end, lineEnd))),
    kindHints: kindHints(hidden),
  });
}
