import { describe, expect, test } from "vitest";
import { applyFix } from "./fix/manifest-text.ts";
import type { Fix, Report } from "./model/report.ts";
import { runReview } from "./review.ts";
import type { Source } from "./source/types.ts";

type Files = Readonly<Record<string, string>>;

/** Two revisions in memory: equal texts are equal contents. */
function sourceOf(base: Files, head: Files): Source {
  const entriesOf = (files: Files) =>
    Object.entries(files)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => ({ path, id: `id of ${text}`, mode: "file" as const }));
  return {
    snapshots: [
      { name: "base", entries: entriesOf(base) },
      { name: "head", entries: entriesOf(head) },
    ],
    read: async (ids) =>
      new Map([...ids].map((id) => [id, new TextEncoder().encode(id.slice("id of ".length))])),
  };
}

const review = (base: Files, head: Files, fixes = true): Promise<Report> =>
  runReview({ today: "2026-01-01", source: sourceOf(base, head), fixes });

const fixesIn = ({ findings, scopes }: Report): readonly Fix[] => [
  ...new Map(
    [...findings, ...scopes.flatMap(({ flows }) => flows)]
      .flatMap(({ fix }) => fix ?? [])
      .map((fix) => [JSON.stringify(fix), fix]),
  ).values(),
];

const policy = (spec: string, name = "p", namespace = "  namespace: shop\n"): string =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
${namespace}spec:
${spec.replaceAll(/^(?=.)/gm, "  ")}`;

const DENY = policy("podSelector: {}\npolicyTypes: [Ingress, Egress]\n", "deny");

interface Slip {
  readonly name: string;
  readonly base: string;
  readonly head: string;
  readonly title: RegExp;
  /** The head after the fix; base where it is not given. */
  readonly fixed?: string;
  /** Other files of both revisions. */
  readonly files?: Files;
}

const peers = (text: string): string =>
  policy(
    `podSelector: { matchLabels: { app: db } }\ningress:\n  - from:\n${text}    ports: [{ port: 1 }]\n`,
  );

const internet = (except: string): string =>
  policy(
    `podSelector: {}\npolicyTypes: [Egress]\negress:\n  - to:\n      - ipBlock:\n          cidr: 0.0.0.0/0 # all\n${except}    ports: [{ port: 80 }]\n`,
  );

const crlf = (text: string): string => text.replaceAll("\n", "\r\n");

const DENY_JSON = (types: string): string =>
  `{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"deny","namespace":"shop"},\n"spec":{"podSelector":{},\n"policyTypes":[${types}]}}\n`;

