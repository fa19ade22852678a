import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createBatchFileReader } from "./batch-file.ts";
import { bytesOf } from "./types.ts";

const MEBIBYTE = 1024 * 1024;
const ids = ["a", "b", "c", "d", "e"].map((letter) => letter.repeat(40));
const [first = "", second = "", third = "", fourth = "", fifth = ""] = ids;

/** What `git cat-file --batch` writes, with bodies that lie across windows of one mebibyte. */
const output = (large: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`${first} blob 7\nline\n\0\xff\n`, "latin1"),
    Buffer.from(`${second} missing\n${third} blob 0\n\n${fourth} blob ${large.length}\n`),
    large,
    Buffer.from(`\n${fifth} blob 4\nlast\n`),
  ]);

/** Reads a file that grows by these many bytes at a time. */
function parse(bytes: Buffer, { step = bytes.length, maxBytes = 8 * MEBIBYTE, asked = ids } = {}) {
  const answers: unknown[] = [];
  let written = 0;
  const file = {
    size: () => written,
    read: (into: Uint8Array, position: number) => bytes.copy(into, 0, position, written),
  };
  const reader = createBatchFileReader(file, asked, {
    maxBytes,
    answers: {
      content: (id, content) => answers.push([id, digest(bytesOf(content))]),
      tooLarge: (id, size) => answers.push([id, size]),
    },
  });
  for (; written < bytes.length; written += step) reader.advance(false);
  written = bytes.length;
  reader.advance(true);
  return answers;
}

const digest = (bytes: Uint8Array): string => createHash("sha1").update(bytes).digest("hex");

const small = [
  [first, digest(Buffer.from("line\n\0\xff", "latin1"))],
  [third, digest(Buffer.from(""))],
];
const last = [fifth, digest(Buffer.from("last"))];

describe("createBatchFileReader", () => {
  it.each([
    { size: 0 },
    { size: 1 },
    { size: 100 },
    { size: MEBIBYTE - 300 },
    { size: MEBIBYTE - 100 },
    { size: MEBIBYTE },
    { size: 3 * MEBIBYTE },
  ])("reads a body of $size bytes, however the file grows", ({ size }) => {
    const large = Buffer.alloc(size, "0123456789abcdef\n");
    const want = [...small, [fourth, digest(large)], last];
    for (const step of [size + 1000, MEBIBYTE, 300_001, 65_536])
      expect(parse(output(large), { step })).toEqual(want);
  });

  it("does not read what is too large", () => {
    const large = Buffer.alloc(2 * MEBIBYTE, "x");
    const want = [...small, [fourth, large.length], last];
    expect(parse(output(large), { maxBytes: MEBIBYTE })).toEqual(want);
  });

  it("delivers no answer that is cut off, wherever it is", () => {
    const bytes = output(Buffer.from("twenty bytes of text"));
    const whole = parse(bytes).length;
    expect(whole).toBe(4);
    for (let end = 0; end < bytes.length; end += 1)
      expect(parse(bytes.subarray(0, end)).length).toBeLessThan(whole);
  });

  it.each([
    { name: "another object", text: `${second} blob 1\nx\n` },
    { name: "more answers than ids", text: `${first} missing\n${second} missing\n` },
    { name: "no header", text: "x".repeat(1000) },
    { name: "a header without end", text: `${first} ${"x".repeat(1000)}` },
  ])("refuses $name", ({ text }) => {
    expect(() => parse(Buffer.from(text), { asked: [first] })).toThrow(/^git cat-file/);
  });
});
