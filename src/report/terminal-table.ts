import { guardLine } from "./escape.ts";
import type { Phrase } from "./phrase.ts";
import { EMPTY_LINE, wrapPhrase, type Line, type Run, type Style } from "./terminal-wrap.ts";

/** SGR parameters. The words carry the meaning; colour only finds them faster. */
const CODES: Readonly<Record<Style, number>> = {
  error: 31,
  warning: 33,
  note: 36,
  high: 31,
  medium: 33,
  low: 33,
  closed: 34,
  masked: 2,
  good: 32,
  strong: 1,
  place: 2,
};

const paint = (color: boolean, { text, style }: Run): string =>
  color && style !== undefined ? `\u001b[${CODES[style]}m${text}\u001b[0m` : text;

export interface TableOptions {
  readonly color: boolean;
  /** Columns of the terminal; without it, nothing is wrapped. */
  readonly width?: number | undefined;
  readonly indent: number;
}

const GAP = "  ";
/** Narrower, a column is no longer read but spelled. */
const MIN_COLUMN = 12;

/** Cells in aligned columns, wrapped where the terminal is too narrow for them. */
export function alignTable(
  rows: readonly (readonly Phrase[])[],
  { color, width = Infinity, indent }: TableOptions,
): readonly string[] {
  const natural = columnWidths(rows);
  const widths = fit(natural, width - indent - GAP.length * (natural.length - 1));
  return rows.flatMap((row) => {
    const cells = row.map((cell, index) => wrapPhrase(cell, widths[index] ?? Infinity));
    const height = Math.max(...cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, y) => {
      const text = cells
        .map((lines, index) => pad(lines[y] ?? EMPTY_LINE, widths[index] ?? 0, color))
        .join(GAP)
        .trimEnd();
      return guardLine(text === "" ? "" : " ".repeat(indent) + text);
    });
  });
}

const pad = ({ runs, width }: Line, column: number, color: boolean): string =>
  runs.map((run) => paint(color, run)).join("") + " ".repeat(Math.max(0, column - width));

const columnWidths = (rows: readonly (readonly Phrase[])[]): readonly number[] =>
  rows.reduce<readonly number[]>(
    (widths, row) =>
      row.map((cell, index) =>
        Math.max(widths[index] ?? 0, ...wrapPhrase(cell, Infinity).map((line) => line.width)),
      ),
    [],
  );

/** Takes from the widest column until all fit. */
function fit(natural: readonly number[], available: number): readonly number[] {
  const widths = [...natural];
  for (let over = widths.reduce((sum, width) => sum + width, 0) - available; over > 0; over--) {
    const widest = Math.max(...widths);
    if (widest <= MIN_COLUMN) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}
