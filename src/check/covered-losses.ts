import type { Finding } from "../model/report.ts";
import type { AlternativeReading } from "../world/alternative-reading.ts";
import type { ReviewedReading } from "./review-readings.ts";

/** What would have to be true for a loss to be none, to follow "unless". */
export type Covers = ReadonlyMap<Finding, string>;

/**
 * Isolation that one scope lost, and that another which may be applied with it still holds: nobody knows whether
 * it is lost, so it does not fail the check. Not where an alternative of the other scope has the loss as well: then
 * some cluster has lost it whichever they are.
 */
export function coveredLosses(
  findings: readonly Finding[],
  readings: readonly ReviewedReading[],
  mayMeet: (a: string, b: string) => boolean,
): Covers {
  const covers = new Map<Finding, string>();
  for (const finding of findings) {
    if (!finding.gate || finding.certain !== false) continue;
    const about = readings.filter(({ reading }) => isAbout(finding, reading));
    const covering = about.filter((each) => !shows(finding, each));
    const [first] = covering;
    if (first === undefined) continue;
    const isCovered = ({ reading: { beside = "" } }: ReviewedReading): boolean =>
      covering.some(({ reading }) => mayMeet(beside, reading.beside ?? ""));
    if (about.every((each) => covering.includes(each) || isCovered(each)))
      covers.set(finding, first.reading.doubt);
  }
  return covers;
}

const isAbout = ({ scope, namespace = "" }: Finding, reading: AlternativeReading): boolean =>
  reading.meets === true && reading.scope === scope && reading.namespaces.has(namespace);

/** What could not be computed covers nothing. */
const shows = (
  { rule, namespace = "" }: Finding,
  { review: { findings, unknown } }: ReviewedReading,
): boolean =>
  unknown.includes(namespace) ||
  findings.some(
    (finding) => finding.gate && finding.rule === rule && finding.namespace === namespace,
  );
