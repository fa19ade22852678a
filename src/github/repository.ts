import { DEFAULT_LIMITS } from "../manifest/limits.ts";
import { openArchives } from "../source/archive.ts";
import { mergeBase, resolveRevision } from "../source/git-resolve.ts";
import type { Credentials } from "../source/git-credentials.ts";
import { openGit, type GitOptions } from "../source/git.ts";
import { SourceFailure, type Failed, type OpenResult } from "../source/types.ts";
import { askCommit, askMergeBase, askParents } from "./ask-commits.ts";
import type { OpenReadApi, ReadApi } from "./read-api.ts";
import type { RunContext } from "./read-context.ts";
import { remoteRepository } from "./remote-repository.ts";

export type Commit = { readonly ok: true; readonly commit: string } | Failed;

/** Where commits and their files come from: a clone, or GitHub's API where there is none. */
export interface Repository {
  /** Whether the commit is there without fetching. */
  has(commit: string): Promise<boolean>;
  findCommit(name: string): Promise<Commit>;
  firstParent(commit: string): Promise<Commit>;
  mergeBase(a: string, b: string): Promise<Commit>;
  open(commits: readonly string[], options: OpenOptions): Promise<OpenResult>;
}

/** What a clone can do while it is read. */
export type OpenOptions = Pick<GitOptions, "onListing" | "readAhead" | "signal">;

/** Where actions/checkout fetches from. */
const REMOTE = "origin";

const MAX_FILE_BYTES = DEFAULT_LIMITS.fileBytes;

async function attempt(ask: () => Promise<string>): Promise<Commit> {
  try {
    return { ok: true, commit: await ask() };
  } catch (error) {
    if (error instanceof SourceFailure) return { ok: false, error: error.error };
    throw error;
  }
}

interface CloneOptions {
  readonly repo: string;
  readonly sha: string;
  readonly hasSha: boolean;
  readonly credentials: Credentials | undefined;
  readonly api: OpenReadApi;
}

function cloneRepository({ repo, sha, hasSha, credentials, api }: CloneOptions): Repository {
  const findCommit = async (name: string): Promise<Commit> => {
    // Looked up already.
    if (name === sha && hasSha) return { ok: true, commit: sha };
    const result = await resolveRevision({ repo, fetchFrom: REMOTE, credentials }, name);
    return result.ok ? { ok: true, commit: result.resolved.commit } : result;
  };
  return {
    has: async (commit) => (commit === sha ? hasSha : (await resolveRevision({ repo }, commit)).ok),
    findCommit,
    firstParent: (commit) => findCommit(`${commit}^1`),
    mergeBase: async (a, b) => {
      const found = await mergeBase(repo, a, b);
      if (found.ok) return found;
      // A shallow clone does not know, and GitHub does.
      const asked = await attempt(async () => askMergeBase(await api(), a, b));
      return asked.ok ? findCommit(asked.commit) : found;
    },
    open: (commits, options) =>
      openGit({
        repo,
        // Ids, not names: what was found is what is read.
        revisions: commits,
        maxBlobBytes: MAX_FILE_BYTES,
        fetchMissing: true,
        remote: REMOTE,
        credentials,
        ...options,
      }),
  };
}

function apiRepository(api: ReadApi, sha: string): Repository {
  const parents = new Map<string, Promise<readonly string[]>>();
  const parentsOf = (commit: string): Promise<readonly string[]> => {
    const known = parents.get(commit) ?? askParents(api, commit);
    parents.set(commit, known);
    return known;
  };
  return {
    has: async (commit) => (await attempt(async () => (await parentsOf(commit)).join(" "))).ok,
    // What would be checked out; to GitHub the name is the default branch.
    findCommit: (name) => attempt(async () => (name === "HEAD" ? sha : await askCommit(api, name))),
    firstParent: (commit) =>
      attempt(async () => {
        const [first] = await parentsOf(commit);
        if (first !== undefined) return first;
        const message = `The commit ${commit} has no parent.`;
        throw new SourceFailure({ code: "unknown-revision", message });
      }),
    mergeBase: (a, b) => attempt(() => askMergeBase(api, a, b)),
    open: (commits) => {
      const remote = remoteRepository(api.client, api.place);
      return openArchives({ remote, commits, maxFileBytes: MAX_FILE_BYTES });
    },
  };
}

/** Without these there is no clone that can be used, and the API has all that is needed. */
const NO_CLONE: readonly string[] = ["no-git", "not-a-repository", "not-trusted"];

/** Opens the clone; where there is none, the repository on GitHub. */
export async function openRepository(
  { repo, runner, inputs }: RunContext,
  api: OpenReadApi,
): Promise<Repository> {
  const { sha, serverUrl } = runner;
  const found = await resolveRevision({ repo }, sha);
  if (!found.ok && NO_CLONE.includes(found.error.code)) {
    if (inputs.token === undefined) throw new SourceFailure(found.error);
    return apiRepository(await api(), sha);
  }
  const credentials = inputs.token === undefined ? undefined : { serverUrl, token: inputs.token };
  return cloneRepository({ repo, sha, hasSha: found.ok, credentials, api });
}
