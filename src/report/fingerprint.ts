import { createHash } from "node:crypto";
import type { Finding } from "../model/report.ts";

/**
 * What stays the same about a finding while lines move: the rule, where it holds, the file and what it
 * says. 32 hex digits; messages carry no line numbers. Of several equal ones in a report only the order
 * tells, so each gets the number of those before it.
 */
export function fingerprintsOf(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const fingerprints = new Map<Finding, string>();
  for (const finding of findings) {
    const { rule, scope, namespace, location, message } = finding;
    const about = JSON.stringify([rule, scope, namespace ?? null, location?.path ?? null, message]);
    const before = seen.get(about) ?? 0;
    seen.set(about, before + 1);
    const hash = createHash("sha256").update(`${about}${before}`).digest("hex");
    fingerprints.set(finding, hash.slice(0, 32));
  }
  return fingerprints;
}
