import { markerLine, type Marker } from "./marker.ts";

/** A comment whose first line is our marker, whoever wrote it. */
export interface MarkedComment {
  readonly id: number;
  /** Login of the author; absent where the account is gone. */
  readonly author: string | undefined;
  readonly marker: Marker;
}

/** The requests about the comments of one pull request. */
export interface CommentApi {
  /** Comments with a marker from all pages, oldest first. */
  listMarked(): Promise<readonly MarkedComment[]>;
  /** Login of the token's owner. */
  viewer(): Promise<string>;
  /** The last commit of the pull request by now. */
  currentHead(): Promise<string>;
  create(body: string): Promise<number>;
  update(id: number, body: string): Promise<void>;
  remove(id: number): Promise<void>;
}

export interface CommentRequest {
  readonly marker: Marker;
  /** Begins with the marker's line. */
  readonly body: string;
  /** Whether there is something to say on a pull request that has no comment of ours yet. */
  readonly create: boolean;
}

export type CommentOutcome =
  | "created"
  | "updated"
  /** There was nothing to say and no comment to bring up to date. */
  | "not-needed"
  /** The pull request has a newer head, or a later run has looked at the same head. */
  | "outdated";

/** Anybody can paste a marker, so the author counts too. The oldest first, where racing runs left two. */
async function findOwn(
  api: CommentApi,
  key: string | undefined,
  before: number = Number.POSITIVE_INFINITY,
): Promise<MarkedComment | undefined> {
  const marked = (await api.listMarked()).filter(
    ({ id, marker }) => id < before && (marker.key === key || marker.key === undefined),
  );
  // Most pull requests have no other marked comment, and the question costs a request.
  if (marked.length === 0) return undefined;
  const viewer = await api.viewer();
  const own = marked.filter(({ author }) => author === viewer).toSorted((a, b) => a.id - b.id);
  // One without a key is from a version that had none: the first review to find it takes it over.
  return own.find(({ marker }) => marker.key === key) ?? own[0];
}

const isLaterRun = (existing: Marker, ours: Marker): boolean =>
  existing.head === ours.head && existing.runId > ours.runId;

/** Another run created one at the same time: the oldest stays, so that both runs choose the same. */
async function settleRace(
  api: CommentApi,
  created: number,
  request: CommentRequest,
): Promise<CommentOutcome> {
  const oldest = await findOwn(api, request.marker.key, created);
  if (oldest === undefined) return "created";
  // The other run may be that of a newer commit, which came after the last look.
  const outdated =
    isLaterRun(oldest.marker, request.marker) ||
    (oldest.marker.head !== request.marker.head &&
      (await api.currentHead()) !== request.marker.head);
  // First the one that stays: a failure in between leaves two comments, never a stale one alone.
  if (!outdated) await api.update(oldest.id, request.body);
  await api.remove(created);
  return outdated ? "outdated" : "updated";
}

/** Brings the one comment on the pull request up to date, or creates it. */
export async function upsertComment(
  api: CommentApi,
  request: CommentRequest,
): Promise<CommentOutcome> {
  if (!request.body.startsWith(markerLine(request.marker)))
    throw new Error("a comment begins with its marker");
  const existing = await findOwn(api, request.marker.key);
  if (existing === undefined && !request.create) return "not-needed";
  if (existing !== undefined && isLaterRun(existing.marker, request.marker)) return "outdated";
  // Last before the write: the API has no compare-and-swap, so keep the window short.
  if ((await api.currentHead()) !== request.marker.head) return "outdated";
  if (existing === undefined) return settleRace(api, await api.create(request.body), request);
  await api.update(existing.id, request.body);
  return "updated";
}
