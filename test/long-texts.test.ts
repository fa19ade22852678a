import { describe, expect, it } from "vitest";
import { runReview } from "../src/review.ts";
import { changesOf, sourceOf } from "../src/scope/snapshots.test-data.ts";
import { ledgerOfValues } from "../src/unrendered/values-ledger.ts";

const PATIENCE_MS = 20_000;
const LENGTH = 500_000;

const filled = (piece: string): string => piece.repeat(Math.ceil(LENGTH / piece.length));

const CHART = { "chart/Chart.yaml": "name: a\nversion: 1.0.0\n" };

/** Texts that make an expression with two parts for the same characters go on for minutes. */
describe("long texts", () => {
  it.each([
    ["newlines", filled("\n")],
    ["spaces", filled(" ")],
    ["empty items", filled("    - \n")],
    ["lines of a dash", filled("-\n")],
    ["one line of dashes", filled("-")],
    ["exclamation marks", `a: ${filled("!")}`],
    ["the name of a key", filled("network-polic")],
  ])(
    "%s",
    async (_, text) => {
      const head = { ...CHART, "chart/values.yaml": `{{ a }}\n${text}\n`, "a.yaml": text };
      const report = await runReview({ source: sourceOf(CHART, head), today: "2026-01-01" });
      expect(report.verdict).not.toBe("fail");
    },
    PATIENCE_MS,
  );

  it.each([
    ["dashes", `{ networkpolicy\n${filled("-")}`, 0],
    ["empty items", `{ networkpolicy\n${filled("    - \n")}`, 0],
    ["the name of a key", `{\n${filled("network-polic")}`, 0],
    ["a template", `{\n${filled("\n")}  - network-policy: {{ on`, 1],
    ["no assignment", filled("network-polic"), 0],
    ["an assignment", `${filled("network-polic")}=1`, 1],
  ])(
    "%s in values as text",
    async (_, text, want) => {
      const object = JSON.stringify({ kind: "ConfigMap", data: { a: text } });
      const { changes, texts } = await changesOf({}, { "a.yaml": object });
      expect(ledgerOfValues(changes, texts)).toHaveLength(want);
    },
    PATIENCE_MS,
  );
});
