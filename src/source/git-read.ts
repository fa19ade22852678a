import { availableParallelism } from "node:os";
import { createBatchFileReader } from "./batch-file.ts";
import { createBatchParser, type BatchAnswers } from "./batch-parser.ts";
import type { Credentials } from "./git-credentials.ts";
import { gitFailure, gitWords, lacksObjects, missingObjects } from "./git-errors.ts";
import { fetchObjects } from "./git-fetch.ts";
import { runGit, runGitToFile, type GitExit } from "./git-process.ts";
import { openFastSpool, openSpool } from "./spool.ts";
import {
  isTooLarge,
  sizeOf,
  SourceFailure,
  type Content,
  type Contents,
  type OnContent,
  type TooLarge,
} from "./types.ts";

export interface BlobReader {
  readonly repo: string;
  readonly maxBlobBytes: number;
  readonly maxTotalBytes: number;
  /** Ends the reading, which then rejects. */
  readonly signal?: AbortSignal | undefined;
  /** The remote to ask, once, for objects that a partial clone lacks. */
  readonly fetchFrom?: string;
  readonly credentials?: Credentials | undefined;
}

/** From here on two processes, and files instead of pipes, save more than they cost. */
const MANY_IDS = 400;
const IDS_PER_WRITE = 1000;
const SPOOL_LIMIT = 64 * 1024 * 1024;
const SPOOL_CHECK_MS = 4;

interface Delivered {
  readonly contents: Map<string, Content | TooLarge>;
  bytes: number;
  readonly onContent: OnContent | undefined;
}

function* idLines(ids: readonly string[]): Generator<string> {
  for (let start = 0; start < ids.length; start += IDS_PER_WRITE) {
    yield `${ids.slice(start, start + IDS_PER_WRITE).join("\n")}\n`;
  }
}

const BATCH = ["cat-file", "--batch", "--buffer"];

/** Ids that git does not have are left out of what is delivered. */
function collectInto(delivered: Delivered, reader: BlobReader): BatchAnswers {
  let kept = 0;
  const tooLarge = (id: string, size: number): void => {
    delivered.contents.set(id, { tooLarge: size });
  };
  return {
    content: (id, content) => {
      const size = sizeOf(content);
      kept += size;
      delivered.bytes += size;
      if (kept > reader.maxTotalBytes) tooLarge(id, size);
      else {
        delivered.contents.set(id, content);
        delivered.onContent?.(id, content);
      }
    },
    tooLarge,
  };
}

/** Through a pipe: for any amount of bytes, in bounded memory. */
function readPiped(
  reader: BlobReader,
  ids: readonly string[],
  delivered: Delivered,
): Promise<GitExit> {
  const answers = collectInto(delivered, reader);
  return runGit({
    repo: reader.repo,
    args: BATCH,
    input: idLines(ids),
    onStdout: createBatchParser(ids, reader.maxBlobBytes, answers),
    ...(reader.signal === undefined ? {} : { signal: reader.signal }),
  });
}

/**
 * Through files, which takes half the time: see `collectLongGit`. Nothing waits for this process, which may
 * be busy with other work. What does not fit the limit, or fails, is left out; the pipe reads it afterwards
 * and finds the reason.
 */
async function readSpooled(
  reader: BlobReader,
  ids: readonly string[],
  { delivered, urgent }: { readonly delivered: Delivered; readonly urgent: number },
): Promise<void> {
  using request = openSpool();
  using spool = openFastSpool();
  if (request === undefined || spool === undefined) return;
  request.write(`${ids.join("\n")}\n`);
  const answers = collectInto(delivered, reader);
  const file = createBatchFileReader(spool, ids, {
    maxBytes: reader.maxBlobBytes,
    answers,
    urgent,
  });
  const stop = new AbortController();
  reader.signal?.addEventListener("abort", () => stop.abort(), { once: true });
  const check = setInterval(() => {
    if (spool.size() > SPOOL_LIMIT) stop.abort();
    else if (!tryTo(() => file.advance(false))) clearInterval(check);
  }, SPOOL_CHECK_MS);
  try {
    await runGitToFile({
      repo: reader.repo,
      args: BATCH,
      stdinFile: request.fd,
      stdoutFile: spool.fd,
      signal: stop.signal,
    });
  } finally {
    clearInterval(check);
  }
  // What went wrong before goes wrong again here, where it is somebody's to handle.
  file.advance(true);
}

function tryTo(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

/**
 * Contiguous shares: neighbours in a tree are often deltas of each other, and each git caches its own. This
 * process reads what git writes meanwhile, so it needs a processor too.
 */
function shares(ids: readonly string[]): readonly (readonly string[])[] {
  if (availableParallelism() < 4) return [ids];
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
    const size = isTooLarge(content) ? content.tooLarge : sizeOf(content);
    if (size <= maxBlobBytes) total += size;
    if (total > maxTotalBytes) contents.set(id, { tooLarge: size });
  }
  return contents;
}

export interface ReadOptions {
  readonly onContent?: OnContent | undefined;
  /** So many, of the first, are delivered as soon as git has written them. */
  readonly urgent?: number;
}

/** Reads blobs by id from the object database: no checkout, no index, no filters, no textconv. */
export async function readBlobs(
  reader: BlobReader,
  wanted: ReadonlySet<string>,
  { onContent, urgent = 0 }: ReadOptions = {},
): Promise<Contents> {
  const ids = [...wanted];
  const delivered: Delivered = { contents: new Map(), bytes: 0, onContent };
  const readRest = async (): Promise<readonly string[]> => {
    const rest = ids.filter((id) => !delivered.contents.has(id));
    if (rest.length === 0) return rest;
    reader.signal?.throwIfAborted();
    const exit = await readPiped(reader, rest, delivered);
    if (exit.status !== 0 && !lacksObjects(exit))
      throw new SourceFailure(gitFailure(reader.repo, exit).error);
    return rest.filter((id) => !delivered.contents.has(id));
  };

  if (ids.length >= MANY_IDS)
    await Promise.all(
      shares(ids).map((share, index) =>
        readSpooled(reader, share, { delivered, urgent: index === 0 ? urgent : 0 }),
      ),
    );
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
