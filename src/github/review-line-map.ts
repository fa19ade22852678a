import { structuredPatch } from "diff";

/** The line of another version of the text; undefined where the line is not in it. */
export type LineMap = (line: number) => number | undefined;

export const SAME_LINES: LineMap = (line) => line;

const MAX_DIFF_MS = 500;

/** Where the lines of one version of a text stand in another. */
export function mapLines(from: string, to: string): LineMap {
  if (from === to) return SAME_LINES;
  const patch = structuredPatch("", "", from, to, "", "", { context: 0, timeout: MAX_DIFF_MS });
  if (patch === undefined) return () => undefined;
  return (line) => {
    let shift = 0;
    for (const { oldStart, oldLines, newLines } of patch.hunks) {
      // The library counts from the first line of the hunk, also where it only adds lines in front of it.
      if (line < oldStart) break;
      if (line < oldStart + oldLines) return undefined;
      shift += newLines - oldLines;
    }
    return line + shift;
  };
}
