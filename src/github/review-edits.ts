import { LINE_EDITS_MAX } from "./limits.ts";
import type { Pace } from "./pace.ts";
import type { ReviewApi } from "./review-api.ts";
import type { Edits } from "./review-plan.ts";

export interface EditTask {
  /** The commit that the edits are about. */
  readonly head: string;
  readonly edits: Edits;
}

/** How many earlier comments were brought up to date. */
export interface Edited {
  readonly resolved: number;
  readonly reopened: number;
}

type Edit = Edits["resolve"][number];

/** Brings earlier comments on lines up to date, and their threads. */
export async function applyEdits(
  api: ReviewApi,
  { head, edits }: EditTask,
  pace: Pace,
): Promise<Edited> {
  const gone = edits.resolve.slice(0, LINE_EDITS_MAX);
  const back = edits.reopen.slice(0, LINE_EDITS_MAX);
  const merged = edits.merge.slice(0, LINE_EDITS_MAX);
  const written = new Set<number>();
  for (const edit of [...merged, ...gone, ...back])
    if (await applyEdit(api, { head, edit }, pace)) written.add(edit.id);
  const idsOf = (list: readonly Edit[]): ReadonlySet<number> =>
    new Set(list.map(({ id }) => id).filter((id) => written.has(id)));
  if (written.size > 0)
    await setThreads(api, { gone: idsOf([...gone, ...merged]), back: idsOf(back) });
  return { resolved: idsOf(gone).size, reopened: idsOf(back).size };
}

interface OneEdit {
  readonly head: string;
  readonly edit: Edit;
}

/** Whether it was written: a run of a newer commit knows better, and a comment may be deleted by now. */
async function applyEdit(api: ReviewApi, { head, edit }: OneEdit, pace: Pace): Promise<boolean> {
  for (;;) {
    if (await pace.turn()) continue;
    if ((await api.currentHead()) !== head) return false;
    try {
      await api.updateComment(edit.id, edit.body);
      return true;
    } catch (error) {
      if (error instanceof Error && "status" in error && error.status === 404) return false;
      await pace.recover(error);
    }
  }
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
