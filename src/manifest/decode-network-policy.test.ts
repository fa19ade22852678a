import { describe, expect, it } from "vitest";
import type { ManifestObject } from "../model/object.ts";
import { decodeNetworkPolicy } from "./decode-network-policy.ts";
import { parseManifest } from "./parse-manifest.ts";

const HEAD = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n";

function parse(text: string): ManifestObject {
  const [object] = parseManifest("a.yaml", text).objects;
  if (object === undefined) throw new Error("no object");
  return object;
}

const decode = (text: string) => decodeNetworkPolicy(parse(HEAD + text));
const decodeSpec = (spec: string) => decode(`metadata: {name: a}\nspec: ${spec}\n`);

/** `field code` of each problem. */
const faultsOf = (spec: string): string[] =>
  decodeSpec(spec).problems.map(({ code, field }) => `${code} ${field}`);

const messagesOf = (spec: string): string[] =>
  decodeSpec(spec).problems.map(({ message }) => message);

describe("defaults", () => {
  it.each([
    { name: "no spec", in: "", want: ["ingress"] },
    { name: "null spec", in: "~", want: ["ingress"] },
    { name: "no policyTypes", in: "{podSelector: {}}", want: ["ingress"] },
    { name: "null policyTypes", in: "{policyTypes: ~}", want: ["ingress"] },
    { name: "empty policyTypes", in: "{policyTypes: []}", want: ["ingress"] },
    { name: "egress rules", in: "{egress: [{}]}", want: ["ingress", "egress"] },
    { name: "no egress rules", in: "{egress: []}", want: ["ingress"] },
    { name: "Egress", in: "{policyTypes: [Egress], ingress: [{}]}", want: ["egress"] },
    { name: "twice", in: "{policyTypes: [Ingress, Ingress]}", want: ["ingress"] },
    { name: "both", in: "{policyTypes: [Egress, Ingress]}", want: ["egress", "ingress"] },
  ])("$name", ({ in: spec, want }) => {
    const { policy, problems } = decodeSpec(spec);
    expect(problems).toEqual([]);
    expect(policy?.policyTypes).toEqual(want);
    expect(policy?.podSelector.requirements).toEqual([]);
  });

  it("takes a null item for the zero value", () => {
    const { policy } = decodeSpec("{ingress: [~], egress: [{ports: [~], to: ~}]}");
    expect(policy?.ingress).toMatchObject([{ peers: [], ports: [] }]);
    expect(policy?.egress).toMatchObject([{ peers: [], ports: [{ protocol: "TCP" }] }]);
    expect(faultsOf("{ingress: [{from: [~]}]}")).toEqual(["invalid spec.ingress[0].from[0]"]);
  });

  it("has no namespace of its own", () => {
    expect(decode("metadata: {name: a}\n").policy).not.toHaveProperty("namespace");
    expect(decode("metadata: {name: a, namespace: b}\n").policy?.namespace).toBe("b");
    expect(decode("metadata: {name: a, namespace: ''}\n").policy).not.toHaveProperty("namespace");
    expect(decode("metadata: {generateName: a-}\n").policy?.name).toBe("a-");
  });
});

describe("the whole of a policy", () => {
  it("with its places", () => {
    const text = `${HEAD}metadata:
  name: a
spec:
  podSelector:
    matchLabels: {app: web}
    matchExpressions:
    - {key: tier, operator: NotIn, values: [db, ""]}
  policyTypes: [Ingress, Egress]
  ingress:
  - from:
    - podSelector: {}
      namespaceSelector: {matchLabels: {team: x}}
    - ipBlock: {cidr: 10.0.0.1/8, except: [10.1.0.0/16]}
    ports:
    - {port: 80, endPort: 90}
    - {protocol: UDP, port: dns}
`;
    const { policy, problems } = decodeNetworkPolicy(parse(text));
    expect(problems).toEqual([]);
    expect(policy).toMatchObject({
      name: "a",
      policyTypes: ["ingress", "egress"],
      policyTypesSpan: { startLine: 10, startColumn: 16, endColumn: 33 },
      podSelector: {
        span: { startLine: 7, startColumn: 5, endLine: 9 },
        requirements: [
          { key: "app", operator: "In", values: ["web"], span: { startLine: 7, startColumn: 19 } },
          { key: "tier", operator: "NotIn", values: ["db", ""], span: { startLine: 9 } },
        ],
      },
      ingress: [
        {
          peers: [
            {
              type: "selectors",
              podSelector: { requirements: [] },
              namespaceSelector: { requirements: [{ key: "team" }] },
              span: { startLine: 13, startColumn: 7, endLine: 14, endColumn: 50 },
            },
            {
              type: "ipBlock",
              cidr: "10.0.0.0/8",
              except: [{ cidr: "10.1.0.0/16", span: { startLine: 15, startColumn: 44 } }],
              span: { startLine: 15 },
            },
          ],
          ports: [
            { protocol: "TCP", port: 80, endPort: 90, span: { startLine: 17, startColumn: 7 } },
            { protocol: "UDP", port: "dns" },
          ],
          span: { startLine: 12, startColumn: 5, endLine: 18 },
        },
      ],
      egress: [],
      span: { startLine: 1, endLine: 18 },
    });
  });
});

