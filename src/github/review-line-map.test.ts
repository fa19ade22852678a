import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { mapLines } from "./review-line-map.ts";

describe("mapLines", () => {
  test.each([
    { name: "the same", from: "a\nb\n", to: "a\nb\n", want: [1, 2] },
    { name: "lines in front", from: "a\nb\n", to: "x\ny\na\nb\n", want: [3, 4] },
    { name: "a line between", from: "a\nb\n", to: "a\nx\nb\n", want: [1, 3] },
    { name: "a line behind", from: "a\nb\n", to: "a\nb\nx\n", want: [1, 2] },
    { name: "a line gone", from: "a\nb\nc\n", to: "a\nc\n", want: [1, undefined, 2] },
    { name: "another line", from: "a\nb\nc\n", to: "a\nx\ny\nc\n", want: [1, undefined, 4] },
  ])("finds lines in $name", ({ from, to, want }) => {
    const map = mapLines(from, to);
    expect(want.map((_, index) => map(index + 1))).toEqual(want);
  });

  test("only ever leads to a line with the same text, in the same order", () => {
    const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
    const text = array(constantFrom("a", "b", "c", ""), { maxLength: 12 });
    assert(
      property(text, text, (from, to) => {
        const map = mapLines(textOf(from), textOf(to));
        let last = 0;
        for (const [index, line] of from.entries()) {
          const mapped = map(index + 1);
          if (mapped === undefined) continue;
          expect(to[mapped - 1]).toBe(line);
          expect(mapped).toBeGreaterThan(last);
          last = mapped;
        }
      }),
    );
  });
});
