import { describe, expect, test } from "vitest";
import { parseConfigReference } from "./fetch-config.ts";

describe("parseConfigReference", () => {
  test.each([
    { in: "octo-org/policies/netpol.yml@v1", path: "netpol.yml", ref: "v1" },
    {
      in: "octo-org/policies/.github/a b.yml@feature/x",
      path: ".github/a b.yml",
      ref: "feature/x",
    },
  ])("reads $in", ({ in: text, path, ref }) => {
    const repository = { owner: "octo-org", repo: "policies" };
    expect(parseConfigReference(text)).toEqual({ ...repository, path, ref });
  });

  test.each([
    "",
    "netpol.yml",
    ".github/netpol-review.yml",
    "a/b/c/netpol.yml",
    "a/b@c",
    "octo-org/policies/netpol.yml@",
    "octo-org/policies/@v1",
    "octo-org/policies/netpol.yml@v1@v2",
    "octo-org/policies/netpol.yml@v 1",
  ])("takes %j for a path", (text) => {
    expect(parseConfigReference(text)).toBeUndefined();
  });
});
