import { reading } from "./api-errors.ts";
import { PULLS_PER_PAGE } from "./limits.ts";
import type { OpenReadApi, ReadApi } from "./read-api.ts";
import type { PullRequestEvent, WorkflowRunEvent } from "./read-event.ts";

export type FoundPullRequest =
  | { readonly kind: "found"; readonly event: PullRequestEvent }
  | { readonly kind: "none"; readonly message: string }
  | { readonly kind: "several"; readonly message: string };

interface Pull {
  readonly number: number;
  readonly state: string;
  readonly head: { readonly sha: string };
  readonly base: { readonly sha: string; readonly repo: { readonly full_name: string } };
}

const TRIGGERS: readonly string[] = ["pull_request", "pull_request_target", "pull_request_review"];

/**
 * By the branch that the commit came from: the list by commit knows nothing of commits that are in a fork
 * only. Where the fork is gone, that list is all there is.
 */
async function listPulls(
  { client, place }: ReadApi,
  { headLabel, headSha }: WorkflowRunEvent,
): Promise<readonly Pull[]> {
  const page = { ...place, per_page: PULLS_PER_PAGE };
  if (headLabel !== undefined) {
    const byBranch = await client.rest.pulls.list({ ...page, state: "open", head: headLabel });
    if (byBranch.data.length > 0) return byBranch.data;
  }
  const byCommit = await client.rest.repos.listPullRequestsAssociatedWithCommit({
    ...page,
    commit_sha: headSha,
  });
  return byCommit.data;
}

/**
 * Finds the pull request that the other workflow ran for. Only what GitHub says counts: the run itself, which
 * may have run a stranger's code, is asked nothing.
 */
export async function findPullRequest(
  open: OpenReadApi,
  run: WorkflowRunEvent,
): Promise<FoundPullRequest> {
  const { trigger, headSha } = run;
  if (!TRIGGERS.includes(trigger)) {
    const message = `The other workflow ran on \`${trigger}\`, not for a pull request. There is nothing to review.`;
    return { kind: "none", message };
  }
  const api = await open();
  const { owner, repo } = api.place;
  const here = `${owner}/${repo}`.toLowerCase();
  const pulls = await reading(`The pull request of ${headSha}`, () => listPulls(api, run));
  const matching = pulls.filter(
    ({ state, head, base }) =>
      state === "open" && head.sha === headSha && base.repo.full_name.toLowerCase() === here,
  );
  const [pull, ...others] = matching;
  if (pull === undefined) {
    const message = `No open pull request has ${headSha} as its last commit any more. There is nothing to review.`;
    return { kind: "none", message };
  }
  if (others.length > 0) {
    const numbers = matching.map(({ number }) => `#${number}`).join(", ");
    const message = `${headSha} is the last commit of several pull requests (${numbers}), and the event does not say which one ran.`;
    return { kind: "several", message };
  }
  const { number, base } = pull;
  const event = { kind: "pull-request", number, baseSha: base.sha, headSha } as const;
  return { kind: "found", event: { ...event, merge: "asked-for" } };
}
