import { renderLineComment } from "../report/line-comment.ts";
import type { ReviewItem } from "./review-items.ts";
import { lineMarker, MAX_FINGERPRINTS, withoutMarker, type LineMarker } from "./review-marker.ts";
import type { CommentPlace } from "./review-place.ts";

/** A comment of ours on a line of the pull request. */
export interface OwnComment {
  readonly id: number;
  readonly body: string;
  readonly marker: LineMarker;
  /** Whether somebody has answered it. */
  readonly isAnswered: boolean;
}

/** A comment to write on lines of the diff. */
export interface NewComment extends Omit<CommentPlace, "canSuggest"> {
  readonly body: string;
}

interface Edit {
  readonly id: number;
  readonly body: string;
}

/** What is gone, what has come back since it was gone, and what another comment says already. */
export interface Edits {
  readonly resolve: readonly Edit[];
  readonly reopen: readonly Edit[];
  readonly merge: readonly Edit[];
}

export interface EditFacts {
  readonly items: readonly ReviewItem[];
  readonly comments: readonly OwnComment[];
  /** False where something could not be read: what is not seen is then not known to be gone. */
  readonly isComplete: boolean;
  /** The commit in which it was found gone, as Markdown. */
  readonly commit: string;
  readonly commentUrl: (id: number) => string;
}

/** Brings earlier comments up to date with what the review finds now. */
export function planEdits({ items, comments: all, ...facts }: EditFacts): Edits {
  const { isComplete, commit, commentUrl } = facts;
  const merge = planMerges(all, commentUrl);
  const merged = new Set(merge.map(({ id }) => id));
  const comments = all.filter(({ id }) => !merged.has(id));
  const present = new Map(items.map((item) => [item.fingerprint, item]));
  const stillThere = ({ marker }: OwnComment): readonly ReviewItem[] =>
    marker.fingerprints.flatMap((fingerprint) => present.get(fingerprint) ?? []);
  return {
    resolve: comments
      .filter((comment) => comment.marker.state === "open" && stillThere(comment).length === 0)
      .filter(() => isComplete)
      .map((comment) => ({ id: comment.id, body: resolvedBody(comment, commit) })),
    reopen: comments
      .filter(({ marker }) => marker.state === "resolved")
      .flatMap((comment) => {
        const back = stillThere(comment);
        // The lines may have moved since, so the fix is shown and not offered for a click.
        return back.length === 0
          ? []
          : [{ id: comment.id, body: bodyOf(back, { ...comment.marker, canSuggest: false }) }];
      }),
    merge,
  };
}

/**
 * Two runs that look at the same moment both see nothing, and both write. The oldest comment of each finding speaks;
 * one of which others say all is marked, not deleted: somebody may be answering it right now.
 */
export function planMerges(
  comments: readonly OwnComment[],
  commentUrl: (id: number) => string,
): readonly Edit[] {
  const first = new Map<string, number>();
  return comments
    .filter(({ marker }) => marker.state === "open")
    .toSorted((a, b) => a.id - b.id)
    .flatMap((comment) => {
      const { fingerprints } = comment.marker;
      const others = fingerprints.map((fingerprint) => first.get(fingerprint));
      const [other] = others;
      for (const fingerprint of fingerprints)
        if (!first.has(fingerprint)) first.set(fingerprint, comment.id);
      if (other === undefined || others.includes(undefined) || comment.isAnswered) return [];
      return [{ id: comment.id, body: mergedBody(comment, commentUrl(other)) }];
    });
}

/** Text of ours that is struck out is still ours; nobody needs more of it than this. */
const MAX_STRUCK = 4_000;

const resolvedBody = (comment: OwnComment, commit: string): string =>
  struckBody(comment, "resolved", `✅ **Resolved** in ${commit}.`);

const mergedBody = (comment: OwnComment, url: string): string =>
  struckBody(comment, "duplicate", `**Duplicate**: [another comment](${url}) says it.`);

function struckBody(
  { marker, body }: OwnComment,
  state: LineMarker["state"],
  title: string,
): string {
  const [said = ""] = withoutMarker(body)
    .slice(0, MAX_STRUCK)
    .split(/\n\s*\n/);
  const struck = said
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replace(/^(- )?(.*)$/, "$1~~$2~~"));
  return [lineMarker({ ...marker, state }), title, "", ...struck].join("\n");
}

export interface NewFacts {
  /** As in {@link LineMarker}. */
  readonly key: string;
  readonly placeOf: (item: ReviewItem) => CommentPlace | undefined;
}

/** A comment for each place, items of the same lines together. */
export function planComments(
  items: readonly ReviewItem[],
  { key, placeOf }: NewFacts,
): readonly NewComment[] {
  const groups = new Map<string, { place: CommentPlace; items: ReviewItem[] }>();
  for (const item of items) {
    const place = placeOf(item);
    if (place === undefined) continue;
    const about = JSON.stringify([place, item.fix]);
    const group = groups.get(about);
    if (group === undefined) groups.set(about, { place, items: [item] });
    else if (group.items.length < MAX_FINGERPRINTS) group.items.push(item);
  }
  return [...groups.values()].map(({ place: { canSuggest, ...place }, items: said }) => ({
    ...place,
    body: bodyOf(said, {
      key,
      fingerprints: said.map(({ fingerprint }) => fingerprint),
      canSuggest,
    }),
  }));
}

interface BodyOptions extends Omit<LineMarker, "state"> {
  readonly canSuggest: boolean;
}

function bodyOf(
  items: readonly ReviewItem[],
  { key, fingerprints, canSuggest }: BodyOptions,
): string {
  const [first] = items;
  const marker = lineMarker({ state: "open", key, fingerprints });
  const text = renderLineComment({
    lines: items.map(({ text: line }) => line),
    ...(first?.help === undefined ? {} : { help: first.help }),
    ...(first?.fix === undefined ? {} : { fix: first.fix }),
    canSuggest,
  });
  return `${marker}\n${text}`;
}