describe("what the API server accepts", () => {
  it.each([
    "{ingress: [{ports: [{port: 80.0}]}]}",
    "{ingress: [{ports: [{port: 8e1, endPort: 80}]}]}",
    "{ingress: [{ports: [{port: ~, protocol: ~}]}]}",
    "{ingress: [{ports: [{port: a-1}]}]}",
    "{ingress: [{from: [{ipBlock: {cidr: 010.0.0.0/08}}]}]}",
    "{ingress: [{from: [{ipBlock: {cidr: '::ffff:10.0.0.0/104', except: ['::ffff:10.0.0.0/105']}}]}]}",
    "{ingress: [{from: [{podSelector: {}, namespaceSelector: {}}]}]}",
    "{ingress: [{from: [{podSelector: {matchLabels: ~, matchExpressions: ~}}]}]}",
    "{podSelector: {matchLabels: {app: ~}}}",
    "{podSelector: {matchLabels: {example.org/App_1.x: ''}}}",
    "{podSelector: {matchExpressions: [{key: a, operator: Exists, values: []}]}}",
    "{podSelector: {matchExpressions: [{key: a, operator: In, values: [~]}]}}",
    "{policyTypes: [Egress], ingress: [{from: []}]}",
  ])("%s", (spec) => {
    const { policy, problems } = decodeSpec(spec);
    expect(problems).toEqual([]);
    expect(policy).toBeDefined();
  });

  it.each([
    { in: "010", want: 8 },
    { in: "0443", want: 291 },
    { in: "0x50", want: 80 },
    { in: "1_000", want: 1000 },
  ])("port: $in opens $want", ({ in: port, want }) => {
    const { policy } = decodeSpec(`{ingress: [{ports: [{port: ${port}}]}]}`);
    expect(policy?.ingress[0]?.ports[0]?.port).toBe(want);
  });
});

