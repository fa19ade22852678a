import { describe, expect, test } from "vitest";
import { commentKey, sarifCategory, type KeyInputs } from "./comment-key.ts";

const DEFAULTS: KeyInputs = {
  config: undefined,
  workingDirectory: ".",
  cni: undefined,
  commentId: undefined,
};
const keyOf = (inputs: Partial<KeyInputs>): string => commentKey({ ...DEFAULTS, ...inputs });

describe("commentKey", () => {
  test("fits into a marker", () => expect(keyOf({})).toMatch(/^[0-9a-f]{12}$/));

  test.each<Partial<KeyInputs>>([
    { config: "staging.yml" },
    { config: "octo-org/policies/review.yml@v1" },
    { workingDirectory: "clusters" },
    { cni: "cilium" },
    { commentId: "staging" },
    { commentId: "" },
  ])("tells %j from the defaults", (inputs) => {
    expect(keyOf(inputs)).not.toBe(keyOf({}));
  });

  test.each([
    { one: { config: "a/b.yml" }, other: { config: "./a//b.yml" } },
    { one: {}, other: { config: ".github/netpol-review.yml" } },
    { one: { config: "o/r/a.yml@v1" }, other: { config: "o/r/a.yml@v2" } },
    { one: { workingDirectory: "a" }, other: { workingDirectory: "./a/" } },
    { one: { commentId: "x" }, other: { commentId: "x", config: "a.yml" } },
  ])("is the same for $one and $other", ({ one, other }) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });
});

test("the category of code scanning is the known one, or one of its own", () => {
  expect(sarifCategory(DEFAULTS)).toBe("netpol-review");
  const other = { ...DEFAULTS, cni: "cilium" } as const;
  expect(sarifCategory(other)).toBe(`netpol-review/${commentKey(other)}`);
});
