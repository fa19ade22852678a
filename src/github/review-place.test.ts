import { describe, expect, test } from "vitest";
import type { Fix } from "../model/report.ts";
import { SAME_LINES } from "./review-line-map.ts";
import { readDiffLines } from "./review-lines.ts";
import { placeItem, type DiffFile } from "./review-place.ts";

const PATCH = `@@ -1,4 +1,4 @@
 a
-b
+B
 c
 d
@@ -10,4 +10,3 @@
 j
-k
-l
+K
 m`;

const BASE = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m"];

const file: DiffFile = {
  path: "p.yaml",
  lines: readDiffLines(PATCH),
  headLine: SAME_LINES,
  baseText: (line) => BASE[line - 1],
};

const item = { fingerprint: "", text: "", isWorthy: true };

const span = (startLine: number, endLine = startLine) => ({
  path: "p.yaml",
  startLine,
  endLine,
  startColumn: 1,
  endColumn: 2,
});

const fix = (startLine: number, endLine = startLine): Fix => ({
  title: "",
  path: "p.yaml",
  startLine,
  endLine,
  replacement: "x",
});

const place = (parts: object, found: DiffFile = file) =>
  placeItem({ ...item, ...parts }, (path) => (path === found.path ? found : undefined));

const head = (startLine: number, endLine?: number) => ({
  place: { span: span(startLine, endLine), side: "head" },
});
const base = (startLine: number, endLine?: number) => ({
  place: { span: span(startLine, endLine), side: "base" },
});

describe("an item stands", () => {
  test.each([
    { name: "on an added line", parts: head(2), want: { side: "RIGHT", line: 2 } },
    { name: "on context", parts: head(3), want: { side: "RIGHT", line: 3 } },
    { name: "on the first added line", parts: head(1, 12), want: { side: "RIGHT", line: 2 } },
    { name: "nowhere else", parts: head(6), want: undefined },
    // Context in the middle of a policy says nothing about the policy.
    { name: "not on context further down", parts: head(9, 10), want: undefined },
    { name: "on a deleted line", parts: base(2), want: { side: "LEFT", line: 2 } },
    {
      name: "on deleted lines",
      parts: base(11, 12),
      want: { side: "LEFT", startLine: 11, line: 12 },
    },
    { name: "on what is deleted of them", parts: base(1, 9), want: { side: "LEFT", line: 2 } },
    { name: "not on base lines that stay", parts: base(3), want: undefined },
  ])("$name", ({ parts, want }) => {
    expect(place(parts)).toEqual(want && { path: "p.yaml", canSuggest: false, ...want });
  });

  test.each([
    { name: "one line", parts: fix(3), want: { line: 3 } },
    { name: "several lines", parts: fix(1, 4), want: { startLine: 1, line: 4 } },
    { name: "the file's other hunk", parts: fix(10, 11), want: { startLine: 10, line: 11 } },
  ])("on the lines of its fix: $name", ({ parts, want }) => {
    const wanted = { path: "p.yaml", side: "RIGHT", canSuggest: true, ...want };
    expect(place({ ...head(2), fix: parts })).toEqual(wanted);
  });

  test("on its own line, where the fix is not within one hunk", () => {
    for (const lines of [fix(4, 10), fix(5), fix(4, 5)])
      expect(place({ ...head(2), fix: lines })).toMatchObject({ line: 2, canSuggest: false });
  });

  test("where its lines are in the pull request's own head", () => {
    const moved = { ...file, headLine: (line: number) => (line > 4 ? line - 4 : undefined) };
    expect(place(head(6), moved)).toMatchObject({ line: 2 });
    expect(place(head(2), moved)).toBeUndefined();
    expect(place({ fix: fix(6, 7) }, moved)).toMatchObject({ startLine: 2, line: 3 });
    // Lines that are apart there are no block.
    const torn = { ...file, headLine: (line: number) => (line > 2 ? line + 1 : line) };
    expect(place({ fix: fix(2, 3) }, torn)).toBeUndefined();
  });

  test("not on a deleted line that says something else than the reviewed base", () => {
    expect(place(base(2), { ...file, baseText: () => "other" })).toBeUndefined();
  });
});