describe("what the API server refuses", () => {
  it.each([
    { in: "[]", want: ["spec"] },
    { in: "{podSelector: []}", want: ["spec.podSelector"] },
    { in: "{policyTypes: Ingress}", want: ["spec.policyTypes"] },
    { in: "{policyTypes: [ingress]}", want: ["spec.policyTypes[0]"] },
    { in: "{policyTypes: [~]}", want: ["spec.policyTypes[0]"] },
    { in: "{policyTypes: [a, b, c]}", want: ["spec.policyTypes"] },
    { in: "{ingress: {}}", want: ["spec.ingress"] },
    { in: "{ingress: [a]}", want: ["spec.ingress[0]"] },
    { in: "{ingress: [{from: {podSelector: {}}}]}", want: ["spec.ingress[0].from"] },
    { in: "{ingress: [{from: [a]}]}", want: ["spec.ingress[0].from[0]"] },
    { in: "{ingress: [{from: [{}]}]}", want: ["spec.ingress[0].from[0]"] },
    { in: "{egress: [{to: [{podSelector: ~}]}]}", want: ["spec.egress[0].to[0]"] },
    { in: "{ingress: [{ports: [{port: 0}]}]}", want: ["spec.ingress[0].ports[0].port"] },
    { in: "{ingress: [{ports: [{port: 65536}]}]}", want: ["spec.ingress[0].ports[0].port"] },
    { in: "{ingress: [{ports: [{port: 80.5}]}]}", want: ["spec.ingress[0].ports[0].port"] },
    { in: "{ingress: [{ports: [{port: yes}]}]}", want: ["spec.ingress[0].ports[0].port"] },
    { in: "{ingress: [{ports: [{port: 5000000000}]}]}", want: ["spec.ingress[0].ports[0].port"] },
    ...["'80'", "''", "A", "a--b", "-a", "a-", "a_b", "abcdefghijklmnop", "22:30"].map((port) => ({
      in: `{ingress: [{ports: [{port: ${port}}]}]}`,
      want: ["spec.ingress[0].ports[0].port"],
    })),
    ...["tcp", "''", "ICMP", "6", "[TCP]"].map((protocol) => ({
      in: `{ingress: [{ports: [{protocol: ${protocol}}]}]}`,
      want: ["spec.ingress[0].ports[0].protocol"],
    })),
    ...[
      "endPort: 90",
      "port: 80, endPort: 79",
      "port: 80, endPort: 65536",
      "port: a, endPort: 9",
      "port: 80, endPort: '90'",
    ].map((ports) => ({
      in: `{ingress: [{ports: [{${ports}}]}]}`,
      want: ["spec.ingress[0].ports[0].endPort"],
    })),
    ...["cidr: 10.0.0.0", "cidr: ~", "cidr: ''", "cidr: 10", "{}"].map((block) => ({
      in: `{ingress: [{from: [{ipBlock: ${block === "{}" ? block : `{${block}}`}}]}]}`,
      want: ["spec.ingress[0].from[0].ipBlock.cidr"],
    })),
    ...["10.0.0.0/8", "10.0.0.0/7", "11.0.0.0/16", "fd00::/9", "10.1.0.0", "~", "5"].map(
      (except) => ({
        in: `{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [${except}]}}]}]}`,
        want: ["spec.ingress[0].from[0].ipBlock.except[0]"],
      }),
    ),
    {
      in: "{ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]}",
      want: ["spec.ingress[0].from[0]"],
    },
    ...["on", "1", "1.10", "true", "[a]"].map((value) => ({
      in: `{podSelector: {matchLabels: {app: ${value}}}}`,
      want: ['spec.podSelector.matchLabels["app"]'],
    })),
    {
      in: "{podSelector: {matchLabels: {app: -a}}}",
      want: ['spec.podSelector.matchLabels["app"]'],
    },
    {
      in: "{podSelector: {matchLabels: {a/b/c: d}}}",
      want: ['spec.podSelector.matchLabels["a/b/c"]'],
    },
    { in: "{podSelector: {matchLabels: {'': d}}}", want: ['spec.podSelector.matchLabels[""]'] },
    { in: "{podSelector: {matchLabels: {A/b: d}}}", want: ['spec.podSelector.matchLabels["A/b"]'] },
    {
      in: "{podSelector: {matchExpressions: [~]}}",
      want: [
        "spec.podSelector.matchExpressions[0].key",
        "spec.podSelector.matchExpressions[0].operator",
      ],
    },
    ...["in", "''", "Equals"].map((operator) => ({
      in: `{podSelector: {matchExpressions: [{key: a, operator: ${operator}}]}}`,
      want: ["spec.podSelector.matchExpressions[0].operator"],
    })),
    ...[
      "operator: In",
      "operator: NotIn, values: []",
      "operator: Exists, values: [a]",
      "operator: DoesNotExist, values: [~]",
      "operator: In, values: a",
    ].map((rest) => ({
      in: `{podSelector: {matchExpressions: [{key: a, ${rest}}]}}`,
      want: ["spec.podSelector.matchExpressions[0].values"],
    })),
  ])("$in", ({ in: spec, want }) => {
    expect(decodeSpec(spec).policy).toBeUndefined();
    expect(faultsOf(spec)).toEqual(want.map((field) => `invalid ${field}`));
  });

  it.each([
    "metadata: {name: a, creationTimestamp: null}\n",
    "metadata: {name: a, creationTimestamp: 2024-01-02T03:04:05Z}\n",
    "metadata: {name: a, finalizers: [kubernetes, a.b/c]}\n",
  ])("takes %j", (text) => {
    expect(decode(text)).toMatchObject({ policy: { name: "a" }, problems: [] });
  });

  it.each([
    { in: "", want: ["metadata.name"] },
    { in: "metadata: []\n", want: ["metadata"] },
    { in: "metadata: {name: A}\n", want: ["metadata.name"] },
    { in: "metadata: {name: 1}\n", want: ["metadata.name"] },
    { in: "metadata: {name: a, namespace: 123}\n", want: ["metadata.namespace"] },
    { in: "metadata: {name: a, namespace: a.b}\n", want: ["metadata.namespace"] },
    { in: "metadata: {name: a, labels: {b: 1}}\n", want: ['metadata.labels["b"]'] },
    {
      in: "metadata: {name: a, creationTimestamp: yesterday}\n",
      want: ["metadata.creationTimestamp"],
    },
    { in: "metadata: {name: a, creationTimestamp: ''}\n", want: ["metadata.creationTimestamp"] },
    { in: "metadata: {name: a, deletionTimestamp: 1}\n", want: ["metadata.deletionTimestamp"] },
    { in: "metadata: {name: a, finalizers: [bad name]}\n", want: ["metadata.finalizers[0]"] },
    { in: "metadata: {name: a, finalizers: [plain]}\n", want: ["metadata.finalizers[0]"] },
    {
      in: "metadata: {name: a, finalizers: [a.b/c, /c, 1]}\n",
      want: ["metadata.finalizers[1]", "metadata.finalizers[2]"],
    },
    {
      in: "metadata: {name: a, finalizers: [orphan, foregroundDeletion]}\n",
      want: ["metadata.finalizers"],
    },
    { in: "metadata: {name: a, finalizers: {}}\n", want: ["metadata.finalizers"] },
    { in: "metadata: {name: a, annotations: {b: true}}\n", want: ['metadata.annotations["b"]'] },
  ])("$in", ({ in: text, want }) => {
    const { policy, problems } = decode(text);
    expect(policy).toBeUndefined();
    expect(problems.map(({ field }) => field)).toEqual(want);
  });

  it.each(["networking.k8s.io/v1beta1", "v1", "extensions/v1beta1"])("apiVersion %s", (version) => {
    const object = parse(`apiVersion: ${version}\nkind: NetworkPolicy\nmetadata: {name: a}\n`);
    expect(decodeNetworkPolicy(object).problems).toMatchObject([{ field: "apiVersion" }]);
  });

  it("reports all faults of an object together, each at its place", () => {
    const { problems } = decodeSpec(
      "{ingress: [{ports: [{port: '80'}, {protocol: tcp}]}], egress: a}",
    );
    expect(problems.map(({ span }) => `${span.startLine}:${span.startColumn}`)).toEqual([
      "4:34",
      "4:52",
      "4:69",
    ]);
  });

  it("says what is wrong and what to do", () => {
    expect(messagesOf("{ingress: [{ports: [{port: '80'}]}]}")).toEqual([
      'spec.ingress[0].ports[0].port: "80" is a string without a letter; write 80 without quotes',
    ]);
    expect(messagesOf("{podSelector: {matchLabels: {app: on}}}")).toEqual([
      'spec.podSelector.matchLabels["app"]: is the boolean true, and must be text; put it in quotes',
    ]);
  });
});

