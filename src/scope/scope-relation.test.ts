import { describe, expect, it } from "vitest";
import { homeOf, relateScopes } from "./scope-relation.ts";

describe("relateScopes", () => {
  const meet = relateScopes([
    "default",
    "clusters/eu",
    "clusters/us",
    "shop/overlays/dev",
    "shop/overlays/prod",
    "billing/overlays/prod",
    "infra/overlays/network",
    "clusters/eu/overlays/prod",
  ]);

  it.each([
    { a: "default", b: "clusters/eu", want: true },
    { a: "clusters/eu", b: "clusters/us", want: false },
    { a: "shop/overlays/dev", b: "shop/overlays/prod", want: false },
    { a: "shop/overlays/prod", b: "billing/overlays/prod", want: true },
    { a: "shop/overlays/dev", b: "billing/overlays/prod", want: false },
    { a: "shop/overlays/dev", b: "infra/overlays/network", want: true },
    { a: "clusters/eu", b: "clusters/eu/overlays/prod", want: true },
    { a: "clusters/us", b: "clusters/eu/overlays/prod", want: false },
    { a: "clusters/eu", b: "shop/overlays/prod", want: true },
  ])("$a and $b", ({ a, b, want }) => {
    expect(meet(a, b)).toBe(want);
    expect(meet(b, a)).toBe(want);
  });
});

describe("homeOf", () => {
  it.each([
    { in: "default", want: undefined },
    { in: "overlays/prod", want: "" },
    { in: "apps/shop/overlays/prod", want: "apps/shop" },
    { in: "clusters/eu/overlays/prod", want: "clusters/eu" },
    { in: "namespaces/live.example.org", want: "" },
  ])("$in", ({ in: name, want }) => {
    expect(homeOf(name)).toBe(want);
  });
});
