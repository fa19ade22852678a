import { describe, expect, test } from "vitest";
import { greenReport, redReport, SAMPLES } from "./sample-report.test-data.ts";
import { renderTerminal } from "./terminal.ts";

const ESC = "\u001b";
const ESCAPE_CODES = new RegExp(`${ESC}\\[\\d+m`, "gu");

describe("colour", () => {
  test("is only there if asked for, and changes no text", () => {
    for (const report of Object.values(SAMPLES)) {
      const plain = renderTerminal(report, { color: false, width: 100 });
      const colored = renderTerminal(report, { color: true, width: 100 });
      expect(plain).not.toContain("\u001b");
      expect(colored).not.toBe(plain);
      expect(colored.replace(ESCAPE_CODES, "")).toBe(plain);
    }
  });

  test("marks the verdict", () => {
    expect(
      renderTerminal(redReport, { color: true }).startsWith(`${ESC}[31mFAIL${ESC}[0m  Net`),
    ).toBe(true);
    expect(
      renderTerminal(greenReport, { color: true }).startsWith(`${ESC}[32mPASS${ESC}[0m  Net`),
    ).toBe(true);
  });
});

describe("width", () => {
  test("without one, a row is a line", () => {
    const text = renderTerminal(redReport, { color: false });
    expect(text).toMatch(
      /^ {2}closed {2}storefront\/web → payments\/api +TCP 8080 +no pod has .* · payments\/policies\.yaml:52$/mu,
    );
  });

  test("is kept where words allow it", () => {
    const text = renderTerminal(redReport, { color: false, width: 100 });
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});
