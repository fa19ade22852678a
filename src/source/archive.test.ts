import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openArchives, type ArchiveOptions, type RemoteRepository } from "./archive.ts";
import { findInArchive, type WantedFiles } from "./archive-files.ts";
import { listTree } from "./git-list.ts";
import { openGit } from "./git.ts";
import { failure, opened, temporaryRepository, textFiles } from "./testing/repository.ts";
import type { TemporaryRepository } from "./testing/repository.ts";

const LIMITS = { maxBytes: 2 ** 30, maxUnpackedBytes: 2 ** 30 };
const MANY = 30;
const LONG = `${"long-folder-name/".repeat(20)}file.yaml`;

let repository: TemporaryRepository;
let base: string;
let head: string;

const archiveOf = (commit: string): Buffer =>
  execFileSync(
    "git",
    ["-C", repository.path, "archive", "--format=tar.gz", "--prefix=o-r-1/", commit],
    {
      maxBuffer: 2 ** 30,
    },
  );

async function* chunksOf(bytes: Uint8Array, size = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The repository as a server shows it, and what it was asked for. */
function remoteOf(): RemoteRepository & { readonly asked: string[] } {
  const asked: string[] = [];
  const run = (...args: readonly string[]): Buffer =>
    execFileSync("git", ["-C", repository.path, ...args]);
  return {
    asked,
    listFiles: async (commit) => {
      const listing = await listTree({ repo: repository.path, tree: commit });
      if (!listing.ok) throw new Error(listing.error.message);
      return listing.entries.map((entry) =>
        entry.mode === "submodule"
          ? entry
          : Object.assign({}, entry, { size: Number(run("cat-file", "-s", entry.id)) }),
      );
    },
    readArchive: (commit, wanted) => {
      asked.push(`archive ${commit}`);
      return findInArchive(chunksOf(archiveOf(commit)), wanted, LIMITS);
    },
    readFile: async (id) => {
      asked.push(`file ${id}`);
      return run("cat-file", "blob", id);
    },
  };
}

beforeAll(() => {
  repository = temporaryRepository();
  for (let index = 0; index < MANY; index++)
    repository.write(`many/${index}.yaml`, `content ${index}`);
  repository.write("empty.yaml", "");
  repository.write("ümlaut/ﬁle.yaml", "text");
  repository.write(LONG, "behind a long name");
  repository.write("bytes.bin", Buffer.from([0, 255, 254, 10]));
  repository.write("tests/ignored.yaml", "left out");
  repository.write("version.txt", "$Format:%H$");
  repository.write(".gitattributes", "tests/ export-ignore\nversion.txt export-subst\n");
  execFileSync("ln", ["-s", `${"x".repeat(150)}/target.yaml`, `${repository.path}/link.yaml`]);
  repository.git("update-index", "--add", "--cacheinfo", `160000,${"1".repeat(40)},vendor`);
  base = repository.commit();
  repository.write("many/0.yaml", "changed");
  head = repository.commit();
});
afterAll(() => repository[Symbol.dispose]());

const open = (options: Partial<ArchiveOptions> = {}) =>
  openArchives({ remote: remoteOf(), commits: [base, head], maxFileBytes: 1024, ...options });

describe("openArchives", () => {
  it("reads what git reads, also what the archive leaves out or rewrites", async () => {
    const source = opened(await open());
    const git = opened(
      await openGit({ repo: repository.path, revisions: [base, head], maxBlobBytes: 1024 }),
    );
    for (const index of [0, 1]) {
      const paths = (entries = git.snapshots[index]?.entries) =>
        entries?.map(({ path, id, mode }) => ({ path, id, mode }));
      expect(paths(source.snapshots[index]?.entries)).toEqual(paths());
      expect(await textFiles(source, index)).toEqual(await textFiles(git, index));
    }
    expect(await textFiles(source, 1)).toMatchObject({
      [LONG]: "behind a long name",
      "tests/ignored.yaml": "left out",
      "version.txt": "$Format:%H$",
    });
  });

  it("asks for one archive where two revisions differ little", async () => {
    const remote = remoteOf();
    const source = opened(await open({ remote }));
    const ids = source.snapshots.flatMap(({ entries }) =>
      entries.filter(({ path }) => path.startsWith("many/")).map(({ id }) => id),
    );
    expect((await source.read(ids)).size).toBe(MANY + 1);
    const changed = source.snapshots[0]?.entries.find(({ path }) => path === "many/0.yaml")?.id;
    expect(remote.asked).toEqual([`archive ${head}`, `file ${changed}`]);
  });

  it("asks for no archive where few files are wanted", async () => {
    const remote = remoteOf();
    const source = opened(await open({ remote }));
    const [id = ""] = source.snapshots[0]?.entries.map((entry) => entry.id) ?? [];
    await source.read([id]);
    expect(remote.asked).toEqual([`file ${id}`]);
  });

  it("reports what is too large, alone or together, without asking for it", async () => {
    const remote = remoteOf();
    const source = opened(await open({ remote, maxFileBytes: 12 }));
    const entry = source.snapshots[1]?.entries.find(({ path }) => path === LONG);
    const id = entry?.id ?? "";
    expect((await source.read([id])).get(id)).toEqual({ tooLarge: 18 });
    const all = source.snapshots[1]?.entries.filter(({ mode }) => mode !== "submodule") ?? [];
    expect(remote.asked).toEqual([]);
    const bounded = opened(await open({ remote, maxTotalBytes: 100 }));
    const contents = [...(await bounded.read(all.map((file) => file.id))).values()];
    const sizes = contents.flatMap((content) => ("length" in content ? [content.length] : []));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(100);
    expect(contents.length).toBeGreaterThan(sizes.length);
  });

  it("says what to do where the archive lacks too much", async () => {
    const remote = { ...remoteOf(), readArchive: async () => new Map<string, Uint8Array>() };
    const listFiles = async () =>
      Array.from({ length: 201 }, (_, index) => ({
        path: `${index}`,
        id: String(index).padStart(40, "0"),
        mode: "file" as const,
        size: 1,
      }));
    const source = opened(await open({ remote: { ...remote, listFiles } }));
    const ids = source.snapshots[1]?.entries.map(({ id }) => id) ?? [];
    await expect(source.read(ids)).rejects.toThrow(/export-ignore.*actions\/checkout/);
  });

  it("refuses a listing in which one file hides another", async () => {
    const entry = { path: "\ufffd.yaml", mode: "file", size: 1 } as const;
    const listFiles = async () => [
      { ...entry, id: "1".repeat(40) },
      { ...entry, id: "2".repeat(40) },
    ];
    const result = await open({ remote: { ...remoteOf(), listFiles } });
    expect(failure(result).message).toContain("actions/checkout");
  });
});

describe("findInArchive", () => {
  const wantedFiles = async (): Promise<WantedFiles> =>
    new Map((await remoteOf().listFiles(head)).map(({ id, size = 0 }) => [id, size]));

  it("rejects an archive that is cut off", async () => {
    const bytes = archiveOf(head);
    const cut = chunksOf(bytes.subarray(0, bytes.length - 200));
    await expect(findInArchive(cut, await wantedFiles(), LIMITS)).rejects.toThrow();
  });

  it("rejects what is no archive", async () => {
    const text = chunksOf(Buffer.from("<html>not found</html>"));
    await expect(findInArchive(text, await wantedFiles(), LIMITS)).rejects.toThrow();
  });

  it.each([
    { name: "sent", limits: { ...LIMITS, maxBytes: 100 } },
    { name: "unpacked", limits: { ...LIMITS, maxUnpackedBytes: 5_000 } },
  ])("stops at the limit of what is $name", async ({ limits }) => {
    const archive = chunksOf(archiveOf(head));
    await expect(findInArchive(archive, await wantedFiles(), limits)).rejects.toMatchObject({
      name: "ArchiveTooLarge",
    });
  });

  it("stops reading where everything is found", async () => {
    let read = 0;
    let ended = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for await (const chunk of chunksOf(archiveOf(head), 500)) {
          read++;
          yield chunk;
        }
        for (;;) yield new Uint8Array(500);
      } finally {
        ended = true;
      }
    }
    const [first] = await remoteOf().listFiles(head);
    const wanted = new Map([[first?.id ?? "", first?.size ?? 0]]);
    expect((await findInArchive(endless(), wanted, LIMITS)).size).toBe(1);
    expect(read).toBeGreaterThan(0);
    await expect.poll(() => ended).toBe(true);
  });
});
