import { posix } from "node:path";
import { DEFAULT_LIMITS } from "../manifest/limits.ts";
import { mergeBase, resolveRevision } from "../source/git-resolve.ts";
import { openGit, type GitOptions } from "../source/git.ts";
import { isInside, readFileAt } from "../source/read-file-at.ts";
import type { Failed, Source } from "../source/types.ts";
import type { RevisionChoice } from "./choose-revisions.ts";

/** The bytes to review and the full ids of the commits that they come from. */
export interface OpenedRevisions {
  readonly ok: true;
  readonly source: Source;
  /** Absent in a scan. */
  readonly base?: string;
  readonly head: string;
}

/** Where actions/checkout fetches from. */
const REMOTE = "origin";

/** Whether the clone holds a commit, without asking the server for it. */
export async function hasCommit(repo: string, id: string): Promise<boolean> {
  return (await resolveRevision({ repo }, id)).ok;
}

type Names = { readonly ok: true; readonly names: readonly string[] } | Failed;

async function namesOf(repo: string, choice: PossibleChoice): Promise<Names> {
  if (choice.kind === "scan") return { ok: true, names: [choice.head] };
  if (choice.base.kind === "revision")
    return { ok: true, names: [choice.base.revision, choice.head] };
  const base = await mergeBase(repo, ...choice.base.of);
  return base.ok ? { ok: true, names: [base.commit, choice.head] } : base;
}

type PossibleChoice = Exclude<RevisionChoice, { readonly kind: "impossible" }>;

/** Finds the chosen commits, fetching what a shallow clone lacks, and opens them. */
export async function openRevisions(
  repo: string,
  choice: PossibleChoice,
  options: Pick<GitOptions, "onListing" | "readAhead" | "signal">,
): Promise<OpenedRevisions | Failed> {
  const found = await namesOf(repo, choice);
  if (!found.ok) return found;
  const opened = await openGit({
    repo,
    revisions: found.names,
    maxBlobBytes: DEFAULT_LIMITS.fileBytes,
    fetchMissing: true,
    remote: REMOTE,
    ...options,
  });
  if (!opened.ok) return opened;
  // Ids, not names: what was found is what is shown.
  const snapshots = opened.source.snapshots.map((snapshot) => ({
    ...snapshot,
    name: snapshot.commit ?? snapshot.name,
  }));
  const [head = "", base] = snapshots.map(({ name }) => name).toReversed();
  return {
    ok: true,
    source: { ...opened.source, snapshots },
    head,
    ...(base === undefined ? {} : { base }),
  };
}

const DEFAULT_CONFIG_PATH = ".github/netpol-review.yml";

export type ConfigResult =
  | { readonly ok: true; readonly config?: { readonly path: string; readonly text: string } }
  | { readonly ok: false; readonly message: string };

/**
 * Reads the configuration from the revision that is not under review: the base, so that a pull request
 * cannot switch its own gate off.
 */
export async function readConfig(
  repo: string,
  { source, base, head }: OpenedRevisions,
  input: string | undefined,
): Promise<ConfigResult> {
  const path = input ?? DEFAULT_CONFIG_PATH;
  // Most repositories have none, and the listing says so already.
  const isListed = source.snapshots[0]?.entries.some(
    (entry) => entry.path === posix.normalize(path),
  );
  if (isListed === false && isInside(path)) return { ok: true };
  const file = await readFileAt({ repo, revision: base ?? head, path });
  if (!file.ok) return { ok: false, message: file.error.message };
  if (file.bytes === undefined) return { ok: true };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
    return { ok: true, config: { path, text } };
  } catch {
    return { ok: false, message: `The configuration file ${path} is not UTF-8 text.` };
  }
}
