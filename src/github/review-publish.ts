import type { Report } from "../model/report.ts";
import type { Source } from "../source/types.ts";
import { LINE_COMMENTS_MAX } from "./limits.ts";
import type { Pace } from "./pace.ts";
import type { ReviewApi } from "./review-api.ts";
import { applyEdits } from "./review-edits.ts";
import { readDiffFiles } from "./review-files.ts";
import { reviewItems } from "./review-items.ts";
import { planComments, planEdits, planMerges, type OwnComment } from "./review-plan.ts";
import { placeItem } from "./review-place.ts";
import { postReview } from "./review-post.ts";

export interface ReviewTask {
  readonly report: Report;
  readonly source: Source;
  /** The last commit of the pull request. */
  readonly head: string;
  /** That commit as a link, in Markdown. */
  readonly commit: string;
  /** Tells the comments of this review from those of others on the same pull request. */
  readonly key: string;
  readonly commentUrl: (id: number) => string;
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
export async function publishReview(
  api: ReviewApi,
  task: ReviewTask,
  pace: Pace,
): Promise<ReviewOutcome> {
  const { report, source, head, commit, key, commentUrl } = task;
  const items = reviewItems(report);
  const listOwn = async (): Promise<readonly OwnComment[]> =>
    (await api.listOwn()).filter(({ marker }) => marker.key === key);
  const comments = await listOwn();
  const isComplete = report.ledger.every(({ decides }) => !decides);
  const edits = planEdits({ items, comments, isComplete, commit, commentUrl });
  const known = new Set(comments.flatMap(({ marker }) => marker.fingerprints));
  const news = items.filter(({ isWorthy, fingerprint }) => isWorthy && !known.has(fingerprint));
  const changed = edits.resolve.length + edits.reopen.length + edits.merge.length;
  if (changed + news.length === 0) return NOTHING;

  const findFile = await readDiffFiles(api, source, news);
  const all = planComments(news, { key, placeOf: (item) => placeItem(item, findFile) });
  const chosen = all.slice(0, LINE_COMMENTS_MAX);
  const left = all.length - chosen.length;
  const posted = await postReview(api, { head, chosen, left, listOwn }, pace);
  // Another run may have written at the same moment.
  const merge = posted.posted === 0 ? edits.merge : planMerges(await listOwn(), commentUrl);
  const done = await applyEdits(api, { head, edits: { ...edits, merge } }, pace);
  return { ...posted, left, ...done };
}
