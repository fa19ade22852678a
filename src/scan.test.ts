import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { NamespaceReport, Report } from "./model/report.ts";
import { runScan, runStanding } from "./scan.ts";
import type { Source } from "./source/types.ts";

type Files = Readonly<Record<string, string>>;

const idOf = (text: string): string => createHash("sha1").update(text).digest("hex");

/** Revisions in memory, with a count of how often each content is read. */
function sourceOf(
  ...revisions: readonly Files[]
): Source & { readonly reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const contents = new Map<string, string>();
  const snapshots = revisions.map((files, index) => ({
    name: `revision-${index}`,
    entries: Object.keys(files)
      .toSorted()
      .map((path) => {
        const text = files[path] ?? "";
        contents.set(idOf(text), text);
        return { path, id: idOf(text), mode: "file" as const };
      }),
  }));
  return {
    snapshots,
    reads,
    read: (ids) => {
      const read = [...new Set(ids)].map((id) => {
        reads.set(id, (reads.get(id) ?? 0) + 1);
        return [id, new TextEncoder().encode(contents.get(id) ?? "")] as const;
      });
      return Promise.resolve(new Map(read));
    },
  };
}

const policy = (name: string, spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  ${spec.replaceAll("\n", "\n  ")}\n`;

const NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata: {name: db, namespace: shop}
spec:
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, ports: [{name: sql, containerPort: 5432}]}]}
`;
const DENY_ALL = policy("deny", "podSelector: {}\npolicyTypes: [Ingress, Egress]");
const dnsTo = (peer: string): string =>
  policy(
    "dns",
    `podSelector: {}\npolicyTypes: [Egress]\negress:\n- to: [${peer}]\n  ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]`,
  );
const KUBE_DNS = dnsTo(
  "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}",
);
const ingress = (rule: string): string =>
  policy("open", `podSelector: {}\npolicyTypes: [Ingress]\ningress:\n${rule}`);
const egress = (rule: string): string =>
  policy("open", `podSelector: {}\npolicyTypes: [Egress]\negress:\n${rule}`);

const scan = async (files: Files): Promise<Report> =>
  runScan({ source: sourceOf(files), today: "2026-01-01" });

const findingsOf = ({ findings }: Report): readonly string[] =>
  findings.map(({ rule, location }) => `${rule} ${location?.path}:${location?.startLine}`);

const shopOf = ({ scopes }: Report): NamespaceReport | undefined => scopes[0]?.namespaces[0];

describe("the textbook namespace has no fault", () => {
  test.each([
    { name: "with the cluster's resolver", dns: KUBE_DNS },
    { name: "with a node-local cache", dns: dnsTo("{ipBlock: {cidr: 169.254.20.10/32}}") },
    { name: "with Cloud DNS of GKE", dns: dnsTo("{ipBlock: {cidr: 169.254.169.254/32}}") },
  ])("$name", async ({ dns }) => {
    for (const more of [{}, { "ns.yaml": NAMESPACE, "db.yaml": WORKLOAD }]) {
      const report = await scan({ "deny.yaml": DENY_ALL, "dns.yaml": dns, ...more });
      expect(findingsOf(report)).toEqual([]);
      expect(shopOf(report)).toMatchObject({
        defaultDeny: { ingress: "kept", egress: "kept" },
        metadata: "blocked",
        dns: "reachable",
        exposure: { fromInternet: "none", fromAllNamespaces: "none", toInternet: "none" },
      });
    }
  });
});

const GUARDED = { "deny.yaml": DENY_ALL, "dns.yaml": KUBE_DNS };
const HALVES = "[{ipBlock: {cidr: 0.0.0.0/1}}, {ipBlock: {cidr: 128.0.0.0/1}}]";
const OTHERS = "{namespaceSelector: {matchLabels: {team: a}}}";

test.each<{ name: string; files: Files; want: readonly string[]; posture?: object }>([
  {
    name: "no policy at all",
    files: { "ns.yaml": NAMESPACE },
    want: ["NP010 ns.yaml:1", "NP011 ns.yaml:1", "NP014 ns.yaml:1"],
    posture: {
      dns: "reachable",
      exposure: {
        fromInternet: "every-port",
        fromAllNamespaces: "every-port",
        toInternet: "every-port",
      },
    },
  },
  {
    name: "some pods isolated only",
    files: {
      "a.yaml": policy("a", "podSelector: {matchLabels: {app: a}}\npolicyTypes: [Ingress, Egress]"),
    },
    want: ["NP010 a.yaml:1", "NP011 a.yaml:1", "NP014 a.yaml:1", "NP012 a.yaml:1"],
    posture: { dns: "partial", defaultDeny: { ingress: "partial", egress: "partial" } },
  },
  {
    name: "no resolver",
    files: { "deny.yaml": DENY_ALL },
    want: ["NP012 deny.yaml:1"],
    posture: { dns: "blocked" },
  },
  {
    name: "a resolver for some",
    files: {
      "deny.yaml": DENY_ALL,
      "dns.yaml": KUBE_DNS.replace("podSelector: {}", "podSelector: {matchLabels: {app: a}}"),
    },
    want: ["NP012 deny.yaml:1"],
    posture: { dns: "partial" },
  },
  {
    name: "the internet comes in on one port",
    files: {
      ...GUARDED,
      "open.yaml": ingress("- from: [{ipBlock: {cidr: 0.0.0.0/0}}]\n  ports: [{port: 443}]"),
    },
    want: ["NP040 open.yaml:8"],
    posture: {
      exposure: { fromInternet: "some-ports", fromAllNamespaces: "none", toInternet: "none" },
    },
  },
  {
    name: "the internet in two halves, over two rules",
    files: {
      ...GUARDED,
      "open.yaml": ingress(
        "- from: [{ipBlock: {cidr: 0.0.0.0/1}}]\n- from: [{ipBlock: {cidr: 128.0.0.0/1}}]",
      ),
    },
    want: ["NP040 open.yaml:8"],
    posture: {
      exposure: { fromInternet: "every-port", fromAllNamespaces: "none", toInternet: "none" },
    },
  },
  {
    name: "IPv6",
    files: { ...GUARDED, "open.yaml": ingress("- from: [{ipBlock: {cidr: '::/0'}}]") },
    want: ["NP040 open.yaml:8"],
  },
  {
    name: "a partner's range",
    files: { ...GUARDED, "open.yaml": ingress("- from: [{ipBlock: {cidr: 8.8.0.0/16}}]") },
    want: [],
    posture: { exposure: { fromInternet: "none", fromAllNamespaces: "none", toInternet: "none" } },
  },
  {
    name: "the internet goes out on every port",
    files: {
      ...GUARDED,
      "open.yaml": egress(
        "- to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.0.0/16, 100.100.100.200/32, 168.63.129.16/32, 192.0.0.192/32]}}]",
      ),
    },
    want: ["NP041 open.yaml:8"],
    posture: {
      exposure: { fromInternet: "none", fromAllNamespaces: "none", toInternet: "every-port" },
    },
  },
  {
    name: "the internet goes out in two halves, metadata with it",
    files: { ...GUARDED, "open.yaml": egress(`- to: ${HALVES}`) },
    want: ["NP014 open.yaml:8", "NP041 open.yaml:8"],
  },
  {
    name: "the internet goes out on one port",
    files: {
      ...GUARDED,
      "open.yaml": egress("- to: [{ipBlock: {cidr: 0.0.0.0/0}}]\n  ports: [{port: 443}]"),
    },
    want: [],
    posture: {
      metadata: "blocked",
      exposure: { fromInternet: "none", fromAllNamespaces: "none", toInternet: "some-ports" },
    },
  },
  {
    name: "every pod of every namespace",
    files: {
      ...GUARDED,
      "open.yaml": ingress("- from: [{namespaceSelector: {}}]\n  ports: [{port: 80}]"),
    },
    want: [],
    posture: {
      exposure: { fromInternet: "none", fromAllNamespaces: "some-ports", toInternet: "none" },
    },
  },
  {
    name: "a database port for a whole namespace",
    files: { ...GUARDED, "open.yaml": ingress(`- from: [${OTHERS}]\n  ports: [{port: 5432}]`) },
    want: ["NP042 open.yaml:8"],
  },
  {
    name: "a webhook's port for a whole namespace",
    files: { ...GUARDED, "open.yaml": ingress(`- from: [${OTHERS}]\n  ports: [{port: 7000}]`) },
    want: [],
  },
  {
    name: "a database port for its clients",
    files: {
      ...GUARDED,
      "open.yaml": ingress(
        "- from: [{namespaceSelector: {matchLabels: {team: a}}, podSelector: {matchLabels: {app: web}}}]\n  ports: [{port: 5432}]",
      ),
    },
    want: [],
  },
  {
    name: "a database port within the namespace",
    files: {
      ...GUARDED,
      "open.yaml": ingress("- from: [{podSelector: {}}]\n  ports: [{port: 5432}]"),
    },
    want: [],
  },
  {
    name: "every port for a whole namespace, and nobody knows of a database",
    files: { ...GUARDED, "open.yaml": ingress(`- from: [${OTHERS}]`) },
    want: [],
  },
  {
    name: "every port for a whole namespace, with a database behind it",
    files: { ...GUARDED, "db.yaml": WORKLOAD, "open.yaml": ingress(`- from: [${OTHERS}]`) },
    want: ["NP042 open.yaml:8"],
  },
  {
    name: "a named port for a whole namespace, with a database behind it",
    files: {
      ...GUARDED,
      "db.yaml": WORKLOAD,
      "open.yaml": ingress(`- from: [${OTHERS}]\n  ports: [{port: sql}]`),
    },
    want: ["NP042 open.yaml:8"],
  },
  {
    name: "another named port",
    files: {
      ...GUARDED,
      "db.yaml": WORKLOAD,
      "open.yaml": ingress(`- from: [${OTHERS}]\n  ports: [{port: http}]`),
    },
    want: [],
  },
])("a scan finds $name", async ({ files, want, posture }) => {
  const report = await scan(files);
  expect(findingsOf(report)).toEqual(want);
  if (posture !== undefined) expect(shopOf(report)).toMatchObject(posture);
});

/** Each selector asks for two labels that no other one mentions: the cells of all together are 4^n. */
const strangers = (amount: number, more: string): readonly string[] =>
  Array.from({ length: amount }, (_, index) =>
    policy(
      `p${index}`,
      `podSelector: {matchLabels: {k${index}: a, j${index}: b}}\npolicyTypes: [Ingress, Egress]${more}`,
    ),
  );
const OWN_DNS = "\negress:\n- ports: [{protocol: UDP, port: 53}]";

test.each([
  { name: "as they are", files: strangers(300, ""), dns: "unknown" },
  { name: "with rules for DNS", files: strangers(300, OWN_DNS), dns: "unknown" },
  { name: "under default-deny", files: [DENY_ALL, ...strangers(300, "")], dns: "blocked" },
  {
    name: "with rules for DNS, under default-deny",
    files: [DENY_ALL, ...strangers(300, OWN_DNS)],
    dns: "unknown",
  },
])(
  "made-up selectors do not hold up a scan: $name",
  { timeout: 20_000 },
  async ({ files, dns }) => {
    const report = await scan({ "many.yaml": files.join("---\n") });
    expect(shopOf(report)?.dns).toBe(dns);
    expect(report.verdict).toBe(dns === "unknown" ? "undecided" : "pass");
  },
);

test("both revisions of a change are scanned, and what they share is read once", async () => {
  const source = sourceOf({ "ns.yaml": NAMESPACE, ...GUARDED }, { "ns.yaml": NAMESPACE });
  const { base, head } = await runStanding({ source, today: "2026-01-01" });
  expect([base.head.name, head.head.name]).toEqual(["revision-0", "revision-1"]);
  expect(findingsOf(base)).toEqual([]);
  expect(findingsOf(head)).toEqual(["NP010 ns.yaml:1", "NP011 ns.yaml:1", "NP014 ns.yaml:1"]);
  expect([...source.reads.values()]).toEqual([1, 1, 1]);
});

describe("policies that land somewhere else than their author may think", () => {
  const ruleLines = ({ findings }: Report): readonly string[] =>
    findings
      .filter(({ rule }) => ["NP025", "NP026", "NP027"].includes(rule))
      .map(({ rule, location }) => `${rule} ${location?.path ?? ""}`);

  test("are named: without a namespace, or for one that no manifest declares", async () => {
    const files = {
      "bare.yaml": DENY_ALL.replace(", namespace: shop", ""),
      "billing.yaml": DENY_ALL.replace("shop", "billing"),
      "deny.yaml": DENY_ALL,
      "namespace.yaml": NAMESPACE,
    };
    const report = await runScan({ source: sourceOf(files), today: "2026-01-01" });
    expect(ruleLines(report)).toEqual(["NP025 bare.yaml", "NP026 billing.yaml"]);
    expect(report.verdict).toBe("pass");
  });

  test("are no news where a kustomization gives the namespace", async () => {
    const files = {
      "bare.yaml": DENY_ALL.replace(", namespace: shop", ""),
      "kustomization.yaml": "namespace: shop\nresources: [bare.yaml]\n",
    };
    const report = await runScan({ source: sourceOf(files), today: "2026-01-01" });
    expect(ruleLines(report)).toEqual([]);
  });

  test("leave the verdict open where two of one name say different things", async () => {
    const other = policy("deny", "podSelector: {}\npolicyTypes: [Ingress]");
    const source = sourceOf({ "deny.yaml": DENY_ALL, "other.yaml": other });
    const report = await runScan({ source, today: "2026-01-01" });
    expect(ruleLines(report)).toEqual(["NP027 deny.yaml"]);
    expect(report.verdict).toBe("undecided");
    expect(report.ledger.map(({ reason }) => reason).join()).toContain("wins; remove one of them");
  });
});

describe("the configuration of a scan", () => {
  const scanWith = (text: string) =>
    runScan({
      source: sourceOf({ "a.yaml": DENY_ALL, "b.yaml": NAMESPACE, "c.txt": "x" }),
      config: { repository: { path: "c.yml", text } },
      today: "2026-03-31",
    });

  test.each([
    { text: "exclude: ['**/*.yaml']\n", want: "`exclude` leaves 2 files out: a.yaml, b.yaml" },
    { text: "exclude: ['a*']\n", want: "`exclude` leaves 1 file out: a.yaml" },
    { text: "exclude: [x]\n", want: "`x` in `exclude` matches no file" },
    {
      text: "scopes: [{name: a, paths: ['prd/**', '*']}]\n",
      want: "`prd/**` in `scopes` matches no file",
    },
  ])("says what $text does", async ({ text, want }) => {
    expect((await scanWith(text)).ledger).toMatchObject([
      { path: "c.yml", span: { startLine: 1 }, side: "head", reason: want, decides: false },
    ]);
  });

  test("an organisation's may match nothing", async () => {
    const report = await runScan({
      source: sourceOf({ "a.yaml": DENY_ALL }),
      config: { organisation: { path: "o/r/c.yml@v1", text: "exclude: [x]\n" } },
      today: "2026-03-31",
    });
    expect(report.ledger).toEqual([]);
  });
});
