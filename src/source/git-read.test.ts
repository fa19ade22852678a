import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { openGit } from "./git.ts";
import { readBlobs } from "./git-read.ts";
import { git, opened, temporaryRepository, textFiles } from "./testing/repository.ts";
import type { TemporaryRepository } from "./testing/repository.ts";
import { isTooLarge, sizeOf, SourceFailure, type Content, type TooLarge } from "./types.ts";

const MEBIBYTE = 1024 * 1024;

/** What buffers hold once garbage is gone. */
function liveBytes(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().arrayBuffers;
}

describe("reading many blobs", () => {
  let repository: TemporaryRepository;
  const files = Object.fromEntries(
    Array.from({ length: 1500 }, (_, index) => [`f${index}.yaml`, `${index}\n`.repeat(index)]),
  );
  beforeAll(() => {
    repository = temporaryRepository();
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    repository.write("large.yaml", Buffer.alloc(2 * MEBIBYTE));
    repository.commit();
  });
  afterAll(() => repository[Symbol.dispose]());

  it.each([
    { name: "through files", tmpdir: undefined },
    { name: "through a pipe where there is no temporary directory", tmpdir: "/nonexistent" },
  ])("delivers every byte, $name", async ({ tmpdir }) => {
    const before = process.env["TMPDIR"];
    if (tmpdir !== undefined) process.env["TMPDIR"] = tmpdir;
    try {
      const options = { repo: repository.path, revisions: ["HEAD"], maxBlobBytes: MEBIBYTE };
      const large = JSON.stringify({ tooLarge: 2 * MEBIBYTE });
      expect(await textFiles(opened(await openGit(options)), 0)).toEqual({
        ...files,
        "large.yaml": large,
      });
    } finally {
      if (before === undefined) delete process.env["TMPDIR"];
      else process.env["TMPDIR"] = before;
    }
  });

  it("cuts at the total, in the order of the request", async () => {
    const revisions = ["HEAD"];
    const options = {
      repo: repository.path,
      revisions,
      maxBlobBytes: MEBIBYTE,
      maxTotalBytes: 100_000,
    };
    const source = opened(await openGit(options));
    const ids = (source.snapshots[0]?.entries ?? []).map(({ id }) => id);
    const contents = await source.read(ids);
    const delivered = [...new Set(ids)].map((id) => contents.get(id));
    const isRead = (content: Content | TooLarge | undefined): content is Content =>
      content !== undefined && !isTooLarge(content);
    const bytes = delivered.filter(isRead).map(sizeOf);
    expect(contents.size).toBe(1501);
    expect(bytes.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(100_000);
    const cut = delivered.findIndex((content) => !isRead(content));
    expect(delivered.slice(cut).some(isRead)).toBe(false);
  });
});

it("skips a large blob without holding it in memory", async () => {
  using repository = temporaryRepository();
  repository.write("large.yaml", Buffer.alloc(20 * MEBIBYTE));
  repository.write("small.yaml", "small");
  repository.commit();
  const options = { repo: repository.path, revisions: ["HEAD"], maxBlobBytes: MEBIBYTE };
  const source = opened(await openGit(options));
  let peak = 0;
  let samples = 0;
  const before = liveBytes();
  const sample = setInterval(() => {
    samples += 1;
    peak = Math.max(peak, liveBytes() - before);
  }, 10);
  const files = await textFiles(source, 0);
  clearInterval(sample);
  const large = JSON.stringify({ tooLarge: 20 * MEBIBYTE });
  expect(files).toEqual({ "large.yaml": large, "small.yaml": "small" });
  expect(samples).toBeGreaterThan(0);
  expect(peak).toBeLessThan(5 * MEBIBYTE);
});

describe("blobs that cannot be read", () => {
  it("rejects for an id that is not there, however many are", async () => {
    using repository = temporaryRepository();
    const reader = { repo: repository.path, maxBlobBytes: MEBIBYTE, maxTotalBytes: MEBIBYTE };
    const made = Array.from({ length: 500 }, (_, index) => index.toString(16).padStart(40, "0"));
    for (const ids of [made.slice(1, 2), made]) {
      const error = await readBlobs(reader, new Set(ids)).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SourceFailure);
      expect(error).toMatchObject({ error: { code: "missing-objects" } });
    }
    expect(await readBlobs(reader, new Set())).toEqual(new Map());
  });

  it("rejects when the repository is gone or damaged", async () => {
    using repository = temporaryRepository();
    const id = git(repository.path, ["hash-object", "-w", "--stdin"], "text");
    repository.write(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`, "");
    const reader = { repo: repository.path, maxBlobBytes: MEBIBYTE, maxTotalBytes: MEBIBYTE };
    await expect(readBlobs(reader, new Set([id]))).rejects.toBeInstanceOf(SourceFailure);
    const gone = { ...reader, repo: `${repository.path}/absent` };
    await expect(readBlobs(gone, new Set([id]))).rejects.toMatchObject({
      error: { code: "not-a-repository" },
    });
  });
});
