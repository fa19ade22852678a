import type { Credentials } from "./git-credentials.ts";
import { listTrees } from "./git-list.ts";
import { isFullId } from "./git-lookup.ts";
import { readBlobs, type BlobReader } from "./git-read.ts";
import { resolveRevisions } from "./git-resolve.ts";
import type { OpenResult, Snapshot } from "./types.ts";

export interface GitOptions {
  /** The repository or any directory in it; bare repositories and linked worktrees too. */
  readonly repo: string;
  /** Base and head, or the one revision to scan; any spelling that git takes for a commit, but `:/text`. */
  readonly revisions: readonly string[];
  /** A larger file is reported as too large and never held in memory. */
  readonly maxBlobBytes: number;
  /** The same for all files of one `read` together. */
  readonly maxTotalBytes?: number;
  /** Fetch, once, what a shallow or partial clone lacks. Adds objects; refs and working tree stay. */
  readonly fetchMissing?: boolean;
  readonly remote?: string;
  /** For the server that the repository came from, where the clone keeps none. */
  readonly credentials?: Credentials | undefined;
}

const DEFAULT_MAX_TOTAL_BYTES = 256 * 1024 * 1024;
/**
 * Opens revisions of a git repository. Only objects are read: nothing is checked out, no index is touched,
 * and nothing that the repository configures or contains is executed.
 */
export async function openGit(options: GitOptions): Promise<OpenResult> {
  const {
    repo,
    revisions,
    maxBlobBytes,
    maxTotalBytes = DEFAULT_MAX_TOTAL_BYTES,
    fetchMissing = false,
    remote = "origin",
    credentials,
  } = options;
  const fetching = fetchMissing ? { fetchFrom: remote, credentials } : {};
  const byId = revisions.every(isFullId);
  const [resolved, early] = await Promise.all([
    resolveRevisions({ repo, ...fetching }, revisions),
    // What an id names cannot change, so its listing need not wait for the look-up.
    byId ? listTrees({ repo, trees: revisions, lazyFetch: false }) : undefined,
  ]);
  if (!resolved.ok) return resolved;
  const commits = resolved.resolved.map(({ commit }) => commit);
  const listed = early?.ok
    ? early
    : await listTrees({ repo, trees: commits, lazyFetch: fetchMissing, credentials });
  if (!listed.ok) return listed;

  const snapshots = commits.map((commit, index): Snapshot => ({
    name: revisions[index] ?? commit,
    commit,
    entries: listed.listings[index] ?? [],
  }));
  const reader: BlobReader = { repo, maxBlobBytes, maxTotalBytes, ...fetching };
  return { ok: true, source: { snapshots, read: (ids) => readBlobs(reader, ids) } };
}
