import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { runDiff } from "../../src/commands/diff.ts";
import type { Format } from "../../src/commands/arguments.ts";
import type { Overrides } from "../../src/settings.ts";

/** What `case.json` says: what a reader must find in the review, and what would be wrong there. */
interface Case {
  readonly title: string;
  readonly verdict: "pass" | "fail" | "undecided";
  readonly exit: number;
  readonly must: readonly string[];
  readonly mustNot: readonly string[];
  /** Configuration files in the case's folder. */
  readonly config?: string;
  readonly organisationConfig?: string;
  readonly options?: Overrides;
  /** How the expected review is kept; text unless it is given. */
  readonly format?: "markdown";
}

/** What no reader should have to read, whatever the case. */
const UNREADABLE: readonly RegExp[] = [
  /\(today: [^)]*\) \(today: /,
  /\(today: [^)]*\) \(no such pod today\)/,
  /any port or /,
  // Both IP versions, a row each.
  /internet \(IPv4\) → (.+)\n(?:.*\n)?.*internet \(IPv6\) → \1/,
  // The same row twice.
  /^( +(?:opened|closed|masked) .+)\n(?: {6,}e\.g\. .+\n)?\1$/m,
];

/** A fixed day: what a configuration accepts until a day must not change the cases. */
const TODAY = "2026-03-31";

const FOLDER = import.meta.dirname;
const UPDATE = process.env["UPDATE_CASES"] === "1";

/** Relative, as a person would type them: the review prints the names that it is given. */
const pathIn = (name: string, inside: string): string =>
  relative(process.cwd(), join(FOLDER, name, inside));

/** Runs the command line's `diff` on the two folders of a case. */
async function review(name: string, format: Format): Promise<{ exit: number; output: string }> {
  let output = "";
  const { config, organisationConfig, options } = readCase(name);
  const exit = await runDiff(
    {
      name: "diff",
      base: pathIn(name, "base"),
      head: pathIn(name, "head"),
      dirs: true,
      repo: ".",
      format,
      ...(config === undefined ? {} : { config: pathIn(name, config) }),
      ...(organisationConfig === undefined
        ? {}
        : { organisationConfig: pathIn(name, organisationConfig) }),
      ...(options === undefined ? {} : { overrides: options }),
    },
    { write: (text) => (output += text), isTerminal: false, today: TODAY },
  );
  return { exit, output };
}

const readCase = (name: string): Case =>
  JSON.parse(readFileSync(join(FOLDER, name, "case.json"), "utf8")) as Case;

const verdictIn = (json: string): unknown =>
  (JSON.parse(json) as { readonly verdict: unknown }).verdict;

/** What the case says, and the same as the review has it. */
async function judge(name: string) {
  const { verdict, exit, must, mustNot } = readCase(name);
  const text = await review(name, "text");
  const json = await review(name, "json");
  return {
    wanted: { verdict, exit, missing: [], unwanted: [], unreadable: [] },
    got: {
      verdict: verdictIn(json.output),
      exit: text.exit,
      missing: must.filter((part) => !text.output.includes(part)),
      unwanted: mustNot.filter((part) => text.output.includes(part)),
      unreadable: UNREADABLE.filter((pattern) => pattern.test(text.output)),
    },
  };
}

const names = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(names)("%s", (name) => {
  const { title, format = "text" } = readCase(name);

  it(title, async () => {
    const { wanted, got } = await judge(name);
    expect(got).toEqual(wanted);
  });

  it("prints the expected review", async () => {
    const path = join(FOLDER, name, format === "text" ? "expected.txt" : "expected.md");
    const { output } = await review(name, format);
    if (UPDATE) {
      // A wrong review is never kept as the expected one.
      const { wanted, got } = await judge(name);
      expect(got).toEqual(wanted);
      writeFileSync(path, output);
    }
    expect(existsSync(path), `${path} is missing; UPDATE_CASES=1 writes it`).toBe(true);
    expect(output).toBe(readFileSync(path, "utf8"));
  });
});
