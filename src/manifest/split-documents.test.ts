import { describe, expect, it } from "vitest";
import { splitDocuments } from "./split-documents.ts";

const partsOf = (text: string): string[] =>
  [...splitDocuments(text)].map(
    ({ start, end, badSeparator }) =>
      (badSeparator === undefined ? "" : `!${text.slice(badSeparator.start, badSeparator.end)}!`) +
      text.slice(start, end),
  );

describe("splitDocuments", () => {
  it.each([
    { name: "nothing", in: "", want: [] },
    { name: "one", in: "a: b\n", want: ["a: b\n"] },
    { name: "no final newline", in: "a: b\n---\nc: d", want: ["a: b\n", "c: d"] },
    { name: "a separator first", in: "---\na: b\n", want: ["a: b\n"] },
    { name: "a separator last", in: "a: b\n---\n", want: ["a: b\n"] },
    { name: "a separator last, unfinished", in: "a: b\n---", want: ["a: b\n"] },
    { name: "separators in a row", in: "---\n---\na: b\n---\n---\n", want: ["a: b\n"] },
    {
      name: "blanks and comments",
      in: "a\n---  \nb\n--- # c\nd\n---\t\ne",
      want: ["a\n", "b\n", "d\n", "e"],
    },
    { name: "CRLF", in: "a\r\n---\r\nb\r\n", want: ["a\r\n", "b\r\n"] },
    { name: "indented dashes are text", in: "a: |\n  ---\n  b\n", want: ["a: |\n  ---\n  b\n"] },
    { name: "text on the line", in: "a\n--- {b: c}\n", want: ["a\n", "!--- {b: c}!--- {b: c}\n"] },
    { name: "text against the dashes", in: "a\n---b\nc\n", want: ["a\n", "!---b!c\n"] },
    { name: "four dashes", in: "----\nc\n", want: ["!----!c\n"] },
    { name: "a bad separator last", in: "a\n---b", want: ["a\n", "!---b!"] },
  ])("$name", ({ in: text, want }) => {
    expect(partsOf(text)).toEqual(want);
  });
});
