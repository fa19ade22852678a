import * as core from "@actions/core";
import type { Report } from "../model/report.ts";
import { markdownProse, terminalText } from "../report/escape.ts";
import { readFacts } from "../report/facts.ts";
import { annotationsOf, type Annotation } from "./annotations.ts";
import { deadlineIn, type Deadline } from "./deadline.ts";
import type { CommentList } from "./first-look.ts";
import { FIRST_LOOK_MAX_MS, LINE_COMMENTS_MAX_MS, PUBLISH_MAX_MS } from "./limits.ts";
import { runUrl } from "./links.ts";
import type { MadeReport } from "./make-report.ts";
import { writeOutputs } from "./outputs.ts";
import { publishComment, type CommentTask } from "./publish-comment.ts";
import type { Context } from "./read-context.ts";
import { publishReviewComments, wantsReviewComments } from "./review-comments.ts";
import { reviewItems } from "./review-items.ts";
import { renderReport } from "./render-report.ts";
import { writeSummary } from "./summary.ts";

const PRINT = { error: core.error, warning: core.warning, notice: core.notice };

function printAnnotation({ level, title, message, place }: Annotation): void {
  PRINT[level](message, { title, ...place });
}

function annotate(report: Report): void {
  const { shown, left } = annotationsOf(report);
  for (const annotation of shown) printAnnotation(annotation);
  if (left > 0) core.notice(`${left} more ${left === 1 ? "is" : "are"} in the job summary.`);
}

/** Whether a pull request without a comment of ours should get one. */
const hasNews = (report: Report): boolean =>
  !readFacts(report).isProvedUnchanged || report.findings.some(({ level }) => level !== "note");

/** Runs one part of publishing; what went wrong comes back as words for the log. */
async function attempt(what: string, action: () => Promise<void>): Promise<readonly string[]> {
  try {
    await action();
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [`${what} could not be written: ${terminalText(reason)}`];
  }
}

type CommentText = Pick<CommentTask, "render" | "create">;

async function writeComment(
  { inputs, runner, event }: Context,
  deadline: Deadline,
  text: CommentText,
): Promise<readonly string[]> {
  if (event.kind !== "pull-request" || !inputs.comment) return [];
  const result = await publishComment({ inputs, runner, event, deadline, ...text });
  if (!result.ok) return [`There is no comment on the pull request: ${result.reason}.`];
  core.info(`Comment on the pull request: ${result.outcome}`);
  return [];
}

/** What a publication came to: words for the log about each part that failed. */
interface Problems {
  readonly outputs?: readonly string[];
  readonly summary: readonly string[];
  /** What is not on the pull request. */
  readonly pull: readonly string[];
}

/** Whether the comment stands on the pull request, where one was wanted. */
export interface Published {
  readonly onPull: boolean;
}

async function notifyOnce({ outputs = [], summary, pull }: Problems): Promise<void> {
  const problems = [...outputs, ...summary, ...pull];
  const hasSummary = summary.length === 0;
  if (problems.length > 0) {
    const elsewhere = hasSummary ? " The result is in the job summary." : "";
    core.notice(problems.join(" ") + elsewhere, { title: "netpol-review" });
  }
  if (pull.length > 0 && hasSummary) {
    const notes = pull.map((problem) => `\n> ${markdownProse(problem)}\n`);
    // Its own failure would be told where nobody looks any more.
    await attempt("The job summary", () => writeSummary(notes.join("")));
  }
}

/**
 * Publishes a report everywhere. Nothing that fails here changes the verdict; one notice tells it. A run that
 * follows another one leaves the annotations to that.
 */
export async function publishReport(context: Context, made: MadeReport): Promise<Published> {
  const { report } = made;
  const texts = renderReport(context, made);
  if (!context.isCompanion) annotate(report);
  if (made.missingConfig !== undefined) {
    const path = terminalText(made.missingConfig);
    core.warning(`${path} is not in the base revision; the defaults apply.`);
  }
  const outputs = [
    ...(made.noSarif === undefined ? [] : [made.noSarif]),
    ...(await attempt("The outputs", () => writeOutputs(context.runner.temp, report, texts))),
  ];
  const summary = await attempt("The job summary", () => writeSummary(texts.markdown));
  const deadline = deadlineIn(PUBLISH_MAX_MS);
  if (await isNothingToWrite(context, report)) {
    await notifyOnce({ outputs, summary, pull: [] });
    return { onPull: true };
  }
  const lines = await writeLineComments(context, made);
  const comment = await writeComment(context, deadline, {
    render: (marker) => texts.comment(marker, lines.note),
    create: hasNews(report),
  });
  // One reason, such as a token that may not write, is told once.
  await notifyOnce({ outputs, summary, pull: comment.length > 0 ? comment : lines.problems });
  return { onPull: comment.length === 0 };
}

/** Whether there is nothing to say on the pull request, and nothing that was said before is to be changed. */
async function isNothingToWrite(
  { inputs, runner, event }: Context,
  report: Report,
): Promise<boolean> {
  if (event.kind !== "pull-request" || inputs.token === undefined || runner.usesProxy) return false;
  if (hasNews(report) || reviewItems(report).length > 0) return false;
  const { token } = inputs;
  const { apiUrl, owner, repo } = runner;
  const lists: readonly CommentList[] = [
    ...(inputs.comment ? (["issues"] as const) : []),
    ...(wantsReviewComments(inputs) ? (["pulls"] as const) : []),
  ];
  if (lists.length === 0) return true;
  const { hasNoComments } = await import("./first-look.ts");
  // A short time of its own: where it gets no answer, the client still has most of the minute.
  const deadline = deadlineIn(FIRST_LOOK_MAX_MS);
  return hasNoComments({ apiUrl, owner, repo, number: event.number, token, deadline }, lists);
}

/** What is to be said about the comments on lines. */
interface LineNotes {
  /** For the one comment: what a reader would look for in vain. */
  readonly note?: string;
  /** For the log. */
  readonly problems: readonly string[];
}

async function writeLineComments(context: Context, made: MadeReport): Promise<LineNotes> {
  const { inputs, runner, event } = context;
  if (event.kind !== "pull-request" || made.report.mode !== "diff" || !wantsReviewComments(inputs))
    return { problems: [] };
  const deadline = deadlineIn(LINE_COMMENTS_MAX_MS);
  const result = await publishReviewComments({ inputs, runner, event, made, deadline });
  if (!result.ok) {
    const problem = `The comments on lines could not all be written: ${result.reason}.`;
    return { note: "Comments on lines could not all be written.", problems: [problem] };
  }
  const { posted, left, refused, resolved, reopened } = result.outcome;
  core.info(
    `Comments on lines: ${posted} new, ${left} left out, ${refused} refused, ${resolved} resolved, ${reopened} open again`,
  );
  const missing = left + refused;
  if (missing === 0) return { problems: [] };
  const note =
    missing === 1
      ? "One more comment on lines is not written: all of it is in this comment."
      : `${missing} more comments on lines are not written: all of it is in this comment.`;
  return { note, problems: [] };
}

/** A comment about an earlier commit must not stand as if it were about this one. */
export async function publishFailure(context: Context): Promise<void> {
  const log = `[The log](${runUrl(context.runner)}) says why`;
  const text = `### ⚠️ NetworkPolicy review: could not run\n\n${log}; nothing is known about the last commit.\n`;
  const render = (marker: string): string => `${marker}\n${text}`;
  await notifyOnce({
    summary: await attempt("The job summary", () => writeSummary(text)),
    pull: await writeComment(context, deadlineIn(PUBLISH_MAX_MS), { render, create: false }),
  });
}
