import { expect, it } from "vitest";
import { collectGit, runGit } from "./git-process.ts";
import { temporaryRepository } from "./testing/repository.ts";

it("feeds more input than any pipe holds while output flows back", async () => {
  using repository = temporaryRepository();
  function* input(): Generator<string> {
    for (let block = 0; block < 50; block += 1) yield `${"1".repeat(40)}\n`.repeat(1000);
  }
  const args = ["cat-file", "--batch-check", "--buffer"];
  const run = await collectGit({ repo: repository.path, args, input: input() });
  expect(run.status).toBe(0);
  expect(run.stdout.toString("utf8").split("\n")).toHaveLength(50_001);
});

it("survives a git that ends before it has read its input", async () => {
  using repository = temporaryRepository();
  function* input(): Generator<string> {
    for (let block = 0; block < 50; block += 1) yield "nobody reads this\n".repeat(4000);
  }
  const run = await collectGit({
    repo: repository.path,
    args: ["cat-file", "--no-such-option"],
    input: input(),
  });
  expect(run.status).toBe(129);
});

it("ends git when the reader of its output throws", async () => {
  using repository = temporaryRepository();
  repository.commit();
  const onStdout = (): void => {
    throw new Error("unreadable");
  };
  const run = runGit({
    repo: repository.path,
    args: ["cat-file", "--batch-check"],
    input: ["HEAD\n"],
    onStdout,
  });
  await expect(run).rejects.toThrow("unreadable");
});

it.each([
  { name: "a signal", limit: () => ({ signal: AbortSignal.timeout(100) }) },
  { name: "a time limit", limit: () => ({ timeoutMs: 100 }) },
])("stops at $name, though a process that git started lives on", async ({ limit }) => {
  using repository = temporaryRepository();
  const args = ["-c", "alias.wait=!sleep 10", "wait"];
  const start = performance.now();
  const run = await runGit({ repo: repository.path, args, ...limit() });
  expect(run.status).toBeNull();
  expect(performance.now() - start).toBeLessThan(5000);
});
