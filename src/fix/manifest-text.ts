import { parseManifest } from "../manifest/parse-manifest.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Fix } from "../model/report.ts";
import type { Span } from "../model/span.ts";

/** A manifest file as text that can be edited, with the objects that stand in it. */
export interface ManifestText {
  readonly path: string;
  /** With the byte order mark, if there is one: what is written back is the file. */
  readonly text: string;
  readonly objects: readonly ManifestObject[];
  /** Offset of the first character of a line, counted from 1. */
  readonly lineStart: (line: number) => number;
  /** Offset of the line's end, before its line break. */
  readonly lineEnd: (line: number) => number;
  /** The line that holds an offset. */
  readonly lineAt: (offset: number) => number;
}

/** A part of the text to put another in place of. Inserted text breaks its lines with `\n`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Beyond these a change is no longer one that a person takes over at a glance. */
const MAX_LINES = 80;
const MAX_CHARACTERS = 8_000;

/** A mark of a templating language: such text is not what will be applied, so it is not edited. */
const TEMPLATE_MARK = /\{\{|\$\{|<%|\{%|%\{/;

/** Reads a file for editing; undefined where it is not UTF-8. */
export function readManifestText(path: string, bytes: Uint8Array): ManifestText | undefined {
  const text = decode(bytes);
  if (text === undefined) return undefined;
  const mark = text.startsWith("\ufeff") ? 1 : 0;
  const starts = [mark];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lineStart = (line: number): number => starts[line - 1] ?? text.length;
  return {
    path,
    text,
    objects: parseManifest(path, bytes).objects,
    lineStart,
    lineEnd: (line) => {
      const next = starts[line];
      if (next === undefined) return text.length;
      return next - (text[next - 2] === "\r" ? 2 : 1);
    },
    lineAt: (offset) => {
      let [low, high] = [1, starts.length];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (lineStart(middle) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export const startOf = ({ lineStart }: ManifestText, span: Span): number =>
  lineStart(span.startLine) + span.startColumn - 1;

export const endOf = ({ lineStart }: ManifestText, span: Span): number =>
  lineStart(span.endLine) + span.endColumn - 1;

/** The text between two places of one span. */
export const textOf = (manifest: ManifestText, span: Span): string =>
  manifest.text.slice(startOf(manifest, span), endOf(manifest, span));

/** An edit that adds lines below the one that a span ends on, behind a comment that stands there. */
export function addLinesAfter(manifest: ManifestText, span: Span, text: string): TextEdit {
  const end = manifest.lineEnd(span.endLine);
  return { start: end, end, text: `\n${text}` };
}

/** Edits of one place as whole lines to replace; undefined where that is too much or a template. */
export function makeFix(
  manifest: ManifestText,
  title: string,
  edits: readonly TextEdit[],
): Fix | undefined {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const [first] = ordered;
  if (first === undefined) return undefined;
  const last = Math.max(...ordered.map(({ end }) => end));
  const startLine = manifest.lineAt(first.start);
  const endLine = manifest.lineAt(last);
  if (endLine - startLine >= MAX_LINES) return undefined;
  const from = manifest.lineStart(startLine);
  let replaced = "";
  let at = from;
  for (const { start, end, text } of ordered) {
    if (start < at) return undefined;
    replaced += manifest.text.slice(at, start) + text;
    at = end;
  }
  const old = manifest.text.slice(from, manifest.lineEnd(endLine));
  const replacement = (replaced + manifest.text.slice(at, manifest.lineEnd(endLine))).replaceAll(
    "\r\n",
    "\n",
  );
  if (replacement.length > MAX_CHARACTERS || replacement.split("\n").length > MAX_LINES)
    return undefined;
  if (TEMPLATE_MARK.test(old) || TEMPLATE_MARK.test(replacement)) return undefined;
  return { title, path: manifest.path, startLine, endLine, replacement };
}

/** The file after a fix, with the line breaks that it had. */
export function applyFix({ text }: Pick<ManifestText, "text">, fix: Fix): string {
  const lines = text.split("\n");
  const isCrlf = lines.length > 1 && lines[0]?.endsWith("\r") === true;
  const atEnd = fix.endLine === lines.length;
  const mark = fix.startLine === 1 && text.startsWith("\ufeff") ? "\ufeff" : "";
  const added = fix.replacement
    .split("\n")
    .map((line, index, all) =>
      isCrlf && !(atEnd && index === all.length - 1) ? `${line}\r` : line,
    );
  return [
    ...lines.slice(0, fix.startLine - 1),
    ...added.map((line, index) => (index === 0 ? mark + line : line)),
    ...lines.slice(fix.endLine),
  ].join("\n");
}
