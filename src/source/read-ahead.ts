import { readBlobs, type BlobReader } from "./git-read.ts";
import type { Content, Contents, OnContent, TooLarge } from "./types.ts";

export interface AheadReader {
  /** Begins to read what will probably be asked for, and first of all what is urgent. */
  readonly start: (urgent: ReadonlySet<string>, others: readonly string[]) => void;
  readonly read: (wanted: Iterable<string>, onContent?: OnContent) => Promise<Contents>;
}

/** Blobs that are being read, or were. */
interface Batch {
  readonly ids: ReadonlySet<string>;
  readonly urgent: ReadonlySet<string>;
  /** There as soon as what is urgent is. */
  readonly early: Promise<Contents>;
  readonly contents: Promise<Contents>;
  /** Tells of what has come, then of what comes. */
  readonly tell: (onContent: OnContent) => void;
}

/**
 * Reads blobs, some of them before they are asked for. Nothing is fetched ahead, and no failure counts: what
 * is missing then is read again when it is asked for.
 */
export function createAheadReader(reader: BlobReader, signal?: AbortSignal): AheadReader {
  const { fetchFrom: _, ...local } = reader;
  let batch: Batch | undefined;
  const readAhead = async (
    ids: ReadonlySet<string>,
    onContent: OnContent | undefined,
  ): Promise<Contents> => {
    if (batch === undefined || !shareSome(batch.ids, ids)) return NOTHING;
    const { urgent, early, contents, tell } = batch;
    if (ids.size <= urgent.size && [...ids].every((id) => urgent.has(id))) return early;
    if (onContent !== undefined) tell(onContent);
    return contents;
  };
  return {
    start: (urgent, others) => {
      const ids = new Set([...urgent].concat(others));
      if (ids.size > 0) batch = startBatch({ ...local, signal }, ids, urgent);
    },
    read: async (wanted, onContent) => {
      const ids: ReadonlySet<string> = wanted instanceof Set ? wanted : new Set(wanted);
      const found = await readAhead(ids, onContent);
      const rest = found === NOTHING ? ids : without(ids, found);
      if (rest.size === 0) return found;
      const read = await readBlobs(reader, rest, { onContent });
      return found === NOTHING ? read : new Map([...found, ...read]);
    },
  };
}

const NOTHING: Contents = new Map();

function shareSome(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const id of few) if (many.has(id)) return true;
  return false;
}

function without(ids: ReadonlySet<string>, contents: Contents): ReadonlySet<string> {
  const rest = new Set<string>();
  // Not a loop: that makes an object for each of thousands.
  ids.forEach((id) => {
    if (!contents.has(id)) rest.add(id);
  });
  return rest;
}

function startBatch(
  reader: BlobReader,
  ids: ReadonlySet<string>,
  urgent: ReadonlySet<string>,
): Batch {
  const delivered: (readonly [string, Content | TooLarge])[] = [];
  const first = new Map<string, Content | TooLarge>();
  let listener: OnContent | undefined;
  let settle: (contents: Contents) => void = () => {};
  const early = new Promise<Contents>((resolve) => {
    settle = resolve;
  });
  const onContent: OnContent = (id, content) => {
    if (listener === undefined) delivered.push([id, content]);
    else listener(id, content);
    if (urgent.has(id)) {
      first.set(id, content);
      if (first.size === urgent.size) settle(first);
    }
  };
  const contents = readBlobs(reader, ids, { onContent, urgent: urgent.size }).catch(() => NOTHING);
  void contents.then(settle);
  return {
    ids,
    urgent,
    early,
    contents,
    tell: (listen) => {
      for (const [id, content] of delivered.splice(0)) listen(id, content);
      listener = listen;
    },
  };
}
