import { describe, expect, it } from "vitest";
import { isNestedDeeper } from "./yaml-nesting.ts";

describe("isNestedDeeper", () => {
  it.each([
    { name: "brackets", in: "[".repeat(2000) },
    { name: "braces", in: '{"a":'.repeat(2000) },
    { name: "dashes", in: "- ".repeat(2000) },
    { name: "question marks", in: "? ".repeat(2000) },
    {
      name: "indentation",
      in: Array.from({ length: 1000 }, (_, index) => `${" ".repeat(index)}a:`).join("\n"),
    },
    { name: "a later document", in: `a: b\n---\n${"[".repeat(2000)}` },
  ])("$name", ({ in: text }) => {
    expect(isNestedDeeper(text, 100)).toBe(true);
  });

  it.each([
    { name: "a long list", in: "- a: {b: c}\n".repeat(2000) },
    { name: "brackets in a text", in: `a: "${"[".repeat(2000)}"\n` },
    { name: "fifty levels", in: "[".repeat(50) + "]".repeat(50) },
    { name: "nothing", in: "" },
  ])("not: $name", ({ in: text }) => {
    expect(isNestedDeeper(text, 100)).toBe(false);
  });
});
