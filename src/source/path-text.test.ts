import * as fc from "fast-check";
import { expect, it } from "vitest";
import { pathText } from "./path-text.ts";

it.each([
  { name: "ASCII", bytes: Buffer.from("a b\n\"'\\"), want: "a b\n\"'\\" },
  { name: "UTF-8", bytes: Buffer.from("größe/😀"), want: "größe/😀" },
  { name: "Latin-1", bytes: Buffer.from([0x67, 0xf6, 0x2e]), want: "g\uFFFDF6." },
  { name: "a cut sequence", bytes: Buffer.from([0xe2, 0x82]), want: "\uFFFDE2\uFFFD82" },
  { name: "a surrogate", bytes: Buffer.from([0xed, 0xa0, 0x80]), want: "\uFFFDED\uFFFDA0\uFFFD80" },
  { name: "U+FFFD itself", bytes: Buffer.from("\uFFFD"), want: "\uFFFDEF\uFFFDBF\uFFFDBD" },
])("spells $name", ({ bytes, want }) => {
  expect(pathText(bytes)).toBe(want);
});

it("keeps different names different and well-formed", () => {
  const interesting = fc.constantFrom(0x41, 0x46, 0x39, 0xef, 0xbf, 0xbd, 0xf6, 0xc3, 0xed, 0xa0);
  const name = fc.array(interesting, { maxLength: 6 }).map((bytes) => Buffer.from(bytes));
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(pathText(a) === pathText(b)).toBe(a.equals(b));
      expect(() => encodeURIComponent(pathText(a))).not.toThrow();
    }),
    { numRuns: 2000 },
  );
});
