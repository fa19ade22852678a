import { describe, expect, it } from "vitest";
import type { Node } from "../model/node.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { parseManifest } from "./parse-manifest.ts";

const parse = (text: string, limits: Partial<Limits> = {}) =>
  parseManifest("a.yaml", text, { limits: { ...DEFAULT_LIMITS, ...limits } });

const good = "apiVersion: v1\nkind: P\nmetadata: {name: good}\n";

const countNodes = (node: Node): number => {
  const parts =
    node.type === "map"
      ? [...node.entries.values()].map(({ value }) => value)
      : node.type === "seq"
        ? node.items
        : [];
  return parts.reduce((sum, part) => sum + countNodes(part), 1);
};

describe("what is too large", () => {
  const aliases = (name: string) => `[${Array(10).fill(`*${name}`).join(",")}]`;
  const levels = "abcdefghijkl".split("");
  const bomb = [
    "a: &a [x,x,x,x,x,x,x,x,x,x]",
    ...levels.slice(1).map((name, index) => `${name}: &${name} ${aliases(levels[index] ?? "")}`),
  ].join("\n");
  const wide = `{${Array.from({ length: 1000 }, (_, index) => `k${index}: v`).join(", ")}}`;

  it.each([
    { name: "an alias bomb", in: bomb },
    { name: "a merge bomb", in: `a: &a ${wide}\nb:\n${"- <<: *a\n".repeat(1500)}` },
    {
      name: "a chain of aliases, each one level deeper",
      in: `- &a0 x\n${Array.from({ length: 300 }, (_, index) => `- &a${index + 1} [*a${index}]`).join("\n")}`,
    },
    { name: "flow nesting, 20k", in: "[".repeat(20_000) + "]".repeat(20_000) },
    { name: "flow nesting, 100k", in: "[".repeat(100_000) + "]".repeat(100_000) },
    { name: "flow nesting left open", in: "{a: ".repeat(100_000) },
    { name: "dashes on one line", in: "- ".repeat(100_000) },
    {
      name: "block nesting",
      in: Array.from({ length: 3000 }, (_, index) => `${" ".repeat(index)}a:`).join("\n"),
    },
    { name: "JSON nesting", in: '{"a":'.repeat(100_000) },
    { name: "values", in: "- a\n".repeat(200), limits: { nodes: 100 } },
    { name: "JSON values", in: `{"a":[${"1,".repeat(200)}1]}`, limits: { nodes: 100 } },
  ])("$name", ({ in: text, limits }) => {
    const parsed = parse(`${good}---\n${text}\n---\n${good}`, limits);
    expect(parsed.objects.map(({ name }) => name)).toEqual(["good", "good"]);
    expect(parsed.problems).toMatchObject([{ code: "too-large", kindHints: [] }]);
    const line = parsed.problems[0]?.span.startLine ?? 0;
    expect(line).toBeGreaterThan(4);
    expect(line).toBeLessThan(4 + text.split("\n").length + 1);
  });

  it("a file: names what it may hold", () => {
    const parsed = parse(`${good}# NetworkPolicy\n`, { fileBytes: 20 });
    expect(parsed).toMatchObject({
      objects: [],
      problems: [{ code: "too-large", kindHints: ["NetworkPolicy"], span: { startLine: 1 } }],
    });
  });

  it("a file: says how large it may be", () => {
    expect(parse(good.repeat(40), { fileBytes: 1000 }).problems).toMatchObject([
      { message: "the file is larger than 1,000 bytes and was not read" },
    ]);
  });

  it("documents: reads the first ones and names what the rest may hold", () => {
    const parsed = parse(`${good}---\n${good}---\nkind: Namespace\n---\n`, { documents: 2 });
    expect(parsed.objects).toHaveLength(2);
    expect(parsed.problems).toMatchObject([
      { code: "too-large", kindHints: ["Namespace"], span: { startLine: 9 } },
    ]);
  });

  it("JSON objects in sequence count as documents", () => {
    const object = '{"apiVersion":"v1","kind":"P","metadata":{"name":"a"}}';
    const parsed = parse(object.repeat(3), { documents: 2 });
    expect(parsed.objects).toHaveLength(2);
    expect(parsed.problems).toMatchObject([{ code: "too-large" }]);
  });
});

describe("what is large but fine", () => {
  const nest = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

  it("nesting up to the limit, and not one more", () => {
    // The root is level 0, so a limit of 200 allows 201 collections.
    expect(parse(nest(201)).problems).toEqual([]);
    expect(parse(nest(202)).problems).toMatchObject([{ code: "too-large" }]);
  });

  it("100,000 keys", () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `  k${index}: v`).join("\n");
    const parsed = parse(`${good}data:\n${keys}\n`);
    expect(parsed.problems).toEqual([]);
    expect(parsed.objects[0] && countNodes(parsed.objects[0].node)).toBe(100_006);
  }, 60_000);

  it("aliases share their subtree", () => {
    const parsed = parse(`${good}a: &a {x: [1, 2]}\nb: *a\nc: [*a, *a]\n`);
    const entries = parsed.objects[0]?.node.entries;
    expect(parsed.problems).toEqual([]);
    expect(entries?.get("b")?.value).toBe(entries?.get("a")?.value);
  });

  it("a million faults end in one problem", () => {
    const parsed = parse("{{ x }}\n".repeat(20_000));
    expect(parsed.problems).toMatchObject([{ code: "template" }]);
  }, 60_000);
});
