import { renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openGit } from "./git.ts";
import { mergeBase } from "./git-resolve.ts";
import { failure, git, opened, temporaryRepository, textFiles } from "./testing/repository.ts";
import type { TemporaryRepository } from "./testing/repository.ts";
import { temporaryDirectory } from "./testing/temporary.ts";

const maxBlobBytes = 1024 * 1024;
let repository: TemporaryRepository;
let repo: string;

beforeEach(() => {
  repository = temporaryRepository();
  repo = repository.path;
});
afterEach(() => repository[Symbol.dispose]());

const open = (...revisions: string[]) => openGit({ repo, revisions, maxBlobBytes });

describe("openGit", () => {
  it("lists and reads what was changed, added, deleted and kept", async () => {
    repository.write("a/kept.yaml", "kept");
    repository.write("b.yaml", "old");
    repository.write("gone.yaml", "gone");
    const base = repository.commit();
    repository.write("b.yaml", "new");
    repository.write("a.yaml", "added");
    repository.git("rm", "--quiet", "gone.yaml");
    const head = repository.commit();
    for (const names of [
      ["HEAD~1", "main"],
      [base, head],
    ]) {
      const source = opened(await open(...names));
      expect(await textFiles(source, 0)).toEqual({
        "a/kept.yaml": "kept",
        "b.yaml": "old",
        "gone.yaml": "gone",
      });
      expect(await textFiles(source, 1)).toEqual({
        "a.yaml": "added",
        "a/kept.yaml": "kept",
        "b.yaml": "new",
      });
      expect(source.snapshots.map(({ commit }) => commit)).toEqual([base, head]);
    }
    const { snapshots } = opened(await open("HEAD~1", head));
    expect(snapshots.map(({ name }) => name)).toEqual(["HEAD~1", head]);
    expect(snapshots[1]?.entries.map(({ path }) => path)).toEqual([
      "a.yaml",
      "a/kept.yaml",
      "b.yaml",
    ]);
  });

  it("shares the entries of revisions with the same tree", async () => {
    repository.write("a.yaml", "a");
    const base = repository.commit();
    const head = repository.commit();
    for (const names of [
      ["HEAD~1", "HEAD"],
      [base, head],
      ["HEAD", "HEAD"],
    ]) {
      const { snapshots } = opened(await open(...names));
      expect(snapshots).toHaveLength(2);
      expect(snapshots[1]?.entries).toBe(snapshots[0]?.entries);
    }
  });

  it("opens one revision, a tag, an empty commit and a file that becomes a directory", async () => {
    const empty = repository.commit();
    repository.write("a", "file");
    repository.commit();
    repository.git("tag", "--annotate", "--message=v1", "v1");
    repository.git("rm", "--quiet", "a");
    repository.write("a/b", "below");
    repository.commit();
    expect(opened(await open(empty)).snapshots[0]?.entries).toEqual([]);
    expect(opened(await open()).snapshots).toEqual([]);
    const tag = repository.git("rev-parse", "v1");
    const source = opened(await open(tag, "HEAD"));
    expect(await textFiles(source, 0)).toEqual({ a: "file" });
    expect(await textFiles(source, 1)).toEqual({ "a/b": "below" });
    const early = opened(await open(tag, empty));
    expect(early.snapshots[0]?.commit).toBe(repository.git("rev-parse", "v1^{commit}"));
  });

  it("reports symlinks and submodules as what they are", async () => {
    symlinkSync("/etc/hostname", join(repo, "link.yaml"));
    const id = repository.commit();
    repository.git("update-index", "--add", "--cacheinfo", `160000,${id},sub`);
    repository.git("commit", "--quiet", "--message=submodule");
    const source = opened(await open("HEAD~1", "HEAD"));
    const modes = source.snapshots[1]?.entries.map(({ path, mode }) => [path, mode]);
    expect(modes).toEqual([
      ["link.yaml", "symlink"],
      ["sub", "submodule"],
    ]);
    expect(await textFiles(source, 1)).toEqual({ "link.yaml": "/etc/hostname" });
  });

  it("sees a submodule change that .gitmodules asks to ignore", async () => {
    const id = repository.commit();
    repository.write(
      ".gitmodules",
      '[submodule "sub"]\n\tpath = sub\n\turl = ./sub\n\tignore = all\n',
    );
    repository.git("add", ".gitmodules");
    repository.git("update-index", "--add", "--cacheinfo", `160000,${id},sub`);
    repository.git("commit", "--quiet", "--message=one");
    repository.git("update-index", "--cacheinfo", `160000,${"1".repeat(40)},sub`);
    repository.git("commit", "--quiet", "--message=two");
    const { snapshots } = opened(await open("HEAD~1", "HEAD"));
    expect(snapshots[1]?.entries.at(-1)).toMatchObject({ path: "sub", id: "1".repeat(40) });
  });

  it("keeps paths apart that hold line feeds, quotes, tabs or bytes outside UTF-8", async () => {
    const names = [
      "a\nb.yaml",
      "q\"u'o.yaml",
      "t\tab.yaml",
      "ü.yaml",
      "\u{1F600}.yaml",
      "\uFF5E.yaml",
    ];
    for (const name of names) repository.write(name, name);
    repository.commit();
    const latin = Buffer.concat([Buffer.from(repo), Buffer.from("/g\xF6.yaml", "latin1")]);
    writeFileSync(latin, "latin");
    repository.commit();
    const source = opened(await open("HEAD~1", "HEAD"));
    const base = Object.fromEntries(names.map((name) => [name, name]));
    expect(await textFiles(source, 0)).toEqual(base);
    expect(await textFiles(source, 1)).toEqual({ ...base, "g\uFFFDF6.yaml": "latin" });
    const paths = source.snapshots[0]?.entries.map(({ path }) => path) ?? [];
    expect(paths).toEqual(paths.toSorted());
  });

  it("works from a subdirectory, a linked worktree, a bare clone and a SHA-256 repository", async () => {
    repository.write("a/b.yaml", "x");
    const id = repository.commit();
    repository.git("worktree", "add", "--quiet", "--detach", "linked");
    repository.git("clone", "--quiet", "--bare", ".", "bare.git");
    for (const place of ["a", "linked", "bare.git"]) {
      const source = opened(
        await openGit({ repo: join(repo, place), revisions: [id, "HEAD"], maxBlobBytes }),
      );
      expect(await textFiles(source, 0)).toEqual({ "a/b.yaml": "x" });
    }
    using long = temporaryRepository("--object-format=sha256");
    long.write("a.yaml", "a");
    const first = long.commit();
    long.write("a.yaml", "b");
    const second = long.commit();
    const source = opened(
      await openGit({ repo: long.path, revisions: [first, second], maxBlobBytes }),
    );
    expect(await textFiles(source, 1)).toEqual({ "a.yaml": "b" });
    expect(first).toHaveLength(64);
  });

  it("reads the repository it is told to, whatever GIT_DIR says", async () => {
    repository.commit();
    using other = temporaryRepository();
    process.env["GIT_DIR"] = join(other.path, ".git");
    try {
      expect((await open("HEAD")).ok).toBe(true);
    } finally {
      delete process.env["GIT_DIR"];
    }
  });

  it("leaves the working tree and the index as they are", async () => {
    repository.write("a.yaml", "a");
    repository.commit();
    // A renamed copy has another inode: a command that refreshes the index would write it.
    repository.write("copy", "a");
    renameSync(join(repo, "copy"), join(repo, "a.yaml"));
    repository.write("untracked", "x");
    const state = () => [
      repository.git("ls-files", "--debug", "--stage"),
      repository.git("diff-files", "--raw"),
    ];
    const before = state();
    await textFiles(opened(await open("HEAD", "HEAD")), 0);
    expect(state()).toEqual(before);
  });
});

