import { parsePatch } from "diff";

/** A changed file of the pull request, as GitHub lists it. */
export interface PullFile {
  readonly path: string;
  /** Where it was before a rename. */
  readonly previousPath?: string;
  /** Id of its content at the head of the pull request; of what was removed, for a removed file. */
  readonly id: string;
  /** Absent where the file is too large for a diff, or binary. */
  readonly patch?: string;
}

export type DiffSide = "LEFT" | "RIGHT";

/** A line of the pull request's diff: only those take comments. */
export interface DiffLine {
  readonly side: DiffSide;
  readonly line: number;
  readonly text: string;
  /** Lines of one comment are of one hunk. */
  readonly hunk: number;
  /** Added or deleted, not context. */
  readonly isChange: boolean;
}

/** The lines of one file that take comments. */
export interface DiffLines {
  find(side: DiffSide, line: number): DiffLine | undefined;
}

/** Reads the `patch` of a file: added lines and context on the right, deleted lines on the left. */
export function readDiffLines(patch: string | undefined): DiffLines {
  const sides = { LEFT: new Map<number, DiffLine>(), RIGHT: new Map<number, DiffLine>() };
  for (const [hunk, { oldStart, newStart, lines }] of hunksOf(patch).entries()) {
    let old = oldStart;
    let now = newStart;
    for (const line of lines) {
      const text = line.slice(1).replace(/\r$/, "");
      switch (line.charAt(0)) {
        case "-":
          sides.LEFT.set(old, { side: "LEFT", line: old, text, hunk, isChange: true });
          old++;
          break;
        case "+":
          sides.RIGHT.set(now, { side: "RIGHT", line: now, text, hunk, isChange: true });
          now++;
          break;
        case " ":
          sides.RIGHT.set(now, { side: "RIGHT", line: now, text, hunk, isChange: false });
          old++;
          now++;
          break;
        default:
          // `\ No newline at end of file`
          break;
      }
    }
  }
  return { find: (side, line) => sides[side].get(line) };
}

interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  readonly lines: readonly string[];
}

function hunksOf(patch: string | undefined): readonly Hunk[] {
  if (patch === undefined) return [];
  try {
    return parsePatch(patch).flatMap(({ hunks }) => hunks);
  } catch {
    // Cut off, or of a kind that nobody knows yet: then no line is known to take comments.
    return [];
  }
}
