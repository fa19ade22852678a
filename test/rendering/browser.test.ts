import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainText } from "../../src/report/escape.ts";
import { hostileReport, HOSTILE_TEXTS } from "../../src/report/hostile-report.test-data.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { redReport as red } from "../../src/report/sample-report.test-data.ts";
import { launch, show } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
}, 60_000);

afterAll(() => browser.close());

describe.each(["light", "dark"] as const)("a comment on a %s page", (scheme) => {
  test("has its tables, its folds and its diagram", async () => {
    const { page, incidents } = await show(browser, [renderMarkdown(red)], { scheme, open: true });
    expect(incidents).toEqual([]);
    expect(await page.locator("h3").innerText()).toContain("metadata block lost in payments");
    expect(await page.locator("table").count()).toBe(3);
    expect(await page.locator(".diagram svg .cluster").count()).toBe(3);
    expect(await page.locator(".diagram svg .edgePaths path").count()).toBe(5);
    expect(await page.locator(".edgeLabel").allInnerTexts()).toContain("+ opened TCP 5432");
    await page.close();
  }, 60_000);

  test("keeps within its column", async () => {
    const { page } = await show(browser, [renderMarkdown(red)], { scheme, open: true });
    const [width, wanted] = await page
      .locator("article")
      .evaluate((article) => [article.scrollWidth, article.clientWidth]);
    expect(width).toBeLessThanOrEqual(wanted);
    await page.close();
  }, 60_000);
});

test("hostile names are drawn as the text that they are, and do nothing", async () => {
  const comments = HOSTILE_TEXTS.map((text) => renderMarkdown(hostileReport(red, text)));
  const { page, incidents } = await show(browser, comments, { scheme: "light", open: true });
  expect(incidents).toEqual([]);
  expect(await page.locator("article :is(img, script, iframe, svg a)").count()).toBe(0);
  expect(await page.locator("a[href*='evil.test']:not([href^='mailto:'])").count()).toBe(0);
  const articles = await page.locator("article").all();
  expect(articles).toHaveLength(HOSTILE_TEXTS.length);
  for (const [index, article] of articles.entries()) {
    // An arrow from a node to itself goes over nodes without a label.
    const labels = (await article.locator(".diagram .nodeLabel").allInnerTexts()).map(squeeze);
    const expected = squeeze(plainText(HOSTILE_TEXTS[index] ?? "", 60));
    expect(new Set(labels)).toEqual(new Set([expected, ""]));
  }
  await page.close();
}, 120_000);

const squeeze = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();
