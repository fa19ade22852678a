import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Node } from "../model/node.ts";
import type { Span } from "../model/span.ts";
import { parseManifest, type KnownDocuments } from "./parse-manifest.ts";

const parse = (text: string | Uint8Array) => parseManifest("a.yaml", text);

const place = (span: Span | undefined) =>
  span && `${span.startLine}:${span.startColumn}-${span.endLine}:${span.endColumn}`;

const namesOf = (text: string | Uint8Array): string[] =>
  parse(text).objects.map(({ kind, name }) => `${kind}/${name}`);

const problemsOf = (text: string | Uint8Array): string[] =>
  parse(text).problems.map(({ code, span }) => `${code} ${place(span)}`);

const policy = (name: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\nspec:\n  podSelector: {}\n`;

const utf16 = (text: string, isBigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
};

describe("documents", () => {
  it.each([
    { name: "an empty file", in: "", want: [] },
    { name: "blank lines", in: "\n\n", want: [] },
    { name: "comments only", in: "# a: b\n# c\n", want: [] },
    { name: "null documents", in: "---\n~\n---\nnull\n---\n# x\n---\n", want: [] },
    { name: "two", in: `${policy("a")}---\n${policy("b")}`, want: ["a", "b"] },
    { name: "text after ... is ignored", in: `${policy("a")}...\n${policy("b")}`, want: ["a"] },
    { name: "a document marker inside", in: `---\n${policy("a")}`, want: ["a"] },
    { name: "values have no kind", in: "image:\n  tag: v1\n", want: [] },
    {
      name: "kustomization without apiVersion",
      in: "kind: Kustomization\nmetadata: {}\n",
      want: [],
    },
    { name: "a list of patches", in: "- op: add\n  path: /spec\n", want: [] },
    { name: "JSON", in: '{"apiVersion":"v1","kind":"P","metadata":{"name":"a"}}', want: ["a"] },
    {
      name: "JSON objects in sequence",
      in: '{"apiVersion":"v1","kind":"P","metadata":{"name":"a"}}\n{"apiVersion":"v1","kind":"P","metadata":{"name":"b"}}',
      want: ["a", "b"],
    },
    {
      name: "JSON behind separators",
      in: '---\n{"apiVersion":"v1","kind":"P","metadata":{"name":"a"}}\n---\n{"apiVersion":"v1","kind":"P","metadata":{"name":"b"}} # x',
      want: ["a", "b"],
    },
    {
      name: "a flow map that is no JSON",
      in: "# x\n{apiVersion: v1, kind: P, metadata: {name: a},} # x",
      want: ["a"],
    },
    {
      name: "an escaped slash in JSON",
      in: '{"apiVersion":"v1","kind":"P","metadata":{"name":"a\\/\\ud83d\\ude00"}}',
      want: ["a/\u{1f600}"],
    },
    { name: "values that begin like JSON", in: "{} # nothing is set\n", want: [] },
    { name: "a byte order mark", in: `\ufeff${policy("a")}`, want: ["a"] },
    { name: "a byte order mark in bytes", in: Buffer.from(`\ufeff${policy("a")}`), want: ["a"] },
    {
      name: "concatenated files with marks",
      in: `${policy("a")}---\n\ufeff${policy("b")}`,
      want: ["a", "b"],
    },
    { name: "UTF-16 little endian", in: utf16(policy("a"), false), want: ["a"] },
    { name: "UTF-16 big endian", in: utf16(policy("ä"), true), want: ["ä"] },
    { name: "CRLF", in: policy("a").replaceAll("\n", "\r\n"), want: ["a"] },
    { name: "lone CR ends a line in YAML", in: policy("a").replaceAll("\n", "\r"), want: ["a"] },
  ])("$name", ({ in: text, want }) => {
    const parsed = parse(text);
    expect(parsed.problems).toEqual([]);
    expect(parsed.objects.map(({ name }) => name)).toEqual(want);
  });

  it("does not let a line separator hide text behind a comment", () => {
    expect(namesOf(`# x\u2028${policy("a")}`)).toEqual(["NetworkPolicy/a"]);
  });

  it("knows name and namespace only as text", () => {
    const text =
      "apiVersion: v1\nkind: P\nmetadata: {name: 1, namespace: 123}\n---\napiVersion: v1\nkind: P\nmetadata: {name: a, namespace: b}\n";
    const [first, second] = parse(text).objects;
    expect(first).toMatchObject({ name: "" });
    expect(first).not.toHaveProperty("namespace");
    expect(second).toMatchObject({ name: "a", namespace: "b" });
  });
});

