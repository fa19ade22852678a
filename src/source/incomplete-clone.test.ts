import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openGit, type GitOptions } from "./git.ts";
import { mergeBase } from "./git-resolve.ts";
import { readFileAt } from "./read-file-at.ts";
import { failure, git, opened, temporaryRepository, textFiles } from "./testing/repository.ts";
import type { TemporaryRepository } from "./testing/repository.ts";

let server: TemporaryRepository;
let repo: string;
let base: string;
let head: string;
let merge: string;

/** main holds `base`; a pull request's `head` was merged into it as `merge`. */
beforeEach(() => {
  server = temporaryRepository();
  server.git("config", "uploadpack.allowFilter", "true");
  server.git("config", "uploadpack.allowAnySHA1InWant", "true");
  server.write("a.yaml", "first");
  server.write("same.yaml", "same");
  server.commit();
  server.write("a.yaml", "base");
  base = server.commit();
  server.git("checkout", "--quiet", "-b", "feature", "HEAD~1");
  server.write("b.yaml", "head");
  head = server.commit();
  server.git("checkout", "--quiet", "-b", "pull", "main");
  server.git("merge", "--quiet", "--no-ff", "--message=merge", "feature");
  merge = server.git("rev-parse", "HEAD");
  repo = `${server.path}/clone`;
});
afterEach(() => server[Symbol.dispose]());

const clone = (...options: string[]): void => {
  git(server.path, ["clone", "--quiet", ...options, `file://${server.path}`, "clone"]);
};
const open = (revisions: string[], options: Partial<GitOptions> = {}) =>
  openGit({ repo, revisions, maxBlobBytes: 1024, ...options });

describe("a shallow clone of the merge commit", () => {
  beforeEach(() => clone("--depth=1", "--branch=pull"));

  it.each([
    { name: "HEAD^", id: () => base },
    { name: "HEAD^1", id: () => base },
    { name: "HEAD~", id: () => base },
    { name: "HEAD~1", id: () => base },
    { name: "HEAD^2", id: () => head },
  ])("names the commit to fetch for $name, or fetches it", async ({ name, id }) => {
    const error = failure(await open([name, "HEAD"]));
    expect(error.code).toBe("shallow");
    expect(error.message).toContain(`git fetch --depth=1 origin ${id()}`);
    expect(error.message).toContain("fetch-depth: 2");
    const source = opened(await open([name, "HEAD"], { fetchMissing: true }));
    expect(source.snapshots.map(({ commit }) => commit)).toEqual([id(), merge]);
    expect(await textFiles(source, 1)).toEqual({
      "a.yaml": "base",
      "b.yaml": "head",
      "same.yaml": "same",
    });
    // Here now, so found without fetching again.
    expect((await open([name, "HEAD"])).ok).toBe(true);
  });

  it("fetches a commit by id and changes nothing but the objects", async () => {
    const state = () => [
      git(repo, ["for-each-ref"]),
      git(repo, ["status", "--porcelain", "--branch"]),
    ];
    const before = state();
    expect(failure(await open([base, merge])).code).toBe("shallow");
    const source = opened(await open([base, merge], { fetchMissing: true }));
    expect(await textFiles(source, 0)).toEqual({ "a.yaml": "base", "same.yaml": "same" });
    expect(state()).toEqual(before);
  });

  it("says that fetching failed, and what to do", async () => {
    const error = failure(await open(["1".repeat(40), "HEAD"], { fetchMissing: true }));
    expect(error.code).toBe("shallow");
    expect(error.message).toContain("Fetching it was tried and failed");
    git(repo, ["remote", "set-url", "origin", "https://user:secret@localhost:1/x"]);
    const offline = failure(await open([base, "HEAD"], { fetchMissing: true }));
    expect(offline.message).toContain("tried and failed");
    expect(offline.message).not.toContain("secret");
  });

  it.each(["HEAD~2", "HEAD^3", "main", "HEAD^0^"])("explains %s without an id", async (name) => {
    expect(
      failure(await open([name], { fetchMissing: name !== "HEAD^0^" && name !== "main" })),
    ).toMatchObject({
      code: "shallow",
    });
  });

  it("does not take a hidden history for an absent one", async () => {
    git(repo, ["fetch", "--quiet", "--depth=1", "origin", head]);
    expect(failure(await mergeBase(repo, "HEAD", head))).toMatchObject({ code: "shallow" });
  });
});

describe("a complete clone", () => {
  it("stays complete when a commit is fetched", async () => {
    clone("--single-branch", "--branch=main");
    expect(failure(await open([head])).code).toBe("unknown-revision");
    const source = opened(await open([head, "main"], { fetchMissing: true }));
    expect(source.snapshots[0]?.commit).toBe(head);
    expect(git(repo, ["rev-parse", "--is-shallow-repository"])).toBe("false");
  });
});

describe("a partial clone", () => {
  const file = () => readFileAt({ repo, revision: "origin/main", path: "a.yaml" });

  it("never fetches by itself", async () => {
    clone("--no-checkout", "--filter=blob:none");
    const source = opened(await open(["origin/main", "origin/pull"]));
    await expect(textFiles(source, 0)).rejects.toMatchObject({
      error: { code: "missing-objects" },
    });
    expect(failure(await file()).code).toBe("missing-objects");
  });

  it("fetches what is missing in one go where that is allowed", async () => {
    clone("--no-checkout", "--filter=blob:none");
    const source = opened(await open(["origin/main", "origin/pull"], { fetchMissing: true }));
    expect(await textFiles(source, 1)).toEqual({
      "a.yaml": "base",
      "b.yaml": "head",
      "same.yaml": "same",
    });
    // Nothing is missing any more.
    expect(await textFiles(opened(await open(["origin/main"])), 0)).toHaveProperty(
      "a.yaml",
      "base",
    );
  });

  it("says that fetching failed", async () => {
    clone("--no-checkout", "--filter=blob:none");
    git(repo, ["remote", "set-url", "origin", "file:///nonexistent"]);
    const source = opened(await open(["origin/main"], { fetchMissing: true }));
    await expect(textFiles(source, 0)).rejects.toThrow(/fetching them failed/);
  });

  it("explains missing trees, or fetches them", async () => {
    clone("--no-checkout", "--filter=tree:0");
    expect(failure(await open(["origin/main"])).code).not.toBe("git-failed");
    const source = opened(await open(["origin/main", "origin/pull"], { fetchMissing: true }));
    expect(await textFiles(source, 0)).toEqual({ "a.yaml": "base", "same.yaml": "same" });
  });
});
