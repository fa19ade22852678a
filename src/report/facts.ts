import { groupBy } from "../model/group-by.ts";
import { DIRECTIONS, type Direction } from "../model/policy.ts";
import type {
  Finding,
  Fix,
  FlowRow,
  LedgerEntry,
  NamespaceReport,
  Report,
  ScopeReport,
} from "../model/report.ts";
import { fixesOf } from "./fixes.ts";

/** A Report sorted and counted once, for everything that is rendered from it. */
export interface Facts {
  readonly report: Report;
  /** Those that fail the check, worst first. */
  readonly gating: readonly Finding[];
  /** Those that would fail the check, had everything been read. */
  readonly doubtful: readonly Finding[];
  readonly otherFindings: readonly Finding[];
  /** Those that somebody answers for. */
  readonly accepted: readonly Finding[];
  /** What has to be read before there is an answer. */
  readonly deciding: readonly LedgerEntry[];
  readonly otherEntries: readonly LedgerEntry[];
  /** The scopes with something to show, those that fail the check first. In a scan, all of them. */
  readonly scopes: readonly ScopeFacts[];
  readonly flows: FlowCounts;
  readonly aside: AsideCounts;
  /** Those of findings and opened flows, each once. */
  readonly fixes: readonly Fix[];
  /** Those that came or went, in all scopes. */
  readonly workloads: Required<ScopeReport>["workloads"];
  /** True where all that could be read allows the same traffic as before. */
  readonly isUnchangedWhereRead: boolean;
  /** True where the whole answer is that the policies allow the same traffic as before, to any pod. */
  readonly isProvedUnchanged: boolean;
}

export interface ScopeFacts {
  readonly scope: ScopeReport;
  /** Worst first; equals stay in the order of the report. */
  readonly changed: readonly NamespaceReport[];
  /** What opened or closed. */
  readonly flows: readonly FlowRow[];
  /** What opened or closed for pods that the manifests could hold and do not. */
  readonly possible: readonly FlowRow[];
  readonly masked: readonly FlowRow[];
  readonly narrowed: readonly FlowRow[];
  readonly counts: FlowCounts;
  /** Whether rows are about a side that is not known, because something there could not be read. */
  readonly isInDoubt: boolean;
  countSide(namespace: string, direction: Direction): FlowCounts;
  /** How many findings of each level a namespace has. */
  levelsIn(namespace: string): LevelCounts;
}

/** By level, and those that somebody answers for apart. */
export type LevelCounts = Readonly<Record<Finding["level"] | "accepted", number>>;

const NO_FINDINGS: LevelCounts = { error: 0, warning: 0, note: 0, accepted: 0 };

export type FlowCounts = Readonly<Record<"opened" | "closed" | "masked", number>>;

/** What no traffic of today depends on: flows of pods that are not there, and sides that got narrower for nothing. */
type AsideCounts = Readonly<Record<"possible" | "narrowed", number>>;

export function readFacts(report: Report): Facts {
  const gating = byLevel(report.findings.filter(({ gate }) => gate));
  const deciding = report.ledger.filter(({ decides }) => decides);
  const accepted = report.findings.filter(isAccepted);
  const said = saidTwice(report).findings;
  const others = report.findings.filter(
    (finding) => !finding.gate && !isAccepted(finding) && !said.has(finding),
  );
  const isDoubtful = ({ certain }: Finding): boolean => certain === false && deciding.length > 0;
  const failing = new Set(gating.map(({ scope }) => scope));
  const shown =
    report.mode === "scan"
      ? report.scopes
      : report.scopes
          .filter(isScopeChanged)
          .toSorted((a, b) => Number(failing.has(b.name)) - Number(failing.has(a.name)));
  const findings = groupBy(report.findings, ({ scope }) => scope);
  const isUnchangedWhereRead = report.mode === "diff" && report.scopes.every(isSameTraffic);
  return {
    report,
    gating,
    doubtful: byLevel(others.filter(isDoubtful)),
    otherFindings: byLevel(others.filter((finding) => !isDoubtful(finding))),
    accepted: byLevel(accepted),
    deciding,
    otherEntries: report.ledger.filter(({ decides }) => !decides),
    scopes: shown.map((scope) => readScope(scope, findings.get(scope.name) ?? [])),
    flows: countFlows(report.scopes.flatMap(({ flows }) => flows)),
    aside: countAside(report.scopes.flatMap(({ flows }) => flows)),
    fixes: fixesOf(report),
    workloads: {
      new: report.scopes.flatMap(({ workloads }) => workloads?.new ?? []),
      gone: report.scopes.flatMap(({ workloads }) => workloads?.gone ?? []),
      more: report.scopes.reduce((sum, { workloads }) => sum + (workloads?.more ?? 0), 0),
    },
    isUnchangedWhereRead,
    isProvedUnchanged: isUnchangedWhereRead && report.verdict === "pass" && deciding.length === 0,
  };
}

/** What leaves the verdict open and is what a finding says, which then need not be said again. */
export function saidTwice({ findings, ledger }: Pick<Report, "findings" | "ledger">): {
  readonly findings: ReadonlySet<Finding>;
  readonly entries: ReadonlySet<LedgerEntry>;
} {
  const said = { findings: new Set<Finding>(), entries: new Set<LedgerEntry>() };
  const duplicates = findings.filter(({ rule }) => rule === "NP027");
  if (duplicates.length === 0) return said;
  const keyOf = (path: string, line: number | undefined): string => `${path}:${line ?? 0}`;
  const byPlace = groupBy(
    ledger.filter(({ decides }) => decides),
    ({ path, span }) => keyOf(path, span?.startLine),
  );
  for (const finding of duplicates) {
    const { location, message } = finding;
    const entry = byPlace
      .get(keyOf(location?.path ?? "", location?.startLine))
      ?.find(({ reason }) => reason.startsWith(`${message}; `));
    if (entry === undefined) continue;
    said.findings.add(finding);
    said.entries.add(entry);
  }
  return said;
}