describe("a file that begins like JSON and is none", () => {
  const json = (name: string): string =>
    `{"apiVersion":"v1","kind":"Pod","metadata":{"name":"${name}"}}`;
  const refused = "kubectl before version 1.33";

  it.each([
    { name: "a flow map", in: "{apiVersion: v1, kind: Pod, metadata: {name: a}}", at: "1:2-1:3" },
    { name: "a trailing comma", in: `${json("a").slice(0, -1)},}`, at: "1:57-1:58" },
    { name: "a comment", in: `${json("a")}\n# x\n`, at: "2:1-2:2" },
    { name: "a separator", in: `${json("a")}\n---\n`, at: "2:1-2:2" },
    { name: "blanks before it", in: `\n \u0085{kind: Pod, apiVersion: v1, metadata: {name: a}}` },
  ])("$name: is read, and told", ({ in: text, at }) => {
    const parsed = parse(text);
    expect(parsed.objects.map(({ name }) => name)).toEqual(["a"]);
    expect(parsed.problems).toMatchObject([{ code: "syntax" }]);
    expect(parsed.problems[0]?.message).toContain(refused);
    if (at !== undefined) expect(place(parsed.problems[0]?.span)).toBe(at);
  });

  it("reads the documents behind its first object, and names what they hold", () => {
    const parsed = parse(`${json("a")}\n---\n${json("b")}\n---\n${policy("c")}---\na: [\n`);
    expect(parsed.objects.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(parsed.problems).toMatchObject([
      { message: expect.stringContaining("cannot be read") },
      { message: expect.stringContaining(refused), kindHints: ["NetworkPolicy", "Pod"] },
    ]);
  });

  it("reads nothing but JSON behind two objects", () => {
    const parsed = parse(`${json("a")}${json("b")}\n---\n${policy("c")}`);
    expect(parsed.objects.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(parsed.problems).toMatchObject([
      { message: expect.stringContaining("invalid JSON"), kindHints: ["NetworkPolicy"] },
    ]);
  });

  it("is as far from the begin of the file as kubectl looks", () => {
    const two = `${json("a")}\n${json("b")}`;
    expect(namesOf(`${" ".repeat(4095)}${two}`)).toHaveLength(2);
    expect(problemsOf(`${" ".repeat(4096)}${two}`)).toHaveLength(1);
  });
});

describe("what kubectl reads otherwise than YAML readers do", () => {
  it.each([
    {
      name: "a second JSON object behind a separator",
      in: '---\n{"apiVersion":"v1","kind":"P"}\n{"apiVersion":"v1","kind":"NetworkPolicy"}\n',
      want: "3:1 only the first object",
    },
    {
      name: "a second JSON object behind a comment",
      in: '# x\n{"apiVersion":"v1","kind":"P"} {"apiVersion":"v1","kind":"NetworkPolicy"}\n',
      want: "2:32 only the first object",
    },
    { name: "a directive", in: "%YAML 1.1\n---\na: b\n", want: "1:1 `%YAML`" },
    { name: "a directive, later", in: "a: b\n---\n# x\n%TAG ! x\n---\n", want: "4:1 `%TAG`" },
    { name: "no directive that is known", in: "%FOO bar\na: b\n", want: "1:1 `%FOO`" },
    { name: "a mere percent sign", in: "%% bar\na: b\n", want: "1:1 `%`" },
    { name: "an escaped slash", in: 'a: "b\\\\\\/v1"\n', want: "1:8 `\\/`" },
    { name: "an escaped slash in a key", in: '"a\\/b": c\n', want: "1:3 `\\/`" },
    { name: "half a pair", in: 'a: "\\ud83d\\ude00"\n', want: "1:5 `\\ud83d`" },
  ])("$name", ({ in: text, want }) => {
    const { objects, problems } = parse(text);
    const [, at, message = ""] = /^(\S+) (.*)$/.exec(want) ?? [];
    expect(objects).toEqual([]);
    expect(problems).toMatchObject([{ code: "syntax", message: expect.stringContaining(message) }]);
    const { startLine, startColumn } = problems[0]?.span ?? {};
    expect(`${startLine}:${startColumn}`).toBe(at);
  });

  it("a directive puts whatever stands below it in question", () => {
    const known: KnownDocuments = new Map();
    for (const [text, want] of [
      [`# x\n%YAML 1.1\n---\n${policy("a")}`, ["NetworkPolicy"]],
      ["# x\n%YAML 1.1\n---\na: b\n", []],
    ] as const) {
      const { problems } = parseManifest("a.yaml", text, { known });
      expect(problems).toMatchObject([{ code: "syntax", kindHints: want }]);
    }
  });

  it("a percent sign inside a document is text", () => {
    expect(problemsOf('a: "b\n%c"\nd: e\n')).toHaveLength(1);
    expect(problemsOf("a: |\n  %c\nb: %d\n")).toHaveLength(1);
    expect(problemsOf("a: |\n  %c\nb: d%\n")).toEqual([]);
  });
});

describe("lists", () => {
  const item = (name: string, type = "apiVersion: v1, kind: P, "): string =>
    `{${type}metadata: {name: ${name}}}`;
  it.each([
    {
      name: "List",
      in: `apiVersion: v1\nkind: List\nitems: [${item("a")}, ${item("b")}]`,
      want: ["P/a", "P/b"],
    },
    {
      name: "items take the type of their list",
      in: `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\nitems: [${item("a", "")}, ${item("b")}]`,
      want: ["NetworkPolicy/a", "P/b"],
    },
    {
      name: "lists in lists",
      in: `apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: List, items: [${item("a")}]}, ${item("b")}]`,
      want: ["P/a", "P/b"],
    },
    { name: "an empty list", in: "apiVersion: v1\nkind: List\nitems: []", want: [] },
    {
      name: "an object with items",
      in: `apiVersion: v1\nkind: Any\nitems: [${item("a")}]`,
      want: ["P/a"],
    },
  ])("$name", ({ in: text, want }) => {
    expect(problemsOf(text)).toEqual([]);
    expect(namesOf(text)).toEqual(want);
  });

  it("reports an item that is no object and keeps the others", () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n- ${item("a")}\n-\n- ${item("b")}`;
    expect(namesOf(text)).toEqual(["P/a", "P/b"]);
    expect(problemsOf(text)).toEqual(["invalid 5:2-5:2"]);
  });
});

describe("documents that cannot be read", () => {
  it("keeps the documents beside a mis-indented one, and says where it is", () => {
    const bad = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n metadata:\n  name: c\n";
    const parsed = parse(`${policy("a")}---\n${policy("b")}---\n${bad}---\n${policy("d")}`);
    expect(parsed.objects.map(({ name }) => name)).toEqual(["a", "b", "d"]);
    expect(parsed.problems).toMatchObject([
      { code: "syntax", span: { startLine: 16 }, kindHints: ["NetworkPolicy"] },
    ]);
    expect(parsed.problems[0]?.message).not.toContain("\n");
  });

  it.each([
    { name: "syntax", in: "a: [b\nc: d\n", want: ["syntax"] },
    {
      name: "a helm template",
      in: "{{- if .Values.on }}\nkind: NetworkPolicy\n{{- end }}\n",
      want: ["template"],
    },
    {
      name: "a template as a value",
      in: "kind: NetworkPolicy\nname: {{ .Values.name }}\n",
      want: ["template"],
    },
    { name: "a template as the document", in: "${NETWORK_POLICY}\n", want: ["template"] },
    {
      name: "envsubst inside scalars",
      in: "apiVersion: v1\nkind: P\nmetadata: {name: 'a-${B}'}\nspec: ${SPEC}\n",
      want: [],
    },
    { name: "a JSON template", in: '{"kind": {{ .kind }} }', want: ["template"] },
    {
      name: "text on a separator line",
      in: `${policy("a")}---x\n${policy("b")}`,
      want: ["syntax"],
    },
    { name: "a list as the document", in: "- apiVersion: v1\n  kind: Pod\n", want: ["invalid"] },
    { name: "a text that names a kind", in: "NetworkPolicy, to be written\n", want: ["invalid"] },
    { name: "any other text", in: "to be written\n", want: [] },
    { name: "a null key", in: "~: a\n", want: ["syntax"] },
    { name: "a mapping as a key", in: "{a: b}: c\n", want: ["syntax"] },
    { name: "infinity", in: "a: .inf\n", want: ["syntax"] },
    { name: "a tag and a value that disagree", in: "a: !!int b\n", want: ["syntax"] },
    { name: "a control character", in: "a: \u0007\n", want: ["syntax"] },
    { name: "a tab after the dash", in: "-\tkind: Pod\n", want: ["syntax"] },
    { name: "a tab in a flow collection", in: "a: [b,\n  \tc]\n", want: [] },
    { name: "a tab before a comment", in: "a: b \t# c\n", want: [] },
    { name: "... before anything", in: `...\n${policy("a")}`, want: ["syntax"] },
    { name: "a quote that ends escaped", in: 'a: "b\\"\nc: d\n', want: ["syntax"] },
    {
      name: "no kind",
      in: "apiVersion: networking.k8s.io/v1\nspec: {} # NetworkPolicy\n",
      want: ["invalid"],
    },
    {
      name: "a kind that is no text",
      in: "apiVersion: v1\nkind: [NetworkPolicy]\nspec: {}\n",
      want: ["invalid"],
    },
    { name: "no apiVersion", in: "kind: NetworkPolicy\nmetadata: {name: a}\n", want: ["invalid"] },
    { name: "bytes that are no text", in: new Uint8Array([0x61, 0xff, 0x0a]), want: ["not-text"] },
    { name: "overlong UTF-8", in: new Uint8Array([0xc0, 0xaf]), want: ["not-text"] },
  ])("$name", ({ in: text, want }) => {
    expect(parse(text).problems.map(({ code }) => code)).toEqual(want);
  });

  it("keeps both documents around text on a separator line", () => {
    expect(namesOf(`${policy("a")}---x\n${policy("b")}`)).toHaveLength(2);
  });

  it("keeps JSON objects before a broken one", () => {
    const parsed = parse(
      '{"apiVersion":"v1","kind":"P","metadata":{"name":"a"}}\n{"kind": NetworkPolicy',
    );
    expect(parsed.objects).toHaveLength(1);
    expect(parsed.problems).toMatchObject([
      { code: "syntax", span: { startLine: 2, startColumn: 10 }, kindHints: ["NetworkPolicy"] },
    ]);
  });

  it.each([
    { in: "kind: CronJob\na: [\n", want: ["CronJob"] },
    { in: "GlobalNetworkPolicies:\n x: [\nkind: FooNetworkPolicy", want: ["FooNetworkPolicy"] },
    { in: "kind: NetworkPolicyList\nitems: [ # Namespace", want: ["Namespace", "NetworkPolicy"] },
    { in: "kind: ConfigMap\na: [\n", want: [] },
  ])("hints of $in", ({ in: text, want }) => {
    expect(parse(text).problems[0]?.kindHints).toEqual(want);
  });
});

describe("duplicate keys", () => {
  it("finds two policies that a missing --- makes one, and keeps the last", () => {
    const parsed = parse(policy("a") + policy("b"));
    expect(parsed.objects.map(({ name }) => name)).toEqual(["b"]);
    expect(
      parsed.problems.map(({ code, span, related }) => [code, place(span), place(related)]),
    ).toEqual([
      ["duplicate-key", "7:1-7:11", "1:1-1:11"],
      ["duplicate-key", "8:1-8:5", "2:1-2:5"],
      ["duplicate-key", "9:1-9:9", "3:1-3:9"],
      ["duplicate-key", "11:1-11:5", "5:1-5:5"],
    ]);
  });

  it.each([
    { name: "a number and its text", in: "1: a\n'1': b\n", want: 1 },
    { name: "three times", in: "a: 1\na: 2\na: 3\n", want: 2 },
    { name: "in flow", in: "a: {b: 1, b: 2}\n", want: 1 },
    { name: "in JSON", in: '{"a": 1, "a": 2}', want: 1 },
    { name: "two merge keys", in: "a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a\n", want: 0 },
  ])("$name", ({ in: text, want }) => {
    expect(parse(text).problems.map(({ code }) => code)).toEqual(Array(want).fill("duplicate-key"));
  });

  it("keeps __proto__ as an ordinary key", () => {
    const text =
      "apiVersion: v1\nkind: P\n__proto__: {kind: Q}\nmetadata: {__proto__: {name: a}}\n";
    const [object] = parse(text).objects;
    expect(object).toMatchObject({ kind: "P", name: "" });
    expect([...(object?.node.entries.keys() ?? [])]).toContain("__proto__");
  });
});

describe("spans", () => {
  const find = (node: Node | undefined, path: readonly (string | number)[]): Node | undefined => {
    const [step, ...rest] = path;
    if (node === undefined || step === undefined) return node;
    if (node.type === "map") return find(node.entries.get(String(step))?.value, rest);
    return node.type === "seq" ? find(node.items[Number(step)], rest) : undefined;
  };
  const text = [
    "# a comment",
    "---",
    "apiVersion: v1 # first",
    "kind: P",
    "metadata:",
    "  name: 'a'",
    "  text: |",
    "    line",
    "",
    "  list:",
    "  - one",
    "  - {two: 2,",
    "     three: [3]} # x",
    "",
    "# end",
    "",
  ];
  const cases = [
    { path: [], want: "3:1-13:17" },
    { path: ["apiVersion"], want: "3:13-3:15" },
    { path: ["metadata"], want: "6:3-13:17" },
    { path: ["metadata", "name"], want: "6:9-6:12" },
    { path: ["metadata", "text"], want: "7:9-8:9" },
    { path: ["metadata", "list"], want: "11:3-13:17" },
    { path: ["metadata", "list", 0], want: "11:5-11:8" },
    { path: ["metadata", "list", 1], want: "12:5-13:17" },
    { path: ["metadata", "list", 1, "three", 0], want: "13:14-13:15" },
  ];
  for (const newline of ["\n", "\r\n"]) {
    it.each(cases)(`${JSON.stringify(newline)} $path`, ({ path, want }) => {
      const [object] = parse(text.join(newline)).objects;
      expect(place(find(object?.node, path)?.span)).toBe(want);
    });
  }

  it("places an empty value behind its colon, and keys by themselves", () => {
    const [object] = parse("apiVersion: v1\nkind: P\nspec:\nother: 'x'\n").objects;
    const spec = object?.node.entries.get("spec");
    expect(place(spec?.keySpan)).toBe("3:1-3:5");
    expect(place(spec?.value.span)).toBe("3:6-3:6");
  });

  it("counts JSON places too", () => {
    const [object] = parse('{"a":1}\n{"apiVersion": "v1",\n "kind": "P"}\n').objects;
    expect(place(object?.node.span)).toBe("2:1-3:14");
    expect(place(object?.node.entries.get("kind")?.keySpan)).toBe("3:2-3:8");
  });
});

describe("documents that are known from another version", () => {
  const documents = (...names: readonly string[]): string =>
    names.map((name) => `kind: A\napiVersion: v1\nmetadata: {name: ${name}}\n`).join("---\n");

  it("are taken over where they stand on the same line, and read where they do not", () => {
    const known: KnownDocuments = new Map();
    const before = parseManifest("a.yaml", documents("a", "b", "c"), { known });
    const text = documents("a", "b", "new", "c");
    const after = parseManifest("a.yaml", text, { known });
    expect(after).toEqual(parseManifest("a.yaml", text));
    expect(after.objects.map((object) => before.objects.includes(object))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("say the same as if each version were read alone", () => {
    const piece = fc.constantFrom(
      "---\n",
      "--- x\n",
      "kind: A\napiVersion: v1\n",
      "kind: [\n",
      "{}\n",
      "\n",
      "a: &a 1\nb: *a\n",
      "x",
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, text, (base, head) => {
        const known: KnownDocuments = new Map();
        for (const version of [base, head, base])
          expect(parseManifest("a.yaml", version, { known })).toEqual(
            parseManifest("a.yaml", version),
          );
      }),
    );
  });
});
