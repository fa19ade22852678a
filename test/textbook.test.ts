import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { runReview } from "../src/review.ts";
import { runScan } from "../src/scan.ts";
import type { Source } from "../src/source/types.ts";

/**
 * The release test: a namespace as every guide writes it has nothing that anybody could complain about.
 * Linters that find something in it are distrusted, and rightly.
 */
type Files = Readonly<Record<string, string>>;

const idOf = (text: string): string => createHash("sha1").update(text).digest("hex");

function sourceOf(...revisions: readonly Files[]): Source {
  const contents = new Map(
    revisions
      .flatMap((files) => Object.values(files))
      .map((text) => [idOf(text), new TextEncoder().encode(text)]),
  );
  const snapshots = revisions.map((files, index) => ({
    name: `revision ${index}`,
    entries: Object.entries(files)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => ({ path, id: idOf(text), mode: "file" as const })),
  }));
  return {
    snapshots,
    read: (ids) =>
      Promise.resolve(new Map([...ids].map((id) => [id, contents.get(id) ?? new Uint8Array()]))),
  };
}

interface Options {
  readonly namespace?: string;
  /** The peers of the DNS rule, as lines of its `to`. */
  readonly resolver?: string;
}

const KUBE_DNS = `        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns`;

const address = (cidr: string): string => `        - ipBlock:
            cidr: ${cidr}`;

const inNamespace = (namespace: string): string =>
  namespace === "" ? "" : `\n  namespace: ${namespace}`;

const deny = ({ namespace = "shop" }: Options = {}): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny${inNamespace(namespace)}
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`;

const dns = ({ namespace = "shop", resolver = KUBE_DNS }: Options = {}): string =>
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: allow-dns${inNamespace(namespace)}
spec:
  podSelector: {}
  policyTypes:
    - Egress
  egress:
    - to:
${resolver}
      ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
`;

const workloads = (namespace = "shop"): string =>
  ["web", "db"]
    .map(
      (name) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}${inNamespace(namespace)}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: ${name}
          image: registry.example/${name}:1
          ports:
            - name: main
              containerPort: 8080
---
apiVersion: v1
kind: Service
metadata:
  name: ${name}${inNamespace(namespace)}
spec:
  selector:
    app: ${name}
  ports:
    - port: 80
      targetPort: main
`,
    )
    .join("---\n");

const SHOP = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n";
const KUSTOMIZATION = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: shop
resources:
  - policies.yaml
`;

const VARIANTS: readonly { readonly name: string; readonly files: Files }[] = [
  { name: "policies only", files: { "shop/policies.yaml": `${deny()}---\n${dns()}` } },
  { name: "split over files", files: { "shop/deny.yaml": deny(), "shop/dns.yaml": dns() } },
  {
    name: "with the Namespace and workloads",
    files: {
      "shop/namespace.yaml": SHOP,
      "shop/policies.yaml": `${deny()}---\n${dns()}`,
      "shop/workloads.yaml": workloads(),
    },
  },
  {
    name: "with workloads and without the Namespace",
    files: { "deny.yaml": deny(), "dns.yaml": dns(), "workloads.yaml": workloads() },
  },
  {
    name: "NodeLocal DNSCache",
    files: { "a.yaml": `${deny()}---\n${dns({ resolver: address("169.254.20.10/32") })}` },
  },
  {
    name: "NodeLocal DNSCache, and the resolver's pods and Service behind it",
    files: {
      "a.yaml": `${deny()}---\n${dns({
        resolver: [address("169.254.20.10/32"), address("10.96.0.10/32"), KUBE_DNS].join("\n"),
      })}`,
    },
  },
  {
    name: "GKE Cloud DNS",
    files: {
      "a.yaml": `${deny()}---\n${dns({ resolver: address("169.254.169.254/32") })}`,
      "b.yaml": workloads(),
    },
  },
  {
    name: "below a kustomization that sets the namespace",
    files: {
      "shop/kustomization.yaml": KUSTOMIZATION,
      "shop/policies.yaml": `${deny({ namespace: "" })}---\n${dns({ namespace: "" })}`,
    },
  },
  {
    name: "the same with workloads",
    files: {
      "shop/kustomization.yaml": `${KUSTOMIZATION}  - workloads.yaml\n`,
      "shop/policies.yaml": `${deny({ namespace: "" })}---\n${dns({ namespace: "" })}`,
      "shop/workloads.yaml": workloads(""),
    },
  },
  {
    name: "rules between applications",
    files: {
      "shop/namespace.yaml": SHOP,
      "shop/policies.yaml": `${deny()}---\n${dns()}`,
      "shop/workloads.yaml": workloads(),
      "shop/db.yaml": `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db-from-web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  policyTypes: [Ingress]
  ingress:
    - from: [{podSelector: {matchLabels: {app: web}}}]
      ports: [{protocol: TCP, port: main}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web-to-db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Egress]
  egress:
    - to: [{podSelector: {matchLabels: {app: db}}}]
      ports: [{protocol: TCP, port: 8080}]
`,
    },
  },
];

const isOpen = ([path]: readonly [string, string]): boolean =>
  !/^shop\/(?:policies|deny|dns|db)|^(?:deny|dns|a)\.yaml/.test(path);

describe("the textbook namespace", () => {
  it.each(VARIANTS)("has no finding in a scan: $name", async ({ files }) => {
    const { findings } = await runScan({ source: sourceOf(files), today: "2026-01-01" });
    expect(findings).toEqual([]);
  });

  it.each(VARIANTS)("fails nothing when it comes: $name", async ({ files }) => {
    const before = Object.fromEntries(Object.entries(files).filter(isOpen));
    const report = await runReview({ source: sourceOf(before, files), today: "2026-01-01" });
    expect(report.findings).toEqual([]);
    expect(report.verdict).not.toBe("fail");
    const opened = report.scopes.flatMap(({ flows }) =>
      flows.filter(({ change }) => change === "opened"),
    );
    expect(opened).toEqual([]);
    for (const { defaultDeny } of report.scopes.flatMap(({ namespaces }) => namespaces))
      expect(["strengthened", "kept", "none"]).toContain(defaultDeny.ingress);
  });
});
