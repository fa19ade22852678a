import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDirectories } from "./directory.ts";
import { failure, opened, textFiles } from "./testing/repository.ts";
import { temporaryDirectory, type TemporaryDirectory } from "./testing/temporary.ts";
import { isTooLarge } from "./types.ts";

let base: TemporaryDirectory;
let head: TemporaryDirectory;

beforeEach(() => {
  base = temporaryDirectory();
  head = temporaryDirectory();
});
afterEach(() => {
  base[Symbol.dispose]();
  head[Symbol.dispose]();
});

const open = (limits: { maxTotalBytes?: number; maxFiles?: number } = {}) =>
  openDirectories({ directories: [base.path, head.path], maxFileBytes: 100, ...limits });

it("gives equal bytes equal ids, and sorts by path", async () => {
  base.write("b.yaml", "same");
  base.write("a/x.yaml", "old");
  base.write("a.yaml", "first");
  head.write("moved/c.yaml", "same");
  head.write("a/x.yaml", "new");
  const source = opened(await open());
  const [from, to] = source.snapshots.map(
    ({ entries }) => new Map(entries.map(({ path, id }) => [path, id])),
  );
  expect([...(from?.keys() ?? [])]).toEqual(["a.yaml", "a/x.yaml", "b.yaml"]);
  expect(from?.get("b.yaml")).toBe(to?.get("moved/c.yaml"));
  expect(from?.get("a/x.yaml")).not.toBe(to?.get("a/x.yaml"));
  expect(await textFiles(source, 1)).toEqual({ "a/x.yaml": "new", "moved/c.yaml": "same" });
  expect(source.snapshots[0]?.name).toBe(base.path);
});

it("reads as of the moment it was opened", async () => {
  base.write("a.yaml", "before");
  const source = opened(await open());
  base.write("a.yaml", "after");
  expect(await textFiles(source, 0)).toEqual({ "a.yaml": "before" });
});

it("skips repositories' data and packages, and never follows a link", async () => {
  base.write(".git/config", "x");
  base.write("sub/.git/config", "x");
  base.write("node_modules/a/a.yaml", "x");
  base.write(".gitignore", "kept");
  symlinkSync("/etc", join(base.path, "link"));
  symlinkSync(".", join(base.path, "loop"));
  symlinkSync("/etc/hostname", join(base.path, "file.yaml"));
  const source = opened(await open());
  const modes = Object.fromEntries(
    (source.snapshots[0]?.entries ?? []).map(({ path, mode }) => [path, mode]),
  );
  expect(modes).toEqual({
    ".gitignore": "file",
    "file.yaml": "symlink",
    link: "symlink",
    loop: "symlink",
  });
  expect(await textFiles(source, 0)).toHaveProperty(["file.yaml"], "/etc/hostname");
});

it("does not open a named pipe", async () => {
  execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", join(base.path, "pipe.yaml")]);
  expect(opened(await open()).snapshots[0]?.entries).toEqual([]);
});

it("keeps names that are not UTF-8", async () => {
  writeFileSync(
    Buffer.concat([Buffer.from(base.path), Buffer.from("/g\xF6.yaml", "latin1")]),
    "latin",
  );
  expect(await textFiles(opened(await open()), 0)).toEqual({ "g\uFFFDF6.yaml": "latin" });
});

it("does not read a file that is too large, and takes it for equal to no other", async () => {
  base.write("large.yaml", "x".repeat(101));
  head.write("large.yaml", "x".repeat(101));
  const source = opened(await open());
  const ids = source.snapshots.map(({ entries }) => entries[0]?.id ?? "");
  expect(new Set(ids).size).toBe(2);
  expect([...(await source.read(ids)).values()]).toEqual([{ tooLarge: 101 }, { tooLarge: 101 }]);
});

it("stops reading at the total", async () => {
  base.write("a.yaml", "x".repeat(60));
  base.write("b.yaml", "y".repeat(60));
  const source = opened(await open({ maxTotalBytes: 100 }));
  const contents = [
    ...(await source.read(source.snapshots[0]?.entries.map(({ id }) => id) ?? [])).values(),
  ];
  expect(contents.filter(isTooLarge)).toEqual([{ tooLarge: 60 }]);
});

it("refuses too many files, a missing directory and an unknown id", async () => {
  base.write("a.yaml", "a");
  base.write("b.yaml", "b");
  expect(failure(await open({ maxFiles: 1 })).code).toBe("too-large");
  const absent = await openDirectories({
    directories: [join(base.path, "absent")],
    maxFileBytes: 100,
  });
  expect(failure(absent).code).toBe("unreadable");
  const source = opened(await open());
  await expect(source.read(["unknown"])).rejects.toMatchObject({ error: { code: "unreadable" } });
});

it("takes a single file, also through a link", async () => {
  base.write("a.yaml", "a");
  symlinkSync("a.yaml", join(base.path, "link.yaml"));
  const directories = [join(base.path, "a.yaml"), join(base.path, "link.yaml")];
  const source = opened(await openDirectories({ directories, maxFileBytes: 100 }));
  expect(await textFiles(source, 0)).toEqual({ "a.yaml": "a" });
  expect(await textFiles(source, 1)).toEqual({ "link.yaml": "a" });
});
