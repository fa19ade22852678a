import { readdir, readFile } from "node:fs/promises";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { hostileReport, HOSTILE_TEXTS } from "../../src/report/hostile-report.test-data.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { SAMPLES } from "../../src/report/sample-report.test-data.ts";
import { diagramsIn } from "./diagrams.ts";

/** The parser of the version that GitHub runs. It wants a document for cleaning labels. */
let parse: (text: string) => Promise<unknown>;

beforeAll(async () => {
  const { window } = new JSDOM("");
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import("mermaid");
  parse = (text) => mermaid.parse(text);
});

async function filesNamed(folder: string, name: RegExp): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true });
  return all.filter((path) => name.test(path)).map((path) => `${folder}/${path}`);
}

test("the parser refuses what is no diagram", async () => {
  await expect(parse('flowchart LR\n  subgraph default["x"]\n  a --> end')).rejects.toThrow();
});

describe("every diagram is one that GitHub can draw", () => {
  test("in the expected reviews", async () => {
    const files = [
      ...(await filesNamed("src/report/golden", /\.md$/u)),
      ...(await filesNamed("test/cases", /\.md$/u)),
    ];
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    const diagrams = texts.flatMap(diagramsIn);
    expect(diagrams.length).toBeGreaterThan(5);
    for (const diagram of diagrams) await parse(diagram);
  });

  test.each(HOSTILE_TEXTS)("with %j in the place of every name", async (text) => {
    for (const report of Object.values(SAMPLES))
      for (const diagram of diagramsIn(renderMarkdown(hostileReport(report, text))))
        await parse(diagram);
  });
});
