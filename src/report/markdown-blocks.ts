import type { Side, Span } from "../model/span.ts";
import { markdownCode, markdownProse, markdownUrl } from "./escape.ts";
import { say, type Mark, type Phrase, type Piece } from "./phrase.ts";
import { formatPlace } from "./place.ts";

/** Where a span can be looked at; undefined where it cannot. */
export type FileUrl = (span: Span, side: Side) => string | undefined;

const EMOJI: Readonly<Record<Mark, string>> = {
  good: "✅",
  error: "❌",
  warning: "⚠️",
  note: "ℹ️",
  high: "🔴",
  medium: "🟠",
  low: "🟡",
  closed: "🔵",
  masked: "⚪",
};

/** A severity mark; the word goes beside it. */
export const emoji = (kind: Mark): string => EMOJI[kind];

/** Writes phrases and blocks of GitHub's Markdown. */
export interface MarkdownWriter {
  phrase(phrase: Phrase): string;
  table(header: readonly string[], rows: readonly (readonly Phrase[])[]): string;
  list(items: readonly Phrase[]): string;
  details(summary: Phrase, blocks: readonly string[]): string;
}

export function createMarkdownWriter(fileUrl: FileUrl | undefined): MarkdownWriter {
  const phrase = (pieces: Phrase): string =>
    pieces.map((piece) => writePiece(piece, fileUrl)).join("");
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return {
    phrase,
    table: (header, rows) =>
      [
        row(header),
        `|${"---|".repeat(header.length)}`,
        ...rows.map((cells) => row(cells.map(phrase))),
      ].join("\n"),
    list: (items) => items.map((item) => `- ${phrase(item)}`).join("\n"),
    // Markdown inside an HTML block is read as Markdown only after a blank line.
    details: (summary, blocks) =>
      [`<details><summary>${phrase(summary)}</summary>`, ...blocks, "</details>"].join("\n\n"),
  };
}

/** How many items a block leaves out, to stand below it. */
export const leftOut = (write: MarkdownWriter, left: number): readonly string[] =>
  left === 0 ? [] : [write.phrase(say`${left} more not shown.`)];

function writePiece(piece: Piece, fileUrl: FileUrl | undefined): string {
  switch (piece.type) {
    case "own":
      return piece.text;
    case "strong":
      return `**${piece.text}**`;
    case "mark":
      // Not to be parted from its word in a narrow column.
      return `${emoji(piece.mark)}\u00a0${piece.word}`;
    case "break":
      return "<br>";
    case "name":
      return markdownCode(piece.text);
    case "prose":
      return markdownProse(piece.text);
    case "place":
      return writePlace(piece.span, fileUrl?.(piece.span, piece.side));
  }
}

function writePlace(span: Span, address: string | undefined): string {
  const text = markdownCode(formatPlace(span));
  const url = address === undefined ? undefined : markdownUrl(address);
  return url === undefined ? text : `[${text}](${url})`;
}
