import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { processorSeconds } from "../source/testing/processor-time.ts";
import { parseManifest } from "../manifest/parse-manifest.ts";
import { allNameNamespaces, mayHideWords, namesNamespace, plainObjects } from "./text-hints.ts";

describe("mayHideWords", () => {
  it.each([
    { name: "plain text", in: "kind: NetworkPolicy\n", want: false },
    { name: "a letter as \\x", in: 'kind: "Network\\x50olicy"', want: true },
    { name: "a letter as \\u", in: 'kind: "Network\\u0050olicy"', want: true },
    { name: "a letter as \\U", in: 'kind: "Network\\U00000050olicy"', want: true },
    { name: "an escape that is no letter", in: 'text: "a\\x0ab\\u2014\\n"', want: false },
    { name: "a word continued on the next line", in: 'kind: "Network\\\n  Policy"', want: true },
    { name: "the same with CRLF", in: 'kind: "Network\\\r\n  Policy"', want: true },
    { name: "a shell line continued behind a space", in: "run: |\n  a \\\n  b\n", want: false },
    { name: "a hyphen as \\x", in: 'team: "team\\x2dops"', want: true },
    { name: "a digit as \\u", in: 'team: "ops\\u0031"', want: true },
    { name: "a slash with a backslash", in: '{"example.com\\/team": "ops"}', want: true },
    { name: "a word continued at a hyphen", in: 'team: "team-\\\n  ops"', want: true },
    { name: "a word continued over an empty line", in: 'a: "te\\\n  \\\n  am"', want: true },
    { name: "a shell line continued behind a quote", in: 'run: |\n  "a"\\\n  b\n', want: false },
    { name: "an expression", in: "match: ^/a\\.b\\d+$", want: false },
    { name: "a binary tag", in: "kind: !!binary TmV0d29yaw==", want: true },
    { name: "a verbatim tag", in: "kind: !<tag:yaml.org,2002:binary> TmV0", want: true },
    { name: "a tag of a handle of its own", in: "%TAG !y! tag:yaml.org,2002:\n---\n", want: true },
    { name: "another tag", in: "a: !Ref b\n", want: false },
    { name: "UTF-16", in: "k\u0000i\u0000", want: true },
  ])("$name", ({ in: text, want }) => {
    expect(mayHideWords(text)).toBe(want);
  });
});

describe("plainObjects", () => {
  const HEAD = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n";
  const places = (text: string) =>
    plainObjects(text, /NetworkPolicy/)?.map(({ name, namespace }) => [namespace, name].join("/"));

  it.each([
    { name: "plain", in: "metadata:\n  name: a\n  namespace: shop\n", want: ["shop/a"] },
    { name: "no namespace", in: "metadata:\n  name: a\n", want: ["/a"] },
    { name: "CRLF", in: "metadata:\r\n  name: a\r\n  namespace: shop\r\n", want: ["shop/a"] },
    { name: "quotes", in: "metadata:\n  name: 'a'\n  namespace: \"shop\"\n", want: ["shop/a"] },
    { name: "a comment", in: "metadata: \n  # x\n  namespace: shop # y\n", want: ["shop/"] },
    {
      name: "deeper",
      in: "metadata:\n  labels:\n    namespace: b\n  namespace: a\n",
      want: ["a/"],
    },
    { name: "an empty line", in: "metadata:\n  name: a\n\n  namespace: shop\n", want: ["shop/a"] },
    { name: "metadata twice", in: "metadata:\n  name: a\nmetadata:\n  name: b\n", want: undefined },
    { name: "namespace twice", in: "metadata:\n  namespace: a\n  namespace: b\n", want: undefined },
    { name: "kind twice", in: "kind: Namespace\nmetadata:\n  name: a\n", want: undefined },
    { name: "quoted key", in: '"metadata":\n  name: a\n', want: undefined },
    { name: "inner quoted key", in: "metadata:\n  'namespace': a\n", want: undefined },
    { name: "flow style", in: "metadata: {name: a, namespace: shop}\n", want: undefined },
    { name: "a List", in: "items:\n- kind: x\nmetadata:\n  name: a\n", want: undefined },
    { name: "a merge", in: "metadata:\n  <<: *common\n  name: a\n", want: undefined },
    { name: "an alias", in: "metadata:\n  namespace: *n\n", want: undefined },
    { name: "a tag", in: "metadata:\n  namespace: !!str shop\n", want: undefined },
    { name: "a template", in: "metadata:\n  namespace: {{ x }}\n", want: undefined },
    { name: "no metadata", in: "spec: {}\n", want: undefined },
    { name: "null", in: "metadata:\n  namespace: null\n", want: undefined },
    { name: "a truth value", in: "metadata:\n  namespace: no\n", want: undefined },
    { name: "a number", in: "metadata:\n  namespace: 0x1f\n", want: undefined },
    { name: "a quoted number", in: "metadata:\n  namespace: '12'\n", want: ["12/"] },
    { name: "a quote that does not end", in: "metadata:\n  namespace: \"a'\n", want: undefined },
    { name: "no comment", in: "metadata:\n  namespace: a#b\n", want: undefined },
    { name: "a line break of its own", in: "metadata:\n  name: a\rkind: b\n", want: undefined },
  ])("$name", ({ in: text, want }) => {
    expect(places(HEAD + text)).toEqual(want);
  });

  it("asks only of documents with the word, and of each of those", () => {
    const plain = `${HEAD}metadata:\n  name: a\n  namespace: x\n`;
    expect(places(`${plain}---\n{"kind": "Service"}\n---\n${plain}`)).toEqual(["x/a", "x/a"]);
    expect(places(`${plain}---\n{"kind": "NetworkPolicy"}\n`)).toBeUndefined();
    expect(places("kind: Service\n")).toEqual([]);
    expect(places(`${plain}# \\x50\n`)).toBeUndefined();
  });

  it("cannot tell of JSON", () => {
    expect(places('{"kind": "NetworkPolicy", "metadata": {"namespace": "a"}}')).toBeUndefined();
    expect(places('{\n"kind": "NetworkPolicy",\n"metadata": {}\n}')).toBeUndefined();
  });
});

