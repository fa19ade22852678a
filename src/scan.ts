import { scanScope } from "./check/scan-scope.ts";
import { findingOf } from "./check/rules.ts";
import type { Finding, Report } from "./model/report.ts";
import { assumptionsOf, matchesPods, readConfig, type EngineRequest } from "./settings.ts";
import { collectWorld } from "./world/collect-world.ts";

/**
 * The posture of one revision: isolation, exposure and metadata of every namespace. Standing faults are
 * listed and fail nothing; what could not be read leaves the answer undecided.
 */
export async function runScan(request: EngineRequest): Promise<Report> {
  const { source } = request;
  const config = await readConfig(request);
  const ipBlockMatchesPods = matchesPods(request, config);
  const collected = await collectWorld(source, { config });
  const [head] = source.snapshots;
  if (head === undefined) throw new Error("a snapshot is wanted");
  const scans = collected.scopes.map((scope) => ({
    scope,
    scan: scanScope({ name: scope.name, world: scope.world, ipBlockMatchesPods }),
  }));
  const ledger = [
    ...collected.ledger,
    ...collected.scopes.flatMap((scope) => scope.ledger),
  ].toSorted((a, b) => Number(b.decides) - Number(a.decides));
  const unread = collected.scopes.flatMap(({ name, files }) =>
    files
      .flatMap(({ problems }) => problems)
      .filter(({ code, about }) => about === "policy" && code === "unknown-field")
      .map(({ message, span }): Finding =>
        findingOf("NP028", { scope: name, message, location: span }),
      ),
  );
  const policies = collected.scopes.flatMap(({ world }) =>
    world.policies.map(({ policy }) => policy),
  );
  const hostNetwork = collected.scopes.some(({ world }) =>
    world.workloads.some(({ workload }) => workload.hostNetwork),
  );
  return {
    schemaVersion: 1,
    mode: "scan",
    head: { name: head.name, ...(head.commit === undefined ? {} : { commit: head.commit }) },
    verdict: ledger.some(({ decides }) => decides) ? "undecided" : "pass",
    scopes: scans
      .map(({ scope, scan }) => ({
        name: scope.name,
        namespaces: scan.namespaces,
        flows: [],
        policies: [],
      }))
      .filter(({ namespaces }) => namespaces.length > 0),
    findings: [...scans.flatMap(({ scan }) => scan.findings), ...unread],
    ledger,
    assumptions: assumptionsOf(policies, { ipBlockMatchesPods, hostNetwork }),
    statistics: {
      filesChanged: 0,
      filesRead: collected.filesRead,
      policiesRead: policies.length,
      namespaces: scans.reduce((sum, { scan }) => sum + scan.namespaces.length, 0),
    },
  };
}
