import { describe, expect, test } from "vitest";
import type { Report, ScopeReport } from "../model/report.ts";
import { renderMarkdown } from "./markdown.ts";
import { hostileReport } from "./hostile-report.test-data.ts";
import { redReport, scanReport, weakenedReport } from "./sample-report.test-data.ts";
import { renderTerminal } from "./terminal.ts";

const AMOUNT = 30_000;
const LONG_NAME = "<|>".repeat(40);

const repeat = <Item>(items: readonly Item[], amount: number): readonly Item[] =>
  Array.from({ length: amount }, (_, index) => items[index % items.length]).filter(
    (item) => item !== undefined,
  );

const enlarge = (report: Report, amount: number): Report => ({
  ...report,
  findings: repeat(report.findings, amount),
  ledger: repeat(report.ledger, amount),
  assumptions: repeat(report.assumptions, amount),
  scopes: report.scopes.map((scope) => ({
    ...scope,
    namespaces: repeat(scope.namespaces, Math.ceil(amount / 100)),
    flows: repeat(scope.flows, amount),
    policies: repeat(scope.policies, Math.ceil(amount / 100)),
  })),
});

const HUGE = [redReport, weakenedReport, scanReport].map((report) =>
  enlarge(hostileReport(report, LONG_NAME), AMOUNT),
);

const LIMITS = [65_536, 349_525, 20_000, 1_000, 10, 0];

const CASES = HUGE.flatMap((report, index) =>
  LIMITS.slice(0, index === 0 ? LIMITS.length : 1).map((maxLength) => ({ report, maxLength })),
);

describe("a report with 30,000 flows and findings", () => {
  test.each(CASES)("is never longer than $maxLength characters", ({ report, maxLength }) => {
    const marker = "<!-- netpol-review -->";
    const text = renderMarkdown(report, {
      maxLength,
      marker,
      fileUrl: () => `https://h/${LONG_NAME}`,
    });
    expect(text.length).toBeLessThanOrEqual(maxLength);
    expect(text.startsWith(marker.slice(0, maxLength))).toBe(true);
  });

  test("has many scopes, too", () => {
    const [scope] = redReport.scopes as readonly [ScopeReport];
    const scopes = repeat([scope], 5_000).map((each, index) => ({
      ...each,
      name: `cluster-${index}`,
    }));
    const text = renderMarkdown({ ...redReport, scopes });
    expect(text.length).toBeLessThanOrEqual(65_536);
    expect(text).toContain("4,990 more changed scopes not shown.");
  });

  test("is bounded in a terminal", () => {
    for (const report of HUGE)
      expect(renderTerminal(report, { color: true, width: 100 }).length).toBeLessThan(2_000_000);
  });
});

describe("leaving out", () => {
  const report = enlarge(redReport, 10);
  const full = renderMarkdown(report);
  const at = (maxLength: number): string =>
    renderMarkdown(report, { maxLength, summaryUrl: "https://h/run/1" });

  test("happens only where there is no room", () => {
    expect(renderMarkdown(report, { maxLength: full.length })).toBe(full);
    expect(full).not.toContain("Left out");
  });

  test("starts with the policy diffs, says so and links to the whole", () => {
    const text = at(full.length - 1);
    expect(text).not.toContain("```diff");
    expect(text).toContain(": policy diffs. [Read all of it in the job summary](https://h/run/1).");
    expect(text).toContain("How sure is this?");
  });

  test("never takes the headline, the findings that fail and the first rows", () => {
    const lengths = Array.from({ length: 12 }, (_, step) => full.length - 1 - step * 400);
    const texts = lengths.map(at);
    for (const text of texts) {
      expect(text).toContain("### ❌ NetworkPolicy review: metadata block lost");
      expect(text).toContain("**Fix**: restore ");
      expect(text).toContain("🔴 opened");
    }
    const leftOut = texts.map((text) => /characters: (.*?)\./u.exec(text)?.[1] ?? "");
    // In one fixed order: each list begins with the list before it.
    for (const [index, words] of leftOut.entries())
      expect(words.startsWith(leftOut[index - 1] ?? "")).toBe(true);
    expect(new Set(leftOut).size).toBeGreaterThan(3);
  });
});
