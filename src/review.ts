import { createTwoFilesPatch } from "diff";
import { findingOf } from "./check/rules.ts";
import type { reviewScope, ScopeReview } from "./check/review-scope.ts";
import type {
  Assumption,
  Finding,
  LedgerEntry,
  PolicyChange,
  Report,
  ScopeReport,
  Verdict,
} from "./model/report.ts";
import type { NetworkPolicy } from "./model/policy.ts";
import type { Span } from "./model/span.ts";
import type { Snapshot } from "./source/types.ts";
import {
  CONFIG_PATH,
  assumptionsOf,
  matchesPods,
  readConfig,
  type EngineRequest,
} from "./settings.ts";
import { collectWorlds, type Collected, type ScopePair } from "./world/collect-worlds.ts";

/**
 * Reviews a change: reads both revisions, compares every scope and runs the checks. Rejects with
 * `InvalidConfig` where the configuration is wrong and with `SourceFailure` where reading breaks off.
 */
export async function runReview(request: EngineRequest): Promise<Report> {
  const { source } = request;
  const config = await readConfig(request);
  const ipBlockMatchesPods = matchesPods(request, config);
  const collected = await collectWorlds(source, config, {
    readAllBelow: request.readAllBelow,
    onReading: () => void loadChecks(),
  });
  const [base, head] = source.snapshots;
  if (base === undefined || head === undefined) throw new Error("two snapshots are wanted");
  const reviews = await reviewScopes(collected, ipBlockMatchesPods);
  const ledger = [
    ...configChange(base, head),
    ...collected.ledger,
    ...reviews.flatMap(({ pair }) => pair.ledger),
    ...reviews.flatMap(({ pair, review }) => tooComplex(pair, review)),
    ...reviews.flatMap(({ review }) => ambiguous(review)),
  ].toSorted((a, b) => Number(b.decides) - Number(a.decides));
  const findings = reviews.flatMap(({ pair, review }) => [
    ...withDoubt(review.findings, [...collected.ledger, ...pair.ledger]),
    ...unknownFields(pair),
  ]);
  return {
    schemaVersion: 1,
    mode: "diff",
    base: revisionOf(base),
    head: revisionOf(head),
    verdict: verdictOf(findings, ledger),
    scopes: reviews
      .map(({ pair, review }) => scopeReport(pair, review, collected))
      .filter(
        ({ namespaces, flows, policies }) => namespaces.length + flows.length + policies.length > 0,
      ),
    findings: sortFindings(findings),
    ledger,
    assumptions: assumptionsFor(collected, ipBlockMatchesPods),
    statistics: {
      filesChanged: collected.changes.length,
      filesRead: collected.filesRead,
      policiesRead: collected.scopes.reduce(
        (sum, { head: world }) => sum + world.policies.length,
        0,
      ),
      namespaces: collected.scopes.reduce(
        (sum, { head: world }) =>
          sum + new Set(world.policies.map(({ namespace }) => namespace)).size,
        0,
      ),
    },
  };
}

interface PairReview {
  readonly pair: ScopePair;
  readonly review: ScopeReview;
}

async function reviewScopes(
  { scopes, ledger }: Collected,
  ipBlockMatchesPods: boolean,
): Promise<readonly PairReview[]> {
  if (scopes.length === 0) return [];
  const checkScope = await loadChecks();
  return scopes.map((pair) => {
    const doubt = [...ledger, ...pair.ledger].some(hidesPolicies);
    return { pair, review: checkScope({ ...pair, ipBlockMatchesPods, doubt }) };
  });
}

/** They are loaded while the files are read. */
const loadChecks = async (): Promise<typeof reviewScope> =>
  (await import("./check/review-scope.ts")).reviewScope;

const revisionOf = ({ name, commit }: Snapshot): Report["head"] => ({
  name,
  ...(commit === undefined ? {} : { commit }),
});

/** Fail beats undecided: what weakens stays weak whatever the unread parts say. */
function verdictOf(findings: readonly Finding[], ledger: readonly LedgerEntry[]): Verdict {
  if (findings.some(({ gate }) => gate)) return "fail";
  return ledger.some(({ decides }) => decides) ? "undecided" : "pass";
}

/** Something at head that may isolate pods, and that nobody could read. */
const hidesPolicies = ({ decides, side }: LedgerEntry): boolean => decides && side === "head";

/**
 * Isolation that seems lost may stand in a manifest that could not be read: then nobody knows. Rules that
 * allow more stay certain, because policies only add up.
 */
function withDoubt(
  findings: readonly Finding[],
  ledger: readonly LedgerEntry[],
): readonly Finding[] {
  const unread = ledger.find(hidesPolicies);
  if (unread === undefined) return findings;
  return findings.map((finding) =>
    finding.gate && finding.certain === false
      ? {
          ...finding,
          gate: false,
          message: `${finding.message}, unless ${unread.path} says otherwise, which could not be evaluated`,
        }
      : finding,
  );
}

