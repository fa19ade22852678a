import { describe, expect, it } from "vitest";
import { createBatchParser } from "./batch-parser.ts";
import { bytesOf } from "./types.ts";

const ids = ["a", "b", "c", "d"].map((letter) => letter.repeat(40));
const [first = "", second = "", third = "", fourth = ""] = ids;
const output = Buffer.from(
  `${first} blob 6\nline\n\0\n${second} missing\n${third} blob 0\n\n${fourth} blob 20\n${"x".repeat(20)}\n`,
);

function parse(chunks: Iterable<Buffer>, maxBytes: number, asked = ids): unknown[] {
  const answers: unknown[] = [];
  const push = createBatchParser(asked, maxBytes, {
    content: (id, bytes) => answers.push([id, Buffer.from(bytesOf(bytes)).toString("utf8")]),
    tooLarge: (id, size) => answers.push([id, size]),
  });
  for (const chunk of chunks) push(chunk);
  return answers;
}

function* chunksOf(size: number): Generator<Buffer> {
  for (let at = 0; at < output.length; at += size) yield output.subarray(at, at + size);
}

describe("createBatchParser", () => {
  it("gives the same answers wherever the output is cut", () => {
    for (let size = 1; size <= output.length; size += 1) {
      const small = [
        [first, "line\n\0"],
        [third, ""],
      ];
      expect(parse(chunksOf(size), 100)).toEqual([...small, [fourth, "x".repeat(20)]]);
      expect(parse(chunksOf(size), 19)).toEqual([...small, [fourth, 20]]);
    }
  });

  it("delivers no content that is cut off", () => {
    expect(parse([output.subarray(0, -1)], 100)).toHaveLength(2);
  });

  it.each([
    { name: "another object", text: `${second} blob 1\nx\n` },
    { name: "more answers than ids", text: `${first} missing\n${second} missing\n` },
    { name: "no header", text: "x".repeat(1000) },
  ])("refuses $name", ({ text }) => {
    expect(() => parse([Buffer.from(text)], 100, [first])).toThrow(/^git cat-file/);
  });
});
