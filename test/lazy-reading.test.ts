import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { FlowRow } from "../src/model/report.ts";
import { runReview } from "../src/review.ts";
import type { Source } from "../src/source/types.ts";

type Files = Readonly<Record<string, string>>;

interface Case {
  readonly name: string;
  /** Files that are the same at both revisions. */
  readonly both: Files;
  readonly base: Files;
  readonly head: Files;
  /** A path whose absence would change the answer: without it the case proves nothing. */
  readonly matters?: string;
}

const idOf = (text: string): string => createHash("sha1").update(text).digest("hex");

function sourceOf(...revisions: readonly Files[]): Source {
  const contents = new Map<string, Uint8Array>();
  const snapshots = revisions.map((files, index) => ({
    name: index === 0 ? "base" : "head",
    entries: Object.keys(files)
      .toSorted()
      .map((path) => {
        const text = files[path] ?? "";
        contents.set(idOf(text), new TextEncoder().encode(text));
        return { path, id: idOf(text), mode: "file" as const };
      }),
  }));
  return {
    snapshots,
    read: (ids) =>
      Promise.resolve(new Map([...ids].map((id) => [id, contents.get(id) ?? new Uint8Array()]))),
  };
}

/** A row without the workloads that stand elsewhere: they are examples, and only read where all is read. */
const withoutStanding = ({ change, namespace, ports, blame, cause, blockedBy, risk }: FlowRow) => ({
  change,
  namespace,
  ports,
  blame,
  cause,
  blockedBy,
  risk,
});

async function review({ both, base, head }: Case, readAllBelow: number) {
  const source = sourceOf({ ...both, ...base }, { ...both, ...head });
  const report = await runReview({ source, readAllBelow, today: "2026-01-01" });
  const { verdict, ledger } = report;
  // Whether other namespaces are declared is asked of the files that are read: a remark on spelling.
  const findings = report.findings.filter(({ rule }) => rule !== "NP026");
  const scopes = report.scopes.map(({ flows, ...scope }) => ({
    ...scope,
    flows: flows.map(withoutStanding),
  }));
  return { answer: { verdict, scopes, findings, ledger }, filesRead: report.statistics.filesRead };
}

const namespace = (name: string, labels: Files = {}): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels: ${JSON.stringify(labels)}\n`;

const policy = (where: string, name: string, spec: object): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\n${
    where === "" ? "" : `  namespace: ${where}\n`
  }spec: ${JSON.stringify(spec)}\n`;