const SLIPS: readonly Slip[] = [
  {
    name: "a dash before podSelector",
    base: peers(
      "      - namespaceSelector: { matchLabels: { team: a } }\n        # only these\n        podSelector: { matchLabels: { app: x } } # x\n",
    ),
    head: peers(
      "      - namespaceSelector: { matchLabels: { team: a } }\n        # only these\n      - podSelector: { matchLabels: { app: x } } # x\n",
    ),
    title: /^nest the podSelector under the namespaceSelector/,
  },
  {
    name: "a dash before namespaceSelector",
    base: peers(
      "      - podSelector:\n          matchLabels:\n            app: x\n        namespaceSelector:\n          matchLabels:\n            team: a\n",
    ),
    head: peers(
      "      - podSelector:\n          matchLabels:\n            app: x\n      - namespaceSelector:\n          matchLabels:\n            team: a\n",
    ),
    title: /^nest the namespaceSelector under the podSelector/,
  },
  {
    name: "braces around each selector",
    base: peers(
      "      - { namespaceSelector: { matchLabels: { team: a } }, podSelector: { matchLabels: { app: x } } }\n",
    ),
    head: peers(
      "      - { namespaceSelector: { matchLabels: { team: a } } }\n      - { podSelector: { matchLabels: { app: x } } }\n",
    ),
    title: /^nest/,
  },
  {
    name: "a dash before ports",
    base: peers("      - podSelector: { matchLabels: { app: x } }\n"),
    head: peers("      - podSelector: { matchLabels: { app: x } }\n").replace(
      "    ports",
      "  - ports",
    ),
    title: /^put the ports into the rule above/,
  },
  {
    name: "a lost entry of except",
    base: internet(
      "          except:\n            - 169.254.0.0/16 # metadata\n            - 10.0.0.0/8 # pods\n",
    ),
    head: internet("          except:\n            - 10.0.0.0/8 # pods\n"),
    title: /^restore `169\.254\.0\.0\/16`/,
    fixed: internet(
      "          except:\n            - 169.254.0.0/16\n            - 10.0.0.0/8 # pods\n",
    ),
  },
  {
    name: "a lost entry of except in brackets with quotes",
    base: internet("          except: [ '10.0.0.0/8', '169.254.0.0/16' ]\n"),
    head: internet("          except: [ '10.0.0.0/8' ]\n"),
    title: /^restore `169\.254\.0\.0\/16`/,
  },
  {
    name: "except that is gone, behind a comment",
    base: internet("          except:\n            - 169.254.0.0/16\n"),
    head: internet(""),
    title: /^restore `169\.254\.0\.0\/16`/,
  },
  {
    name: "a new range that holds the metadata addresses",
    base: DENY,
    head: `${DENY}---\n${internet("").replace("0.0.0.0/0", "169.0.0.0/8")}`,
    title: /^leave the cloud metadata addresses out/,
    fixed: `${DENY}---\n${internet("          except:\n            - 169.254.0.0/16\n").replace("0.0.0.0/0", "169.0.0.0/8")}`,
  },
  {
    name: "a lost policy type",
    base: policy("podSelector: {}\npolicyTypes:\n- Ingress\n- Egress # both\n"),
    head: policy("podSelector: {}\npolicyTypes:\n- Ingress\n"),
    title: /^restore Egress in `policyTypes`/,
    fixed: policy("podSelector: {}\npolicyTypes:\n- Ingress\n- Egress\n"),
  },
  {
    name: "a lost first policy type in brackets",
    base: DENY,
    head: DENY.replace("Ingress, Egress", "Egress"),
    title: /^restore Ingress/,
  },
  {
    name: "lost policy types",
    base: DENY,
    head: DENY.replace("  policyTypes: [Ingress, Egress]\n", ""),
    title: /^restore Egress/,
  },
  {
    name: "a lost policy type in JSON",
    base: DENY_JSON('"Ingress", "Egress"'),
    head: DENY_JSON('"Ingress"'),
    title: /^restore Egress/,
  },
  {
    name: "Windows line breaks",
    base: crlf(policy("podSelector: {}\npolicyTypes:\n  - Ingress\n  - Egress\n")),
    head: crlf(policy("podSelector: {}\npolicyTypes:\n  - Ingress\n")),
    title: /^restore Egress/,
  },
  {
    name: "no line break at the end, and a byte order mark",
    base: `\ufeff${DENY.trimEnd()}`,
    head: `\ufeff${DENY.trimEnd().replace(", Egress", "")}`,
    title: /^restore Egress/,
  },
  {
    name: "a lost namespace",
    base: policy("podSelector: {}\npolicyTypes: [Ingress]\n"),
    head: policy("podSelector: {}\npolicyTypes: [Ingress]\n", "p", ""),
    title: /^set `namespace: shop` again/,
  },
  {
    name: "a deleted policy between others",
    base: `${policy("podSelector: { matchLabels: { app: a } }\n", "a")}---\n${DENY}---\n${policy("podSelector: { matchLabels: { app: b } }\n", "b")}`,
    head: `${policy("podSelector: { matchLabels: { app: a } }\n", "a")}---\n${policy("podSelector: { matchLabels: { app: b } }\n", "b")}`,
    title: /^restore the policy `deny`/,
  },
  {
    name: "DNS cut off, with rules",
    base: internet("").replace("egress:", "egress:\n    - ports: [{ port: 53, protocol: UDP }]"),
    head: internet(""),
    title: /^allow DNS/,
    fixed: `${internet("")}    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
      ports:
        - protocol: UDP
          port: 53
`,
  },
  {
    name: "DNS cut off, without rules",
    base: "",
    head: policy("podSelector: {}\npolicyTypes: [Egress]\negress: []\n"),
    files: {
      "ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n",
      "allow.yaml": policy("podSelector: {}\ningress: []\n", "i"),
    },
    title: /^allow DNS/,
    fixed: policy(`podSelector: {}
policyTypes: [Egress]
egress:
  - to:
      - namespaceSelector:
          matchLabels:
            kubernetes.io/metadata.name: kube-system
        podSelector:
          matchLabels:
            k8s-app: kube-dns
    ports:
      - protocol: UDP
        port: 53
      - protocol: TCP
        port: 53
`),
  },
];

