import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readCompiled, writeCompiled, type CompiledFiles } from "./code-cache-file.ts";

let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "netpol-review-cache-"));
  file = join(folder, "made", "for this", "cache");
});
afterEach(() => rmSync(folder, { recursive: true }));

const FILES: CompiledFiles = new Map([
  ["/dist/a.js", { stamp: "1 2", data: Buffer.from("odd") }],
  ["/dist/ü.js", { stamp: "3", data: Buffer.from("longer than eight bytes") }],
  ["/dist/empty.js", { stamp: "", data: Buffer.alloc(0) }],
]);

describe("the file of compiled code", () => {
  test("gives back what was written, each part where V8 need not copy it", () => {
    writeCompiled(file, FILES);
    const read = readCompiled(file);
    expect([...read]).toEqual([...FILES]);
    for (const { data } of read.values()) expect(data.byteOffset % 8).toBe(0);
  });

  test("is replaced, and leaves nothing else behind", () => {
    writeCompiled(file, FILES);
    writeCompiled(file, new Map());
    expect(readCompiled(file).size).toBe(0);
    expect(readdirSync(join(file, ".."))).toEqual(["cache"]);
  });

  test("takes away what nobody has written for a month", () => {
    writeCompiled(file, FILES);
    const [old, recent] = [`${file}-old`, `${file}-recent`];
    for (const path of [old, recent]) writeFileSync(path, "");
    const secondsAgo = (days: number): number => Date.now() / 1000 - days * 86_400;
    utimesSync(old, secondsAgo(31), secondsAgo(31));
    utimesSync(recent, secondsAgo(29), secondsAgo(29));
    writeCompiled(file, FILES);
    expect(readdirSync(join(file, "..")).toSorted()).toEqual(["cache", "cache-recent"]);
  });

  test("is for its owner alone", () => {
    writeCompiled(file, FILES);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(statSync(join(file, "..")).mode & 0o077).toBe(0);
  });

  test.each([
    ["that others may write", () => chmodSync(file, 0o620)],
    ["behind a link", () => void (symlinkSync(file, `${file}-link`), (file = `${file}-link`))],
    ["that is cut off", () => writeFileSync(file, readFileSync(file).subarray(0, -1))],
    ["that goes on", () => writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.of(0)]))],
    [
      "that is damaged",
      () => {
        const bytes = readFileSync(file);
        bytes[bytes.length - 12] = 1;
        writeFileSync(file, bytes);
      },
    ],
    ["that is empty", () => writeFileSync(file, "")],
    ["of something else", () => writeFileSync(file, "something else")],
  ])("is not read from one %s", (_, spoil) => {
    writeCompiled(file, FILES);
    spoil();
    expect(readCompiled(file).size).toBe(0);
  });

  test("that is not there holds nothing", () => {
    expect(readCompiled(file).size).toBe(0);
  });

  test("need not be written", () => {
    expect(() => writeCompiled("/dev/null/cache", FILES)).not.toThrow();
  });
});
