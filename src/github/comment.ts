import { markerLine, type Marker } from "./marker.ts";
import type { Pace } from "./pace.ts";
import { planStep, type Look, type Trace } from "./comment-plan.ts";

/** A comment whose first line is our marker, whoever wrote it. */
export interface MarkedComment {
  readonly id: number;
  /** How GraphQL knows it. */
  readonly nodeId: string;
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
  /** What the comment has said before, the latest first. */
  earlierBodies(nodeId: string): Promise<readonly string[]>;
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

/** Each look leads to a write or to the end; runs that race settle in fewer. */
const MAX_LOOKS = 20;

/**
 * Brings the one comment on the pull request up to date, or creates it. The API has no compare-and-swap, so each
 * write comes directly after a look, and after it comes another: a run that has written over something newer, or
 * beside something older, sees and mends it.
 */
export async function upsertComment(
  api: CommentApi,
  request: CommentRequest,
  pace: Pace,
): Promise<CommentOutcome> {
  if (!request.body.startsWith(markerLine(request.marker)))
    throw new Error("a comment begins with its marker");
  let trace: Trace = {};
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const seen = await look(api, request, trace);
    const step = await planStep(seen, { request, trace, api });
    if (step.kind === "done") return step.outcome;
    // What was seen before a wait may be over.
    if (await pace.turn()) continue;
    try {
      trace = { ...trace, ...(await step.write()) };
    } catch (error) {
      // Somebody has deleted it: the next look tells.
      if (seen.own.length === 0 || !isGone(error)) await pace.recover(error);
    }
  }
  if (trace.written !== undefined) return "updated";
  throw new Error("other runs, or the limits of GitHub, left no moment to write it");
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && "status" in error && error.status === 404;

/** The head last: nothing comes between it and the write. */
async function look(
  api: CommentApi,
  { marker, create }: CommentRequest,
  { written }: Trace,
): Promise<Look> {
  const own = await findOwn(api, marker.key);
  const isIdle = own.length === 0 && !create && written === undefined;
  return { own, head: isIdle ? marker.head : await api.currentHead() };
}

/** Anybody can paste a marker, so the author counts too. The oldest first, where racing runs left two. */
async function findOwn(
  api: CommentApi,
  key: string | undefined,
): Promise<readonly MarkedComment[]> {
  const marked = (await api.listMarked()).filter(
    ({ marker }) => marker.key === key || marker.key === undefined,
  );
  // Most pull requests have no other marked comment, and the question costs a request.
  if (marked.length === 0) return [];
  const viewer = await api.viewer();
  const own = marked.filter(({ author }) => author === viewer).toSorted((a, b) => a.id - b.id);
  const keyed = own.filter(({ marker }) => marker.key === key);
  // One without a key is from a version that had none: the first review to find it takes it over.
  return keyed.length > 0 ? keyed : own.slice(0, 1);
}
