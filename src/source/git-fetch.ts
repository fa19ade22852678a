import type { Credentials } from "./git-credentials.ts";
import { runGit, type GitCommand, type GitExit } from "./git-process.ts";

const FETCH_TIMEOUT_MS = 120_000;

/** No refs, no FETCH_HEAD, no tags, no submodules: a fetch adds objects and nothing else. */
const ADD_OBJECTS_ONLY = [
  "--quiet",
  "--no-tags",
  "--no-write-fetch-head",
  "--recurse-submodules=no",
  "--no-auto-maintenance",
];

export interface FetchTarget {
  readonly repo: string;
  readonly remote: string;
  /** What is tried where the clone keeps none that the server takes. */
  readonly credentials?: Credentials | undefined;
}

/** Fetches one commit by its full id; without its history where the repository is shallow already. */
export function fetchCommit(target: FetchTarget, id: string, shallow: boolean): Promise<GitExit> {
  // --depth would cut the history of a complete clone.
  const depth = shallow ? ["--depth=1"] : [];
  return fetchWith(target, [...ADD_OBJECTS_ONLY, ...depth, "--", target.remote, id]);
}

/** Fetches objects of a partial clone, all in one request, the way git's own lazy fetch asks for one. */
export function fetchObjects(target: FetchTarget, ids: readonly string[]): Promise<GitExit> {
  const args = [...ADD_OBJECTS_ONLY, "--filter=blob:none", "--stdin", "--", target.remote];
  return fetchWith(
    target,
    args,
    ids.map((id) => `${id}\n`),
  );
}

async function fetchWith(
  { repo, credentials }: FetchTarget,
  args: readonly string[],
  input?: readonly string[],
): Promise<GitExit> {
  const command: GitCommand = {
    repo,
    // Without `noop` git would first tell the server about every commit that it has.
    args: [
      ...(input === undefined ? [] : ["-c", "fetch.negotiationAlgorithm=noop"]),
      "fetch",
      ...args,
    ],
    network: true,
    timeoutMs: FETCH_TIMEOUT_MS,
    ...(input === undefined ? {} : { input }),
  };
  const exit = await runGit(command);
  // No status: it never started, or its time was over.
  if (exit.status === 0 || exit.status === null || credentials === undefined) return exit;
  return runGit({ ...command, credentials });
}
