import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderHtml } from "../../src/report/html.ts";
import { hostileReport, HOSTILE_TEXTS } from "../../src/report/hostile-report.test-data.ts";
import { redReport, SAMPLES, scanReport } from "../../src/report/sample-report.test-data.ts";
import { launch } from "./browser.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
}, 60_000);

afterAll(() => browser.close());

interface View {
  readonly scheme: "light" | "dark";
  readonly width: number;
}

/** Opens a page with all its folds open; what it does beside being read is an incident. */
async function open(html: string, { scheme, width }: View) {
  const page = await browser.newPage({ colorScheme: scheme, viewport: { width, height: 800 } });
  const incidents: string[] = [];
  page.on("dialog", (dialog) => {
    incidents.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => incidents.push(`request: ${request.url()}`));
  page.on("pageerror", (error) => incidents.push(`error: ${error.message}`));
  page.on("console", (message) => incidents.push(`console: ${message.text()}`));
  await page.setContent(html);
  await page.locator("details").evaluateAll((all) => {
    for (const one of all) one.setAttribute("open", "");
  });
  return { page, incidents };
}

const VIEWS: readonly View[] = [
  { scheme: "light", width: 1_100 },
  { scheme: "dark", width: 1_100 },
  { scheme: "light", width: 400 },
];

describe.each(VIEWS)("on a $scheme page of $width pixels", (view) => {
  test("everything is there, and the page keeps within its width", async () => {
    for (const report of [redReport, scanReport]) {
      const { page, incidents } = await open(renderHtml(report), view);
      expect(incidents).toEqual([]);
      const [width, wanted] = await page
        .locator("html")
        .evaluate((root) => [root.scrollWidth, root.clientWidth]);
      expect(width).toBeLessThanOrEqual(wanted);
      await page.close();
    }
    const { page } = await open(renderHtml(redReport), view);
    expect(await page.locator("h1").innerText()).toContain("metadata block lost in payments");
    expect(await page.locator("h2").allInnerTexts()).toEqual(
      expect.arrayContaining(["Fails the check", "Namespaces that change", "Flows"]),
    );
    expect(await page.locator(".mark.high").first().innerText()).toBe("opened");
    expect(await page.locator("pre ins").count()).toBeGreaterThan(0);
    await page.close();
  }, 60_000);

  test("every word can be read on what is behind it", async () => {
    for (const report of Object.values(SAMPLES)) {
      const { page } = await open(renderHtml(report), view);
      expect(await faintTexts(page)).toEqual([]);
      await page.close();
    }
  }, 120_000);
});

test("hostile names are the text that they are, and do nothing", async () => {
  for (const text of HOSTILE_TEXTS) {
    const { page, incidents } = await open(renderHtml(hostileReport(redReport, text)), {
      scheme: "light",
      width: 1_100,
    });
    expect(incidents).toEqual([]);
    expect(await page.locator("img, script, iframe, a, form, link, svg").count()).toBe(0);
    expect(await page.locator("h1").count()).toBe(1);
    await page.close();
  }
}, 120_000);

/** Texts with a contrast below that of WCAG's level AA. */
const faintTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    type Color = readonly [number, number, number];
    const colorOf = (text: string): Color | undefined => {
      const [r = 0, g = 0, b = 0, alpha = 1] = (text.match(/[\d.]+/gu) ?? []).map(Number);
      return alpha === 0 ? undefined : [r, g, b];
    };
    const luminance = (color: Color): number => {
      const [r = 0, g = 0, b = 0] = color.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const backOf = (element: Element | null): Color =>
      element === null
        ? [255, 255, 255]
        : (colorOf(getComputedStyle(element).backgroundColor) ?? backOf(element.parentElement));
    const faint: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const text = own.map(({ textContent }) => textContent?.trim() ?? "").join("");
      if (text === "") continue;
      const fore = luminance(colorOf(getComputedStyle(element).color) ?? [0, 0, 0]);
      const back = luminance(backOf(element));
      const contrast = (Math.max(fore, back) + 0.05) / (Math.min(fore, back) + 0.05);
      if (contrast < 4.5) faint.push(`${contrast.toFixed(2)}: ${text}`);
    }
    return faint;
  });
