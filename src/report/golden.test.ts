import { describe, expect, test } from "vitest";
import { renderMarkdown } from "./markdown.ts";
import { SAMPLES } from "./sample-report.test-data.ts";
import { renderTerminal } from "./terminal.ts";

const fileUrl = ({ path, startLine }: { path: string; startLine: number }, side: string): string =>
  `https://git.example/acme/net/blob/${side}/${path}#L${startLine}`;

/** The texts are for reading: a change of words shows as a change of `golden/`. */
describe.each(Object.entries(SAMPLES))("the %s report", (state, report) => {
  test("as Markdown", async () => {
    const text = renderMarkdown(report, { marker: "<!-- netpol-review -->", fileUrl });
    await expect(text).toMatchFileSnapshot(`golden/${state}.md`);
  });

  test("in a terminal", async () => {
    const text = renderTerminal(report, { color: false, width: 120 });
    await expect(text).toMatchFileSnapshot(`golden/${state}.txt`);
  });
});
