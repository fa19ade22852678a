import { describe, expect, it } from "vitest";
import { runReview } from "../src/review.ts";
import { sourceOf, type Tree } from "../src/scope/snapshots.test-data.ts";

const policy = (name: string, spec: string): string =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: shop
spec:
${spec}`;

const ALLOW_ALL = policy("allow", "  podSelector: {}\n  ingress: [{}]\n");
const DENY = policy("deny", "  podSelector: {}\n  policyTypes: [Ingress]\n");

/** Each is different, so that none can stand for another. */
const neighbours = (amount: number, folder: (index: number) => string): Tree =>
  Object.fromEntries(
    Array.from({ length: amount }, (_, index) => [
      `${folder(index)}/web.yaml`,
      policy(`p${index}`, `  podSelector: {matchLabels: {app: a${index}}}\n`),
    ]),
  );

async function review(base: Tree) {
  const source = sourceOf(base, { ...base, "clusters/eu/allow.yaml": ALLOW_ALL });
  const { verdict, ledger } = await runReview({ source, today: "2026-01-01" });
  return { verdict, reasons: ledger.filter(({ decides }) => decides).map(({ reason }) => reason) };
}

const TOO_MANY = /^more scopes share the namespaces/;

describe("a change in a namespace of many scopes", () => {
  it("is compared with the last of 60", async () => {
    const others = neighbours(60, (index) => `clusters/c${index}`);
    const { verdict, reasons } = await review({ ...others, "zone/overlays/z/deny.yaml": DENY });
    expect(verdict).toBe("undecided");
    expect(reasons.join()).toContain("zone/overlays/z");
    expect(reasons.join()).not.toMatch(TOO_MANY);
  });

  it("is compared first with those that may meet", async () => {
    const others = neighbours(230, (index) => `clusters/c${index}`);
    const { reasons } = await review({ ...others, "zone/overlays/z/deny.yaml": DENY });
    expect(reasons.join()).toContain("zone/overlays/z");
  });

  it("is not decided where there are too many", async () => {
    const others = neighbours(230, (index) => `apps/a${index}/overlays/x`);
    const { verdict, reasons } = await review(others);
    expect(verdict).toBe("undecided");
    expect(reasons.some((reason) => TOO_MANY.test(reason))).toBe(true);
  });
});
