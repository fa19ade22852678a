import { readBlobs, type BlobReader } from "./git-read.ts";
import type { Content, Contents, OnContent, TooLarge } from "./types.ts";

export interface AheadReader {
  /** Begins to read what will probably be asked for. */
  readonly start: (ids: ReadonlySet<string>) => void;
  readonly read: (wanted: Iterable<string>, onContent?: OnContent) => Promise<Contents>;
}

/** Blobs that are being read, or were. */
interface Batch {
  readonly ids: ReadonlySet<string>;
  /** What has come so far, and who wants to know of more. */
  readonly delivered: (readonly [string, Content | TooLarge])[];
  readonly listeners: OnContent[];
  readonly contents: Promise<Contents>;
}

const NOTHING: Contents = new Map();

/**
 * Reads blobs, some of them before they are asked for. Nothing is fetched ahead, and no failure counts: what
 * is missing then is read again when it is asked for.
 */
export function createAheadReader(reader: BlobReader, signal?: AbortSignal): AheadReader {
  const { fetchFrom: _, ...local } = reader;
  const batches: Batch[] = [];
  return {
    start: (ids) => {
      if (ids.size > 0) batches.push(startBatch({ ...local, signal }, ids));
    },
    read: async (wanted, onContent) => {
      let rest: ReadonlySet<string> = wanted instanceof Set ? wanted : new Set(wanted);
      const found: Contents[] = [];
      for (const batch of batches) {
        if (!shareSome(batch.ids, rest)) continue;
        const contents = await finish(batch, onContent);
        found.push(contents);
        rest = without(rest, contents);
      }
      if (rest.size > 0) found.push(await readBlobs(reader, rest, onContent));
      const [only = NOTHING, ...others] = found;
      return others.length === 0 ? only : new Map(found.flatMap((contents) => [...contents]));
    },
  };
}

function without(ids: ReadonlySet<string>, contents: Contents): ReadonlySet<string> {
  const rest = new Set<string>();
  for (const id of ids) if (!contents.has(id)) rest.add(id);
  return rest;
}

function shareSome(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const id of few) if (many.has(id)) return true;
  return false;
}

function startBatch(reader: BlobReader, ids: ReadonlySet<string>): Batch {
  const delivered: Batch["delivered"] = [];
  const listeners: OnContent[] = [];
  const contents = readBlobs(reader, ids, (id, content) => {
    if (listeners.length === 0) delivered.push([id, content]);
    for (const listen of listeners) listen(id, content);
  }).catch(() => NOTHING);
  return { ids, delivered, listeners, contents };
}

/** Tells of what has come, then of what comes. */
async function finish(batch: Batch, onContent: OnContent | undefined): Promise<Contents> {
  if (onContent !== undefined) {
    for (const [id, content] of batch.delivered.splice(0)) onContent(id, content);
    batch.listeners.push(onContent);
  }
  return batch.contents;
}
