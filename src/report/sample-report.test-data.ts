import type {
  Configuration,
  EndpointText,
  Finding,
  Fix,
  FlowRow,
  NamespaceReport,
  Report,
  ScopeReport,
} from "../model/report.ts";
import type { Span } from "../model/span.ts";

/** One report for each state that a reader can meet. */

const spanAt = (path: string, startLine: number, endLine = startLine): Span => ({
  path,
  startLine,
  startColumn: 1,
  endLine,
  endColumn: 20,
});

const at = (line: number): Span => spanAt("payments/policies.yaml", line);

const podsOf = (text: string, workloads: readonly string[] = []): EndpointText => {
  const namespace = /^([\w-]+)\/|in ([\w-]+)$/u.exec(text)?.slice(1).find(Boolean);
  const within = namespace === undefined ? {} : { namespace };
  return { text, type: "pods", ...within, workloads, more: 0 };
};

const addressesOf = (text: string): EndpointText => ({
  text,
  type: "addresses",
  workloads: [],
  more: 0,
});

const API = podsOf("payments/api", ["payments/api[Deployment]"]);
const LEDGER = podsOf("payments/ledger-db", ["payments/ledger-db[StatefulSet]"]);

const restoredExcept: Fix = {
  title: "restore `169.254.0.0/16` in the `except`",
  path: at(40).path,
  startLine: 40,
  endLine: 40,
  replacement: "            except: [169.254.0.0/16, 10.0.0.0/8]",
};

const nestedSelector: Fix = {
  title: "nest the podSelector under the namespaceSelector above it",
  path: at(28).path,
  startLine: 28,
  endLine: 28,
  replacement: "          podSelector:",
};

const openedMetadata: FlowRow = {
  change: "opened",
  namespace: "payments",
  source: API,
  destination: addressesOf("cloud metadata 169.254.169.254"),
  ports: "TCP 80, 443",
  existing: true,
  risk: "metadata",
  witness: {
    source: "payments/api[Deployment]",
    destination: "169.254.169.254",
    protocol: "TCP",
    port: 80,
  },
  blame: { base: at(41), head: at(40), side: "egress" },
  cause: "`except 169.254.0.0/16` removed",
  blockedBy: [],
  fix: restoredExcept,
};

const openedDatabase: FlowRow = {
  change: "opened",
  namespace: "payments",
  source: podsOf("any pod in batch", ["batch/reports[CronJob]"]),
  destination: LEDGER,
  ports: "TCP 5432",
  existing: true,
  risk: "sensitive-port",
  witness: {
    source: "batch/reports[CronJob]",
    destination: "payments/ledger-db[StatefulSet]",
    protocol: "TCP",
    port: 5432,
  },
  blame: { head: at(27), side: "ingress" },
  cause: "two list items are OR",
  blockedBy: [],
  fix: nestedSelector,
};

const openedInternet: FlowRow = {
  change: "opened",
  namespace: "payments",
  source: API,
  destination: addressesOf("internet except 10.0.0.0/8"),
  ports: "TCP 80",
  existing: true,
  risk: "to-internet",
  witness: {
    source: "payments/api[Deployment]",
    destination: "1.1.1.1",
    protocol: "TCP",
    port: 80,
  },
  blame: { head: at(41), side: "egress" },
  cause: "port added",
  blockedBy: [],
};

const closedStorefront: FlowRow = {
  change: "closed",
  namespace: "payments",
  source: podsOf("storefront/web", ["storefront/web[Deployment]"]),
  destination: API,
  ports: "TCP 8080",
  existing: true,
  risk: "across-namespaces",
  witness: {
    source: "storefront/web[Deployment]",
    destination: "payments/api[Deployment]",
    protocol: "TCP",
    port: 8080,
  },
  blame: { base: at(53), head: at(52), side: "ingress" },
  cause: "no pod has `app: web-v2`; `web` has `app: web`",
  blockedBy: [],
};

const openedLater: FlowRow = {
  ...closedStorefront,
  change: "opened",
  source: podsOf("pods with `app: web-v2` in storefront"),
  existing: false,
  witness: {
    source: "a pod of storefront with app=web-v2",
    destination: "payments/api[Deployment]",
    protocol: "TCP",
    port: 8080,
  },
  cause: "the peer asks for other labels",
};