function unknownFields({ name, files: { base, head } }: ScopePair): readonly Finding[] {
  const before = new Set(base.map(({ id, path }) => `${id} ${path}`));
  return head
    .filter(({ id, path }) => !before.has(`${id} ${path}`))
    .flatMap(({ problems }) => problems)
    .filter(({ code, about }) => code === "unknown-field" && about === "policy")
    .map(({ message, span }) =>
      findingOf("NP028", { scope: name, message, location: span, side: "head" }),
    );
}

/** The review's own configuration counts from the merge on; the reader should know before. */
function configChange(base: Snapshot, head: Snapshot): readonly LedgerEntry[] {
  const idIn = ({ entries }: Snapshot): string | undefined =>
    entries.find(({ path }) => path === CONFIG_PATH)?.id;
  if (base.entries === head.entries || idIn(base) === idIn(head)) return [];
  const reason = "the configuration of this review changed; the new one counts after the merge";
  return [{ path: CONFIG_PATH, side: "head", reason, decides: false }];
}

/** Of two objects with one name the last one applied wins, and nobody knows which that is. */
const ambiguous = ({ findings }: ScopeReview): readonly LedgerEntry[] =>
  findings
    .filter(({ rule }) => rule === "NP027")
    .map(({ message, location }) => ({
      path: location?.path ?? "",
      ...(location === undefined ? {} : { span: location }),
      side: "head",
      reason: message,
      decides: true,
    }));

const tooComplex = (pair: ScopePair, { unknown }: ScopeReview): readonly LedgerEntry[] =>
  [...new Set(unknown)].map((namespace) => ({
    path:
      pair.head.policies.find((placed) => placed.namespace === namespace)?.policy.span.path ?? "",
    side: "head",
    reason: `the policies of namespace ${namespace} are too many to compare exactly`,
    decides: true,
  }));

const LEVELS = ["error", "warning", "note"];
const sortFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) => Number(b.gate) - Number(a.gate) || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level),
  );

function scopeReport(pair: ScopePair, review: ScopeReview, collected: Collected): ScopeReport {
  const { name } = pair;
  return {
    name,
    namespaces: review.namespaces,
    flows: review.flows,
    policies: policyChanges(pair, collected),
  };
}

/** Changed policies with the change of their text, paired by name. */
function policyChanges(pair: ScopePair, { texts }: Collected): readonly PolicyChange[] {
  const linesOf = new Map<string, readonly string[]>();
  const textOf = (span: Span, files: ScopePair["files"]["base"]): string => {
    const id = files.find(({ path }) => path === span.path)?.id ?? "";
    const bytes = texts.bytes(id) ?? new Uint8Array();
    const lines = linesOf.get(id) ?? new TextDecoder().decode(bytes).split(/\r?\n/);
    linesOf.set(id, lines);
    return `${lines.slice(span.startLine - 1, span.endLine).join("\n")}\n`;
  };
  const old = new Set(pair.base.policies.map(({ policy }) => policy));
  const now = new Set(pair.head.policies.map(({ policy }) => policy));
  const changes = new Map<
    string,
    { namespace: string; base?: NetworkPolicy; head?: NetworkPolicy }
  >();
  for (const [side, world, others] of [
    ["base", pair.base, now],
    ["head", pair.head, old],
  ] as const)
    for (const { policy, namespace } of world.policies) {
      if (others.has(policy)) continue;
      const key = `${namespace}/${policy.name}`;
      changes.set(key, { ...changes.get(key), namespace, [side]: policy });
    }
  return [...changes.values()].flatMap(({ namespace, base, head }): readonly PolicyChange[] => {
    const before = base === undefined ? "" : textOf(base.span, pair.files.base);
    const after = head === undefined ? "" : textOf(head.span, pair.files.head);
    if (before === after) return [];
    return [
      {
        namespace,
        name: (head ?? base)?.name ?? "",
        ...(base === undefined ? {} : { base: base.span }),
        ...(head === undefined ? {} : { head: head.span }),
        patch: patchOf(before, after),
      },
    ];
  });
}

const MAX_PATCHED = 100_000;

function patchOf(before: string, after: string): string {
  if (before.length + after.length > MAX_PATCHED) return "";
  const patch = createTwoFilesPatch("", "", before, after, "", "", { context: 3, timeout: 500 });
  // Without the file headers: the places are given beside it.
  return patch === undefined ? "" : patch.slice(Math.max(0, patch.indexOf("@@")));
}

function assumptionsFor(collected: Collected, ipBlockMatchesPods: boolean): readonly Assumption[] {
  const policies = collected.scopes.flatMap(({ base, head }) => [
    ...base.policies,
    ...head.policies,
  ]);
  const workloads = collected.scopes.flatMap(({ base, head }) => [
    ...base.workloads,
    ...head.workloads,
  ]);
  return assumptionsOf(
    policies.map(({ policy }) => policy),
    { ipBlockMatchesPods, hostNetwork: workloads.some(({ workload }) => workload.hostNetwork) },
  );
}
