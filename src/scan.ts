import { ledgerOfDuplicates } from "./check/ledger-of-duplicates.ts";
import { ledgerOfLints, ledgerOfTooComplex } from "./check/ledger-of-limits.ts";
import { judge } from "./check/judge.ts";
import { scanScope } from "./check/scan-scope.ts";
import { findingOf } from "./check/rules.ts";
import type { Finding, Report, Standing } from "./model/report.ts";
import { noteConfig } from "./note-config.ts";
import { assumptionsOf, matchesPods, readConfig, type EngineRequest } from "./settings.ts";
import type { Snapshot } from "./source/types.ts";
import { collectRevision, type CollectedRevision } from "./world/collect-revision.ts";
import { createReading } from "./world/reading.ts";

/**
 * The posture of one revision: isolation, exposure and metadata of every namespace. Standing faults are
 * listed and fail nothing unless the configuration says so; what could not be read leaves the answer undecided.
 */
export async function runScan(request: EngineRequest): Promise<Report> {
  const [only] = request.source.snapshots;
  return scanSnapshot(request, only);
}

/** Scans both revisions of a change. What stands at both is read and parsed once. */
export async function runStanding(request: EngineRequest): Promise<Standing> {
  const reading = request.reading ?? createReading(request.source);
  const [base, head] = request.source.snapshots;
  // What stands is the same whatever fails the check.
  const neutral = { ...request, reading, overrides: { failOn: [], warnOnly: false } };
  return { base: await scanSnapshot(neutral, base), head: await scanSnapshot(neutral, head) };
}

async function scanSnapshot(
  request: EngineRequest,
  snapshot: Snapshot | undefined,
): Promise<Report> {
  if (snapshot === undefined) throw new Error("a snapshot is wanted");
  const { source, reading } = request;
  const config = await readConfig(request);
  const ipBlockMatchesPods = matchesPods(request, config);
  const collected = await collectRevision(source, {
    config,
    snapshot,
    ...(reading === undefined ? {} : { reading }),
  });
  const scans = collected.scopes.map((scope) => ({
    scope,
    scan: scanScope({
      name: scope.name,
      world: scope.world,
      ipBlockMatchesPods,
      kustomized: collected.kustomized,
    }),
  }));
  const ledger = [
    ...(await noteConfig(request, config)),
    ...collected.ledger,
    ...collected.scopes.flatMap((scope) => scope.ledger),
    ...scans.flatMap(({ scope, scan }) => [
      ...ledgerOfTooComplex(scan.unknown, { world: scope.world, what: "evaluate" }),
      ...ledgerOfDuplicates(scan.findings),
      ...ledgerOfLints(scope.world, scan.lintsGivenUp),
    ]),
  ].toSorted((a, b) => Number(b.decides) - Number(a.decides));
  const judgement = judge({
    mode: "scan",
    today: request.today,
    isReviewed: (path) => snapshot.entries.some((entry) => entry.path === path),
    config,
    ledger,
    scopes: scans.map(({ scope, scan }) => ({
      name: scope.name,
      flows: [],
      findings: [...scan.findings, ...unknownFields(scope)],
      ledger: [...collected.ledger, ...scope.ledger],
    })),
  });
  const policies = collected.scopes.flatMap(({ world }) =>
    world.policies.map(({ policy }) => policy),
  );
  const hostNetwork = collected.scopes.some(({ world }) =>
    world.workloads.some(({ workload }) => workload.hostNetwork),
  );
  return {
    schemaVersion: 1,
    mode: "scan",
    head: {
      name: snapshot.name,
      ...(snapshot.commit === undefined ? {} : { commit: snapshot.commit }),
    },
    ...judgement,
    scopes: scans
      .map(({ scope, scan }) => ({
        name: scope.name,
        namespaces: scan.namespaces,
        flows: [],
        policies: [],
      }))
      .filter(({ namespaces }) => namespaces.length > 0),
    assumptions: assumptionsOf(policies, { ipBlockMatchesPods, hostNetwork }),
    statistics: {
      filesChanged: 0,
      filesRead: collected.filesRead,
      policiesRead: policies.length,
      namespaces: scans.reduce((sum, { scan }) => sum + scan.namespaces.length, 0),
    },
  };
}

const unknownFields = ({ name, files }: CollectedRevision["scopes"][number]): readonly Finding[] =>
  files
    .flatMap(({ problems }) => problems)
    .filter(({ code, about }) => about === "policy" && code === "unknown-field")
    .map(({ message, span }) => findingOf("NP028", { scope: name, message, location: span }));
