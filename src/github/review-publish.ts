import type { Report } from "../model/report.ts";
import type { Source } from "../source/types.ts";
import { LINE_COMMENTS_MAX, LINE_EDITS_MAX } from "./limits.ts";
import type { ReviewApi } from "./review-api.ts";
import { readDiffFiles } from "./review-files.ts";
import { reviewItems } from "./review-items.ts";
import { readLineMarker } from "./review-marker.ts";
import { planComments, planEdits, type Edits, type NewComment } from "./review-plan.ts";
import { placeItem } from "./review-place.ts";

export interface ReviewTask {
  readonly report: Report;
  readonly source: Source;
  /** The last commit of the pull request. */
  readonly head: string;
  /** That commit as a link, in Markdown. */
  readonly commit: string;
  /** Tells the comments of this review from those of others on the same pull request. */
  readonly key: string;
}

/** What became of the comments on lines. */
export interface ReviewOutcome {
  readonly posted: number;
  /** Left out, so that a reader is not buried. */
  readonly left: number;
  /** Refused by GitHub. */
  readonly refused: number;
  readonly resolved: number;
  readonly reopened: number;
}

const NOTHING: ReviewOutcome = { posted: 0, left: 0, refused: 0, resolved: 0, reopened: 0 };

/** Says at the lines of the diff what was found there, once, and marks what is gone since. */
export async function publishReview(api: ReviewApi, task: ReviewTask): Promise<ReviewOutcome> {
  const { report, source, head, commit, key } = task;
  const items = reviewItems(report);
  const comments = (await api.listOwn()).filter(({ marker }) => marker.key === key);
  const isComplete = report.ledger.every(({ decides }) => !decides);
  const edits = planEdits({ items, comments, isComplete, commit });
  const known = new Set(comments.flatMap(({ marker }) => marker.fingerprints));
  const news = items.filter(({ isWorthy, fingerprint }) => isWorthy && !known.has(fingerprint));
  const count = edits.resolve.length + edits.reopen.length + news.length;
  // Last before the writes: the diff that GitHub shows now is that of a newer head.
  if (count === 0 || (await api.currentHead()) !== head) return NOTHING;

  const findFile = await readDiffFiles(api, source, news);
  const all = planComments(news, { key, placeOf: (item) => placeItem(item, findFile) });
  const chosen = all.slice(0, LINE_COMMENTS_MAX);
  const left = all.length - chosen.length;
  const refused = chosen.length === 0 ? 0 : await post(api, { head, chosen, left });
  await applyEdits(api, edits);
  return {
    posted: chosen.length - refused,
    left,
    refused,
    resolved: Math.min(edits.resolve.length, LINE_EDITS_MAX),
    reopened: Math.min(edits.reopen.length, LINE_EDITS_MAX),
  };
}

interface Batch {
  readonly head: string;
  readonly chosen: readonly NewComment[];
  readonly left: number;
}

/** One review is one notification. How many of its comments GitHub refused. */
async function post(api: ReviewApi, batch: Batch): Promise<number> {
  const { head, chosen, left } = batch;
  const body = reviewBody(chosen.length, left);
  try {
    try {
      await api.createReview(head, body, chosen);
    } catch (error) {
      if (!isServerError(error)) throw error;
      // It may have been taken all the same, and nobody wants to be told twice.
      if (!(await isWritten(api, chosen))) await api.createReview(head, body, chosen);
    }
    return 0;
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
    return postHalves(api, batch);
  }
}

const isServerError = (error: unknown): boolean => Number(statusOf(error)) >= 500;

async function isWritten(api: ReviewApi, chosen: readonly NewComment[]): Promise<boolean> {
  const own = new Set(
    (await api.listOwn()).map(({ body }) => readLineMarker(body)?.fingerprints[0]),
  );
  return chosen.some(({ body }) => own.has(readLineMarker(body)?.fingerprints[0] ?? ""));
}

/**
 * A review is taken as a whole or not at all, and the answer does not say which line it failed on. Halves
 * find it in few requests, each of which has to wait its turn.
 */
async function postHalves(api: ReviewApi, { chosen, ...batch }: Batch): Promise<number> {
  if (chosen.length < 2) return chosen.length;
  const middle = Math.ceil(chosen.length / 2);
  let refused = 0;
  for (const half of [chosen.slice(0, middle), chosen.slice(middle)])
    try {
      refused += await post(api, { ...batch, chosen: half });
    } catch {
      // What the first half has written stands; the rest is told as not written.
      refused += half.length;
    }
  return refused;
}

function reviewBody(shown: number, left: number): string {
  const lines = shown === 1 ? "one place" : `${shown} places`;
  const more = left === 0 ? "" : ` ${left} more are not commented on.`;
  return `NetworkPolicy review: something to look at in ${lines}.${more} The verdict and all changed flows are in the comment on the pull request.`;
}

const statusOf = (error: unknown): unknown =>
  error instanceof Error && "status" in error ? error.status : undefined;

async function applyEdits(api: ReviewApi, { resolve, reopen }: Edits): Promise<void> {
  const gone = resolve.slice(0, LINE_EDITS_MAX);
  const back = reopen.slice(0, LINE_EDITS_MAX);
  for (const { id, body } of [...gone, ...back])
    try {
      await api.updateComment(id, body);
    } catch (error) {
      // Somebody has deleted it in the meantime.
      if (statusOf(error) !== 404) throw error;
    }
  if (gone.length + back.length === 0) return;
  await setThreads(api, {
    gone: new Set(gone.map(({ id }) => id)),
    back: new Set(back.map(({ id }) => id)),
  });
}

/**
 * Folds the threads of what is gone, but for those with an answer: they are a conversation of people by then.
 * A token that may comment may not always do this, and the text of the comments says it anyway.
 */
async function setThreads(
  api: ReviewApi,
  { gone, back }: { readonly gone: ReadonlySet<number>; readonly back: ReadonlySet<number> },
): Promise<void> {
  try {
    for (const thread of await api.listThreads()) {
      const { id, commentId, isResolved, isAnswered, canResolve, canUnresolve } = thread;
      if (gone.has(commentId) && !isResolved && !isAnswered && canResolve)
        await api.setResolved(id, true);
      if (back.has(commentId) && isResolved && canUnresolve) await api.setResolved(id, false);
    }
  } catch {
    // Nothing is lost: see above.
  }
}
