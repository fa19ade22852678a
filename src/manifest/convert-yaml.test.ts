import { describe, expect, it } from "vitest";
import type { Node } from "../model/node.ts";
import { convertYaml } from "./convert-yaml.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { createLocator } from "./locator.ts";
import { readYaml } from "./read-yaml.ts";

const plain = (node: Node): unknown => {
  if (node.type === "scalar") return node.value;
  if (node.type === "seq") return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plain(value)]));
};

function convert(text: string) {
  const document = readYaml(text, DEFAULT_LIMITS);
  if (document.type === "failure") return document;
  const source = { text, limits: DEFAULT_LIMITS, locate: createLocator("a.yaml", text) };
  return convertYaml(document.contents, source);
}

/** Every value here is what sigs.k8s.io/yaml v1.6 made of the same text. */
describe("anchors and merge keys", () => {
  it.each([
    { in: "a: &x 1\nb: *x\nc: &x 2\nd: *x", want: { a: 1, b: 1, c: 2, d: 2 } },
    { in: "&k a: 1\nb: *k", want: { a: 1, b: "a" } },
    { in: "a: &x !!int 5\nb: *x", want: { a: 5, b: 5 } },
    { in: "c: {<<: {b: 1, d: 2}, b: 0}", want: { c: { b: 0, d: 2 } } },
    // go-yaml v2 sets merged keys where the merge key stands.
    { in: "c: {b: 0, <<: {b: 1}}", want: { c: { b: 1 } } },
    { in: "c: {<<: [{b: 1}, {b: 2, d: 3}]}", want: { c: { b: 1, d: 3 } } },
    { in: 'c: {"<<": {a: 1}}', want: { c: { "<<": { a: 1 } } } },
    {
      in: "a: &a {x: {w: 1}}\nb:\n  <<: *a\n  z: 2",
      want: { a: { x: { w: 1 } }, b: { x: { w: 1 }, z: 2 } },
    },
    { in: "on: 1\nyes: 2", want: { true: 2 } },
    { in: "1e6: a\n010: b", want: { "1e+06": "a", "8": "b" } },
    { in: "[a, b: c, {d}]", want: ["a", { b: "c" }, { d: null }] },
    { in: "? a\n: b\n? c", want: { a: "b", c: null } },
    {
      in: "- a\n-\n- b: |\n    c\n  d: >-\n    e\n    f\n",
      want: ["a", null, { b: "c\n", d: "e f" }],
    },
    { in: "a: !foo 12\nb: ! 13\nc: !!str 014", want: { a: "12", b: "13", c: "014" } },
    { in: "a: '1'\nb: \"on\"\nc: |-\n  3\n", want: { a: "1", b: "on", c: "3" } },
  ])("$in", ({ in: text, want }) => {
    const converted = convert(text);
    expect(converted.type === "node" && plain(converted.node)).toEqual(want);
  });

  it.each([
    { in: "a: *b", want: "unknown anchor" },
    { in: "a: &a [*a]", want: "contains itself" },
    { in: "a: &a {<<: *a}", want: "contains itself" },
    { in: "a: {<<: 1}", want: "map merge requires map" },
    { in: "a: {<<: [1]}", want: "map merge requires map" },
    { in: "? [a]\n: b", want: "a key must be text" },
  ])("$in fails", ({ in: text, want }) => {
    const converted = convert(text);
    expect(converted.type === "failure" && converted.failure.message).toContain(want);
  });

  it("keeps the places of merged entries, and says where a merge overrides", () => {
    const converted = convert("a: &a\n  x: 1\nb:\n  x: 2\n  <<: *a\n");
    expect(converted).toMatchObject({
      type: "node",
      problems: [{ code: "duplicate-key", span: { startLine: 4 }, related: { startLine: 2 } }],
    });
  });
});
