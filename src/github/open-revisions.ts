import type { Failed, Source } from "../source/types.ts";
import type { BaseChoice, RevisionChoice } from "./choose-revisions.ts";
import type { Commit, OpenOptions, Repository } from "./repository.ts";

/** The bytes to review and the full ids of the commits that they come from. */
export interface OpenedRevisions {
  readonly ok: true;
  readonly source: Source;
  /** Absent in a scan. */
  readonly base?: string;
  readonly head: string;
}

function findBase(repository: Repository, base: BaseChoice): Promise<Commit> {
  switch (base.kind) {
    case "revision":
      return repository.findCommit(base.revision);
    case "first-parent":
      return repository.firstParent(base.of);
    case "merge-base":
      return repository.mergeBase(...base.of);
  }
}

/** Finds the chosen commits, fetching what a shallow clone lacks, and opens them. */
export async function openRevisions(
  repository: Repository,
  choice: RevisionChoice,
  options: OpenOptions,
): Promise<OpenedRevisions | Failed> {
  // The head first: the base may be its parent.
  const head = await repository.findCommit(choice.head);
  if (!head.ok) return head;
  const base = choice.kind === "diff" ? await findBase(repository, choice.base) : undefined;
  if (base !== undefined && !base.ok) return base;

  const commits = { head: head.commit, ...(base === undefined ? {} : { base: base.commit }) };
  const opened = await repository.open(
    [...(base === undefined ? [] : [base.commit]), head.commit],
    options,
  );
  return opened.ok ? { ok: true, source: opened.source, ...commits } : opened;
}
