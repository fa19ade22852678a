import { describe, expect, test } from "vitest";
import { readEvent } from "./read-event.ts";

const BASE = "b".repeat(40);
const HEAD = "a".repeat(40);
const pull = (changes: object): string =>
  JSON.stringify({
    pull_request: { number: 7, base: { sha: BASE }, head: { sha: HEAD }, ...changes },
  });

describe("readEvent", () => {
  test("reads a pull request", () => {
    const event = { kind: "pull-request", number: 7, baseSha: BASE, headSha: HEAD };
    expect(readEvent("pull_request", pull({}))).toEqual({
      ok: true,
      event: { ...event, merge: "checked-out" },
    });
    expect(readEvent("pull_request_target", pull({}))).toEqual({
      ok: true,
      event: { ...event, merge: "asked-for" },
    });
  });

  test("reads a merge group", () => {
    const text = JSON.stringify({ merge_group: { base_sha: BASE, head_sha: HEAD } });
    const event = { kind: "merge-group", baseSha: BASE, headSha: HEAD };
    expect(readEvent("merge_group", text)).toEqual({ ok: true, event });
  });

  test.each([
    { repository: { owner: { login: "mallory" } }, headLabel: "mallory:topic" },
    { repository: null, headLabel: undefined },
  ])("reads the run of another workflow: $headLabel", ({ repository, headLabel }) => {
    const run = { event: "pull_request", head_sha: HEAD, head_branch: "topic" };
    const text = JSON.stringify({ workflow_run: { ...run, head_repository: repository } });
    const event = { kind: "workflow-run", trigger: "pull_request", headSha: HEAD, headLabel };
    expect(readEvent("workflow_run", text)).toEqual({ ok: true, event });
  });

  test.each(["pull_request", "pull_request_target", "merge_group", "workflow_run"])(
    "says what the file of %s must hold",
    (name) => {
      const result = readEvent(name, "{}");
      expect(result).toMatchObject({ ok: false });
      expect(result).toHaveProperty("message", expect.stringContaining(`\`${name}\` event`));
    },
  );

  test("takes the ids of a SHA-256 repository", () => {
    const result = readEvent("pull_request", pull({ head: { sha: "c".repeat(64) } }));
    expect(result.ok).toBe(true);
  });

  test("does not read the file of another event", () => {
    const event = { kind: "other", name: "push" };
    expect(readEvent("push", "not JSON")).toEqual({ ok: true, event });
  });

  test.each([
    { name: "no JSON", in: "{" },
    { name: "no object", in: "null" },
    { name: "no pull request", in: "{}" },
    { name: "a number in words", in: pull({ number: "7" }) },
    { name: "a number that is none", in: pull({ number: 0 }) },
    { name: "no base", in: pull({ base: null }) },
    { name: "a head that is no commit id", in: pull({ head: { sha: "--upload-pack=x" } }) },
    { name: "a short id", in: pull({ head: { sha: "abc1234" } }) },
    { name: "an inherited property", in: '{"__proto__":{"pull_request":{}}}' },
  ])("refuses $name", ({ in: text }) => {
    expect(readEvent("pull_request", text)).toMatchObject({ ok: false });
  });
});
