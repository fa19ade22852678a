import { expect, it } from "vitest";
import { gitFailure, gitWords } from "./git-errors.ts";

const exit = (stderr: string) => ({ status: 128, stderr });

it.each([
  { name: "the error among warnings", stderr: "warning: x\nfatal: y\n", want: "fatal: y" },
  { name: "anything where no line is marked", stderr: "killed\n", want: "killed" },
  { name: "the status where git says nothing", stderr: "", want: "git ended with status 128" },
  {
    name: "no password and no terminal code",
    stderr: "fatal: unable to access 'https://x:secret@host/\u001B[31m'",
    want: "fatal: unable to access 'https://host/ [31m'",
  },
])("quotes $name", ({ stderr, want }) => {
  expect(gitWords(exit(stderr))).toBe(want);
});

it.each([
  { stderr: "fatal: detected dubious ownership in repository at '/r'", code: "not-trusted" },
  {
    stderr: "fatal: not a git repository (or any of the parent directories)",
    code: "not-a-repository",
  },
  {
    stderr: "fatal: lazy fetching disabled; some objects may not be available",
    code: "missing-objects",
  },
  { stderr: "fatal: could not fetch 12 from promisor remote", code: "missing-objects" },
  { stderr: "error: inflate: data stream error", code: "git-failed" },
])("tells $code", ({ stderr, code }) => {
  expect(gitFailure("/r", exit(stderr)).error.code).toBe(code);
});