const masked: FlowRow = {
  ...openedDatabase,
  change: "masked",
  source: podsOf("pods with `app: reports` in payments"),
  existing: false,
  risk: "same-namespace",
  witness: {
    source: "a pod of payments with app=reports",
    destination: "payments/ledger-db[StatefulSet]",
    protocol: "TCP",
    port: 5432,
  },
  blame: { head: at(28), side: "ingress" },
  blockedBy: [{ namespace: "payments", name: "default-deny", span: at(1) }],
};

const payments: NamespaceReport = {
  name: "payments",
  label: "payments",
  state: "kept",
  ingress: "incomparable",
  egress: "more-open",
  defaultDeny: { ingress: "kept", egress: "kept" },
  metadata: "opened",
};

const unchanged: NamespaceReport = {
  name: "storefront",
  label: "storefront",
  state: "kept",
  ingress: "unchanged",
  egress: "unchanged",
  defaultDeny: { ingress: "partial", egress: "none" },
  metadata: "reachable",
};

const egressPatch = `@@ -36,8 +36,8 @@
   egress:
     - to:
         - ipBlock:
             cidr: 0.0.0.0/0
-            except: [169.254.0.0/16, 10.0.0.0/8]
+            except: [10.0.0.0/8]
       ports:
         - { port: 443 }
+        - { port: 80 }
`;

const scope: ScopeReport = {
  name: "manifests",
  namespaces: [payments, unchanged],
  flows: [openedMetadata, openedInternet, openedDatabase, openedLater, closedStorefront, masked],
  policies: [
    { namespace: "payments", name: "api-egress", base: at(32), head: at(32), patch: egressPatch },
  ],
};

const metadataFinding: Finding = {
  rule: "NP002",
  level: "error",
  gate: true,
  message:
    "pods of `payments` can now reach the cloud metadata address 169.254.169.254 on TCP 80, 443",
  help: "restore `169.254.0.0/16` in the `except` of `api-egress`",
  location: at(40),
  scope: "manifests",
  namespace: "payments",
  fix: restoredExcept,
};

const matchesNothing: Finding = {
  rule: "selector-matches-nothing",
  level: "warning",
  gate: false,
  message: "`app: web-v2` matches no workload of storefront; did you mean `app: web`?",
  location: at(52),
  scope: "manifests",
  namespace: "payments",
};

const defaults: Configuration = {
  files: [],
  failOn: ["gate"],
  warnOnly: false,
  rules: [],
  accepted: 0,
};

const common = {
  schemaVersion: 1,
  mode: "diff",
  base: { name: "main", commit: "8f14e45fceea167a5a36dedd4bea2543c0ffee00" },
  head: { name: "reports-access", commit: "c9f0f895fb98ab9159f51fd0297e236d00c0ffee" },
  configuration: defaults,
  assumptions: [
    { id: "ip-block", text: "An `ipBlock` means addresses outside the cluster only." },
    {
      id: "host-network",
      text: "Pods on the host network are not covered, nor are open connections.",
    },
    { id: "enforced", text: "The network plugin of the cluster enforces policies." },
  ],
} as const;

/** The draft of the comment's design: one security block lost, one flow too many, one outage. */
export const redReport: Report = {
  ...common,
  verdict: "fail",
  scopes: [scope],
  findings: [matchesNothing, metadataFinding],
  ledger: [
    {
      path: "payments/alerts.yaml",
      span: spanAt("payments/alerts.yaml", 1),
      side: "head",
      reason: "`kind: PrometheusRule` is of no concern to the network",
      decides: false,
    },
  ],
  statistics: { filesChanged: 2, filesRead: 2, policiesRead: 5, namespaces: 4 },
};

/** A refactoring. */
export const greenReport: Report = {
  ...common,
  verdict: "pass",
  scopes: [{ name: "manifests", namespaces: [unchanged], flows: [], policies: [] }],
  findings: [],
  ledger: [],
  statistics: { filesChanged: 2, filesRead: 2, policiesRead: 5, namespaces: 4 },
};

/** Flows changed; nothing that a gate watches did. */
export const changedReport: Report = {
  ...redReport,
  verdict: "pass",
  scopes: [
    {
      ...scope,
      namespaces: [{ ...payments, egress: "unchanged", metadata: "blocked" }, unchanged],
      flows: [openedDatabase, openedLater, closedStorefront],
      policies: [],
    },
  ],
  findings: [matchesNothing],
  ledger: [],
};