const deployment = (where: string, name: string, labels: Files): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  namespace: ${where}\nspec:\n  template:\n    metadata:\n      labels: ${JSON.stringify(labels)}\n    spec:\n      containers: [{name: main, image: registry.example/x, ports: [{name: http, containerPort: 8080}]}]\n`;

const DENY = { podSelector: {}, policyTypes: ["Ingress", "Egress"] };
const deny = (where: string): string => policy(where, "default-deny", DENY);
const from = (...peers: readonly object[]) => ({
  podSelector: { matchLabels: { app: "web" } },
  policyTypes: ["Ingress"],
  ingress: [{ from: peers, ports: [{ port: 8080 }] }],
});
const to = (...peers: readonly object[]) => ({
  podSelector: {},
  policyTypes: ["Egress"],
  egress: [{ to: peers }],
});
const byName = (name: string) => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": name } },
});
const byTeam = (team: string) => ({ namespaceSelector: { matchLabels: { team } } });

/** Nothing to do with any change; present everywhere so that there is something to leave out. */
const NOISE: Files = Object.fromEntries(
  ["red", "green", "grey"].flatMap((name) => [
    [`noise/${name}/namespace.yaml`, namespace(name, { team: name })],
    [`noise/${name}/policy.yaml`, deny(name)],
    [`noise/${name}/app.yaml`, deployment(name, "app", { app: name })],
  ]),
);
const SHOP: Files = {
  ...NOISE,
  "shop/namespace.yaml": namespace("shop", { team: "shop" }),
  "shop/deny.yaml": deny("shop"),
  "shop/web.yaml": deployment("shop", "web", { app: "web" }),
};

const CASES: Case[] = [
  {
    name: "a policy of the peer's namespace, named by name, blocks",
    both: { ...SHOP, "mon/deny.yaml": deny("mon") },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byName("mon"))) },
    matters: "mon/deny.yaml",
  },
  {
    name: "a policy of a namespace found by its labels blocks",
    both: {
      ...SHOP,
      "mon/ns.yaml": namespace("mon", { team: "ops" }),
      "mon/deny.yaml": deny("mon"),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    matters: "mon/deny.yaml",
  },
  {
    name: "the labels of a namespace decide whether it is a peer",
    both: {
      ...SHOP,
      "mon/ns.yaml": namespace("mon", { team: "dev" }),
      "mon/deny.yaml": deny("mon"),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", to(byTeam("ops"))) },
  },
  {
    name: "a namespace changes its labels",
    both: {
      ...SHOP,
      "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))),
      "mon/app.yaml": deployment("mon", "app", { app: "prom" }),
    },
    base: { "mon/ns.yaml": namespace("mon", { team: "dev" }) },
    head: { "mon/ns.yaml": namespace("mon", { team: "ops" }) },
    matters: "shop/allow.yaml",
  },
  {
    name: "a namespace appears whose labels somebody's rule wants",
    both: { ...SHOP, "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    base: {},
    head: { "mon/ns.yaml": namespace("mon", { team: "ops" }) },
  },
  {
    name: "a namespace goes, with its default-deny kept",
    both: { ...SHOP, "mon/deny.yaml": deny("mon") },
    base: { "mon/ns.yaml": namespace("mon", { team: "ops" }) },
    head: {},
  },
  {
    name: "the default-deny goes, workloads and other namespaces stand",
    both: {
      ...NOISE,
      "shop/namespace.yaml": namespace("shop", { team: "shop" }),
      "shop/web.yaml": deployment("shop", "web", { app: "web" }),
      "mon/egress.yaml": policy("mon", "out", to(byName("red"))),
    },
    base: { "shop/deny.yaml": deny("shop") },
    head: {},
    matters: "mon/egress.yaml",
  },
  {
    name: "a workload moves to other labels",
    both: {
      ...SHOP,
      "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))),
      "mon/ns.yaml": namespace("mon", { team: "ops" }),
    },
    base: { "shop/other.yaml": deployment("shop", "other", { app: "other" }) },
    head: { "shop/other.yaml": deployment("shop", "other", { app: "web" }) },
    matters: "shop/allow.yaml",
  },
  {
    name: "a kind written with an escape",
    both: {
      ...SHOP,
      "mon/deny.yaml": deny("mon").replace("kind: NetworkPolicy", 'kind: "Network\\x50olicy"'),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byName("mon"))) },
    matters: "mon/deny.yaml",
  },
  {
    name: "labels of a namespace written with an escape",
    both: {
      ...SHOP,
      "mon/ns.yaml": namespace("mon").replace("{}", '{"te\\x61m": "ops"}'),
      "mon/deny.yaml": deny("mon"),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    matters: "mon/deny.yaml",
  },
  {
    name: "a policy that names no namespace, below a folder with the name of one",
    both: { ...SHOP, "mon/ns.yaml": namespace("mon"), "mon/deny.yaml": deny("") },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byName("mon"))) },
    matters: "mon/deny.yaml",
  },
  {
    name: "a changed policy that names no namespace",
    both: { ...SHOP, "shop/more.yaml": policy("", "more", DENY) },
    base: { "shop/allow.yaml": policy("", "allow", from(byName("red"))) },
    head: { "shop/allow.yaml": policy("", "allow", from({ podSelector: {} })) },
  },
  {
    name: "namespaces and policies in a List",
    both: {
      ...SHOP,
      "all.json": JSON.stringify({
        apiVersion: "v1",
        kind: "List",
        items: [
          {
            apiVersion: "v1",
            kind: "Namespace",
            metadata: { name: "mon", labels: { team: "ops" } },
          },
          {
            apiVersion: "networking.k8s.io/v1",
            kind: "NetworkPolicy",
            metadata: { name: "deny", namespace: "mon" },
            spec: DENY,
          },
        ],
      }),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    matters: "all.json",
  },
  {
    name: "a NamespaceList",
    both: {
      ...SHOP,
      "mon/deny.yaml": deny("mon"),
      "all.yaml":
        "apiVersion: v1\nkind: NamespaceList\nitems:\n- metadata:\n    name: mon\n    labels: {team: ops}\n",
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    matters: "all.yaml",
  },
  {
    name: "a peer that wants a namespace without a label",
    both: {
      ...SHOP,
      "mon/ns.yaml": namespace("mon", { internal: "yes" }),
      "dev/ns.yaml": namespace("dev"),
      "dev/deny.yaml": deny("dev"),
    },
    base: {},
    head: {
      "shop/allow.yaml": policy(
        "shop",
        "allow",
        from({
          namespaceSelector: { matchExpressions: [{ key: "internal", operator: "DoesNotExist" }] },
        }),
      ),
    },
    matters: "dev/deny.yaml",
  },
  {
    name: "a rule for everyone, of a policy whose isolation another file keeps",
    both: { ...SHOP, "mon/deny.yaml": deny("mon") },
    base: { "shop/allow.yaml": policy("shop", "allow", from({ podSelector: {} })) },
    head: { "shop/allow.yaml": policy("shop", "allow", from()) },
    matters: "mon/deny.yaml",
  },
  {
    name: "an address range that means pods as well",
    both: { ...SHOP, "mon/deny.yaml": deny("mon") },
    base: {},
    head: {
      "shop/allow.yaml": policy("shop", "allow", from({ ipBlock: { cidr: "10.0.0.0/8" } })),
    },
  },
  {
    name: "a selector that wants one of several names",
    both: { ...SHOP, "mon/deny.yaml": deny("mon"), "dev/deny.yaml": deny("dev") },
    base: {},
    head: {
      "shop/allow.yaml": policy(
        "shop",
        "allow",
        to({
          namespaceSelector: {
            matchExpressions: [
              { key: "kubernetes.io/metadata.name", operator: "In", values: ["mon", "dev"] },
            ],
          },
        }),
      ),
    },
    matters: "dev/deny.yaml",
  },
  {
    name: "a selector that leaves one name out",
    both: { ...SHOP, "mon/ns.yaml": namespace("mon"), "mon/deny.yaml": deny("mon") },
    base: {},
    head: {
      "shop/allow.yaml": policy(
        "shop",
        "allow",
        to({
          namespaceSelector: {
            matchExpressions: [
              { key: "kubernetes.io/metadata.name", operator: "NotIn", values: ["red"] },
            ],
          },
        }),
      ),
    },
    matters: "mon/deny.yaml",
  },
  {
    name: "two documents in one file, of two namespaces",
    both: { ...SHOP, "all.yaml": `${deny("mon")}---\n${deny("dev")}` },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byName("dev"))) },
    matters: "all.yaml",
  },
  {
    name: "a namespace written with quoted keys",
    both: {
      ...SHOP,
      "mon/ns.yaml":
        'apiVersion: v1\n"kind": Namespace\n"metadata":\n  "name": "mon"\n  "labels": {"team": "ops"}\n',
      "mon/deny.yaml": deny("mon"),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    matters: "mon/deny.yaml",
  },
  {
    name: "a namespace that two files declare, with different labels",
    both: {
      ...SHOP,
      "mon/a.yaml": namespace("mon", { team: "dev" }),
      "mon/b.yaml": namespace("mon", { team: "ops" }),
      "mon/deny.yaml": deny("mon"),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    matters: "mon/b.yaml",
  },
  {
    name: "labels that come by an anchor",
    both: {
      ...SHOP,
      "mon/ns.yaml":
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x, labels: &l {team: ops}}\n---\n" +
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: mon\n  labels: &own\n    team: &t ops\n    also: *t\n",
      "mon/deny.yaml": deny("mon"),
    },
    base: {},
    head: {
      "shop/allow.yaml": policy(
        "shop",
        "allow",
        from({ namespaceSelector: { matchLabels: { also: "ops" } } }),
      ),
    },
    matters: "mon/deny.yaml",
  },
];

CASES.push(
  {
    name: "a policy that names no namespace blocks, and the peer is everyone",
    both: {
      ...SHOP,
      "mon/ns.yaml": namespace("mon", { team: "ops" }),
      "mon/deny.yaml": deny(""),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from()) },
    matters: "mon/deny.yaml",
  },
  {
    name: "the default-deny that stays isolates the namespace of the folder",
    both: {
      ...NOISE,
      "shop/namespace.yaml": namespace("shop"),
      "shop/deny.yaml": deny("shop"),
    },
    base: { "shop/own.yaml": deny("") },
    head: {},
  },
  {
    name: "a default-deny that names no namespace goes, others of that namespace stay",
    both: { ...NOISE, "shop/namespace.yaml": namespace("shop"), "shop/more.yaml": deny("") },
    base: { "shop/deny.yaml": deny("shop") },
    head: {},
  },
);

/** Ways to write a label or a namespace so that its text does not hold the word. */
const DISGUISES = [
  { name: "a hyphen as an escape", label: '"ops\\x2dteam"' },
  { name: "a word continued at a hyphen", label: '"ops-\\\n      team"' },
  { name: "a word continued over two lines", label: '"op\\\n      \\\n      s-team"' },
  { name: "a slash as an escape", label: "ops-team", key: '"example.com\\x2fteam"' },
];
for (const { name, label, key = "example.com/team" } of DISGUISES)
  CASES.push({
    name: `labels of a namespace written with ${name}`,
    both: {
      ...SHOP,
      "mon/ns.yaml": `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: mon\n  labels:\n    ${key}: ${label}\n`,
      "mon/deny.yaml": deny("mon"),
    },
    base: {},
    head: {
      "shop/allow.yaml": policy(
        "shop",
        "allow",
        from({ namespaceSelector: { matchLabels: { "example.com/team": "ops-team" } } }),
      ),
    },
    matters: "mon/deny.yaml",
  });

CASES.push(
  {
    name: "a policy whose namespace is null, in the folder of the namespace that changes",
    both: {
      ...NOISE,
      "shop/namespace.yaml": namespace("shop"),
      "shop/more.yaml": deny("null"),
    },
    base: { "shop/deny.yaml": deny("shop") },
    head: {},
    matters: "shop/more.yaml",
  },
  {
    name: "a namespace that a plain file and a list declare, with different labels",
    both: {
      ...SHOP,
      "mon/a.yaml": namespace("mon", { team: "dev" }),
      "mon/b.yaml":
        "apiVersion: v1\nkind: NamespaceList\nitems:\n- metadata:\n    name: mon\n    labels: {team: ops}\n",
      "mon/deny.yaml": deny("mon"),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    matters: "mon/b.yaml",
  },
  {
    name: "a namespace declared far from its policies",
    both: {
      ...SHOP,
      "all/namespaces.yaml": `${namespace("mon", { team: "ops" })}---\n${namespace("dev")}`,
      "x/mon.yaml": deny("mon"),
      "x/dev.yaml": deny("dev"),
    },
    base: {},
    head: { "shop/allow.yaml": policy("shop", "allow", from(byTeam("ops"))) },
    matters: "x/mon.yaml",
  },
  {
    name: "a policy of another namespace among those of the one that changes",
    both: {
      ...SHOP,
      "x/more.yaml": `${policy("dev", "a", DENY)}---\n${policy("shop", "more", to(byName("red")))}`,
    },
    base: { "shop/allow.yaml": policy("shop", "allow", to(byName("red"))) },
    head: {},
    matters: "x/more.yaml",
  },
  {
    name: "many namespaces change, and the workloads of one of them matter",
    both: {
      ...SHOP,
      ...Object.fromEntries(
        ["a", "b", "c", "d", "e", "f"].map((name) => [`${name}/deny.yaml`, deny(name)]),
      ),
    },
    base: {},
    head: Object.fromEntries(
      ["a", "b", "c", "d", "e", "f"].map((name) => [
        `${name}/allow.yaml`,
        policy(name, "allow", from(byName("shop"))),
      ]),
    ),
    matters: "c/deny.yaml",
  },
);

describe("reading only what can matter", () => {
  it.each(CASES)("answers as reading everything does: $name", async (change) => {
    const [few, all] = [await review(change, 0), await review(change, 1e9)];
    expect(few.answer).toEqual(all.answer);
    expect(few.filesRead).toBeLessThanOrEqual(all.filesRead);
  });

  it.each(CASES.filter(({ matters }) => matters !== undefined))(
    "would notice if the file were missing: $name",
    async (change) => {
      const both = Object.fromEntries(
        Object.entries(change.both).filter(([path]) => path !== change.matters),
      );
      const without = await review({ ...change, both }, 0);
      expect(without.answer).not.toEqual((await review(change, 0)).answer);
    },
  );

  it("leaves out what cannot matter", async () => {
    const [change] = CASES;
    if (change === undefined) throw new Error("a case is wanted");
    const [few, all] = [await review(change, 0), await review(change, 1e9)];
    expect(all.filesRead - few.filesRead).toBeGreaterThanOrEqual(6);
  });
});
