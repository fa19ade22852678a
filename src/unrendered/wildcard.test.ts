import { describe, expect, it } from "vitest";
import { matchesPath, wildcard } from "./wildcard.ts";

describe("wildcard", () => {
  it.each([
    ["a", "a", true],
    ["a", "ab", false],
    ["*", "", true],
    ["a*", "ab", true],
    ["a*a", "a", false],
    ["*Policy", "NetworkPolicy", true],
    ["N*k*y", "NetworkPolicy", true],
    ["N*x*y", "NetworkPolicy", false],
    ["?etworkPolicy", "NetworkPolicy", true],
    ["?", "", false],
    ["*ab*ab", "ab", false],
    ["*ab*b", "abab", true],
  ])("%s, %s: %s", (pattern, text, want) => {
    expect(wildcard(pattern)(text)).toBe(want);
  });

  it("takes no time to refuse", () => {
    expect(wildcard("*a".repeat(100))("a".repeat(10_000) + "b")).toBe(false);
  });
});

describe("matchesPath", () => {
  it.each([
    ["apps/*", "apps/docs", true],
    ["apps/*", "apps", false],
    ["apps/*", "apps/docs/a", false],
    ["./apps/*/", "apps/docs", true],
    ["**", "a/b", true],
    ["**/config.json", "config.json", true],
    ["a/**/config.json", "a/b/c/config.json", true],
    ["a/**/config.json", "b/config.json", false],
    ["{a,b}/x", "b/x", true],
    ["", "", true],
  ])("%s, %s: %s", (pattern, path, want) => {
    expect(matchesPath(pattern, path)).toBe(want);
  });
});
