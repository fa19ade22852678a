import { createHash } from "node:crypto";
import type { Finding } from "../model/report.ts";

/**
 * What stays the same about a finding while lines move and files are renamed: the rule, where it holds and
 * what it says. 32 hex digits. Of several equal ones in a report only the order tells, so each gets the
 * number of those before it.
 */
export function fingerprintsOf(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  const fingerprints = new Map<Finding, string>();
  for (const finding of findings) {
    const { rule, scope, namespace, message } = finding;
    const about = JSON.stringify([rule, scope, namespace ?? null, withoutLines(message)]);
    const before = seen.get(about) ?? 0;
    seen.set(about, before + 1);
    const hash = createHash("sha256").update(`${about}${before}`).digest("hex");
    fingerprints.set(finding, hash.slice(0, 32));
  }
  return fingerprints;
}

/** A message may name another place as `path.yaml:12`. */
const withoutLines = (message: string): string =>
  message.replaceAll(/(?<=\.(?:ya?ml|json|tpl)):\d+/giu, "");
