import type { Protocol } from "./policy.ts";
import type { Span } from "./span.ts";

/**
 * The one result that every output is rendered from. Names and messages are foreign text: a renderer
 * escapes them for where they go. `schema/report.schema.json` describes the same shape for others.
 */
export interface Report {
  readonly schemaVersion: 1;
  readonly mode: "diff" | "scan";
  readonly base?: Revision;
  readonly head: Revision;
  readonly verdict: Verdict;
  readonly scopes: readonly ScopeReport[];
  readonly findings: readonly Finding[];
  readonly ledger: readonly LedgerEntry[];
  readonly assumptions: readonly Assumption[];
  readonly configuration: Configuration;
  readonly statistics: Statistics;
}

/** The scans of both revisions of a change: what stands, beside the report of what moves. */
export interface Standing {
  readonly base: Report;
  readonly head: Report;
}

/** True to what was found, also where the configuration lets every check pass. */
export type Verdict = "pass" | "fail" | "undecided";

/** What was said about the verdict from outside, so that nobody has to guess why the check passes or fails. */
export interface Configuration {
  /** The files that were read, an organisation's first. */
  readonly files: readonly string[];
  readonly failOn: readonly FailOn[];
  /** The check passes whatever the verdict is. */
  readonly warnOnly: boolean;
  /** Rules that differ from what they are by default. */
  readonly rules: readonly RuleChange[];
  /** How many findings are accepted. */
  readonly accepted: number;
}

/** Gates always count; findings from a level on; opened flows from a risk on. */
export type FailOn = "gate" | Finding["level"] | Risk;

export interface RuleChange {
  readonly rule: string;
  readonly level: Finding["level"] | "off";
  /** Whether its findings fail the check, whatever `failOn` says. */
  readonly gate: boolean;
  /** How many findings are left out of the report because the rule is off. */
  readonly hidden: number;
}

export interface Revision {
  /** What the user called it. */
  readonly name: string;
  readonly commit?: string;
}

interface Statistics {
  /** Changed files that could hold manifests. */
  readonly filesChanged: number;
  /** Of all revisions: of a changed file, both versions. */
  readonly filesRead: number;
  /** In these files. */
  readonly policiesRead: number;
  /** Namespaces of all scopes at head that hold a policy in the files that were read. */
  readonly namespaces: number;
}

export interface ScopeReport {
  readonly name: string;
  /** Those that the change touches (diff) or all of them (scan), sorted by name. */
  readonly namespaces: readonly NamespaceReport[];
  /** Worst first. */
  readonly flows: readonly FlowRow[];
  /** Policies whose manifest changed, with the change of their text. */
  readonly policies: readonly PolicyChange[];
  /** In a diff, workloads that came or went; absent where none did. */
  readonly workloads?: WorkloadNames;
}

/** As `namespace/name[Kind]`; at most ten each, `more` counts the rest. */
interface WorkloadNames {
  readonly new: readonly string[];
  readonly gone: readonly string[];
  readonly more: number;
}

export interface PolicyChange {
  readonly namespace: string;
  readonly name: string;
  readonly base?: Span;
  readonly head?: Span;
  /** Unified diff hunks without file headers; empty where only the place changed. */
  readonly patch: string;
}

/** `unchanged` is proved, for any pod. */
export type SideVerdict = "unchanged" | "more-open" | "less-open" | "incomparable" | "unknown";

/** What became of "no pod talks unless a rule says so": the state at head and, in a diff, how it got there. */
export type DefaultDenyState =
  /** Some pods isolated at base are not, or everything is allowed to them. A gate. */
  | "weakened"
  | "strengthened"
  /** Every pod of the namespace is isolated, as before. */
  | "kept"
  /** Some pods are isolated, as before. */
  | "partial"
  /** No pod is isolated, as before. */
  | "none"
  | "unknown";

export type MetadataState =
  /** A metadata address became reachable. A gate. */
  | "opened"
  | "closed"
  /** No pod of the namespace can reach one, as before. */
  | "blocked"
  /** Some pod can, as before. */
  | "reachable"
  | "unknown";

export interface NamespaceReport {
  /** Empty where the manifests give no namespace; `label` says so in words. */
  readonly name: string;
  readonly label: string;
  readonly state: "kept" | "new" | "decommissioned";
  readonly ingress: SideVerdict;
  readonly egress: SideVerdict;
  readonly defaultDeny: { readonly ingress: DefaultDenyState; readonly egress: DefaultDenyState };
  readonly metadata: MetadataState;
  /** Where it is opened: for which pods, in words; absent where it is for every pod. */
  readonly metadataPods?: string;
  /** In a scan: whether the pods can ask a DNS resolver; `partial` where only some can. */
  readonly dns?: "reachable" | "partial" | "blocked" | "unknown";
  /** In a scan: how far the least protected pods of the namespace are open. */
  readonly exposure?: Exposure;
}

interface Exposure {
  readonly fromInternet: Reach;
  /** From every pod of every namespace. */
  readonly fromAllNamespaces: Reach;
  readonly toInternet: Reach;
}

