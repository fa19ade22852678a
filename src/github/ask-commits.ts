import { setTimeout } from "node:timers/promises";
import { isFullId } from "../source/git-lookup.ts";
import { SourceFailure } from "../source/types.ts";
import { reading } from "./api-errors.ts";
import { MERGE_TEST_WAITS } from "./limits.ts";
import type { ReadApi } from "./read-api.ts";
import type { PullRequestEvent } from "./read-event.ts";

/** The spellings that only git knows; GitHub knows branches, tags and ids. */
const GIT_ONLY = /[~^:\s]|@\{|^-|\.\./;

/** The commit that a branch, tag or id stands for. */
export async function askCommit({ client, place }: ReadApi, name: string): Promise<string> {
  if (isFullId(name)) return name;
  if (GIT_ONLY.test(name))
    throw new SourceFailure({
      code: "unknown-revision",
      message:
        `Without a checkout only a branch, a tag or a full commit id can be reviewed, not \`${name}\`. ` +
        "Give one of those, or check the repository out with actions/checkout before this step.",
    });
  return reading(`The commit ${name}`, async () => {
    const mediaType = { format: "sha" };
    const { data } = await client.rest.repos.getCommit({ ...place, ref: name, mediaType });
    // The answer's type is that of another media type.
    const id: unknown = data;
    if (typeof id === "string" && isFullId(id)) return id;
    throw new Error("the answer is no commit id");
  });
}

/** The parents of a commit, the one that was merged into first. */
export function askParents({ client, place }: ReadApi, commit: string): Promise<readonly string[]> {
  return reading(`The commit ${commit}`, async () => {
    const { data } = await client.rest.git.getCommit({ ...place, commit_sha: commit });
    return data.parents.map(({ sha }) => sha);
  });
}

/** The commit that `a...b` compares `b` with. */
export function askMergeBase({ client, place }: ReadApi, a: string, b: string): Promise<string> {
  return reading(`The merge base of ${a} and ${b}`, async () => {
    // All changed files come with the first page; the second is short.
    const page = { per_page: 1, page: 2 };
    const { data } = await client.rest.repos.compareCommitsWithBasehead({
      ...place,
      basehead: `${a}...${b}`,
      ...page,
    });
    return data.merge_base_commit.sha;
  });
}

/**
 * GitHub's test merge of the pull request's last commit. None where it is closed or in conflict, where
 * GitHub did not try in time, and where the pull request has moved on since the event.
 */
export async function askTestMerge(
  api: ReadApi,
  { number, headSha }: PullRequestEvent,
): Promise<string | undefined> {
  const { client, place } = api;
  const ask = () =>
    reading(`Pull request #${number}`, async () => {
      const { data } = await client.rest.pulls.get({ ...place, pull_number: number });
      return data;
    });
  let pull = await ask();
  for (const seconds of MERGE_TEST_WAITS) {
    if (pull.state !== "open" || pull.mergeable !== null || pull.head.sha !== headSha) break;
    await setTimeout(seconds * 1000);
    pull = await ask();
  }
  const merge = pull.merge_commit_sha;
  if (pull.state !== "open" || pull.mergeable !== true || merge === null) return undefined;
  const [, merged] = await askParents(api, merge);
  return merged === headSha ? merge : undefined;
}
