import type { FakePull } from "./fake-reviews.ts";

export interface FakeComment {
  readonly id: number;
  readonly author: string;
  body: string;
  /** Every text that it has had, the latest first. */
  readonly edits: string[];
}

/** A request as a test may hold it up. */
export interface HeldRequest {
  /** What follows `~` in the token: tells the runs of one test apart. */
  readonly who: string;
  /** `METHOD /path` below the repository. */
  readonly request: string;
  /** Before it has happened, or when its answer is about to be sent. */
  readonly when: "before" | "after";
}

/** What a checkout and the server have in common. */
export interface ServerCommits {
  readonly server: string;
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha: string;
}

/** What one repository of the fake holds, and how it misbehaves. A test owns one and may change it. */
export interface FakeRepository {
  /** Every request as `METHOD /path`, without the query. */
  readonly requests: string[];
  readonly token: string;
  /** Login of the token's owner. */
  viewer: string;
  readonly comments: FakeComment[];
  /** The diff and the comments on its lines. */
  readonly pull: FakePull;
  headSha: string;
  /** The git repository on the server. */
  readonly server: string;
  readonly baseSha: string;
  /** `owner:branch` of the pull request's last commit. */
  headLabel: string;
  /** The test merge; `asks` is how often GitHub says that it does not know yet. */
  merge: { sha: string; mergeable: boolean; asks: number };
  state: "open" | "closed";
  /** Pull requests with the same last commit. */
  pullNumbers: readonly number[];
  /** Files of other repositories, as `path@ref`, by the name of the repository. */
  readonly otherFiles: Map<string, string>;
  knowsMergeBases: boolean;
  /** More entries of a tree are not listed at once. */
  longestListing: number;
  /** Fork mode: every write is refused. */
  readOnly: boolean;
  /** So many requests are answered with 502 before one succeeds. */
  brokenRequests: number;
  /** So many writes are refused for their frequency, with `retry-after: 1`. */
  limitedWrites: number;
  /** What every request is answered with before it is asked again. */
  firstAnswer: "as it should be" | "502" | "429 with retry-after: 1";
  /** So many archives break off. */
  brokenArchives: number;
  /** Seconds in the `retry-after` of such a refusal. */
  limitSeconds: number;
  /** A request waits for what this returns. */
  hold?: ((request: HeldRequest) => Promise<unknown> | undefined) | undefined;
  /** So many new comments are taken and answered with 502. */
  lostComments: number;
  /** Happens just before a comment is created. */
  beforeCreate?: () => void;
  plant(author: string, body: string): FakeComment;
}

export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  /** `application/json` unless set. */
  readonly type?: string;
  readonly headers?: Record<string, string>;
}

export const NOT_FOUND: Reply = { status: 404, body: { message: "Not Found" } };
