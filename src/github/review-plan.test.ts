import { describe, expect, test } from "vitest";
import type { ReviewItem } from "./review-items.ts";
import { lineMarker } from "./review-marker.ts";
import type { CommentPlace } from "./review-place.ts";
import { planComments, planEdits, type OwnComment } from "./review-plan.ts";

const KEY = "0".repeat(12);
const [A = "", B = "", C = ""] = ["a", "b", "c"].map((letter) => letter.repeat(32));

const item = (fingerprint: string, parts: Partial<ReviewItem> = {}): ReviewItem => ({
  fingerprint,
  text: `text ${fingerprint[0]}`,
  isWorthy: true,
  ...parts,
});

const comment = (state: "open" | "resolved", ...fingerprints: readonly string[]): OwnComment => {
  const marker = { state, key: KEY, fingerprints };
  const body = `${lineMarker(marker)}\n- one\n- two\n\n\`\`\`suggestion\nx\n\`\`\``;
  return { id: 1, body, marker, isAnswered: false };
};

const edits = (comments: readonly OwnComment[], items: readonly ReviewItem[], isComplete = true) =>
  planEdits({
    items,
    comments,
    isComplete,
    commit: "[abc](https://x)",
    commentUrl: (id) => `https://x#${id}`,
  });

describe("an open comment", () => {
  test("is resolved when all that it is about is gone", () => {
    const { resolve, reopen } = edits([comment("open", A, B)], [item(C)]);
    expect(reopen).toEqual([]);
    expect(resolve).toEqual([
      {
        id: 1,
        body: `${lineMarker({ state: "resolved", key: KEY, fingerprints: [A, B] })}\n✅ **Resolved** in [abc](https://x).\n\n- ~~one~~\n- ~~two~~`,
      },
    ]);
  });

  test("stays while a part of it is there, worth a comment or not", () => {
    const { resolve } = edits([comment("open", A, B)], [item(B, { isWorthy: false })]);
    expect(resolve).toEqual([]);
  });

  test("stays while something could not be read", () => {
    expect(edits([comment("open", A)], [], false).resolve).toEqual([]);
  });
});

describe("a resolved comment", () => {
  test("opens again with what is back, and offers nothing for a click", () => {
    const fix = { title: "t", path: "p", startLine: 1, endLine: 1, replacement: "x" };
    const { resolve, reopen } = edits([comment("resolved", A, B)], [item(B, { fix })]);
    expect(resolve).toEqual([]);
    expect(reopen).toHaveLength(1);
    expect(reopen[0]?.body).toContain(
      `${lineMarker({ state: "open", key: KEY, fingerprints: [A, B] })}\ntext b`,
    );
    expect(reopen[0]?.body).not.toContain("suggestion");
  });

  test("stays resolved otherwise", () => {
    expect(edits([comment("resolved", A)], [item(B)])).toEqual({
      resolve: [],
      reopen: [],
      merge: [],
    });
  });
});

describe("new comments", () => {
  const at = (line: number): CommentPlace => ({
    path: "p",
    side: "RIGHT",
    line,
    canSuggest: false,
  });

  test("say together what stands at the same lines", () => {
    const items = [item(A), item(B), item(C)];
    const placeOf = ({ fingerprint }: ReviewItem) => at(fingerprint === B ? 2 : 1);
    const planned = planComments(items, { key: KEY, placeOf });
    expect(planned.map(({ line }) => line)).toEqual([1, 2]);
    expect(planned[0]?.body).toContain(`${A} ${C} -->\n- text a\n- text c`);
  });

  test("are apart where the fixes are", () => {
    const fix = { title: "t", path: "p", startLine: 1, endLine: 1, replacement: "x" };
    const items = [item(A, { fix }), item(B)];
    expect(planComments(items, { key: KEY, placeOf: () => at(1) })).toHaveLength(2);
  });

  test("leave out what has no place", () => {
    expect(planComments([item(A)], { key: KEY, placeOf: () => undefined })).toEqual([]);
  });
});

describe("comments that say the same", () => {
  const own = (id: number, ...fingerprints: readonly string[]): OwnComment => ({
    ...comment("open", ...fingerprints),
    id,
  });

  test("are marked but for the oldest, which speaks for them", () => {
    const { merge, resolve, reopen } = edits(
      [own(2, A), own(1, A, B), own(3, B)],
      [item(A), item(B)],
    );
    expect(merge.map(({ id }) => id)).toEqual([2, 3]);
    const marker = lineMarker({ state: "duplicate", key: KEY, fingerprints: [A] });
    expect(merge[0]?.body.split("\n").slice(0, 2)).toEqual([
      marker,
      "**Duplicate**: [another comment](https://x#1) says it.",
    ]);
    expect([...resolve, ...reopen]).toEqual([]);
  });

  test("stay where one says more, or was answered", () => {
    const answered = { ...own(3, A), isAnswered: true };
    expect(edits([own(1, A), own(2, A, B), answered], [item(A), item(B)]).merge).toEqual([]);
  });

  test("are left alone once they are marked", () => {
    const marked = {
      ...own(2, A),
      marker: { state: "duplicate", key: KEY, fingerprints: [A] },
    } as const;
    expect(edits([own(1, A), marked], [item(A)])).toEqual({ resolve: [], reopen: [], merge: [] });
  });
});
