import { describe, expect, test } from "vitest";
import type { Report } from "../model/report.ts";
import { renderJson } from "./json.ts";
import { renderMarkdown } from "./markdown.ts";
import { hostileReport, HOSTILE_TEXTS } from "./hostile-report.test-data.ts";
import { SAMPLES } from "./sample-report.test-data.ts";
import { renderTerminal } from "./terminal.ts";

const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}]/u;

const CASES = Object.entries(SAMPLES).flatMap(([state, report]) =>
  HOSTILE_TEXTS.map((text) => ({ state, text, report: hostileReport(report, text) })),
);

const markdownOf = (report: Report): string =>
  renderMarkdown(report, { fileUrl: ({ path }) => `https://git.example/${path}` });

/** What is left of a line when everything that a renderer may write around foreign text is gone. */
const withoutOwnMarkup = (line: string): string =>
  line
    .replaceAll(/\]\(https:\/\/git\.example\/[\w%.&;:#@!$+,=~?/-]*\)/gu, "")
    .replaceAll(/\[(?=<code>)/gu, "")
    .replaceAll(/<\/?(?:code|details|summary)>|<br>/gu, "")
    .replaceAll(/&#\d+;/gu, "")
    .replace(/^#{3,4} /u, "");

/** Fences hold raw text, which is why they are longer than any fence in it. */
const withoutFences = (markdown: string): string =>
  markdown.replaceAll(/^(`{3,})(?:diff|mermaid|yaml)\n[\s\S]*?^\1$/gmu, "");

describe.each(CASES)("the $state report with $text everywhere", ({ state, report }) => {
  const original = SAMPLES[state];
  if (original === undefined) throw new Error(state);

  test("is inert in Markdown", () => {
    const lines = withoutFences(markdownOf(report)).split("\n");
    for (const line of lines) {
      const rest = withoutOwnMarkup(line);
      expect(rest).not.toMatch(/[<>@#[\]`_~\\$]|:\/\/|www\.|:tada:|!/u);
      expect(rest).not.toMatch(UNSEEN);
    }
  });

  test("keeps the shape of tables and lists", () => {
    const shape = (markdown: string): readonly string[] =>
      withoutFences(markdown)
        .split("\n")
        .map((line) => (line.startsWith("|") ? line.replaceAll(/[^|]/gu, "") : line.slice(0, 2)))
        .filter((line) => /^[|#<-]/u.test(line) && line !== "<c");
    expect(shape(markdownOf(report))).toEqual(shape(markdownOf(hostileReport(original, "plain"))));
  });

  test("commands nothing in a terminal or a log", () => {
    for (const width of [40, 80, undefined]) {
      const options = width === undefined ? { color: false } : { color: false, width };
      const text = renderTerminal(report, options);
      expect(text).not.toMatch(UNSEEN);
      expect(text).not.toContain("##[");
      expect(text).not.toMatch(/^\s*::/mu);
    }
  });

  test("is the same value in JSON, and inert text", () => {
    const text = renderJson(report);
    expect(JSON.parse(text)).toEqual(report);
    expect(text).not.toMatch(UNSEEN);
    expect(text).not.toContain("##[");
    expect(text).not.toMatch(/^\s*::/mu);
  });
});
