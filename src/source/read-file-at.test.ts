import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readFileAt } from "./read-file-at.ts";
import { failure, temporaryRepository } from "./testing/repository.ts";
import type { TemporaryRepository } from "./testing/repository.ts";

let repository: TemporaryRepository;

beforeAll(() => {
  repository = temporaryRepository();
  repository.write(".github/config.yml", "base");
  repository.write("[a]*.yml", "literal");
  repository.write("large.yml", "x".repeat(11));
  repository.write("ü.yml", "ü");
  symlinkSync("/etc/hostname", join(repository.path, "link.yml"));
  symlinkSync(".github", join(repository.path, "linked"));
  repository.commit();
  repository.write(".github/config.yml", "head");
  repository.commit();
});
afterAll(() => repository[Symbol.dispose]());

const read = (path: string, revision = "HEAD~1") =>
  readFileAt({ repo: repository.path, revision, path, maxBytes: 10 });

it.each([
  { path: ".github/config.yml", want: "base" },
  { path: "./.github/../.github//config.yml", want: "base" },
  { path: "[a]*.yml", want: "literal" },
  { path: "ü.yml", want: "ü" },
  { path: "absent.yml", want: undefined },
  { path: ".github", want: undefined },
  { path: ".github/", want: undefined },
  { path: "", want: undefined },
  { path: "linked/config.yml", want: undefined },
  { path: "--help", want: undefined },
  { path: ":(icase,glob)LARGE*", want: undefined },
])("reads $path", async ({ path, want }) => {
  const result = await read(path);
  expect(result).toEqual({
    ok: true,
    bytes: want === undefined ? undefined : new TextEncoder().encode(want),
  });
});

it.each([
  { path: "link.yml", code: "unreadable" },
  { path: "/etc/hostname", code: "unreadable" },
  { path: "../outside", code: "unreadable" },
  { path: "a/../../outside", code: "unreadable" },
  { path: "large.yml", code: "too-large" },
])("refuses $path", async ({ path, code }) => {
  expect(failure(await read(path)).code).toBe(code);
});

it("says that the revision is unknown", async () => {
  expect(failure(await read("large.yml", "nowhere")).code).toBe("unknown-revision");
});
