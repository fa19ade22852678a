import { describe, expect, it } from "vitest";
import { hintsOf, mayHideWords, namesNamespace, plainObjects } from "./text-hints.ts";

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
    { name: "a binary tag", in: "kind: !!binary TmV0d29yaw==", want: true },
    { name: "a verbatim tag", in: "kind: !<tag:yaml.org,2002:binary> TmV0", want: true },
    { name: "a tag of a handle of its own", in: "%TAG !y! tag:yaml.org,2002:\n---\n", want: true },
    { name: "another tag", in: "a: !Ref b\n", want: false },
    { name: "UTF-16", in: "k\u0000i\u0000", want: true },
  ])("$name", ({ in: text, want }) => {
    expect(mayHideWords(text)).toBe(want);
    if (want)
      expect(hintsOf(text)).toEqual({
        policy: true,
        foreign: true,
        namespace: true,
        workload: true,
        context: true,
      });
  });
});

describe("hintsOf", () => {
  it.each([
    { name: "a policy", in: "kind: NetworkPolicy", want: ["policy", "foreign"] },
    { name: "a list of them", in: '{"kind":"NetworkPolicyList"}', want: ["policy", "foreign"] },
    { name: "another engine", in: "apiVersion: cilium.io/v2", want: ["foreign", "context"] },
    { name: "a namespace", in: "kind: Namespace", want: ["namespace"] },
    { name: "a field named after it", in: "targetNamespace: x\nnamespace: y", want: [] },
    { name: "a list of namespaces", in: "kind: NamespaceList", want: ["namespace"] },
    { name: "a CronJob", in: "kind: 'CronJob'", want: ["workload"] },
    { name: "a list of pods", in: "kind: PodList", want: ["workload"] },
    { name: "a kind that only begins so", in: "kind: PodDisruptionBudget", want: [] },
    { name: "a Service", in: "kind: Service", want: ["context"] },
    { name: "a network plugin", in: "name: kube-flannel-ds", want: ["context"] },
    { name: "none", in: "kind: ServiceAccount", want: [] },
  ])("$name", ({ in: text, want }) => {
    const found = Object.entries(hintsOf(text)).flatMap(([hint, yes]) => (yes ? [hint] : []));
    expect(found).toEqual(want);
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