export const undecidedReport: Report = {
  ...common,
  verdict: "undecided",
  scopes: [{ name: "charts/api", namespaces: [unchanged], flows: [], policies: [] }],
  findings: [],
  ledger: [
    {
      path: "charts/api/crds/widget.yaml",
      side: "head",
      reason: "a `CustomResourceDefinition` holds no policy",
      decides: false,
    },
    {
      path: "charts/api/templates/netpol.yaml",
      span: spanAt("charts/api/templates/netpol.yaml", 7),
      side: "head",
      reason: "did not render: missing value `region`",
      decides: true,
    },
  ],
  statistics: { filesChanged: 1, filesRead: 0, policiesRead: 0, namespaces: 0 },
};

/** What seems lost may stand in the file that did not render. */
export const doubtfulReport: Report = {
  ...undecidedReport,
  scopes: [
    {
      name: "charts/api",
      namespaces: [
        {
          ...unchanged,
          ingress: "unknown",
          defaultDeny: { ingress: "unknown", egress: "none" },
        },
      ],
      flows: [],
      policies: [],
    },
  ],
  findings: [
    {
      rule: "NP001",
      level: "error",
      gate: false,
      certain: false,
      message:
        "pods of `storefront` are no longer isolated for ingress, unless charts/api/templates/netpol.yaml says otherwise",
      scope: "charts/api",
      namespace: "storefront",
    },
  ],
};

/** Default-deny deleted in one namespace, hollowed in another, and a file that could not be read. */
export const weakenedReport: Report = {
  ...common,
  verdict: "fail",
  scopes: [
    {
      name: "manifests",
      namespaces: [
        {
          ...payments,
          ingress: "more-open",
          egress: "unknown",
          defaultDeny: { ingress: "weakened", egress: "unknown" },
          metadata: "unknown",
        },
        {
          ...unchanged,
          egress: "more-open",
          defaultDeny: { ingress: "strengthened", egress: "weakened" },
          metadata: "closed",
        },
      ],
      flows: [
        {
          change: "opened",
          namespace: "payments",
          source: { text: "anyone", type: "anyone", workloads: [], more: 0 },
          destination: {
            text: "any pod in payments",
            type: "pods",
            namespace: "payments",
            workloads: ["api", "ledger-db", "ledger-cache", "mail"].map(
              (name) => `payments/${name}[Deployment]`,
            ),
            more: 3,
          },
          ports: "any port",
          existing: true,
          risk: "from-internet",
          blame: { base: at(1), side: "ingress" },
          cause: "`default-deny` deleted",
          blockedBy: [],
        },
      ],
      policies: [
        { namespace: "payments", name: "default-deny", base: at(1), patch: "@@ -1 +0,0 @@\n-x\n" },
        { namespace: "payments", name: "allow-dns", base: at(8), head: at(1), patch: "" },
        { namespace: "storefront", name: "open", head: spanAt("open.yaml", 1), patch: "+a\n" },
      ],
    },
  ],
  findings: [
    {
      rule: "NP001",
      level: "error",
      gate: true,
      message: "pods of `payments` are no longer isolated for ingress",
      help: "restore `default-deny`",
      location: at(1),
      side: "base",
      scope: "manifests",
      namespace: "payments",
    },
    {
      rule: "NP001",
      level: "error",
      gate: true,
      message: "pods of `storefront` are isolated for egress in name only: everything is allowed",
      location: spanAt("open.yaml", 5),
      scope: "manifests",
      namespace: "storefront",
    },
  ],
  ledger: [{ path: "broken.yaml", side: "base", reason: "not YAML", decides: true }],
  statistics: { filesChanged: 3, filesRead: 3, policiesRead: 4, namespaces: 1 },
};

