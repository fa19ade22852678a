/**
 * Every switch that a suite is run with, and how much of it there has to be: data that got lost must not
 * pass. The readings are those of `conformance/README.md`, section 3, and `npguard/README.md`.
 */
export type Suite = ProbeSuite | FolderSuite | InvalidSuite;

export interface ProbeSuite {
  readonly type: "probes";
  readonly name: string;
  readonly file: string;
  readonly lines: number;
  readonly probes: number;
  /** Both readings: what the API text leaves undefined is `assumed` in the data, and turns round. */
  readonly ipBlockMatchesPods: readonly boolean[];
}

export interface FolderSuite {
  readonly type: "npguard-list" | "npguard-diff";
  readonly name: string;
  readonly folder: string;
  /** Cases to run, by what their directories hold. */
  readonly classes: Readonly<Record<string, number>>;
  /** Cases of kinds that the tool does not evaluate. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly ipBlockMatchesPods: boolean;
  /** Where objects without a namespace land. */
  readonly namespace: string;
  /** True: a pod on the host network is an ordinary pod here. */
  readonly ignoreHostNetwork: boolean;
  readonly families: readonly (4 | 6)[];
  /** Rows from this source are another tool's synthetic endpoint, not a pod or an address. */
  readonly ignoreSource: string;
}

export interface InvalidSuite {
  readonly type: "invalid";
  readonly name: string;
  readonly folder: string;
  readonly manifests: number;
}

const NPGUARD = {
  ipBlockMatchesPods: false,
  namespace: "default",
  ignoreHostNetwork: true,
  families: [4],
  ignoreSource: "{ingress-controller}",
} as const;

export const SUITES: readonly Suite[] = [
  {
    type: "probes",
    name: "k8s-e2e-netpol",
    file: "k8s-e2e-netpol.jsonl",
    lines: 65,
    probes: 506,
    ipBlockMatchesPods: [true, false],
  },
  {
    type: "probes",
    name: "cyclonus",
    file: "cyclonus.jsonl.gz",
    lines: 256,
    probes: 109_956,
    ipBlockMatchesPods: [true, false],
  },
  {
    type: "npguard-list",
    name: "npguard/list",
    folder: "npguard/list",
    classes: { NP: 56, "Ingress-Route": 6 },
    leftOut: { "ANP-BANP": 42 },
    ...NPGUARD,
  },
  {
    type: "npguard-diff",
    name: "npguard/diff",
    folder: "npguard/diff",
    classes: { NP: 8, "Ingress-Route": 2 },
    leftOut: { "ANP-BANP": 5 },
    ...NPGUARD,
  },
  {
    type: "invalid",
    name: "invalid-networkpolicy",
    folder: "invalid-networkpolicy",
    manifests: 88,
  },
];

/** Data in the folder that grade what the tool does not evaluate; they are not run and not counted. */
export const NOT_RUN: readonly string[] = [
  "anp-v1alpha1 (AdminNetworkPolicy), cnp-v1alpha2 (ClusterNetworkPolicy), calico-selectors: policy kinds that are reported as not evaluated",
];
