import type { PullRequestEvent, ReviewedEvent } from "./read-event.ts";

/** What decides the revisions. */
export interface RevisionFacts {
  readonly event: ReviewedEvent;
  /** GitHub's test merge of the pull request, where there is one for its last commit. */
  readonly testMerge?: string | undefined;
  /** The inputs of these names. */
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

export type BaseChoice =
  | { readonly kind: "revision"; readonly revision: string }
  | { readonly kind: "first-parent"; readonly of: string }
  | { readonly kind: "merge-base"; readonly of: readonly [string, string] };

export type RevisionChoice =
  | { readonly kind: "diff"; readonly base: BaseChoice; readonly head: string }
  | { readonly kind: "scan"; readonly head: string };

/** What is checked out, or the commit that started the run. */
const CHECKED_OUT = "HEAD";

/** What `github.event.before` holds when a branch is new. */
const NO_COMMIT = /^0+$/;

const revision = (name: string): BaseChoice => ({ kind: "revision", revision: name });

function chooseForPullRequest(event: PullRequestEvent, facts: RevisionFacts): RevisionChoice {
  const { testMerge, base } = facts;
  // Its first parent is the target branch, its second the pull request.
  if (testMerge !== undefined && facts.head === undefined)
    return {
      kind: "diff",
      base: base === undefined ? { kind: "first-parent", of: testMerge } : revision(base),
      head: testMerge,
    };

  // No test merge: closed, in conflict, or another commit is checked out. Against the merge base the
  // target's own progress does not count as a change of the pull request.
  const head = facts.head ?? event.headSha;
  return {
    kind: "diff",
    base: base === undefined ? { kind: "merge-base", of: [event.baseSha, head] } : revision(base),
    head,
  };
}

/** Chooses what to compare, or what to scan where there is nothing to compare with. */
export function chooseRevisions(facts: RevisionFacts): RevisionChoice {
  const { event } = facts;
  switch (event.kind) {
    case "pull-request":
      return chooseForPullRequest(event, facts);
    case "merge-group":
      // The queue says what it builds on; another branch's last commit would be compared with the wrong state.
      return {
        kind: "diff",
        base: revision(facts.base ?? event.baseSha),
        head: facts.head ?? event.headSha,
      };
    case "other": {
      const { base, head = CHECKED_OUT } = facts;
      if (base === undefined || NO_COMMIT.test(base)) return { kind: "scan", head };
      return { kind: "diff", base: revision(base), head };
    }
  }
}