/** On how many TCP ports. Pods that no policy isolates are open on every port. */
export type Reach = "none" | "some-ports" | "every-port";

export type Risk =
  | "metadata"
  | "from-internet"
  | "to-internet"
  | "sensitive-port"
  | "across-namespaces"
  | "same-namespace";

/** Flows that changed for one cause. */
export interface FlowRow {
  /** Masked: one side got wider, and the other blocks; `masked-closed`: one got narrower, the other blocked. */
  readonly change: "opened" | "closed" | "masked" | "masked-closed";
  /** Set where all the pods of the flow are meant by their addresses of one IP version only. */
  readonly family?: "IPv4" | "IPv6";
  /** The namespace whose side changed. */
  readonly namespace: string;
  readonly source: EndpointText;
  readonly destination: EndpointText;
  /** In words: `TCP 80, 443`, `any port`, `TCP port "http"`. */
  readonly ports: string;
  /** True if workloads of the scope are among the pods on every end that is pods. */
  readonly existing: boolean;
  readonly risk: Risk;
  readonly witness?: Witness;
  readonly blame: Blame;
  /** One clause in words: what in the manifests did it. */
  readonly cause: string;
  /** Where the other side had to change, too: its place and its clause. */
  readonly also?: { readonly blame: Blame; readonly cause: string };
  /** Masked flows: what still blocks them, or at base did; ten at most. */
  readonly blockedBy: readonly PolicyPlace[];
  /** As for {@link Finding}. */
  readonly fix?: Fix;
}

export interface EndpointText {
  /** In words: `payments/api`, `any pod in batch`, `internet except 10.0.0.0/8`. */
  readonly text: string;
  readonly type: "pods" | "addresses" | "anyone";
  /** The namespace that all the pods are in, where it is one. */
  readonly namespace?: string;
  /** Workloads of the scope among them, as `namespace/name[Kind]`; at most ten, `more` counts the rest. */
  readonly workloads: readonly string[];
  readonly more: number;
  /**
   * Set where the manifests hold workloads in the namespaces that are meant, and none of them is meant: because
   * it lacks the label values that are asked for (`named`), or for another reason.
   */
  readonly missing?: "named" | "other";
}

/** The smallest flow that a person can check: allowed on exactly one side of the change. */
export interface Witness {
  readonly source: string;
  readonly destination: string;
  readonly protocol: Protocol;
  /** A number, or the name of a port that the destination would declare. */
  readonly port: number | string;
  /** Set where it is a flow of this IP version only. */
  readonly family?: "IPv4" | "IPv6";
  /** The same two ends for a program that wants to try. */
  readonly ends?: { readonly source: WitnessEnd; readonly destination: WitnessEnd };
}

export type WitnessEnd =
  | { readonly type: "address"; readonly address: string }
  | {
      readonly type: "pod";
      /** Absent where the manifests leave it open. */
      readonly namespace?: string;
      readonly labels: readonly { readonly name: string; readonly value: string }[];
      /** The kind of the workload that such pods belong to; absent where none in the manifests does. */
      readonly kind?: string;
    };

export interface Blame {
  readonly base?: Span;
  readonly head?: Span;
  readonly side: "ingress" | "egress";
}

export interface PolicyPlace {
  readonly namespace: string;
  readonly name: string;
  readonly span: Span;
}

export interface Finding {
  /** A rule of the table in check/rules.ts. */
  readonly rule: string;
  readonly level: "error" | "warning" | "note";
  /** True if this finding fails the check. */
  readonly gate: boolean;
  /**
   * False where the finding rests on the absence of a policy, so that a manifest that could not be read may
   * refute it. Such a finding fails the check only if everything could be read.
   */
  readonly certain?: boolean;
  readonly message: string;
  /** What to do about it. */
  readonly help?: string;
  readonly location?: Span;
  /** Which revision `location` belongs to; head unless said. */
  readonly side?: "base" | "head";
  /** Empty where it is about no scope, such as the configuration. */
  readonly scope: string;
  readonly namespace?: string;
  /** Somebody answers for it: it does not fail the check. */
  readonly accepted?: Accepted;
  /** A change of the head's text after which this finding is gone and nothing else opens; evaluated, not guessed. */
  readonly fix?: Fix;
}

interface Accepted {
  readonly reason: string;
  readonly owner: string;
  /** The last day, as `2026-03-31`. */
  readonly expires: string;
}

/** Whole lines of one file at head to put in place of others. */
export interface Fix {
  /** What it does, in words: `nest the podSelector under the namespaceSelector above it`. */
  readonly title: string;
  readonly path: string;
  /** The first and the last line that are replaced, counted from 1. */
  readonly startLine: number;
  readonly endLine: number;
  /** The new lines, joined by line feeds, without one at the end. */
  readonly replacement: string;
}

export interface LedgerEntry {
  readonly path: string;
  readonly span?: Span;
  readonly side: "base" | "head";
  readonly reason: string;
  /** True if the answer could be another one had it been read: the run is then undecided. */
  readonly decides: boolean;
}

export interface Assumption {
  readonly id: string;
  readonly text: string;
}
