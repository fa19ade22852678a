import type { Pace } from "./pace.ts";
import type { ReviewApi } from "./review-api.ts";
import { readLineMarker } from "./review-marker.ts";
import type { NewComment, OwnComment } from "./review-plan.ts";

export interface Batch {
  /** The commit whose diff the comments are for. */
  readonly head: string;
  readonly chosen: readonly NewComment[];
  /** How many more there would have been. */
  readonly left: number;
  /** The comments of this review that stand there by now. */
  readonly listOwn: () => Promise<readonly OwnComment[]>;
}

export interface Posted {
  readonly posted: number;
  /** How many GitHub refused. */
  readonly refused: number;
}

/** Writes new comments as one review, which is one notification. */
export async function postReview(api: ReviewApi, batch: Batch, pace: Pace): Promise<Posted> {
  const { head, left } = batch;
  let hasWaited = false;
  for (let { chosen } = batch; ;) {
    if (hasWaited) chosen = await unsaid(batch);
    if (chosen.length === 0) return { posted: batch.chosen.length, refused: 0 };
    hasWaited = await pace.turn();
    if (hasWaited) continue;
    // Last before the write: the diff that GitHub shows now may be that of a newer head, whose run knows better.
    if ((await api.currentHead()) !== head) return { posted: 0, refused: 0 };
    try {
      await api.createReview(head, reviewBody(chosen.length, left), chosen);
      return { posted: batch.chosen.length, refused: 0 };
    } catch (error) {
      if (isRefused(error)) return postHalves(api, { ...batch, chosen }, pace);
      // It may have been taken all the same, and nobody wants to be told twice: the next look tells.
      await pace.recover(error);
      hasWaited = true;
    }
  }
}

/** What does not stand there by now. */
async function unsaid({ chosen, listOwn }: Batch): Promise<readonly NewComment[]> {
  const said = new Set((await listOwn()).flatMap(({ marker }) => marker.fingerprints));
  return chosen.filter(({ body }) => {
    const fingerprints = readLineMarker(body)?.fingerprints ?? [];
    return !fingerprints.some((fingerprint) => said.has(fingerprint));
  });
}

const isRefused = (error: unknown): boolean =>
  error instanceof Error && "status" in error && error.status === 422;

/**
 * A review is taken as a whole or not at all, and the answer does not say which line it failed on. Halves
 * find it in few requests, each of which has to wait its turn.
 */
async function postHalves(api: ReviewApi, batch: Batch, pace: Pace): Promise<Posted> {
  const { chosen } = batch;
  if (chosen.length < 2) return { posted: 0, refused: chosen.length };
  const middle = Math.ceil(chosen.length / 2);
  let sum: Posted = { posted: 0, refused: 0 };
  for (const half of [chosen.slice(0, middle), chosen.slice(middle)]) {
    const { posted, refused } = await postHalf(api, { ...batch, chosen: half }, pace);
    sum = { posted: sum.posted + posted, refused: sum.refused + refused };
  }
  return sum;
}

async function postHalf(api: ReviewApi, batch: Batch, pace: Pace): Promise<Posted> {
  try {
    return await postReview(api, batch, pace);
  } catch {
    // What the first half has written stands; the rest is told as not written.
    return { posted: 0, refused: batch.chosen.length };
  }
}

function reviewBody(shown: number, left: number): string {
  const lines = shown === 1 ? "one place" : `${shown} places`;
  const more = left === 0 ? "" : ` ${left} more are not commented on.`;
  return `NetworkPolicy review: something to look at in ${lines}.${more} The verdict and all changed flows are in the comment on the pull request.`;
}