describe("a plain text", () => {
  const line = fc.constantFrom(
    "apiVersion: networking.k8s.io/v1",
    "kind: NetworkPolicy",
    "kind: Namespace",
    "kind: List",
    "metadata:",
    "metadata: {}",
    "  name: a",
    '  name: "a"',
    "  name: 'b'",
    "    name: c",
    "  namespace: shop",
    "  namespace: null",
    "  namespace: no",
    "  namespace: 12",
    "  labels:",
    "spec:",
    "spec: {}",
    "  podSelector: {}",
    "  namespace: spec",
    "items:",
    "- kind: x",
    "  - a",
    "---",
    "--- # x",
    "# NetworkPolicy",
    "",
    "  # x",
    "  text: |",
    '  text: "',
    "  kind: a\\",
    "  a: b\r",
    "  a: b\rkind: x",
    '"kind": NetworkPolicy',
    "? a",
    "\ta: b",
    "  <<: *x",
  );
  const usual = [
    "---\n",
    "apiVersion: networking.k8s.io/v1\n",
    "kind: NetworkPolicy\n",
    "metadata:\n",
    "  name: a\n",
    "  namespace: shop\n",
    "spec:\n",
    "  podSelector: {}\n",
    "\n",
  ];
  /** Some usual policies, with up to two lines too much or too few. */
  const almostUsual = fc
    .tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.tuple(fc.nat(), fc.option(line, { freq: 2 })), { maxLength: 2 }),
    )
    .map(([count, changes]) => {
      const lines = Array.from({ length: count }, () => usual).flat();
      for (const [at, added] of changes)
        if (added === null) lines.splice(at % lines.length, 1);
        else lines.splice(at % lines.length, 0, `${added}\n`);
      return lines.join("");
    });
  const texts = fc.oneof(
    fc.array(line, { maxLength: 14 }).map((lines) => `${lines.join("\n")}\n`),
    almostUsual,
  );
  const policiesIn = (text: string) =>
    parseManifest("a.yaml", text).objects.filter(({ kind }) => kind === "NetworkPolicy");
  const key = (object: { readonly namespace?: string | undefined; readonly name?: string }) =>
    `${object.namespace ?? ""}/${object.name ?? ""}`;

  it("holds the objects that parsing it gives", () => {
    let plain = 0;
    fc.assert(
      fc.property(texts, (text) => {
        const objects = plainObjects(text, /NetworkPolicy/);
        if (objects === undefined) return;
        const shown = objects.filter(({ kind }) => kind === "NetworkPolicy").map(key);
        plain += shown.length;
        expect(shown).toEqual(expect.arrayContaining(policiesIn(text).map(key)));
      }),
      { numRuns: 5_000 },
    );
    expect(plain).toBeGreaterThan(100);
  });

  it("of the usual form names the namespaces of all its policies", () => {
    let found = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (!allNameNamespaces(text)) return;
        const namespaces = policiesIn(text).map(({ namespace }) => namespace);
        found += namespaces.length;
        for (const namespace of namespaces) expect(namespace).toMatch(/^(?:shop|spec)$/);
        for (const { namespace } of plainObjects(text, /NetworkPolicy/) ?? [])
          expect(namespace).toMatch(/^(?:shop|spec)$/);
      }),
      { numRuns: 5_000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it.each([
    { name: "no namespace", in: "metadata:\n  name: a\nspec:\n  podSelector: {}\n" },
    { name: "null", in: "metadata:\n  name: a\n  namespace: null\nspec:\n" },
    { name: "another object", in: "metadata:\n  name: a\n  namespace: b\nspec:\n---\nkind: Pod\n" },
    { name: "a key behind the spec", in: "metadata:\n  name: a\n  namespace: b\nspec:\nkind: x\n" },
    { name: "a return", in: "metadata:\n  name: a\n  namespace: b\nspec:\n  a: b\r---\n" },
  ])("is not of the usual form: $name", ({ in: text }) => {
    expect(allNameNamespaces(`kind: NetworkPolicy\n${text}`)).toBe(false);
  });

  it("is looked at in linear time", () => {
    const policy = "kind: NetworkPolicy\nmetadata:\n  name: a\n  namespace: b\nspec:\n  a: b\n\n";
    const text = `${`${policy}---\n`.repeat(20_000)}x`;
    expect(processorSeconds(() => allNameNamespaces(text))).toBeLessThan(2);
    expect(allNameNamespaces(text)).toBe(false);
  });
});

describe("namesNamespace", () => {
  it.each([
    { name: "plain", in: "  namespace: shop\n", want: true },
    { name: "quoted", in: "  namespace: 'shop'\n", want: true },
    { name: "JSON", in: '{"namespace":"shop"}', want: true },
    { name: "a longer name", in: "  namespace: shop-dev\n", want: false },
    { name: "a name that ends so", in: "  namespace: my-shop\n", want: false },
    { name: "another key", in: "  name: shop\n", want: false },
  ])("$name", ({ in: text, want }) => {
    expect(namesNamespace(text, "shop")).toBe(want);
  });
});