describe.each(SLIPS)("$name", ({ base, head, files = {}, title, fixed = base }) => {
  const path = head.startsWith("{") ? "p.json" : "p.yaml";
  const before = { ...files, ...(base === "" ? {} : { [path]: base }) };
  const after = { ...files, [path]: head };

  test("has a fix", async () => {
    const found = fixesIn(await review(before, after)).filter((fix) => title.test(fix.title));
    expect(found).toHaveLength(1);
    const [fix] = found;
    expect(fix && applyFix({ text: head }, fix)).toBe(fixed);
  });

  test("is the same review otherwise", async () => {
    const withFixes = await review(before, after);
    const without = await review(before, after, false);
    expect(
      JSON.parse(JSON.stringify(withFixes, (key, value) => (key === "fix" ? undefined : value))),
    ).toEqual(JSON.parse(JSON.stringify(without)));
    expect(fixesIn(without)).toEqual([]);
  });
});

describe("no fix is offered", () => {
  const reports = async (base: string, head: string, files: Files = {}): Promise<Report> =>
    review({ ...files, "p.yaml": base }, { ...files, "p.yaml": head });

  test("for two peers that may both be meant", async () => {
    const base = peers("      - podSelector: { matchLabels: { app: y } }\n");
    const head = peers(
      "      - podSelector: { matchLabels: { app: y } }\n      - namespaceSelector: { matchLabels: { team: a } }\n      - podSelector: { matchLabels: { app: x } }\n",
    );
    const report = await reports(base, head);
    expect(report.scopes[0]?.flows).not.toEqual([]);
    expect(fixesIn(report)).toEqual([]);
  });

  test("where leaving addresses out would close what base allowed", async () => {
    // On 443 every address was allowed, the metadata ones too.
    const base = internet("").replace("port: 80", "port: 443");
    const head = internet("").replace("[{ port: 80 }]", "[{ port: 443 }, { port: 80 }]");
    const report = await reports(base, head);
    expect(report.findings.map(({ rule }) => rule)).toContain("NP002");
    expect(fixesIn(report)).toEqual([]);
  });

  test("where another policy opens the same", async () => {
    const base = internet("          except: [169.254.0.0/16]\n");
    const head = internet("          except: [169.254.1.0/24]\n");
    const other = policy(
      "podSelector: {}\npolicyTypes: [Egress]\negress: [{ to: [{ ipBlock: { cidr: 169.254.0.0/16 } }] }]\n",
      "other",
    );
    const report = await review({ "p.yaml": base }, { "p.yaml": head, "other.yaml": other });
    expect(report.findings.map(({ rule }) => rule)).toContain("NP002");
    expect(fixesIn(report)).toEqual([]);
  });

  test("in a template", async () => {
    const base = DENY.replace("name: deny", 'name: "deny-{{ .Release.Name }}"');
    const report = await reports(base, base.replace(", Egress]", "] # {{ x }}"));
    expect(fixesIn(report)).toEqual([]);
  });

  test("where the file is gone", async () => {
    const report = await review(
      { "p.yaml": DENY, "q.yaml": internet("") },
      { "q.yaml": internet("") },
    );
    expect(report.verdict).toBe("fail");
    expect(fixesIn(report)).toEqual([]);
  });
});

test("the number of trials is bounded", async () => {
  const names = Array.from({ length: 60 }, (_, index) => `ns-${index}`);
  const files = (types: string): Files =>
    Object.fromEntries(
      names.map((name) => [
        `${name}.yaml`,
        DENY.replace("namespace: shop", `namespace: ${name}`).replace("Ingress, Egress", types),
      ]),
    );
  const source = sourceOf(files("Ingress, Egress"), files("Ingress"));
  let reads = 0;
  const counted: Source = {
    ...source,
    read: (ids) => {
      reads++;
      return source.read(ids);
    },
  };
  const report = await runReview({ today: "2026-01-01", source: counted, fixes: true });
  const fixed = report.findings.filter(({ rule, fix }) => rule === "NP001" && fix !== undefined);
  expect(fixed).toHaveLength(20);
  // Trials read nothing again.
  const alone = await (async () => {
    const before = reads;
    await runReview({ today: "2026-01-01", source: counted });
    return reads - before;
  })();
  expect(reads - alone).toBeLessThanOrEqual(alone);
});
