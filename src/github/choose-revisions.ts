import type { Event, PullRequestEvent } from "./read-event.ts";

/** What decides the revisions. */
export interface RevisionFacts {
  readonly event: Event;
  /** The commit and the ref that started the run. */
  readonly sha: string;
  readonly ref: string;
  /** Whether that commit is in the clone, as it is after a plain actions/checkout. */
  readonly shaPresent: boolean;
  /** The inputs of these names. */
  readonly base?: string | undefined;
  readonly head?: string | undefined;
}

export type BaseChoice =
  | { readonly kind: "revision"; readonly revision: string }
  | { readonly kind: "merge-base"; readonly of: readonly [string, string] };

export type RevisionChoice =
  | { readonly kind: "diff"; readonly base: BaseChoice; readonly head: string }
  | { readonly kind: "scan"; readonly head: string }
  | { readonly kind: "impossible"; readonly message: string };

/** Events that merge something, but whose checked-out revision is not what would be merged. */
const NEED_INPUTS: ReadonlyMap<string, string> = new Map([
  ["merge_group", "`github.event.merge_group.base_sha` and `github.event.merge_group.head_sha`"],
  [
    "pull_request_target",
    "`github.event.pull_request.base.sha` and `github.event.pull_request.head.sha`",
  ],
]);

const revision = (name: string): BaseChoice => ({ kind: "revision", revision: name });

function chooseForPullRequest(event: PullRequestEvent, facts: RevisionFacts): RevisionChoice {
  // The test merge of GitHub: first parent the target branch, second parent the pull request.
  const isMerge = facts.ref === `refs/pull/${event.number}/merge` && facts.shaPresent;
  if (isMerge && facts.head === undefined)
    return { kind: "diff", base: revision(facts.base ?? `${facts.sha}^1`), head: facts.sha };

  // No merge commit: closed, in conflict, or another commit is checked out. Against the merge base
  // the target's own progress does not count as a change of the pull request.
  const head = facts.head ?? event.headSha;
  const base: BaseChoice =
    facts.base === undefined
      ? { kind: "merge-base", of: [event.baseSha, head] }
      : revision(facts.base);
  return { kind: "diff", base, head };
}

/** Chooses what to compare, or what to scan where there is nothing to compare with. */
export function chooseRevisions(facts: RevisionFacts): RevisionChoice {
  const { event, base, head } = facts;
  if (event.kind === "pull-request") return chooseForPullRequest(event, facts);

  const needed = NEED_INPUTS.get(event.name);
  if (needed !== undefined && (base === undefined || head === undefined)) {
    const message = `On \`${event.name}\` the inputs \`base\` and \`head\` are required, such as ${needed}.`;
    return { kind: "impossible", message };
  }
  if (base === undefined) return { kind: "scan", head: head ?? "HEAD" };
  return { kind: "diff", base: revision(base), head: head ?? "HEAD" };
}
