import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { runDiff } from "../../src/commands/diff.ts";
import type { Format } from "../../src/commands/arguments.ts";

/** What `case.json` says: what a reader must find in the review, and what would be wrong there. */
interface Case {
  readonly title: string;
  readonly verdict: "pass" | "fail" | "undecided";
  readonly exit: number;
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
}

const FOLDER = import.meta.dirname;
const UPDATE = process.env["UPDATE_CASES"] === "1";
const EXPECTED = { text: "expected.txt", markdown: "expected.md" } as const;

/** Relative, as a person would type them: the review prints the names that it is given. */
const sideOf = (name: string, side: "base" | "head"): string =>
  relative(process.cwd(), join(FOLDER, name, side));

/** Runs the command line's `diff` on the two folders of a case. */
async function review(name: string, format: Format): Promise<{ exit: number; output: string }> {
  let output = "";
  const exit = await runDiff(
    { name: "diff", base: sideOf(name, "base"), head: sideOf(name, "head"), dirs: true, repo: ".", format },
    { write: (text) => (output += text), isTerminal: false },
  );
  return { exit, output };
}

const readCase = (name: string): Case =>
  JSON.parse(readFileSync(join(FOLDER, name, "case.json"), "utf8")) as Case;

function verdictIn(json: string): unknown {
  return (JSON.parse(json) as { readonly verdict: unknown }).verdict;
}

const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(names)("%s", (name) => {
  const { title, verdict, exit, must, mustNot } = readCase(name);

  it(title, async () => {
    const text = await review(name, "text");
    const json = await review(name, "json");
    expect({
      verdict: verdictIn(json.output),
      exit: text.exit,
      missing: must.filter((part) => !text.output.includes(part)),
      unwanted: mustNot.filter((part) => text.output.includes(part)),
    }).toEqual({ verdict, exit, missing: [], unwanted: [] });
  });

  const format = existsSync(join(FOLDER, name, EXPECTED.markdown)) ? "markdown" : "text";
  it(`prints ${EXPECTED[format]}`, async () => {
    const path = join(FOLDER, name, EXPECTED[format]);
    const { output } = await review(name, format);
    if (UPDATE) writeFileSync(path, output);
    expect(output).toBe(readFileSync(path, "utf8"));
  });
});
