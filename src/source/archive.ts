import type { WantedFiles } from "./archive-files.ts";
import { inPathOrder } from "./tree-entries.ts";
import { failed, SourceFailure } from "./types.ts";
import type { Contents, OpenResult, Snapshot, TooLarge, TreeEntry } from "./types.ts";

/** What a server that keeps a repository is asked for. Each rejects with a `SourceFailure`. */
export interface RemoteRepository {
  /** Every file of a commit. */
  listFiles(commit: string): Promise<readonly TreeEntry[]>;
  /** The files of these ids that stand in the archive of a commit. */
  readArchive(commit: string, wanted: WantedFiles): Promise<ReadonlyMap<string, Uint8Array>>;
  /** One file by its id. */
  readFile(id: string): Promise<Uint8Array>;
}

export interface ArchiveOptions {
  readonly remote: RemoteRepository;
  /** Base and head, or the one to scan, by their full ids. */
  readonly commits: readonly string[];
  readonly maxFileBytes: number;
  /** The same for all files of one `read` together. */
  readonly maxTotalBytes?: number;
}

const DEFAULT_MAX_TOTAL_BYTES = 256 * 1024 * 1024;

/** Up to here files are asked for one by one, which is faster than an archive of all files. */
const FEW_FILES = 20;

/** A workflow's token has 1,000 requests an hour, for all jobs of the repository together. */
const MAX_SINGLE_FILES = 200;
const AT_ONCE = 8;

type Sizes = ReadonlyMap<string, number>;

const sizesOf = ({ entries }: Snapshot): Sizes =>
  new Map(entries.flatMap(({ id, mode, size }) => (mode === "submodule" ? [] : [[id, size ?? 0]])));

/** Runs the tasks with a bounded number of them at a time. */
async function inTurns<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const work = async (): Promise<void> => {
    for (const item of queue) await task(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

const tooMany = (count: number): SourceFailure =>
  new SourceFailure({
    code: "missing-objects",
    message:
      `${count} files are not in GitHub's archives of the revisions as they are in the repository, such as where ` +
      "`.gitattributes` says `export-ignore` or `eol=crlf`. Check the repository out with actions/checkout before this step.",
  });

/** Reads contents by id: many at once from archives, the last revision's first, and the rest one by one. */
function createReader(
  { remote, maxFileBytes, maxTotalBytes = DEFAULT_MAX_TOTAL_BYTES }: ArchiveOptions,
  snapshots: readonly Snapshot[],
): (ids: Iterable<string>) => Promise<Contents> {
  const revisions = snapshots
    .toReversed()
    .map((snapshot) => ({ commit: snapshot.commit ?? snapshot.name, sizes: sizesOf(snapshot) }));

  const sizeOf = (id: string): number => {
    const size = revisions.map(({ sizes }) => sizes.get(id)).find((known) => known !== undefined);
    if (size !== undefined) return size;
    throw new SourceFailure({ code: "unreadable", message: `No file has the content id ${id}.` });
  };

  return async (ids) => {
    const contents = new Map<string, Uint8Array | TooLarge>();
    const lacking = new Map<string, number>();
    let total = 0;
    for (const id of new Set(ids)) {
      const size = sizeOf(id);
      if (size <= maxFileBytes) total += size;
      if (size > maxFileBytes || total > maxTotalBytes) contents.set(id, { tooLarge: size });
      else lacking.set(id, size);
    }
    const take = (id: string, bytes: Uint8Array): void => {
      contents.set(id, bytes);
      lacking.delete(id);
    };

    for (const { commit, sizes } of revisions) {
      const here = new Map([...lacking].filter(([id]) => sizes.has(id)));
      if (here.size <= FEW_FILES) continue;
      for (const [id, bytes] of await remote.readArchive(commit, here)) take(id, bytes);
    }
    if (lacking.size > MAX_SINGLE_FILES) throw tooMany(lacking.size);
    await inTurns([...lacking.keys()], async (id) => take(id, await remote.readFile(id)));
    return contents;
  };
}

/**
 * Opens revisions of a repository that is not here. The listings say which files there are, and every content
 * is checked against its id, so what is read is what git would read.
 */
export async function openArchives(options: ArchiveOptions): Promise<OpenResult> {
  const { remote, commits } = options;
  try {
    const snapshots = await Promise.all(
      commits.map(async (commit): Promise<Snapshot> => {
        const entries = inPathOrder(await remote.listFiles(commit));
        return { name: commit, commit, entries };
      }),
    );
    const twice = snapshots.flatMap(({ entries }) =>
      entries.filter(({ path }, index) => entries[index + 1]?.path === path),
    )[0];
    // Names are bytes to git; where GitHub's answer spells two of them alike, one would hide the other.
    if (twice !== undefined)
      return failed(
        "unreadable",
        `Two files are called ${twice.path} in GitHub's listing. Check the repository out with actions/checkout before this step.`,
      );
    return { ok: true, source: { snapshots, read: createReader(options, snapshots) } };
  } catch (error) {
    if (error instanceof SourceFailure) return { ok: false, error: error.error };
    throw error;
  }
}
