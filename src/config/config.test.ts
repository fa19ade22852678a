import { describe, expect, it } from "vitest";
import type { Config } from "./config.ts";
import { mergeConfigs } from "./merge-configs.ts";
import { formatFaults, parseConfig } from "./parse-config.ts";

const PATH = ".github/netpol-review.yml";
const CONTEXT = {
  today: "2026-03-31",
  rules: [
    { id: "NP001", name: "default-deny-weakened", summary: "Weaker" },
    { id: "NP012", name: "egress-isolated-without-dns", summary: "No DNS" },
  ],
};

const parse = (text: string) => parseConfig({ text, path: PATH }, CONTEXT);

function configOf(text: string): Config {
  const result = parse(text);
  if (!result.ok) throw new Error(formatFaults(PATH, result.faults));
  return mergeConfigs(undefined, result.file);
}

function mistakesIn(text: string): string {
  const result = parse(text);
  return result.ok ? "" : formatFaults(PATH, result.faults);
}

const accepting = (entry: string): string => `accept:\n- {${entry}}\n`;
const WHY = "reason: known, owner: team-a";

describe("a mistake", () => {
  const stars = (count: number): string => "*a".repeat(count);
  it.each([
    { name: "no YAML", in: "a: 1\nb: [", want: ":2: " },
    { name: "a list left open", in: "failOn: [\n", want: ":1: what begins with `[` does not end" },
    {
      name: "a mapping left open",
      in: "failOn: []\nrules: {\n\n",
      want: ":2: what begins with `{`",
    },
    {
      name: "two documents",
      in: "scopes: []\n---\nscopes: []\n",
      want: ":2: a second document begins here; put all keys in one",
    },
    { name: "a key twice", in: "scopes: []\nscopes: []\n", want: ":2: scopes: stands twice" },
    {
      name: "an inner key twice",
      in: "rules:\n  NP001: off\n  NP001: off\n",
      want: ":3: rules.NP001",
    },
    { name: "a list at the top", in: "- a\n", want: ":1: a mapping is wanted" },
    { name: "a list as a key", in: "? [a]\n: b\n", want: ":1: a key must be text" },
    { name: "no anchor", in: "exclude: *a\n", want: ":1: " },
    { name: "an alias of itself", in: "exclude: &a\n- *a\n", want: "levels deep" },
    { name: "many aliases", in: `a: &a x\nb: [${"*a,".repeat(101)}]\n`, want: "100 aliases" },
    { name: "many values", in: `exclude: [${"a,".repeat(20_001)}]\n`, want: "20,000 values" },
    {
      name: "deep lists",
      in: `exclude: ${"[".repeat(30)}${"]".repeat(30)}\n`,
      want: "levels deep",
    },
    { name: "deeper lists", in: "[".repeat(100_000), want: ":1: " },
    { name: "a large file", in: `#${"a".repeat(300_000)}`, want: "larger than 128 KiB" },
    {
      name: "an unknown key",
      in: "# x\nexclude: []\nscope: []\n",
      want: ":3: scope: unknown key; did you mean scopes?; known are failOn, ",
    },
    { name: "a key of every object", in: "constructor: 1\n", want: ":1: constructor: unknown key" },
    { name: "no boolean", in: "\nipBlockMatchesPods: yes\n", want: ":2: ipBlockMatchesPods: true" },
    { name: "a glob alone", in: "exclude: a/**\n", want: ":1: exclude: a list of globs" },
    { name: "a glob that is no text", in: "exclude: [1]\n", want: ":1: exclude.0: a glob" },
    { name: "an empty glob", in: "exclude:\n- ''\n", want: ":2: exclude.0: a glob" },
    { name: "too many stars", in: `exclude: ["${stars(9)}"]\n`, want: "8 stars" },
    { name: "a long glob", in: `exclude: [${"a".repeat(201)}]\n`, want: "200 characters" },
    { name: "scopes no list", in: "scopes: {}\n", want: ":1: scopes: a list" },
    { name: "a scope no mapping", in: "scopes:\n- a\n", want: ":2: scopes.0: a mapping" },
    {
      name: "a scope without name",
      in: "scopes:\n- paths: [a]\n",
      want: ":2: scopes.0: name is missing",
    },
    {
      name: "an empty name",
      in: "scopes:\n- {name: a, paths: []}\n- {name: ' ', paths: []}\n",
      want: ":3: scopes.1.name: a text",
    },
    { name: "no paths", in: "scopes:\n- name: a\n", want: ":2: scopes.0: paths is missing" },
    {
      name: "an unknown key of a scope",
      in: "scopes:\n- {name: a, paths: [], path: b}\n",
      want: ":2: scopes.0.path: unknown key; did you mean paths?",
    },
    {
      name: "a namespace that is no text",
      in: "scopes:\n- {name: a, paths: [], namespace: 1}\n",
      want: ":2: scopes.0.namespace: the name of a namespace",
    },
    {
      name: "a namespace that no cluster can have",
      in: "scopes:\n- name: a\n  paths: []\n  namespace: Shop_1\n",
      want: ":4: scopes.0.namespace: the name of a namespace, of lower-case letters, digits and `-`, is wanted",
    },
    {
      name: "two scopes with one name",
      in: "scopes:\n- {name: a, paths: []}\n- {name: b, paths: []}\n- {name: a, paths: [x]}\n",
      want: ':4: scopes.2: there is another scope "a", on line 2; give each a name of its own',
    },
    { name: "nothing to fail on", in: "failOn: []\n", want: ":1: failOn: one word or a list" },
    { name: "an unknown level", in: "failOn: eror\n", want: "did you mean error?" },
    {
      name: "an unknown risk",
      in: "failOn:\n- error\n- internet\n",
      want: ':3: failOn.1: "internet" is none of gate, error',
    },
    {
      name: "an unknown rule",
      in: "rules:\n  NP01: off\n",
      want: ":2: rules: there is no rule NP01; did you mean NP0",
    },
    {
      name: "a rule's misspelt name",
      in: "rules: {egress-isolated-without-dsn: off}\n",
      want: "did you mean egress-isolated-without-dns?",
    },
    {
      name: "a rule twice",
      in: "rules:\n  NP012: off\n  egress-isolated-without-dns: note\n",
      want: ":3: rules.egress-isolated-without-dns: NP012 is set twice",
    },
    {
      name: "an unknown level of a rule",
      in: "rules: {NP012: info}\n",
      want: 'rules.NP012: "info" is none of off, error',
    },
    {
      name: "a rule off and a gate",
      in: "rules: {NP012: {level: off}}\n",
      want: 'rules.NP012.level: "off" is none of error',
    },
    { name: "nothing about a rule", in: "rules: {NP012: {}}\n", want: "rules.NP012: one of off" },
    {
      name: "no reason",
      in: accepting("rule: NP012, owner: a, expires: 2026-04-01"),
      want: ":2: accept.0: reason is missing",
    },
    {
      name: "a blank reason",
      in: accepting("rule: NP012, reason: ' ', owner: a, expires: 2026-04-01"),
      want: ":2: accept.0.reason: a text that says why",
    },
    {
      name: "no owner",
      in: accepting("rule: NP012, reason: a, expires: 2026-04-01"),
      want: "owner is missing",
    },
    { name: "no expiry", in: accepting(`rule: NP012, ${WHY}`), want: "expires is missing" },
    { name: "no rule", in: accepting(`${WHY}, expires: 2026-04-01`), want: "rule is missing" },
    {
      name: "accepting an unknown rule",
      in: accepting(`rule: NP112, ${WHY}, expires: 2026-04-01`),
      want: "accept.0.rule: there is no rule NP112; did you mean NP012?",
    },
    { name: "no day", in: accepting(`rule: NP012, ${WHY}, expires: never`), want: "YYYY-MM-DD" },
    {
      name: "a day that is not",
      in: accepting(`rule: NP012, ${WHY}, expires: 2026-02-30`),
      want: "there is no day 2026-02-30",
    },
    {
      name: "a far day",
      in: accepting(`rule: NP012, ${WHY}, expires: 2028-04-01`),
      want: "2028-03-31 is the latest",
    },
  ])("$name", ({ in: text, want }) => {
    expect(mistakesIn(text)).toContain(want);
    for (const line of mistakesIn(text).split("\n"))
      expect(line).toMatch(/^\.github\/netpol-review\.yml:\d+: /);
  });

  it("does not hide the next one", () => {
    expect(mistakesIn("failOn: x\nrules: []\nscope: []\n").split("\n")).toHaveLength(3);
  });
});

