import type { NoteCheck } from "./note-check.ts";

const LAA_DATASTORE = "laa-criminal-applications-datastore-staging";
const CFE_PRODUCTION = "check-financial-eligibility-production";
const ALL_PORTS = "any port";

/**
 * What a reader has to be told in each plain case, transcribed by hand from `note` in `cases.json`. Words
 * are parts of the columns of a row; line numbers are those of the changed file.
 */
export const NOTES: Readonly<Record<string, readonly NoteCheck[]>> = {
  // A `---` is missing: two policies are one document with duplicate keys, and the first is lost.
  "moj-c382eec167": [
    {
      says: "not read",
      at: ["04-networkpolicy.yaml", 28],
      words: "`---` is missing before this line",
    },
    {
      says: "row",
      change: "closed",
      namespace: CFE_PRODUCTION,
      source: "component=ingress-controllers",
      destination: `any pod in ${CFE_PRODUCTION}`,
      ports: ALL_PORTS,
      cause: "allow-ingress-controllers removed",
    },
    {
      says: "row",
      change: "opened",
      namespace: CFE_PRODUCTION,
      source: "laa-apply-for-legalaid-production",
      destination: `any pod in ${CFE_PRODUCTION}`,
      ports: ALL_PORTS,
      cause: "allow-source-namespace added",
    },
    { says: "default-deny", namespace: CFE_PRODUCTION, direction: "ingress", state: "kept" },
  ],
  // A policy stays behind in a namespace that nothing declares any more.
  "moj-d42bb0b8e2": [
    {
      says: "finding",
      rule: "NP026",
      words: "allow-ingress-controllers is for namespace check-financial-eligibility,",
    },
    { says: "no finding", rule: "NP001" },
    {
      says: "row",
      change: "closed",
      namespace: "check-financial-eligibility-uat",
      source: "anyone",
      destination: "any pod in check-financial-eligibility-uat",
      ports: ALL_PORTS,
    },
    {
      says: "row",
      change: "closed",
      namespace: "check-financial-eligibility",
      source: "any pod in check-financial-eligibility",
      destination: "any pod in check-financial-eligibility",
      ports: ALL_PORTS,
    },
  ],
  // The third document is no YAML; the first two have to be read all the same.
  "moj-a7a3335c83": [
    { says: "not read", at: ["04-networkpolicy.yaml", 29] },
    {
      says: "default-deny",
      namespace: "peoplefinder-development",
      direction: "ingress",
      state: "kept",
    },
    { says: "no finding", rule: "NP001" },
  ],
  // `from: []` is any source; the selector moves from app=nginx-ingress to all pods.
  "moj-0ebc880e06": [
    {
      says: "row",
      change: "opened",
      namespace: "mogaal-test",
      source: "component=ingress-controllers",
      destination: "pods in mogaal-test except app=nginx-ingress",
      ports: ALL_PORTS,
    },
    {
      says: "row",
      change: "closed",
      namespace: "mogaal-test",
      source: "any address",
      destination: "app=nginx-ingress",
      ports: ALL_PORTS,
    },
    {
      says: "row",
      change: "closed",
      namespace: "mogaal-test",
      source: "not component=ingress-controllers",
      destination: "app=nginx-ingress",
    },
    { says: "default-deny", namespace: "mogaal-test", direction: "ingress", state: "kept" },
  ],
  // Egress is isolated for the first time; `to:` without a value is any destination.
  "moj-685d29059f": [
    {
      says: "row",
      change: "closed",
      namespace: "laa-information-exchange-test",
      source: "any pod in laa-information-exchange-test",
      destination: "anyone",
      ports: "any port (still open: TCP 443",
      cause: "gained Egress",
    },
    {
      says: "row",
      change: "closed",
      namespace: "laa-information-exchange-test",
      source: "component=ingress-controllers",
      ports: "any port (still open: TCP 8080",
    },
    { says: "finding", rule: "NP012", gate: false },
    {
      says: "default-deny",
      namespace: "laa-information-exchange-test",
      direction: "ingress",
      state: "kept",
    },
    {
      says: "default-deny",
      namespace: "laa-information-exchange-test",
      direction: "egress",
      state: "strengthened",
    },
  ],
  // The last document of the file is commented out.
  "moj-b1cdfa5f20": [
    { says: "rows", change: "closed", count: 1 },
    {
      says: "row",
      change: "closed",
      namespace: "laa-cwa-submissions-api-test",
      source: "cloud-platform.justice.gov.uk/namespace=laa-cwa-bulk-upload-dev",
      destination: "any pod in laa-cwa-submissions-api-test",
      ports: ALL_PORTS,
      cause: "allow-source-namespace removed",
    },
    {
      says: "default-deny",
      namespace: "laa-cwa-submissions-api-test",
      direction: "ingress",
      state: "kept",
    },
  ],
  // `egress: [{}]` makes the only egress policy void, though it still exists.
  "moj-6a35266abc": [
    {
      says: "row",
      change: "opened",
      namespace: LAA_DATASTORE,
      source: `any pod in ${LAA_DATASTORE}`,
      destination: "anyone",
      ports: ALL_PORTS,
    },
    { says: "finding", rule: "NP001", gate: true, words: "all egress" },
    { says: "finding", rule: "NP002", gate: true, words: "169.254.169.254" },
    { says: "default-deny", namespace: LAA_DATASTORE, direction: "egress", state: "weakened" },
    { says: "default-deny", namespace: LAA_DATASTORE, direction: "ingress", state: "kept" },
  ],
  // The same, taken back: a rule goes, and that tightens.
  "moj-78617163ac": [
    {
      says: "row",
      change: "closed",
      namespace: LAA_DATASTORE,
      source: `any pod in ${LAA_DATASTORE}`,
      destination: "anyone",
      ports: ALL_PORTS,
    },
    { says: "finding", rule: "NP012", gate: false },
    { says: "no finding", rule: "NP001" },
  ],
  // `ingress: []` is deny, not allow-all.
  "moj-d7943bd77b": [
    { says: "rows", change: "closed", count: 1 },
    {
      says: "row",
      change: "closed",
      namespace: "cis-pp",
      source: "any pod in cis-pp",
      destination: "any pod in cis-pp",
      ports: ALL_PORTS,
    },
    { says: "default-deny", namespace: "cis-pp", direction: "ingress", state: "kept" },
  ],
  // A rule under `ingress:` of an egress policy was inert and moves to `egress:`.
  "arthurv-9cb0ec51f2": [
    { says: "rows", change: "opened", count: 1 },
    {
      says: "row",
      change: "opened",
      namespace: "observability-operator",
      source: "any pod in observability-operator",
      destination:
        "app.kubernetes.io/instance=thanos-querier in namespaces name=openshift-monitoring",
      ports: "TCP 9091",
    },
    {
      says: "default-deny",
      namespace: "observability-operator",
      direction: "ingress",
      state: "kept",
    },
    {
      says: "default-deny",
      namespace: "observability-operator",
      direction: "egress",
      state: "kept",
    },
  ],
  // policyTypes loses Ingress, egress gains `- {}`; the narrower rules beside it add nothing.
  "xunholy-433431750a": [
    { says: "rows", change: "opened", count: 2 },
    {
      says: "row",
      change: "opened",
      namespace: "velero",
      source: "anyone",
      destination: "pods name=velero in velero",
      ports: ALL_PORTS,
      cause: "lost Ingress",
    },
    {
      says: "row",
      change: "opened",
      namespace: "velero",
      source: "pods name=velero in velero",
      destination: "anyone",
      ports: ALL_PORTS,
    },
    { says: "finding", rule: "NP001", gate: true, words: "ingress" },
    { says: "finding", rule: "NP001", gate: true, words: "egress" },
    { says: "finding", rule: "NP002", gate: true, words: "169.254.169.254" },
  ],
  // Every added rule is part of the `- {}` that stands beside it.
  "xunholy-da12958839": [
    { says: "no finding", rule: "NP001" },
    { says: "no finding", rule: "NP002" },
    { says: "default-deny", namespace: "litmus", direction: "egress", state: "kept" },
  ],
  // One policy in 8,993 files; what was wrong before is no news.
  "scale-moj": [
    { says: "rows", change: "opened", count: 1 },
    { says: "rows", change: "masked", count: 0 },
    {
      says: "row",
      change: "opened",
      namespace: "laa-data-user-api-test",
      source: "component=monitoring",
      destination: "any pod in laa-data-user-api-test",
      ports: ALL_PORTS,
      cause: "allow-prometheus-scraping added",
    },
    {
      says: "default-deny",
      namespace: "laa-data-user-api-test",
      direction: "ingress",
      state: "kept",
    },
    { says: "all read" },
    { says: "no finding", rule: "NP027" },
  ],
};
