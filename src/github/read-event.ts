import { isFullId } from "../source/git-lookup.ts";

/** A pull request, as far as the review needs it. */
export interface PullRequestEvent {
  readonly kind: "pull-request";
  readonly number: number;
  /** The last commit of the target branch when the event happened. */
  readonly baseSha: string;
  /** The last commit of the pull request. */
  readonly headSha: string;
  /**
   * The run has the test merge checked out, as on `pull_request`; otherwise it has the default branch, and
   * GitHub is asked for the merge.
   */
  readonly merge: "checked-out" | "asked-for";
}

/** A group of pull requests in a merge queue. */
interface MergeGroupEvent {
  readonly kind: "merge-group";
  readonly baseSha: string;
  readonly headSha: string;
}

/** The end of another workflow's run, which may be that of a pull request from a fork. */
export interface WorkflowRunEvent {
  readonly kind: "workflow-run";
  /** The event that started the other run. */
  readonly trigger: string;
  readonly headSha: string;
  /** `owner:branch` of the commit; absent where its repository is gone. */
  readonly headLabel: string | undefined;
}

/** Any event that is not about merging one branch into another. */
interface OtherEvent {
  readonly kind: "other";
  readonly name: string;
}

export type Event = PullRequestEvent | MergeGroupEvent | WorkflowRunEvent | OtherEvent;

/** An event that says what to review. */
export type ReviewedEvent = Exclude<Event, WorkflowRunEvent>;

export type EventResult =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly message: string };

/** The value at a path of keys; absent where something on the way is not an object. */
function at(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null) return undefined;
    current = Object.entries(current).find(([name]) => name === key)?.[1];
  }
  return current;
}

const textAt = (payload: unknown, ...keys: readonly string[]): string | undefined => {
  const text = at(payload, ...keys);
  return typeof text === "string" && text !== "" ? text : undefined;
};

const commitAt = (payload: unknown, ...keys: readonly string[]): string | undefined => {
  const id = textAt(payload, ...keys);
  return id !== undefined && isFullId(id) ? id : undefined;
};

const pullRequestFrom =
  (merge: PullRequestEvent["merge"]) =>
  (payload: unknown): PullRequestEvent | undefined => {
    const number = at(payload, "pull_request", "number");
    const baseSha = commitAt(payload, "pull_request", "base", "sha");
    const headSha = commitAt(payload, "pull_request", "head", "sha");
    if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1) return undefined;
    if (baseSha === undefined || headSha === undefined) return undefined;
    return { kind: "pull-request", number, baseSha, headSha, merge };
  };

function mergeGroupFrom(payload: unknown): MergeGroupEvent | undefined {
  const baseSha = commitAt(payload, "merge_group", "base_sha");
  const headSha = commitAt(payload, "merge_group", "head_sha");
  if (baseSha === undefined || headSha === undefined) return undefined;
  return { kind: "merge-group", baseSha, headSha };
}

function workflowRunFrom(payload: unknown): WorkflowRunEvent | undefined {
  const trigger = textAt(payload, "workflow_run", "event");
  const headSha = commitAt(payload, "workflow_run", "head_sha");
  if (trigger === undefined || headSha === undefined) return undefined;
  const owner = textAt(payload, "workflow_run", "head_repository", "owner", "login");
  const branch = textAt(payload, "workflow_run", "head_branch");
  const headLabel = owner === undefined || branch === undefined ? undefined : `${owner}:${branch}`;
  return { kind: "workflow-run", trigger, headSha, headLabel };
}

interface Reader {
  readonly read: (payload: unknown) => Event | undefined;
  /** What the event file must hold. */
  readonly needs: string;
}

const PULL_REQUEST = "`pull_request.number`, `pull_request.base.sha` and `pull_request.head.sha`";

/** The events whose file decides what is compared. */
const READERS: ReadonlyMap<string, Reader> = new Map([
  ["pull_request", { read: pullRequestFrom("checked-out"), needs: PULL_REQUEST }],
  ["pull_request_target", { read: pullRequestFrom("asked-for"), needs: PULL_REQUEST }],
  [
    "merge_group",
    { read: mergeGroupFrom, needs: "`merge_group.base_sha` and `merge_group.head_sha`" },
  ],
  [
    "workflow_run",
    { read: workflowRunFrom, needs: "`workflow_run.event` and `workflow_run.head_sha`" },
  ],
]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the event of the run: its name, and the text of the file that GITHUB_EVENT_PATH names. */
export function readEvent(name: string, text: string): EventResult {
  const reader = READERS.get(name);
  if (reader === undefined) return { ok: true, event: { kind: "other", name } };
  const event = reader.read(parse(text));
  if (event !== undefined) return { ok: true, event };
  const message = `The event file is not that of a \`${name}\` event: it needs ${reader.needs}.`;
  return { ok: false, message };
}