export const isAccepted = ({ accepted }: Finding): boolean => accepted !== undefined;

function readScope(scope: ScopeReport, ofScope: readonly Finding[]): ScopeFacts {
  const { namespaces, flows } = scope;
  const bySide = groupBy(flows, ({ namespace, blame }) => sideKey(namespace, blame.side));
  const sides = new Map([...bySide].map(([key, ofSide]) => [key, countFlows(ofSide)]));
  const byNamespace = groupBy(ofScope, ({ namespace = "" }) => namespace);
  const unknown = new Set(
    namespaces.flatMap((each) =>
      DIRECTIONS.filter((direction) => each[direction] === "unknown").map((direction) =>
        sideKey(each.name, direction),
      ),
    ),
  );
  const levels = new Map([...byNamespace].map(([key, findings]) => [key, countLevels(findings)]));
  return {
    scope,
    changed: byWeight(namespaces.filter(isChanged)),
    flows: flows.filter((flow) => isMoving(flow) && !isPossible(flow)),
    possible: flows.filter((flow) => isMoving(flow) && isPossible(flow)),
    masked: flows.filter(({ change }) => change === "masked"),
    narrowed: flows.filter(({ change }) => change === "masked-closed"),
    counts: countFlows(flows),
    isInDoubt: flows.some(({ namespace, blame }) => unknown.has(sideKey(namespace, blame.side))),
    countSide: (namespace, direction) => sides.get(sideKey(namespace, direction)) ?? NO_FLOWS,
    levelsIn: (namespace) => levels.get(namespace) ?? NO_FINDINGS,
  };
}

const NO_FLOWS: FlowCounts = { opened: 0, closed: 0, masked: 0 };

const sideKey = (namespace: string, direction: Direction): string => `${direction} ${namespace}`;

/** In order of their weight; whoever opens the worst of them has to be seen at once, pods or not. */
const LOUD: ReadonlySet<FlowRow["risk"]> = new Set(["metadata", "from-internet", "to-internet"]);

const isMoving = ({ change }: FlowRow): boolean => change === "opened" || change === "closed";

/**
 * A flow of pods with label values that no workload of their namespace has, though the manifests hold some. A
 * flow of all but some, or of any, is one of whatever pod comes next.
 */
const isPossible = ({ change, risk, source, destination }: FlowRow): boolean =>
  change !== "masked-closed" &&
  !(change === "opened" && LOUD.has(risk)) &&
  (source.missing === "named" || destination.missing === "named");

function countFlows(flows: readonly FlowRow[]): FlowCounts {
  const counts = { ...NO_FLOWS };
  for (const flow of flows) {
    if (flow.change === "masked-closed" || isPossible(flow)) continue;
    counts[flow.change]++;
  }
  return counts;
}

const countAside = (flows: readonly FlowRow[]): AsideCounts => ({
  possible: flows.filter(isPossible).length,
  narrowed: flows.filter(({ change }) => change === "masked-closed").length,
});

function countLevels(findings: readonly Finding[]): LevelCounts {
  const counts = { ...NO_FINDINGS };
  for (const finding of findings) counts[isAccepted(finding) ? "accepted" : finding.level]++;
  return counts;
}

const isScopeChanged = ({ flows, namespaces, policies }: ScopeReport): boolean =>
  flows.length > 0 || policies.length > 0 || namespaces.some(isChanged);

const isSameTraffic = ({ flows, namespaces }: ScopeReport): boolean =>
  flows.length === 0 &&
  namespaces.every(({ ingress, egress }) => ingress === "unchanged" && egress === "unchanged");

const STEADY: ReadonlySet<string> = new Set(["kept", "partial", "none", "blocked", "reachable"]);

/** Whether a side of the namespace, one of its guards or its existence changed, or may have. */
const isChanged = ({ state, ingress, egress, defaultDeny, metadata }: NamespaceReport): boolean =>
  state !== "kept" ||
  ingress !== "unchanged" ||
  egress !== "unchanged" ||
  ![defaultDeny.ingress, defaultDeny.egress, metadata].every((guard) => STEADY.has(guard));

/** A namespace that is gone has no default-deny to lose. */
export const losesDefaultDeny = ({ state, defaultDeny }: NamespaceReport): boolean =>
  state !== "decommissioned" &&
  (defaultDeny.ingress === "weakened" || defaultDeny.egress === "weakened");

export const opensMetadata = ({ state, metadata }: NamespaceReport): boolean =>
  state !== "decommissioned" && metadata === "opened";

const weight = (namespace: NamespaceReport): number =>
  Number(losesDefaultDeny(namespace)) + 2 * Number(opensMetadata(namespace));

const byWeight = (namespaces: readonly NamespaceReport[]): readonly NamespaceReport[] =>
  namespaces.toSorted((a, b) => weight(b) - weight(a));

const LEVELS = { error: 0, warning: 1, note: 2 } as const;

const byLevel = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => LEVELS[a.level] - LEVELS[b.level]);
