import { terminalText } from "./escape.ts";
import type { Mark, Phrase, Piece } from "./phrase.ts";
import { formatPlace } from "./place.ts";

export type Style = Mark | "strong" | "place";

/** Text in one style, without newlines. Foreign text in it is escaped already. */
export interface Run {
  readonly text: string;
  readonly style?: Style;
}

export interface Line {
  readonly width: number;
  readonly runs: readonly Run[];
}

export const EMPTY_LINE: Line = { width: 0, runs: [] };

/** Code points are close enough to columns for names that Kubernetes accepts. */
const widthOf = (text: string): number => Array.from(text).length;

/** The lines of a phrase. A single word that is wider than `width` is a line of its own. */
export function wrapPhrase(phrase: Phrase, width: number): readonly Line[] {
  const lines: Line[] = [];
  let line = EMPTY_LINE;
  for (const word of wordsOf(phrase)) {
    const isFull = line.width > 0 && line.width + trimmedWidth(word) > width;
    if (word === "break" || isFull) {
      lines.push(line);
      line = EMPTY_LINE;
    }
    if (word !== "break") line = append(line, word);
  }
  return [...lines, line];
}

/** Runs that a line does not break between. Blanks stand in front. */
type Word = readonly Run[];

function wordsOf(phrase: Phrase): readonly (Word | "break")[] {
  const words: (Word | "break")[] = [];
  for (const piece of phrase) {
    if (piece.type === "break") {
      words.push("break");
      continue;
    }
    const run = runOf(piece);
    for (const text of run.text.match(/\s*\S+|\s+$/gu) ?? []) {
      const last = words.at(-1);
      const touches = !/^\s/u.test(text) && last !== undefined && last !== "break";
      if (touches) words[words.length - 1] = [...last, { ...run, text }];
      else words.push([{ ...run, text }]);
    }
  }
  return words;
}

function runOf(piece: Exclude<Piece, { type: "break" }>): Run {
  switch (piece.type) {
    case "own":
      return { text: piece.text };
    case "strong":
      return { text: piece.text, style: "strong" };
    case "mark":
      return { text: piece.word, style: piece.mark };
    case "name":
    case "prose":
      return { text: terminalText(piece.text) };
    case "place":
      return { text: terminalText(formatPlace(piece.span)), style: "place" };
  }
}

const trimmedWidth = (word: Word | "break"): number =>
  word === "break"
    ? 0
    : widthOf(
        word
          .map(({ text }) => text)
          .join("")
          .trimEnd(),
      );

/** Blanks in front of a word are for the middle of a line. */
function append(line: Line, word: Word): Line {
  const [first, ...rest] = word;
  if (first === undefined) return line;
  const text = line.width === 0 ? first.text.trimStart() : first.text;
  const runs = [{ ...first, text }, ...rest];
  const width = runs.reduce((sum, run) => sum + widthOf(run.text), line.width);
  return { width, runs: [...line.runs, ...runs] };
}
