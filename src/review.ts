import { createTwoFilesPatch } from "diff";
import { hidesPolicies, judge } from "./check/judge.ts";
import { reviewWithFixes } from "./add-fixes.ts";
import { coveredLosses } from "./check/covered-losses.ts";
import { ledgerOfDoubts } from "./check/ledger-of-doubts.ts";
import { ledgerOfDuplicates } from "./check/ledger-of-duplicates.ts";
import { ledgerOfLints, ledgerOfTooComplex } from "./check/ledger-of-limits.ts";
import { ledgerOfReadings, reviewReadings } from "./check/review-readings.ts";
import { findingOf } from "./check/rules.ts";
import type { reviewScope, ScopeReview } from "./check/review-scope.ts";
import type { Assumption, Finding, PolicyChange, Report, ScopeReport } from "./model/report.ts";
import type { NetworkPolicy } from "./model/policy.ts";
import type { Span } from "./model/span.ts";
import { nameWorkloads } from "./name-workloads.ts";
import { noteConfig } from "./note-config.ts";
import { assumptionsOf, matchesPods, readConfig, type EngineRequest } from "./settings.ts";
import type { Snapshot } from "./source/types.ts";
import { collectPairs, type CollectedPairs } from "./world/collect-pairs.ts";
import type { ScopePair } from "./world/scope-pair.ts";

/**
 * Reviews a change: reads both revisions, compares every scope and runs the checks. Rejects with
 * `InvalidConfig` where the configuration is wrong and with `SourceFailure` where reading breaks off.
 */
export const runReview = (request: EngineRequest): Promise<Report> =>
  request.fixes === true ? reviewWithFixes(request, compareRevisions) : compareRevisions(request);

async function compareRevisions(request: EngineRequest): Promise<Report> {
  const { source } = request;
  const config = await readConfig(request);
  const ipBlockMatchesPods = matchesPods(request, config);
  const collected = await collectPairs(source, config, {
    readAllBelow: request.readAllBelow,
    reading: request.reading,
    onReading: () => void loadChecks(),
  });
  const [base, head] = source.snapshots;
  if (base === undefined || head === undefined) throw new Error("two snapshots are wanted");
  const reviews = await reviewScopes(collected, ipBlockMatchesPods);
  const pairs = new Map(collected.scopes.map((pair) => [pair.name, pair]));
  const readings = reviewReadings(collected.readings, {
    ipBlockMatchesPods,
    mayHaveOtherPods: (scope, namespace) => pairs.get(scope)?.mayHaveOtherPods(namespace) ?? true,
  });
  const found = reviews.flatMap(({ review }) => review.findings);
  const covers = coveredLosses(found, readings, collected.mayMeet);
  const ledger = [
    ...(await noteConfig(request, config)),
    ...ledgerOfReadings(readings, { findings: found, config }),
    ...collected.ledger,
    ...reviews.flatMap(({ pair }) => pair.ledger),
    ...reviews.flatMap(({ pair: { head: world }, review }) =>
      ledgerOfTooComplex(review.unknown, { world, what: "compare" }),
    ),
    ...reviews.flatMap(({ review }) => ledgerOfDuplicates(review.findings)),
    ...reviews.flatMap(({ pair: { base: before, head: after }, review }) =>
      ledgerOfDoubts(review.doubts, { failOn: config.failOn, base: before, head: after }),
    ),
    ...reviews.flatMap(({ pair, review }) => ledgerOfLints(pair.head, review.lintsGivenUp)),
  ].toSorted((a, b) => Number(b.decides) - Number(a.decides));
  const judgement = judge({
    mode: "diff",
    today: request.today,
    isReviewed: (path) => base.entries.some((entry) => entry.path === path),
    config,
    ledger,
    scopes: reviews.map(({ pair, review }) => ({
      name: pair.name,
      flows: review.flows,
      findings: [...review.findings, ...unknownFields(pair)],
      ledger: [...collected.ledger, ...pair.ledger],
      covers,
    })),
  });
  return {
    schemaVersion: 1,
    mode: "diff",
    base: revisionOf(base),
    head: revisionOf(head),
    ...judgement,
    scopes: reviews
      .map(({ pair, review }) => scopeReport(pair, review, collected))
      .filter(
        ({ namespaces, flows, policies, workloads }) =>
          namespaces.length + flows.length + policies.length > 0 || workloads !== undefined,
      ),
    assumptions: assumptionsFor(collected, ipBlockMatchesPods),
    statistics: {
      filesChanged: collected.changes.length,
      filesRead: collected.filesRead,
      policiesRead: collected.policiesRead,
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
  { scopes, ledger }: CollectedPairs,
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

function scopeReport(pair: ScopePair, review: ScopeReview, collected: CollectedPairs): ScopeReport {
  const { name } = pair;
  return {
    name,
    namespaces: review.namespaces,
    flows: review.flows,
    policies: policyChanges(pair, collected),
    ...nameWorkloads(pair, review),
  };
}

/** Changed policies with the change of their text, paired by name. */
function policyChanges(
  pair: ScopePair,
  { texts, changes: all }: CollectedPairs,
): readonly PolicyChange[] {
  const linesOf = new Map<string, readonly string[]>();
  // Policies may have come from another scope, so its changed files are known here, too.
  const idsOf = (side: "base" | "head"): ReadonlyMap<string, string> =>
    new Map([
      ...all.flatMap((change): readonly (readonly [string, string])[] => {
        const entry = change[side];
        return entry === undefined ? [] : [[entry.path, entry.id]];
      }),
      ...pair.files[side].map(({ path, id }) => [path, id] as const),
    ]);
  const ids = { base: idsOf("base"), head: idsOf("head") };
  const textOf = (span: Span, side: "base" | "head"): string => {
    const id = ids[side].get(span.path) ?? "";
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
    const before = base === undefined ? "" : textOf(base.span, "base");
    const after = head === undefined ? "" : textOf(head.span, "head");
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

function assumptionsFor(
  collected: CollectedPairs,
  ipBlockMatchesPods: boolean,
): readonly Assumption[] {
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
