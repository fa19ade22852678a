import { posix } from "node:path";
import { formatCount } from "../model/format-count.ts";
import { listTree } from "./git-list.ts";
import { readBlobs, type BlobReader } from "./git-read.ts";
import { resolveRevision } from "./git-resolve.ts";
import {
  bytesOf,
  failed,
  isTooLarge,
  SourceFailure,
  type Content,
  type Failed,
  type TooLarge,
} from "./types.ts";

export type ReadFileResult =
  /** Without bytes: the revision has no such file. */
  { readonly ok: true; readonly bytes: Uint8Array | undefined } | Failed;

export interface FileAt {
  readonly repo: string;
  readonly revision: string;
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly maxBytes?: number;
  /** The remote to ask for what a shallow or partial clone lacks. */
  readonly fetchFrom?: string;
}

const DEFAULT_MAX_BYTES = 1024 * 1024;

async function contentOf(reader: BlobReader, id: string): Promise<Content | TooLarge | Failed> {
  try {
    return (
      (await readBlobs(reader, new Set([id]))).get(id) ??
      failed("missing-objects", `${id} was not read.`)
    );
  } catch (error) {
    if (error instanceof SourceFailure) return { ok: false, error: error.error };
    throw error;
  }
}

/** Whether a path from the top of the repository stays in it. */
function isInside(path: string): boolean {
  const wanted = posix.normalize(path);
  return !(wanted.startsWith("/") || wanted === ".." || wanted.startsWith("../"));
}

/** Reads one regular file of a revision; for the configuration, which must come from the base. */
export async function readFileAt(file: FileAt): Promise<ReadFileResult> {
  const { repo, revision, path, maxBytes = DEFAULT_MAX_BYTES } = file;
  const wanted = posix.normalize(path);
  if (!isInside(path)) {
    return failed("unreadable", `${path} is outside the repository. Give a path from its top.`);
  }
  const fetching = file.fetchFrom === undefined ? {} : { fetchFrom: file.fetchFrom };
  const found = await resolveRevision({ repo, ...fetching }, revision);
  if (!found.ok) return found;
  const lazyFetch = file.fetchFrom !== undefined;
  const listing = await listTree({ repo, tree: found.resolved.commit, path: wanted, lazyFetch });
  if (!listing.ok) return listing;
  const entry = listing.entries.find((candidate) => candidate.path === wanted);
  if (entry === undefined) return { ok: true, bytes: undefined };
  if (entry.mode !== "file") {
    return failed(
      "unreadable",
      `${path} is a ${entry.mode} at ${revision}. Only a regular file is read.`,
    );
  }
  const reader = { repo, maxBlobBytes: maxBytes, maxTotalBytes: maxBytes, ...fetching };
  const content = await contentOf(reader, entry.id);
  if ("ok" in content) return content;
  if (!isTooLarge(content)) return { ok: true, bytes: bytesOf(content) };
  return failed(
    "too-large",
    `${path} has ${formatCount(content.tooLarge)} bytes at ${revision}; at most ${formatCount(maxBytes)} are read.`,
  );
}
