/** A pull request, as far as the review needs it. */
export interface PullRequestEvent {
  readonly kind: "pull-request";
  readonly number: number;
  /** The last commit of the target branch when the event happened. */
  readonly baseSha: string;
  /** The last commit of the pull request. */
  readonly headSha: string;
}

/** Any event that is not about merging one branch into another. */
interface OtherEvent {
  readonly kind: "other";
  readonly name: string;
}

export type Event = PullRequestEvent | OtherEvent;

export type EventResult =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly message: string };

const COMMIT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** The value at a path of keys; absent where something on the way is not an object. */
function at(value: unknown, ...keys: readonly string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== "object" || current === null) return undefined;
    current = Object.entries(current).find(([name]) => name === key)?.[1];
  }
  return current;
}

const commitAt = (payload: unknown, ...keys: readonly string[]): string | undefined => {
  const id = at(payload, ...keys);
  return typeof id === "string" && COMMIT_ID.test(id) ? id : undefined;
};

function pullRequestOf(payload: unknown): PullRequestEvent | undefined {
  const number = at(payload, "pull_request", "number");
  const baseSha = commitAt(payload, "pull_request", "base", "sha");
  const headSha = commitAt(payload, "pull_request", "head", "sha");
  if (typeof number !== "number" || !Number.isSafeInteger(number) || number < 1) return undefined;
  if (baseSha === undefined || headSha === undefined) return undefined;
  return { kind: "pull-request", number, baseSha, headSha };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the event of the run: its name, and the text of the file that GITHUB_EVENT_PATH names. */
export function readEvent(name: string, text: string): EventResult {
  if (name !== "pull_request") return { ok: true, event: { kind: "other", name } };
  const event = pullRequestOf(parse(text));
  if (event !== undefined) return { ok: true, event };
  return {
    ok: false,
    message:
      "The event file is not that of a `pull_request` event: it needs `pull_request.number`, " +
      "`pull_request.base.sha` and `pull_request.head.sha`.",
  };
}
