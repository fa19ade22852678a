import type { Content } from "./types.ts";

/** What one `git cat-file --batch` answered, in the order of the request. */
export interface BatchAnswers {
  content(id: string, content: Content): void;
  tooLarge(id: string, size: number): void;
}

const LINE_FEED = 10;
const SPACE = 32;
const DIGIT_ZERO = 48;
const EMPTY = Buffer.alloc(0);
/** `<id> <type> <size>` has at most 64 + 1 + 6 + 1 + 20 bytes. */
const HEADER_LIMIT = 256;

interface Body {
  readonly id: string;
  readonly size: number;
  read: number;
  /** Where the parts of a content are joined that came in more than one chunk. */
  joined: Uint8Array | undefined;
}

// A header that is decoded and split costs more than all other work on its blob, so it stays bytes.

/** Whether this is the answer for the id. A few characters tell: answers come in the order of the ids. */
function answersFor(id: string, bytes: Buffer, start: number): boolean {
  for (let at = 0; at < 4; at += 1) if (bytes[start + at] !== id.charCodeAt(at)) return false;
  return bytes[start + id.length] === SPACE;
}

/** The number that ends the header; nothing for `<id> missing`, which ends in none. */
function sizeBefore(bytes: Buffer, end: number): number | undefined {
  let size = 0;
  let scale = 1;
  for (let at = end - 1; at >= 0; at -= 1) {
    const digit = (bytes[at] ?? 0) - DIGIT_ZERO;
    if (digit < 0 || digit > 9) break;
    size += digit * scale;
    scale *= 10;
  }
  return scale === 1 ? undefined : size;
}

function endOfLine(bytes: Buffer, start: number): number {
  for (let at = start; at < bytes.length; at += 1) if (bytes[at] === LINE_FEED) return at;
  return -1;
}

/**
 * Parses the output of `git cat-file --batch` for these ids chunk by chunk: `<id> <type> <size>` LF
 * content LF, or `<id> missing` LF. Content inside one chunk is a view of it, not a copy; content over
 * `maxBytes` is skipped as it streams by, so the size of a blob never decides the memory used.
 */
export function createBatchParser(
  ids: readonly string[],
  maxBytes: number,
  answers: BatchAnswers,
): (chunk: Buffer) => void {
  let next = 0;
  let header = EMPTY;
  let body: Body | undefined;

  const startBody = (bytes: Buffer, start: number, end: number): Body | undefined => {
    const id = ids[next];
    if (id === undefined || !answersFor(id, bytes, start)) {
      throw new Error("git cat-file answered for another object than it was asked for");
    }
    next += 1;
    const size = sizeBefore(bytes, end);
    return size === undefined ? undefined : { id, size, read: 0, joined: undefined };
  };

  const takeHeader = (chunk: Buffer, at: number): number => {
    if (header.length === 0) {
      const end = endOfLine(chunk, at + (ids[next]?.length ?? 0));
      if (end >= 0) {
        body = startBody(chunk, at, end);
        return end + 1;
      }
    }
    const end = endOfLine(chunk, at);
    header = Buffer.concat([header, chunk.subarray(at, end < 0 ? chunk.length : end)]);
    if (header.length > HEADER_LIMIT) throw new Error("git cat-file sent no object header");
    if (end < 0) return chunk.length;
    body = startBody(header, 0, header.length);
    header = EMPTY;
    return end + 1;
  };

  const takeBody = (current: Body, chunk: Buffer, at: number): number => {
    const end = Math.min(chunk.length, at + current.size - current.read);
    // Complete means that the LF behind the content is in this chunk too.
    const complete = end < chunk.length;
    const wanted = current.size <= maxBytes;
    if (wanted && !(complete && current.read === 0)) {
      current.joined ??= new Uint8Array(current.size);
      chunk.copy(current.joined, current.read, at, end);
    }
    current.read += end - at;
    if (!complete) return end;
    body = undefined;
    if (wanted)
      answers.content(
        current.id,
        current.joined ?? new Uint8Array(chunk.buffer, chunk.byteOffset + at, end - at),
      );
    else answers.tooLarge(current.id, current.size);
    return end + 1;
  };

  return (chunk) => {
    for (let at = 0; at < chunk.length;) {
      at = body === undefined ? takeHeader(chunk, at) : takeBody(body, chunk, at);
    }
  };
}