describe("unknown fields", () => {
  it.each([
    { in: "{ingress: [{ports: [{port: 80, endport: 90}]}]}", want: "endPort" },
    { in: "{podselector: {}}", want: "podSelector" },
    { in: "{policyType: [Egress]}", want: "policyTypes" },
    { in: "{egress: [{from: []}]}", want: "to" },
    { in: "{ingress: [{to: []}]}", want: "from" },
    { in: "{podSelector: {matchlabels: {a: b}}}", want: "matchLabels" },
  ])("$in: did you mean $want", ({ in: spec, want }) => {
    const { policy, problems } = decodeSpec(spec);
    expect(policy).toBeDefined();
    expect(problems.map(({ code }) => code)).toEqual(["unknown-field"]);
    expect(problems[0]?.message).toContain(`did you mean \`${want}\`?`);
  });

  it("without a suggestion", () => {
    expect(messagesOf("{podSelector: {matchLoads: {a: b}}}")[0]).toMatch(/remove it$/);
  });

  it("of the object itself, status among them", () => {
    const { problems, policy } = decode("metadata: {name: a, lables: {}}\nspec: {}\nstatus: {}\n");
    expect(policy).toBeDefined();
    expect(problems.map(({ field }) => field)).toEqual(["status", "metadata.lables"]);
  });
});
