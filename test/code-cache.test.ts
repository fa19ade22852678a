import { spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bundle } from "../scripts/bundle.ts";

const ROOT = resolve(import.meta.dirname, "..");
const NODE = join(ROOT, "node_modules/.bin/node");

let folder = "";
let dist = "";
let cache = "";
const cacheFiles = (): readonly string[] =>
  readdirSync(cache, { recursive: true, encoding: "utf8" })
    .map((name) => join(cache, name))
    .filter((path) => statSync(path).isFile());

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "netpol-review-code-"));
  dist = join(folder, "dist");
  await bundle(dist);
});
beforeEach(() => {
  cache = mkdtempSync(join(folder, "cache-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const DIFF = ["diff", "--dirs", "examples/shop/base", "examples/shop/head"];

function run(args: readonly string[] = DIFF, env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(NODE, [join(dist, "cli.js"), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], XDG_CACHE_HOME: cache, ...env },
  });
  return { status, stdout, stderr };
}

describe("the cache of compiled code", () => {
  test("is taken by the next run, which prints the same", () => {
    const first = run();
    expect(first.status).toBe(1);
    const [file = "", ...others] = cacheFiles();
    expect(others).toEqual([]);
    const written = statSync(file).mtimeMs;
    expect(run()).toEqual(first);
    // Whatever had to be compiled again would have been written again.
    expect(statSync(file).mtimeMs).toEqual(written);
  });

  test("never stands for a program that has changed, whatever its time says", () => {
    const before = run().stdout;
    const path = join(dist, "chunks", "report.js");
    const [text, { atime, mtime }] = [readFileSync(path, "utf8"), statSync(path)];
    try {
      writeFileSync(path, text.replaceAll("NetworkPolicy review", "NETWORKPOLICY REVIEW"));
      utimesSync(path, atime, mtime);
      const after = run().stdout;
      expect(after).toContain("NETWORKPOLICY REVIEW");
      expect(after.toLowerCase()).toBe(before.toLowerCase());
    } finally {
      writeFileSync(path, text);
    }
  });

  test("is kept for each command", () => {
    run();
    run(["query", "examples/shop/base", "--from", "10.0.0.1", "--to", "shop", "--port", "80"]);
    expect(cacheFiles()).toHaveLength(2);
  });

  test.each([
    ["whoever asks for help", ["--help"], {}],
    ["a word that is no command", ["../../diff"], {}],
    ["whoever wants no such cache", DIFF, { NODE_DISABLE_COMPILE_CACHE: "1" }],
    ["a folder that cannot be", DIFF, { XDG_CACHE_HOME: "/dev/null" }],
  ])("leaves nothing for %s", (_, args, env) => {
    const { stderr } = run(args, env);
    expect(stderr).not.toContain("Error");
    expect(cacheFiles()).toEqual([]);
  });
});
