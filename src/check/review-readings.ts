import type { Config } from "../config/config.ts";
import type { Finding, LedgerEntry } from "../model/report.ts";
import type { AlternativeReading } from "../world/alternative-reading.ts";
import type { World } from "../world/world.ts";
import { applyRules } from "./apply-rules.ts";
import { reviewScope, type ScopeReview } from "./review-scope.ts";

/** A reading, and what the checks make of it. */
export interface ReviewedReading {
  readonly reading: AlternativeReading;
  readonly review: ScopeReview;
}

interface ReadingContext {
  readonly ipBlockMatchesPods: boolean;
  /** Of a scope that did not change nothing is known. */
  readonly mayHaveOtherPods: (scope: string, namespace: string) => boolean;
}

export const reviewReadings = (
  readings: readonly AlternativeReading[],
  { ipBlockMatchesPods, mayHaveOtherPods }: ReadingContext,
): readonly ReviewedReading[] =>
  readings.map((reading) => {
    const { scope, beside, base, head, namespaces, occupied = () => false } = reading;
    const review = reviewScope({
      name: scope,
      base: withoutGone(base, head, (name) => namespaces.has(name) && occupied(name)),
      head,
      occupiedAtHead: occupied,
      ipBlockMatchesPods,
      mayHaveOtherPods: (namespace) =>
        [scope, beside].some((name) => name !== undefined && mayHaveOtherPods(name, namespace)),
      doubt: false,
    });
    return { reading, review };
  });

interface Known {
  /** What the reviews found under the reading that they take. */
  readonly findings: readonly Finding[];
  /** What the configuration makes of the rules: a gate that is off asks nothing. */
  readonly config: Pick<Config, "rules" | "failOn">;
}

/**
 * What other readings of the manifests would fail and the one that was taken does not: nobody knows which is
 * true, so each leaves the answer open. The first reading of a scope, namespace and rule speaks for all.
 */
export function ledgerOfReadings(
  readings: readonly ReviewedReading[],
  { findings, config }: Known,
): readonly LedgerEntry[] {
  const told = new Set(findings.filter(({ gate }) => gate).map((each) => keyOf(each, each.scope)));
  const entries: LedgerEntry[] = [];
  for (const { reading, review } of readings) {
    const { scope, beside, namespaces, doubt, place } = reading;
    const isTold = (finding: Finding): boolean =>
      [scope, beside].some((name) => name !== undefined && told.has(keyOf(finding, name)));
    for (const finding of review.findings) {
      const { gate, namespace = "", message, location, side = "head" } = finding;
      if (
        !gate ||
        applyRules(finding, config)?.gate !== true ||
        !namespaces.has(namespace) ||
        isTold(finding)
      )
        continue;
      told.add(keyOf(finding, scope));
      entries.push({
        ...(location === undefined ? place : { path: location.path, span: location, side }),
        reason: `${message}, if ${doubt}`,
        decides: true,
      });
    }
    for (const namespace of review.unknown)
      entries.push({
        ...place,
        reason: `the policies of namespace ${namespace} are too many to compare exactly, if ${doubt}`,
        decides: true,
      });
  }
  return entries;
}

/** A Namespace object that goes is no evidence where something of the namespace stays. */
function withoutGone(base: World, head: World, stays: (namespace: string) => boolean): World {
  const namespaces = [...base.namespaces].filter(
    ([name]) => head.namespaces.has(name) || !stays(name),
  );
  return namespaces.length === base.namespaces.size
    ? base
    : { ...base, namespaces: new Map(namespaces) };
}

const keyOf = ({ rule, namespace }: Finding, scope: string): string =>
  `${rule} ${namespace ?? ""} ${scope}`;
