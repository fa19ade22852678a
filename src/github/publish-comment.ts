import { terminalText } from "../report/escape.ts";
import { commentApi } from "./comment-api.ts";
import { commentKey } from "./comment-key.ts";
import { upsertComment, type CommentOutcome } from "./comment.ts";
import type { Deadline } from "./deadline.ts";
import { markerLine, type Marker } from "./marker.ts";
import { createPace } from "./pace.ts";
import type { PullRequestEvent } from "./read-event.ts";
import type { Inputs } from "./read-inputs.ts";
import type { Runner } from "./read-runner.ts";
import { isAborted } from "./when-to-repeat.ts";

export interface CommentTask {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly event: PullRequestEvent;
  readonly deadline: Deadline;
  /** Renders the comment so that it begins with the given line. */
  readonly render: (marker: string) => string;
  /** Whether there is something to say on a pull request that has no comment yet. */
  readonly create: boolean;
}

export type CommentResult =
  | { readonly ok: true; readonly outcome: CommentOutcome }
  /** Why there is no comment, in words for the log. */
  | { readonly ok: false; readonly reason: string };

const READ_ONLY =
  "the token may not write it. That is so on pull requests from forks and from Dependabot, which " +
  "get one as docs/events.md says; for all others give the job `permissions: pull-requests: write`";

/** What went wrong, in words for the log. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  if (isAborted(error)) return "the time for it is up; GitHub answers slowly or asks to wait";
  if (status === 403 && /not accessible/i.test(message)) return READ_ONLY;
  const answer = typeof status === "number" ? `GitHub answered ${status}: ` : "";
  return answer + terminalText(message);
}

/** Writes the comment. A failure is a value: it never changes the verdict. */
export async function publishComment(task: CommentTask): Promise<CommentResult> {
  const { inputs, runner, event, deadline } = task;
  if (inputs.token === undefined) return { ok: false, reason: "the input `github-token` is empty" };
  const key = commentKey(inputs);
  const marker: Marker = { head: event.headSha, runId: runner.runId, key };
  const body = task.render(markerLine(marker));
  try {
    // The client reads the event file while it loads, so it loads where it is needed.
    const { createClient } = await import("./octokit.ts");
    const client = createClient({ token: inputs.token, baseUrl: runner.apiUrl, deadline });
    const api = commentApi(client, {
      owner: runner.owner,
      repo: runner.repo,
      number: event.number,
    });
    const request = { marker, body, create: task.create };
    const outcome = await deadline.race(upsertComment(api, request, createPace(deadline)));
    return { ok: true, outcome };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}
