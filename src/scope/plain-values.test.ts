import { describe, expect, it } from "vitest";
import { plainValues } from "./plain-values.ts";

describe("plainValues", () => {
  it("reads every document", () => {
    expect(plainValues("a: [1]\n---\nb: {c: d}\n")).toEqual([{ a: [1] }, { b: { c: "d" } }]);
  });

  it("reads as deep as manifests are read", () => {
    const deep = plainValues(`{"a":${"[".repeat(150)}1${"]".repeat(150)}}`);
    expect(JSON.stringify(deep)).toContain("[[1]]");
  });

  it("leaves alone what is nested too deep to compose", () => {
    expect(plainValues(`a: ${"[".repeat(300)}${"]".repeat(300)}`)).toBeUndefined();
    expect(plainValues("[".repeat(100_000))).toBeUndefined();
    expect(plainValues('{"a":'.repeat(100_000))).toBeUndefined();
  });
});
