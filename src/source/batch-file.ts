import type { BatchAnswers } from "./batch-parser.ts";
import type { Spool } from "./spool.ts";

/** Read at once. A text this large lies outside of the heap, where it costs the collector nothing. */
const WINDOW_BYTES = 1024 * 1024;
/** `<id> <type> <size>` LF has at most 64 + 1 + 6 + 1 + 20 + 1 bytes. */
const HEADER_LIMIT = 256;
const SPACE = 32;

/** Reads a file that grows. */
export interface BatchFileReader {
  /** Reads what makes up whole windows by now; the rest where nothing more will come. */
  readonly advance: (isComplete: boolean) => void;
}

export interface BatchFileOptions {
  readonly maxBytes: number;
  readonly answers: BatchAnswers;
  /** So many of the first answers do not wait until they make up a window. */
  readonly urgent?: number;
}

/**
 * Reads the answers of `git cat-file --batch` out of a file: `<id> <type> <size>` LF content LF, or
 * `<id> missing` LF. Content comes as slices of large Latin-1 texts; what is larger than `maxBytes` is not
 * read at all. An answer that is not complete is none.
 */
export function createBatchFileReader(
  file: Pick<Spool, "size" | "read">,
  ids: readonly string[],
  { maxBytes, answers, urgent = 0 }: BatchFileOptions,
): BatchFileReader {
  const readWindow = windowsOf(file);
  let length = 0;
  /** The part of the file in sight, and where in the file it begins. */
  let text = "";
  let origin = 0;
  /** Moves the window unless these bytes are in it, and gives their offset. */
  const show = (position: number, bytes: number): number => {
    const wanted = Math.min(bytes, length - position);
    if (position < origin || position + wanted > origin + text.length) {
      text = readWindow(position, wanted);
      origin = position;
    }
    return position - origin;
  };
  let position = 0;
  /** Reads one answer; false where it is not complete. */
  const readAnswer = (id: string): boolean => {
    if (position >= length) return false;
    const header = show(position, HEADER_LIMIT);
    const end = headerEnd(text, header, id);
    if (end < 0) return false;
    const body = position + end + 1 - header;
    const size = sizeBefore(text, end);
    // The LF behind the content tells that it is complete.
    const next = size === undefined ? body : body + size + 1;
    if (next > length) return false;
    if (size !== undefined && size > maxBytes) answers.tooLarge(id, size);
    else if (size !== undefined) {
      const start = show(body, size);
      answers.content(id, { text, start, end: start + size });
    }
    position = next;
    return true;
  };
  let answered = 0;
  return {
    advance: (isComplete) => {
      const size = file.size();
      const readUpTo = (end: number): void => {
        while (answered < end && readAnswer(ids[answered] ?? "")) answered += 1;
      };
      length = size;
      readUpTo(Math.min(urgent, ids.length));
      // The others in whole windows, as if nothing were in a hurry.
      length = isComplete ? size : size - (size % WINDOW_BYTES);
      readUpTo(ids.length);
      if (answered < ids.length) return;
      if (position < size) throw new Error("git cat-file answered more than it was asked for");
    },
  };
}

/** Reads windows of the file as text, through one buffer. */
function windowsOf(file: Pick<Spool, "read">): (position: number, bytes: number) => string {
  let buffer = Buffer.alloc(0);
  return (position, bytes) => {
    const wanted = Math.max(bytes, WINDOW_BYTES);
    if (buffer.length < wanted) buffer = Buffer.allocUnsafeSlow(wanted);
    return buffer.toString("latin1", 0, file.read(buffer.subarray(0, wanted), position));
  };
}

/** Where the line ends that answers for the id; -1 where the text ends before it. */
function headerEnd(text: string, start: number, id: string): number {
  if (!text.startsWith(id, start) || text.charCodeAt(start + id.length) !== SPACE) {
    if (text.length - start <= id.length && text.endsWith(id.slice(0, text.length - start)))
      return -1;
    throw new Error("git cat-file answered for another object than it was asked for");
  }
  const end = text.indexOf("\n", start + id.length);
  if ((end < 0 ? text.length : end) - start > HEADER_LIMIT)
    throw new Error("git cat-file sent no object header");
  return end;
}

/** The number that ends a line; nothing for `<id> missing`, which ends in none. */
function sizeBefore(text: string, end: number): number | undefined {
  const size = Number(text.slice(text.lastIndexOf(" ", end) + 1, end));
  return Number.isNaN(size) ? undefined : size;
}
