import { describe, expect, test } from "vitest";
import type { Report } from "../model/report.ts";
import { hostileReport, HOSTILE_TEXTS } from "./hostile-report.test-data.ts";
import { renderHtml } from "./html.ts";
import { redReport, SAMPLES, scanReport } from "./sample-report.test-data.ts";

/** The style is the same in all of them and says nothing. */
const withoutStyle = (html: string): string =>
  html.replace(/<style>[\s\S]*?<\/style>/u, "<style>…</style>");

describe.each(Object.entries(SAMPLES))("the %s report as a page", (state, report) => {
  test("reads as it is kept", async () => {
    await expect(withoutStyle(renderHtml(report))).toMatchFileSnapshot(`golden/${state}.html`);
  });
});

test("a page loads nothing and runs nothing", () => {
  for (const report of Object.values(SAMPLES)) {
    const html = renderHtml(report);
    expect(html).not.toMatch(/<(?:script|img|link|iframe|object|a|base|form)\b|\bon\w+=|url\(/iu);
    expect(html).toContain("default-src 'none'");
  }
});

test("a page says what it leaves out", () => {
  const flows = Array.from({ length: 1_000 }, () => redReport.scopes[0]?.flows ?? []).flat();
  const html = renderHtml({
    ...redReport,
    scopes: redReport.scopes.map((scope) => ({ ...scope, flows })),
  });
  expect(html).toMatch(/[\d,]+ more in the JSON output\./u);
  expect(html.length).toBeLessThan(1_000_000);
});

test("the title is that of the first heading, without tags", () => {
  const html = renderHtml(scanReport);
  expect(/<title>(.*)<\/title>/u.exec(html)?.[1]).toBe(
    "PASS: NetworkPolicy scan of main: 3 namespaces, 9 policies, 1 warning, 1 note",
  );
});

const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}]/u;

/** The tags of a page in their order. Text in backticks is code, and a text of more lines has more of them. */
const shapeOf = (html: string): readonly string[] =>
  (withoutStyle(html).match(/<[^>]*>/gu) ?? []).filter(
    (tag) => !/^<\/?(?:code|ins|del)\b/u.test(tag),
  );

/** What is left when every tag that a renderer may write and every reference to a character is gone. */
const textOf = (html: string): string =>
  withoutStyle(html)
    .replaceAll(
      /<\/?(?:code|ins|del|bdi|strong|span|details|summary|section|h1|h2|p|ul|li|pre|div|table|thead|tbody|tr|th|td|br)(?: (?:class|scope|tabindex)="[a-z0-9 ]*")*>/gu,
      "",
    )
    .replaceAll(/&#\d+;/gu, "");

const CASES = Object.entries(SAMPLES).flatMap(([state, report]) =>
  HOSTILE_TEXTS.map((text) => ({ state, text, original: report })),
);

describe.each(CASES)("the $state report with $text everywhere", ({ text, original }) => {
  const page = (words: string): string => {
    const report: Report = hostileReport(original, words);
    return renderHtml(report);
  };

  // A change without text has no block for it.
  test.skipIf(text === "")("has the tags that it would have with any other text", () => {
    expect(shapeOf(page(text))).toEqual(shapeOf(page("plain")));
  });

  test("is text that a reader sees, and nothing else", () => {
    const html = page(text);
    expect(html).not.toMatch(UNSEEN);
    const body = textOf(html).slice(textOf(html).indexOf("<header>"));
    expect(body.replaceAll(/<\/?(?:header|main|footer|body|html)>/gu, "")).not.toMatch(/[<>"'`]/u);
  });
});
