import type { Fix } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { ReviewItem } from "./review-items.ts";
import type { DiffLine, DiffLines, DiffSide } from "./review-lines.ts";
import type { LineMap } from "./review-line-map.ts";

/** Lines of the pull request's diff that a comment stands on. */
export interface CommentPlace {
  readonly path: string;
  readonly side: DiffSide;
  /** The first line, where it is not the last. */
  readonly startLine?: number;
  readonly line: number;
  /** Whether these are just the lines that the item's fix replaces. */
  readonly canSuggest: boolean;
}

/** A file of the diff, and how the lines of the report are found in it. */
export interface DiffFile {
  /** As the diff names it. */
  readonly path: string;
  readonly lines: DiffLines;
  /** From lines of the reviewed head to lines of the pull request's head. */
  readonly headLine: LineMap;
  /** A line of the reviewed base, to verify that the diff's left side has the same there. */
  readonly baseText: (line: number) => string | undefined;
}

/** Longer than any object that a person reads; what is beyond is not looked at. */
const MAX_SPAN = 2_000;
/** More lines make no suggestion that a reader can judge. */
const MAX_SUGGESTED = 80;

/** Where in the diff an item can be said; undefined where its lines are not part of it. */
export function placeItem(
  { place, fix }: ReviewItem,
  findFile: (path: string, side: "base" | "head") => DiffFile | undefined,
): CommentPlace | undefined {
  const fixed = fix && placeFix(fix, findFile(fix.path, "head"));
  if (fixed !== undefined) return fixed;
  if (place === undefined) return undefined;
  const file = findFile(place.span.path, place.side);
  if (file === undefined) return undefined;
  return place.side === "head" ? placeAtHead(place.span, file) : placeAtBase(place.span, file);
}

function placeFix(fix: Fix, file: DiffFile | undefined): CommentPlace | undefined {
  if (file === undefined || fix.endLine - fix.startLine >= MAX_SUGGESTED) return undefined;
  const found = linesOf(fix, (line) => {
    const mapped = file.headLine(line);
    return mapped === undefined ? undefined : file.lines.find("RIGHT", mapped);
  });
  return isOneBlock(found, fix) ? blockPlace(file.path, found, true) : undefined;
}

/** The first added line; the first line itself, where it is context of a change. */
function placeAtHead(span: Span, { path, lines, headLine }: DiffFile): CommentPlace | undefined {
  const found = linesOf(span, (line) => {
    const mapped = headLine(line);
    return mapped === undefined ? undefined : lines.find("RIGHT", mapped);
  });
  const [first] = found;
  const shown =
    found.find(({ isChange }) => isChange) ??
    (first !== undefined && first.line === headLine(span.startLine) ? first : undefined);
  return shown && { path, side: "RIGHT", line: shown.line, canSuggest: false };
}

/** The deleted lines, all of them where they stand together. */
function placeAtBase(span: Span, { path, lines, baseText }: DiffFile): CommentPlace | undefined {
  const found = linesOf(span, (line) => {
    const deleted = lines.find("LEFT", line);
    return deleted?.text === baseText(line) ? deleted : undefined;
  });
  const [first] = found;
  if (first === undefined) return undefined;
  return isOneBlock(found, span)
    ? blockPlace(path, found, false)
    : { path, side: "LEFT", line: first.line, canSuggest: false };
}

function linesOf(
  { startLine, endLine }: Pick<Span, "startLine" | "endLine">,
  find: (line: number) => DiffLine | undefined,
): readonly DiffLine[] {
  const amount = Math.min(endLine - startLine + 1, MAX_SPAN);
  return Array.from({ length: amount }, (_, index) => find(startLine + index)).filter(
    (line) => line !== undefined,
  );
}

/** Whether all lines were found, one behind the other, in one hunk: then they take one comment. */
function isOneBlock(
  found: readonly DiffLine[],
  { startLine, endLine }: Pick<Span, "startLine" | "endLine">,
): boolean {
  const [first] = found;
  return (
    first !== undefined &&
    found.length === endLine - startLine + 1 &&
    found.every(({ hunk, line }, index) => hunk === first.hunk && line === first.line + index)
  );
}

function blockPlace(
  path: string,
  block: readonly DiffLine[],
  canSuggest: boolean,
): CommentPlace | undefined {
  const [first] = block;
  const last = block.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { side, line } = last;
  return {
    path,
    side,
    ...(first.line === line ? {} : { startLine: first.line }),
    line,
    canSuggest,
  };
}
