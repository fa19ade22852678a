import type { CommentApi, CommentOutcome, CommentRequest, MarkedComment } from "./comment.ts";
import { markerLine, readMarker, type Marker } from "./marker.ts";

/** What a run sees before it writes. */
export interface Look {
  /** Its comments, oldest first. Every run keeps the oldest, so that all choose the same. */
  readonly own: readonly MarkedComment[];
  /** The last commit of the pull request, as GitHub says. */
  readonly head: string;
}

/** What this run has done so far. */
export interface Trace {
  readonly created?: number;
  /** The marker of what it wrote last. */
  readonly written?: Marker;
}

export type Step =
  | { readonly kind: "done"; readonly outcome: CommentOutcome }
  | { readonly kind: "write"; readonly write: () => Promise<Trace> };

interface StepContext {
  readonly request: CommentRequest;
  readonly trace: Trace;
  readonly api: CommentApi;
}

const done = (outcome: CommentOutcome): Step => ({ kind: "done", outcome });

const sameMarker = (a: Marker | undefined, b: Marker): boolean =>
  a?.head === b.head && a.runId === b.runId;

const isLaterRun = (existing: Marker, ours: Marker): boolean =>
  existing.head === ours.head && existing.runId > ours.runId;

/** The next write, or the end. */
export async function planStep(look: Look, context: StepContext): Promise<Step> {
  return look.head === context.request.marker.head
    ? planNewest(look, context)
    : planOutdated(look, context);
}

/** This run is about the last commit: one comment has to say what it found. */
function planNewest({ own }: Look, { request, trace, api }: StepContext): Step {
  const { marker, body } = request;
  const [kept, ...others] = own;
  if (kept === undefined) {
    // Somebody has deleted what was written a moment ago, and will not want it again.
    if (trace.created !== undefined) return done("created");
    if (!request.create) return done("not-needed");
    return {
      kind: "write",
      write: async () => ({ created: await api.create(body), written: marker }),
    };
  }
  const isLater = isLaterRun(kept.marker, marker);
  const isSaid = trace.written !== undefined && sameMarker(kept.marker, marker);
  // First the one that stays: a failure in between leaves two comments, never a stale one alone.
  if (!isLater && !isSaid)
    return {
      kind: "write",
      write: async () => {
        await api.update(kept.id, body);
        return { written: marker };
      },
    };
  // Ours by key and author, whichever run was cut off before it could remove its own.
  const [extra] = others;
  if (extra !== undefined) return removal(api, extra.id);
  if (isLater) return done("outdated");
  return done(trace.created === kept.id ? "created" : "updated");
}

/**
 * There is a newer commit. What this run has written in the meantime stands where the newer run's text stood, or
 * will stand: that text is put back where GitHub remembers it, and otherwise nothing old may stand there.
 */
async function planOutdated(
  { own, head }: Look,
  { request, trace, api }: StepContext,
): Promise<Step> {
  const { created, written } = trace;
  const [kept, ...others] = own;
  if (written === undefined) return done("outdated");
  // Only one beside the oldest: that one another run may be about to write to.
  if (others.some(({ id }) => id === created) && created !== undefined)
    return removal(api, created);
  const isOurs = kept !== undefined && sameMarker(written, kept.marker);
  const isPlaceholder = written.runId === NO_RUN;
  if (!isOurs || (kept.marker.head === head && !isPlaceholder)) return done("outdated");

  const bodies = await api.earlierBodies(kept.nodeId);
  const newest = bodies.find((body) => {
    const marker = readMarker(body);
    return marker?.head === head && marker.key === request.marker.key && marker.runId !== NO_RUN;
  });
  if (newest === undefined && kept.marker.head === head) return done("outdated");
  const body = newest ?? placeholder(head, request.marker.key);
  return {
    kind: "write",
    write: async () => {
      await api.update(kept.id, body);
      return { written: readMarker(body) ?? request.marker };
    },
  };
}

/** No run has this number, so that every run writes over it. */
const NO_RUN = 0;

const placeholder = (head: string, key: string | undefined): string =>
  [
    markerLine({ head, runId: NO_RUN, key }),
    "### ⏳ NetworkPolicy review: see the check",
    "",
    `This comment was about an earlier commit. The result for ${head} is in the summary of its own run.`,
    "",
  ].join("\n");

const removal = (api: CommentApi, id: number): Step => ({
  kind: "write",
  write: async () => {
    await api.remove(id);
    return {};
  },
});
