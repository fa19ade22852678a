import { DEFAULT_LIMITS } from "../manifest/limits.ts";
import { mergeBase, resolveRevision } from "../source/git-resolve.ts";
import { openGit } from "../source/git.ts";
import { readFileAt } from "../source/read-file-at.ts";
import type { Failed, Source } from "../source/types.ts";
import type { BaseChoice, RevisionChoice } from "./choose-revisions.ts";

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

type Commit = { readonly ok: true; readonly commit: string } | Failed;

async function findCommit(repo: string, name: string): Promise<Commit> {
  const result = await resolveRevision({ repo, fetchFrom: REMOTE }, name);
  return result.ok ? { ok: true, commit: result.resolved.commit } : result;
}

const findBase = (repo: string, base: BaseChoice): Promise<Commit> =>
  base.kind === "revision" ? findCommit(repo, base.revision) : mergeBase(repo, ...base.of);

/** Finds the chosen commits, fetching what a shallow clone lacks, and opens them. */
export async function openRevisions(
  repo: string,
  choice: Exclude<RevisionChoice, { readonly kind: "impossible" }>,
): Promise<OpenedRevisions | Failed> {
  const base = choice.kind === "diff" ? await findBase(repo, choice.base) : undefined;
  if (base !== undefined && !base.ok) return base;
  const head = await findCommit(repo, choice.head);
  if (!head.ok) return head;

  const opened = await openGit({
    repo,
    // Ids, not names: what was found is what is read.
    revisions: [...(base === undefined ? [] : [base.commit]), head.commit],
    maxBlobBytes: DEFAULT_LIMITS.fileBytes,
    fetchMissing: true,
    remote: REMOTE,
  });
  if (!opened.ok) return opened;
  const commits = { head: head.commit, ...(base === undefined ? {} : { base: base.commit }) };
  return { ok: true, source: opened.source, ...commits };
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
  { base, head }: OpenedRevisions,
  input: string | undefined,
): Promise<ConfigResult> {
  const path = input ?? DEFAULT_CONFIG_PATH;
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
