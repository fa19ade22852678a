import { expect, test } from "vitest";
import { fileUrl, runUrl } from "./links.ts";
import type { Runner } from "./read-runner.ts";

const RUNNER: Runner = {
  eventName: "push",
  eventPath: "/event.json",
  sha: "a",
  ref: "refs/heads/main",
  owner: "octo-org",
  repo: "policies",
  apiUrl: "https://github.example/api/v3",
  serverUrl: "https://github.example",
  runId: 5,
  workspace: "/workspace",
  temp: "/tmp",
  usesProxy: false,
};
const span = (path: string) => ({ path, startLine: 3, startColumn: 1, endLine: 7, endColumn: 2 });

test.each([
  { name: "a plain path", in: "a/b.yaml", want: "a/b.yaml" },
  {
    name: "what means something in an address",
    in: "a b/c#d?e%20.yaml",
    want: "a%20b/c%23d%3Fe%2520.yaml",
  },
  { name: "half of a surrogate pair", in: "a\ud800.yaml", want: "a%EF%BF%BD.yaml" },
  { name: "what is not ASCII", in: "ü/\n.yaml", want: "%C3%BC/%0A.yaml" },
])("fileUrl encodes $name", ({ in: path, want }) => {
  const url = `https://github.example/octo-org/policies/blob/abc/${want}#L3-L7`;
  expect(fileUrl(RUNNER, "abc", span(path))).toBe(url);
});

test("runUrl is the page with the summaries", () => {
  expect(runUrl(RUNNER)).toBe("https://github.example/octo-org/policies/actions/runs/5");
});
