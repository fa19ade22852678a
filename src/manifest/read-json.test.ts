import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Node } from "../model/node.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { createLocator } from "./locator.ts";
import { readJson } from "./read-json.ts";

const plain = (node: Node): unknown => {
  if (node.type === "scalar") return node.value;
  if (node.type === "seq") return node.items.map(plain);
  const value = Object.create(null) as Record<string, unknown>;
  for (const [key, entry] of node.entries) value[key] = plain(entry.value);
  return value;
};

const read = (text: string) =>
  readJson({ text, limits: DEFAULT_LIMITS, locate: createLocator("a.json", text) });

describe("readJson", () => {
  it("agrees with JSON.parse, whatever the layout", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, "\t"), (json, indent) => {
        const value: unknown = JSON.parse(json);
        const { nodes, failure } = read(JSON.stringify(value, null, indent));
        expect(failure).toBeUndefined();
        expect(JSON.stringify(nodes.map(plain))).toBe(JSON.stringify([value]));
      }),
    );
  });

  it.each([
    { in: "", want: [] },
    { in: "{}{} [1]\nnull", want: [{}, {}, [1], null] },
    { in: '{"a\\"\\\\": "\\u00e9\\n"}', want: [{ 'a"\\': "é\n" }] },
    { in: '["\\\\"]', want: [["\\"]] },
    { in: "[-0.5e+3, 1E2]", want: [[-500, 100]] },
  ])("$in", ({ in: text, want }) => {
    const { nodes, failure } = read(text);
    expect(failure).toBeUndefined();
    expect(JSON.parse(JSON.stringify(nodes.map(plain)))).toEqual(want);
  });

  it.each([
    { in: "{", at: 1 },
    { in: "{a: 1}", at: 1 },
    { in: '{"a" 1}', at: 5 },
    { in: '{"a": 1,}', at: 8 },
    { in: "[1 2]", at: 3 },
    { in: "[01]", at: 2 },
    { in: "[+1]", at: 1 },
    { in: "[nul]", at: 1 },
    { in: "[1e999]", at: 1 },
    { in: '["a\nb"]', at: 1 },
    { in: '["\\x"]', at: 5 },
    { in: '["a]', at: 1 },
    { in: "{} }", at: 3 },
  ])("$in fails at $at", ({ in: text, at }) => {
    expect(read(text).failure).toMatchObject({ code: "syntax", start: at });
  });
});
