import type { TreeChange } from "./git-changes.ts";
import type { Credentials } from "./git-credentials.ts";
import { listTrees, type ListAllResult } from "./git-list.ts";
import { isFullId } from "./git-lookup.ts";
import type { BlobReader } from "./git-read.ts";
import { resolveRevisions } from "./git-resolve.ts";
import { createAheadReader } from "./read-ahead.ts";
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
  /**
   * Files that will be asked for if one of them changed: they are read as soon as they are listed, the
   * changed ones first.
   */
  readonly readAhead?: (path: string) => boolean;
  /** Ends what is being read ahead. */
  readonly signal?: AbortSignal;
  /** Called when git is busy with its longest task up to here: time for other work. */
  readonly onListing?: () => void;
}

const DEFAULT_MAX_TOTAL_BYTES = 256 * 1024 * 1024;
const MAX_AHEAD = 20_000;

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
    readAhead = () => false,
    onListing,
    signal,
  } = options;
  const fetching = fetchMissing ? { fetchFrom: remote, credentials } : {};
  const reader: BlobReader = { repo, maxBlobBytes, maxTotalBytes, ...fetching };
  const ahead = createAheadReader(reader, signal);
  const list = (trees: readonly string[], lazyFetch: boolean): Promise<ListAllResult> => {
    const listing = listTrees({ repo, trees, lazyFetch, credentials });
    onListing?.();
    return listing;
  };
  const byId = revisions.every(isFullId);
  const [resolved, early] = await Promise.all([
    resolveRevisions({ repo, ...fetching }, revisions),
    // What an id names cannot change, so its listing need not wait for the look-up.
    byId ? list(revisions, false) : undefined,
  ]);
  if (!resolved.ok) return resolved;
  const commits = resolved.resolved.map(({ commit }) => commit);
  const listed = early?.ok ? early : await list(commits, fetchMissing);
  if (!listed.ok) return listed;

  const snapshots = commits.map((commit, index): Snapshot => ({
    name: revisions[index] ?? commit,
    commit,
    entries: listed.listings[index] ?? [],
  }));
  const changed = new Set(
    listed.changes
      .filter(({ path }) => readAhead(path))
      .flatMap(idsOf)
      .slice(0, MAX_AHEAD),
  );
  if (changed.size > 0) {
    const others: string[] = [];
    // Not a loop: before it is compiled well, that makes an object for each of thousands.
    snapshots.at(-1)?.entries.forEach(({ path, mode, id }) => {
      if (mode === "file" && readAhead(path)) others.push(id);
    });
    // In a huge repository it is likely that the change turns out to be of no interest.
    ahead.start(changed, others.length <= MAX_AHEAD ? others : []);
  }
  return { ok: true, source: { snapshots, read: ahead.read } };
}

/** What was and is in a changed file; the id of a submodule cannot be read. */
const idsOf = ({ old, entry }: TreeChange): readonly string[] =>
  [old, entry].flatMap((side) =>
    side === undefined || side.mode === "submodule" ? [] : [side.id],
  );