describe("a configuration", () => {
  it.each(["", "# nothing\n", "{}\n", "scopes:\nexclude:\nfailOn:\n", "---\n"])(
    "may be empty: %j",
    (text) => {
      const config = configOf(text);
      expect(config).toMatchObject({ scopes: [], failOn: ["gate"], warnOnly: false, accept: [] });
      expect(config.exclude("a.yaml")).toBe(false);
      expect(config).not.toHaveProperty("ipBlockMatchesPods");
    },
  );

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

  it("may have globs as large as the bounds, and aliases", () => {
    const text = `exclude: &globs ["${"*a".repeat(8)}", ${"a".repeat(200)}]\nscopes: [{name: a, paths: *globs}]\n`;
    expect(configOf(text).exclude("a".repeat(200))).toBe(true);
    expect(configOf(text).scopes[0]?.includes("a".repeat(200))).toBe(true);
  });

  it.each([
    { in: "warning", want: ["warning"] },
    { in: "[gate, from-internet]", want: ["gate", "from-internet"] },
  ])("fails on $in", ({ in: text, want }) => {
    expect(configOf(`failOn: ${text}\n`).failOn).toEqual(want);
  });

  it("sets rules by id and by name", () => {
    const text = "rules:\n  default-deny-weakened: {level: error, gate: false}\n  NP012: off\n";
    expect([...configOf(text).rules]).toEqual([
      ["NP001", { level: "error", gate: false }],
      ["NP012", "off"],
    ]);
  });

  it("accepts until a day, the last one two years ahead", () => {
    const text = `# first\n${accepting(`rule: egress-isolated-without-dns, path: 'a/**', ${WHY}, expires: 2028-03-31`)}`;
    const [entry] = configOf(text).accept;
    expect(entry).toMatchObject({
      rule: "NP012",
      reason: "known",
      owner: "team-a",
      expires: "2028-03-31",
      span: { path: PATH, startLine: 3 },
      isShared: false,
    });
    expect(["a/b.yaml", "b.yaml"].map((path) => entry?.matchesPath?.(path))).toEqual([true, false]);
  });
});
