import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { OUTPUT_NAMES } from "../../src/github/outputs.ts";
import { INPUTS } from "../../src/github/read-inputs.ts";
import { loadGithubParser, type GithubParser } from "./github-parser.ts";

const ROOT = join(import.meta.dirname, "../..");
const WORKFLOWS = join(ROOT, ".github/workflows");

let parser: GithubParser;
let text: string;

beforeAll(async () => {
  parser = await loadGithubParser();
  text = await readFile(join(ROOT, "action.yml"), "utf8");
}, 60_000);

describe("action.yml", () => {
  test("is what GitHub takes for an action", () => {
    expect(parser.problems("action", "action.yml", text)).toEqual([]);
  });

  test("would be refused with a runtime that there is not", () => {
    const broken = text.replace("node24", "node99");
    expect(parser.problems("action", "action.yml", broken)).not.toEqual([]);
  });

  test("declares the inputs that the action reads, and no others", () => {
    expect(Object.keys(parse(text).inputs)).toEqual(Object.values(INPUTS).map(({ name }) => name));
  });

  test("declares the outputs that the action sets, and no others", () => {
    expect(Object.keys(parse(text).outputs)).toEqual([...OUTPUT_NAMES]);
  });

  test("has no defaults that would hide what the configuration file says", () => {
    const inputs: Record<string, { default?: unknown }> = parse(text).inputs;
    const withDefault = Object.keys(inputs).filter((name) => inputs[name]?.default !== undefined);
    expect(withDefault).toEqual(["github-token"]);
  });
});

describe("the workflows of this repository", () => {
  test("are what GitHub takes for workflows", async () => {
    const names = await readdir(WORKFLOWS);
    expect(names).not.toEqual([]);
    for (const name of names) {
      const content = await readFile(join(WORKFLOWS, name), "utf8");
      expect([name, ...parser.problems("workflow", name, content)]).toEqual([name]);
    }
  });
});
