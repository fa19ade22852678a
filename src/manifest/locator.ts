import type { Span } from "../model/span.ts";

/** Turns offsets into the text of one file into places. */
export type Locate = (start: number, end: number) => Span;

/**
 * Line starts are found once, at the first call. Calls mostly come in document order, so the line after the
 * last one is tried before a search. Only `\n` ends a line, as in a diff.
 */
export function createLocator(path: string, text: string): Locate {
  let starts: readonly number[] | undefined;
  let near = 0;
  const lineOf = (offset: number): number => {
    starts ??= lineStarts(text);
    if (!isOnLine(starts, near, offset)) {
      near = isOnLine(starts, near + 1, offset) ? near + 1 : searchLine(starts, offset);
    }
    return near;
  };
  const columnOf = (line: number, offset: number): number => offset - (starts?.[line] ?? 0) + 1;
  return (start, end) => {
    const startLine = lineOf(start);
    const startColumn = columnOf(startLine, start);
    const endLine = lineOf(end);
    const endColumn = columnOf(endLine, end);
    return { path, startLine: startLine + 1, startColumn, endLine: endLine + 1, endColumn };
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

const isOnLine = (starts: readonly number[], line: number, offset: number): boolean => {
  const start = starts[line];
  return start !== undefined && start <= offset && offset < (starts[line + 1] ?? Infinity);
};

function searchLine(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
