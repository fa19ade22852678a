import { commentKey } from "./comment-key.ts";
import { commitUrl, lineCommentUrl } from "./links.ts";
import type { Deadline } from "./deadline.ts";
import type { MadeReport } from "./make-report.ts";
import { createPace } from "./pace.ts";
import { reasonOf } from "./publish-comment.ts";
import type { PullRequestEvent } from "./read-event.ts";
import type { Inputs } from "./read-inputs.ts";
import type { Runner } from "./read-runner.ts";
import { reviewApi } from "./review-api.ts";
import { publishReview, type ReviewOutcome } from "./review-publish.ts";

export interface ReviewCommentsTask {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly event: PullRequestEvent;
  readonly made: MadeReport;
  readonly deadline: Deadline;
}

export type ReviewCommentsResult =
  | { readonly ok: true; readonly outcome: ReviewOutcome }
  /** Why there are no comments on lines, in words for the log. */
  | { readonly ok: false; readonly reason: string };

/** Comments on lines are written where the one comment is, unless the input says otherwise. */
export const wantsReviewComments = ({ comment, reviewComments }: Inputs): boolean =>
  reviewComments ?? comment;

/** Writes the comments on lines. A failure is a value: it never changes the verdict. */
export async function publishReviewComments({
  inputs,
  runner,
  event,
  made: { report, revisions },
  deadline,
}: ReviewCommentsTask): Promise<ReviewCommentsResult> {
  if (inputs.token === undefined) return { ok: false, reason: "the input `github-token` is empty" };
  const { owner, repo, apiUrl: baseUrl } = runner;
  const head = event.headSha;
  try {
    // The client reads the event file while it loads, so it loads where it is needed.
    const { createClient } = await import("./octokit.ts");
    const client = createClient({ token: inputs.token, baseUrl, deadline });
    const api = reviewApi(client, { owner, repo, number: event.number });
    const commit = `[${head.slice(0, 12)}](${commitUrl(runner, head)})`;
    const task = {
      report,
      source: revisions.source,
      head,
      commit,
      key: commentKey(inputs),
      commentUrl: (id: number) => lineCommentUrl(runner, event.number, id),
    };
    const pace = createPace(deadline);
    return { ok: true, outcome: await deadline.race(publishReview(api, task, pace)) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
