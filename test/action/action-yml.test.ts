import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { OUTPUT_NAMES } from "../../src/github/outputs.ts";
import { INPUTS } from "../../src/github/read-inputs.ts";
import { documentedWorkflows } from "../workflows/workflow-files.ts";
import { loadGithubParser, type GithubParser } from "./github-parser.ts";

const ROOT = join(import.meta.dirname, "../..");

interface Step {
  readonly uses?: string;
  readonly with?: object;
}

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const isOwn = ({ uses = "" }: Step): boolean => uses.startsWith("acme/netpol-review@");
const inputsOf = (step: Step): readonly string[] => Object.keys(step.with ?? {});

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

describe("the workflows of the documents", () => {
  test("give inputs that there are", async () => {
    const known = Object.values(INPUTS).map(({ name }): string => name);
    const given = (await documentedWorkflows()).flatMap(({ content }) => {
      const { jobs } = parse(content) as Workflow;
      return Object.values(jobs).flatMap(({ steps }) => steps.filter(isOwn).flatMap(inputsOf));
    });
    expect(given).toContain("base");
    expect(given.filter((name) => !known.includes(name))).toEqual([]);
  });
});
