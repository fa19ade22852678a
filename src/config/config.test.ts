import { describe, expect, it } from "vitest";
import { parseConfig, type Config } from "./config.ts";

const PATH = ".github/netpol-review.yml";

function configOf(text: string): Config {
  const result = parseConfig(text, PATH);
  if (!result.ok) throw new Error(result.message);
  return result.config;
}

describe("a mistake", () => {
  const stars = (count: number): string => "*a".repeat(count);
  it.each([
    { name: "no YAML", in: "a: 1\nb: [", want: ":2: " },
    { name: "a key twice", in: "scopes: []\nscopes: []\n", want: ":2: " },
    { name: "a list at the top", in: "- a\n", want: ":1: a mapping is wanted" },
    { name: "an unknown key", in: "# x\nexclude: []\nscope: []\n", want: ":3: scope: unknown key" },
    { name: "no boolean", in: "\nipBlockMatchesPods: yes\n", want: ":2: ipBlockMatchesPods: true" },
    { name: "a glob alone", in: "exclude: a/**\n", want: ":1: exclude: a list of globs" },
    { name: "a glob that is no text", in: "exclude: [1]\n", want: ":1: exclude: a list of globs" },
    { name: "too many stars", in: `exclude: ["${stars(9)}"]\n`, want: "8 stars" },
    { name: "a long glob", in: `exclude: [${"a".repeat(201)}]\n`, want: "200 characters" },
    { name: "scopes no list", in: "scopes: {}\n", want: ":1: scopes: a list" },
    { name: "a scope no mapping", in: "scopes:\n- a\n", want: ":2: scopes.0: a mapping" },
    { name: "a scope without name", in: "scopes:\n- paths: [a]\n", want: ":2: scopes.0: name" },
    {
      name: "an empty name",
      in: "scopes:\n- {name: a, paths: []}\n- {name: '', paths: []}\n",
      want: ":3: scopes.1: name",
    },
    { name: "no paths", in: "scopes:\n- name: a\n", want: ":2: scopes.0: paths: a list of globs" },
    {
      name: "an unknown key of a scope",
      in: "scopes:\n- {name: a, paths: [], path: b}\n",
      want: ":2: scopes.0: unknown key path",
    },
    {
      name: "a namespace that is no text",
      in: "scopes:\n- {name: a, paths: [], namespace: 1}\n",
      want: ":2: scopes.0: namespace",
    },
  ])("$name", ({ in: text, want }) => {
    const result = parseConfig(text, PATH);
    expect(result).toMatchObject({ ok: false });
    expect(result.ok ? "" : result.message).toContain(want);
    expect(result.ok ? "" : result.message).toMatch(/^\.github\/netpol-review\.yml:\d+: /);
  });
});

describe("a configuration", () => {
  it.each(["", "# nothing\n", "{}\n", "scopes:\nexclude:\n"])("may be empty: %j", (text) => {
    const config = configOf(text);
    expect(config.scopes).toEqual([]);
    expect(config.exclude("a.yaml")).toBe(false);
    expect(config).not.toHaveProperty("ipBlockMatchesPods");
  });

  it("names scopes and what is left out", () => {
    const config = configOf(
      "ipBlockMatchesPods: false\nexclude: ['old/**']\nscopes:\n- {name: prod, paths: ['k8s/prod/**', 'x/*.yaml'], namespace: shop}\n- {name: none, paths: []}\n",
    );
    const [prod, none] = config.scopes;
    expect(config.ipBlockMatchesPods).toBe(false);
    expect(["old/a/b.yaml", "old/.hidden/b.yaml", "older/b.yaml"].map(config.exclude)).toEqual([
      true,
      true,
      false,
    ]);
    expect([prod?.name, prod?.namespace]).toEqual(["prod", "shop"]);
    expect(none?.includes("k8s/prod/a.yaml")).toBe(false);
    expect(none).not.toHaveProperty("namespace");
    for (const [path, want] of [
      ["k8s/prod/a.yaml", true],
      ["k8s/prod/.x/a.yaml", true],
      ["k8s/dev/a.yaml", false],
      ["x/a.yaml", true],
      ["x/y/a.yaml", false],
    ] as const)
      expect(prod?.includes(path), path).toBe(want);
  });

  it("may have globs as large as the bounds", () => {
    const text = `exclude: ["${"*a".repeat(8)}", ${"a".repeat(200)}]\n`;
    expect(configOf(text).exclude("a".repeat(200))).toBe(true);
  });
});