describe("revisions that cannot be opened", () => {
  it.each([
    ["no-such-branch", "unknown-revision"],
    ["--upload-pack=touch pwned", "unknown-revision"],
    ["-h", "unknown-revision"],
    ["", "unknown-revision"],
    ["HEAD\nHEAD", "unknown-revision"],
    ["HEAD\0", "unknown-revision"],
    ["HEAD..HEAD", "unknown-revision"],
    ["HEAD:a.yaml", "unknown-revision"],
    ["HEAD^{tree}", "unknown-revision"],
    ["1".repeat(40), "unknown-revision"],
    ["HEAD~5", "unknown-revision"],
    ["x commit 1", "unknown-revision"],
  ])("refuses %j", async (name, code) => {
    repository.write("a.yaml", "a");
    repository.commit();
    expect(failure(await open("HEAD", name)).code).toBe(code);
  });

  it("takes odd but valid names", async () => {
    const id = repository.commit();
    for (const name of ["-dash", "feature/ü", "a'b", "x;y", "$(id)"]) {
      repository.git("update-ref", `refs/heads/${name}`, id);
      expect(opened(await open(name)).snapshots[0]?.commit).toBe(id);
    }
    expect(opened(await open("@", "main@{0}")).snapshots).toHaveLength(2);
  });

  it("says what to do about a branch that only the remote has", async () => {
    const id = repository.commit();
    repository.git("update-ref", "refs/remotes/origin/release", id);
    expect(failure(await open("release")).message).toContain("Did you mean `origin/release`?");
  });

  it("tells an empty repository, no repository and a missing directory apart", async () => {
    expect(failure(await open("HEAD")).code).toBe("unknown-revision");
    using plain = temporaryDirectory();
    for (const place of [plain.path, join(plain.path, "absent")]) {
      const result = await openGit({ repo: place, revisions: ["HEAD"], maxBlobBytes });
      expect(failure(result).code).toBe("not-a-repository");
    }
  });

  it("says that git is missing", async () => {
    const path = process.env["PATH"];
    process.env["PATH"] = "/nonexistent";
    try {
      expect(failure(await open("HEAD", "HEAD")).code).toBe("no-git");
    } finally {
      process.env["PATH"] = path;
    }
  });
});

describe("mergeBase", () => {
  it("finds the common ancestor", async () => {
    const base = repository.commit();
    repository.git("checkout", "--quiet", "-b", "feature");
    repository.write("a", "a");
    repository.commit();
    repository.git("checkout", "--quiet", "main");
    repository.write("b", "b");
    repository.commit();
    expect(await mergeBase(repo, "main", "feature")).toEqual({ ok: true, commit: base });
    expect(failure(await mergeBase(repo, "main", "--all")).code).toBe("unknown-revision");
  });

  it("says that there is none", async () => {
    repository.commit();
    const root = git(repo, ["commit-tree", "-m", "root", repository.git("write-tree")]);
    repository.git("commit", "--quiet", "--amend", "--allow-empty", "--message=other");
    expect(failure(await mergeBase(repo, "HEAD", root)).code).toBe("no-merge-base");
  });
});
