import { availableParallelism } from "node:os";
import { createBatchParser } from "./batch-parser.ts";
import type { Credentials } from "./git-credentials.ts";
import { gitFailure, gitWords, lacksObjects, missingObjects } from "./git-errors.ts";
import { fetchObjects } from "./git-fetch.ts";
import { runGit, type GitCommand, type GitExit } from "./git-process.ts";
import { openSpool } from "./spool.ts";
import { SourceFailure, type Contents, type TooLarge } from "./types.ts";

export interface BlobReader {
  readonly repo: string;
  readonly maxBlobBytes: number;
  readonly maxTotalBytes: number;
  /** The remote to ask, once, for objects that a partial clone lacks. */
  readonly fetchFrom?: string;
  readonly credentials?: Credentials | undefined;
}

/** From here on two processes, and files instead of pipes, save more than they cost. */
const MANY_IDS = 400;
const IDS_PER_WRITE = 1000;
const SPOOL_LIMIT = 128 * 1024 * 1024;
const SPOOL_CHECK_MS = 20;

interface Delivered {
  readonly contents: Map<string, Uint8Array | TooLarge>;
  bytes: number;
}

function* idLines(ids: readonly string[]): Generator<string> {
  for (let start = 0; start < ids.length; start += IDS_PER_WRITE) {
    yield `${ids.slice(start, start + IDS_PER_WRITE).join("\n")}\n`;
  }
}

const batch = (reader: BlobReader, ids: readonly string[]): GitCommand => ({
  repo: reader.repo,
  args: ["cat-file", "--batch", "--buffer"],
  input: idLines(ids),
});

/** Ids that git does not have are left out of what is delivered. */
function collectInto(
  delivered: Delivered,
  reader: BlobReader,
  ids: readonly string[],
): (chunk: Buffer) => void {
  let kept = 0;
  const tooLarge = (id: string, size: number): void => {
    delivered.contents.set(id, { tooLarge: size });
  };
  return createBatchParser(ids, reader.maxBlobBytes, {
    content: (id, bytes) => {
      kept += bytes.length;
      delivered.bytes += bytes.length;
      if (kept > reader.maxTotalBytes) tooLarge(id, bytes.length);
      else delivered.contents.set(id, bytes);
    },
    tooLarge,
  });
}

/** Through a pipe: for any amount of bytes, in bounded memory. */
function readPiped(
  reader: BlobReader,
  ids: readonly string[],
  delivered: Delivered,
): Promise<GitExit> {
  return runGit({ ...batch(reader, ids), onStdout: collectInto(delivered, reader, ids) });
}

/**
 * Through a file, which takes half the time: see `collectLongGit`. What does not fit the limit, or fails, is
 * left out; the pipe reads it afterwards and finds the reason.
 */
async function readSpooled(
  reader: BlobReader,
  ids: readonly string[],
  delivered: Delivered,
): Promise<void> {
  using spool = openSpool();
  if (spool === undefined) return;
  const stop = new AbortController();
  const check = setInterval(() => {
    if (spool.size() > SPOOL_LIMIT) stop.abort();
  }, SPOOL_CHECK_MS);
  try {
    await runGit({ ...batch(reader, ids), stdoutFile: spool.fd, signal: stop.signal });
  } finally {
    clearInterval(check);
  }
  const collect = collectInto(delivered, reader, ids);
  for (const chunk of spool.chunks()) collect(chunk);
}

/** Contiguous shares: neighbours in a tree are often deltas of each other, and each git caches its own. */
function shares(ids: readonly string[]): readonly (readonly string[])[] {
  if (availableParallelism() < 2) return [ids];
  const half = Math.ceil(ids.length / 2);
  return [ids.slice(0, half), ids.slice(half)];
}

/** Each process keeps to the total; what both deliver together is cut in the order of the request. */
function withinTotal(
  ids: readonly string[],
  { contents, bytes }: Delivered,
  { maxBlobBytes, maxTotalBytes }: BlobReader,
): Contents {
  if (bytes <= maxTotalBytes) return contents;
  let total = 0;
  for (const id of ids) {
    const content = contents.get(id);
    if (content === undefined) continue;
    const size = content instanceof Uint8Array ? content.length : content.tooLarge;
    if (size <= maxBlobBytes) total += size;
    if (total > maxTotalBytes) contents.set(id, { tooLarge: size });
  }
  return contents;
}

/** Reads blobs by id from the object database: no checkout, no index, no filters, no textconv. */
export async function readBlobs(reader: BlobReader, wanted: Iterable<string>): Promise<Contents> {
  const ids = [...new Set(wanted)];
  const delivered: Delivered = { contents: new Map(), bytes: 0 };
  const readRest = async (): Promise<readonly string[]> => {
    const rest = ids.filter((id) => !delivered.contents.has(id));
    if (rest.length === 0) return rest;
    const exit = await readPiped(reader, rest, delivered);
    if (exit.status !== 0 && !lacksObjects(exit))
      throw new SourceFailure(gitFailure(reader.repo, exit).error);
    return rest.filter((id) => !delivered.contents.has(id));
  };

  if (ids.length >= MANY_IDS)
    await Promise.all(shares(ids).map((share) => readSpooled(reader, share, delivered)));
  let lacking = await readRest();
  if (lacking.length > 0 && reader.fetchFrom !== undefined) {
    const { repo, fetchFrom: remote, credentials } = reader;
    const fetched = await fetchObjects({ repo, remote, credentials }, lacking);
    if (fetched.status !== 0)
      throw new SourceFailure(missingObjects(`fetching them failed: ${gitWords(fetched)}`).error);
    lacking = await readRest();
  }
  if (lacking.length > 0)
    throw new SourceFailure(missingObjects(`${lacking.length} of ${ids.length} files`).error);
  return withinTotal(ids, delivered, reader);
}