export const decommissionedReport: Report = {
  ...common,
  verdict: "pass",
  scopes: [
    {
      name: "manifests",
      namespaces: [
        {
          name: "batch",
          label: "batch",
          state: "decommissioned",
          ingress: "less-open",
          egress: "unchanged",
          defaultDeny: { ingress: "none", egress: "none" },
          metadata: "blocked",
        },
        { ...unchanged, state: "new", name: "", label: "(no namespace)", ingress: "more-open" },
      ],
      flows: [
        {
          ...closedStorefront,
          namespace: "batch",
          destination: podsOf("batch/reports", ["batch/reports[CronJob]"]),
          blame: { base: spanAt("batch/policies.yaml", 3), side: "ingress" },
          witness: {
            source: "storefront/web[Deployment]",
            destination: "batch/reports[CronJob]",
            protocol: "TCP",
            port: 8080,
          },
          cause: "the namespace is gone",
        },
      ],
      policies: [
        {
          namespace: "batch",
          name: "reports",
          base: spanAt("batch/policies.yaml", 1),
          patch: "@@ -1,2 +0,0 @@\n-kind: NetworkPolicy\n-metadata: { name: reports }\n",
        },
      ],
    },
  ],
  findings: [],
  ledger: [],
  statistics: { filesChanged: 1, filesRead: 1, policiesRead: 4, namespaces: 3 },
};

/** The same change in two overlays, and a third that it does not touch. */
export const overlaysReport: Report = {
  ...redReport,
  scopes: [
    { name: "overlays/dev", namespaces: [unchanged], flows: [], policies: [] },
    { ...scope, name: "overlays/stage", flows: [closedStorefront], policies: [] },
    { ...scope, name: "overlays/prod", policies: [] },
  ],
  findings: [{ ...metadataFinding, scope: "overlays/prod" }],
};

export const scanReport: Report = {
  schemaVersion: 1,
  mode: "scan",
  assumptions: common.assumptions,
  configuration: defaults,
  head: { name: "main", commit: "8f14e45fceea167a5a36dedd4bea2543c0ffee00" },
  verdict: "pass",
  scopes: [
    {
      name: "manifests",
      namespaces: [
        {
          ...unchanged,
          name: "batch",
          label: "batch",
          defaultDeny: { ingress: "none", egress: "none" },
        },
        {
          ...unchanged,
          name: "payments",
          label: "payments",
          defaultDeny: { ingress: "kept", egress: "kept" },
          metadata: "blocked",
        },
        unchanged,
      ],
      flows: [],
      policies: [],
    },
  ],
  findings: [
    { ...matchesNothing, level: "note", help: "correct the label or drop the rule" },
    {
      rule: "no-default-deny",
      level: "warning",
      gate: false,
      message: "no policy isolates the pods of `batch`",
      scope: "manifests",
      namespace: "batch",
    },
  ],
  ledger: [
    {
      path: "legacy/calico.yaml",
      side: "head",
      reason: "`GlobalNetworkPolicy` is not evaluated",
      decides: false,
    },
  ],
  statistics: { filesChanged: 0, filesRead: 12, policiesRead: 9, namespaces: 3 },
};

/** A lost metadata block that somebody answers for, a gate that is off, and one whose acceptance is over. */
const acceptedReport: Report = {
  ...redReport,
  verdict: "pass",
  findings: [
    {
      rule: "NP090",
      level: "warning",
      gate: false,
      message:
        "what @acme/legacy accepts of NP012 expired on 2026-01-31 (acme/policy/netpol.yml@main:12): moves to the new resolver",
      scope: "",
    },
    matchesNothing,
    {
      ...metadataFinding,
      gate: false,
      accepted: {
        reason: "the agent of `payments` reads its instance id, see PAY-17",
        owner: "@acme/payments",
        expires: "2026-12-31",
      },
    },
  ],
  configuration: {
    files: ["acme/policy/netpol.yml@main", ".github/netpol-review.yml"],
    failOn: ["error", "from-internet"],
    warnOnly: false,
    rules: [
      { rule: "NP001", level: "off", gate: false, hidden: 2 },
      { rule: "NP002", level: "warning", gate: false, hidden: 0 },
      { rule: "NP040", level: "error", gate: true, hidden: 0 },
    ],
    accepted: 1,
  },
};

/** The same as the red one where a team only tries the review out. */
const warnOnlyReport: Report = {
  ...redReport,
  configuration: { ...defaults, files: [".github/netpol-review.yml"], warnOnly: true },
};

export const SAMPLES: Readonly<Record<string, Report>> = {
  red: redReport,
  green: greenReport,
  changed: changedReport,
  undecided: undecidedReport,
  doubtful: doubtfulReport,
  weakened: weakenedReport,
  decommissioned: decommissionedReport,
  overlays: overlaysReport,
  scan: scanReport,
  accepted: acceptedReport,
  "warn-only": warnOnlyReport,
};
