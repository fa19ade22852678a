import { describe, expect, it } from "vitest";
import type { Node } from "../model/node.ts";
import { convertYaml } from "./convert-yaml.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { readYaml } from "./read-yaml.ts";

const plain = (node: Node): unknown =>
  node.type === "map"
    ? Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]))
    : node.type === "seq"
      ? node.items.map(plain)
      : node.value;

const span = { path: "a.yaml", startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

/** The value, or what is wrong. */
function read(text: string): unknown {
  const document = readYaml(text, DEFAULT_LIMITS);
  if (document.type === "failure") return document.failure.message;
  const converted = convertYaml(document.contents, {
    text,
    limits: DEFAULT_LIMITS,
    locate: () => span,
  });
  return converted.type === "failure" ? converted.failure.message : plain(converted.node);
}

/** What go-yaml v2 gives, by `sigs.k8s.io/yaml` 1.4. */
describe("brackets that YAML wants further right", () => {
  it.each([
    { in: "a: [\nb,\nc\n]\n", want: { a: ["b", "c"] } },
    { in: "a: {\nb: c\n}\nd: e\n", want: { a: { b: "c" }, d: "e" } },
    { in: "- [\na\n]\n- b\n", want: [["a"], "b"] },
    { in: "a:\n- [\nb,\nc]\n- d\n", want: { a: [["b", "c"], "d"] } },
    { in: "a:\n  b: {c: d,\n e: f\n }\n  g: h\n", want: { a: { b: { c: "d", e: "f" }, g: "h" } } },
    { in: "a:\n  b: [[\nc], [\n]]\n  d: |\n    e\n", want: { a: { b: [["c"], []], d: "e\n" } } },
    { in: "a: [\nb\nc,\n'd\n e'\n]\n", want: { a: ["b c", "d e"] } },
    { in: "a: [\r\nb,\r\nc\r\n]\r\nd: e\r\n", want: { a: ["b", "c"], d: "e" } },
    { in: "a: [b,\n\tc]\n", want: { a: ["b", "c"] } },
    { in: "a:\n  b: [\n\tc,\n\td,\n\t]\n", want: { a: { b: ["c", "d"] } } },
    { in: "a: '['\nb: [c]\n  \nd: e\n", want: { a: "[", b: ["c"], d: "e" } },
  ])("$in", ({ in: text, want }) => {
    expect(read(text)).toEqual(want);
  });
});

describe("a comment without a blank before it", () => {
  it.each([
    { in: "{}#c", want: {} },
    { in: "a: [b]#c\nd: e\n", want: { a: ["b"], d: "e" } },
    { in: "a: [b,#c\n d]\ne: 'f'#g\n", want: { a: ["b", "d"], e: "f" } },
    { in: "a: b#c\n", want: { a: "b#c" } },
  ])("$in", ({ in: text, want }) => {
    expect(read(text)).toEqual(want);
  });
});

describe("brackets that go-yaml refuses or reads otherwise", () => {
  it.each([
    { in: "a: [\n", want: "does not end; write `]`" },
    { in: "a: [\nb: c\n", want: "does not end; write `]`" },
    { in: "{a: b", want: "does not end; write `}`" },
    { in: "a:\n  b: {\nc: [d}\n", want: "" },
    { in: "a: [\n\tb,\n\tc\n\t]\n", want: "a tab stands" },
    { in: "a:\n  b: [c\n  \t]\n", want: "a tab stands" },
    { in: "a:\n  b: [c\n  \td]\n", want: "a tab stands" },
    { in: "a: [http://b/?c=d]\n", want: "quote the text" },
    { in: "a: [:b]\n", want: "quote the text" },
  ])("$in", ({ in: text, want }) => {
    expect(read(text)).toEqual(expect.stringContaining(want));
  });
});
