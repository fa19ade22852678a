import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLocator } from "./locator.ts";

describe("createLocator", () => {
  it("counts lines and columns from 1, and the end one past the last character", () => {
    const locate = createLocator("a.yaml", "ab\ncde\r\n\nf");
    expect(locate(0, 2)).toEqual({
      path: "a.yaml",
      startLine: 1,
      startColumn: 1,
      endLine: 1,
      endColumn: 3,
    });
    expect(locate(4, 6)).toMatchObject({ startLine: 2, startColumn: 2, endLine: 2, endColumn: 4 });
    expect(locate(9, 10)).toMatchObject({ startLine: 4, startColumn: 1, endLine: 4, endColumn: 2 });
  });

  it("does not depend on the order of the calls", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r\n"), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.array(fc.nat(60)), (content, offsets) => {
        const locate = createLocator("a", content);
        for (const offset of offsets) {
          const at = Math.min(offset, content.length);
          const before = content.slice(0, at);
          const startLine = before.split("\n").length;
          const startColumn = at - (before.lastIndexOf("\n") + 1) + 1;
          expect(locate(at, at)).toMatchObject({ startLine, startColumn });
        }
      }),
    );
  });
});
