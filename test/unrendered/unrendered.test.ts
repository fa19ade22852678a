import { describe, expect, it } from "vitest";
import { runReview } from "../../src/review.ts";
import { sourceOf } from "../../src/scope/snapshots.test-data.ts";
import { CHARTS } from "./charts.rows.ts";
import { KUSTOMIZE } from "./kustomize.rows.ts";
import { LANGUAGES } from "./languages.rows.ts";
import type { Row } from "./row.ts";

/**
 * What is not rendered: a change that can reach a policy, or what policies tell about pods, is not decided, and the
 * everyday change beside it passes.
 */
describe.each([
  ["kustomize", KUSTOMIZE],
  ["charts", CHARTS],
  ["languages", LANGUAGES],
] as const)("%s", (_, rows) => {
  it.each<Row>([...rows])("$name", async ({ both, base, head, want }) => {
    const source = sourceOf({ ...both, ...base }, { ...both, ...head });
    const { verdict, ledger } = await runReview({ source, today: "2026-01-01" });
    const reasons = ledger.filter(({ decides }) => decides).map(({ reason }) => reason);
    expect({ verdict, reasons }).toEqual({
      verdict: want,
      reasons: want === "pass" ? [] : expect.arrayContaining([expect.any(String)]),
    });
  });
});
