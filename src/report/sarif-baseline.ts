import { groupBy } from "../model/group-by.ts";
import type { Finding, Report, Standing } from "../model/report.ts";
import { fingerprintsOf } from "./fingerprint.ts";

/** A finding at head, and whether the base had it; without a base to compare with, nobody says. */
export interface StatedFinding {
  readonly finding: Finding;
  readonly state?: "new" | "unchanged";
}

/**
 * Everything that is to be said about the head. Of a change that is what stands there, marked by whether it
 * stood before, and what the change itself did.
 */
export function statedFindings(report: Report, standing?: Standing): readonly StatedFinding[] {
  if (report.mode === "scan") return report.findings.map((finding) => ({ finding }));
  // That a flow fails the check is a matter of the gate; what SARIF says does not depend on it.
  const ofChange = report.findings.filter(({ rule }) => rule !== "NP080");
  const before = new Set(fingerprintsOf(standing?.base.findings ?? []).values());
  const now = standing?.head.findings ?? [];
  const fingerprints = fingerprintsOf(now);
  const caused = groupBy(ofChange, placeKey);
  const known = new Set(now.map(placeKey));
  const messages = new Set(now.map(({ message }) => message));
  return [
    ...ofChange
      .filter((finding) => !known.has(placeKey(finding)))
      .map((finding) => ({ finding, state: "new" as const })),
    ...now.map((finding) => {
      // Where the change words it differently, it may mean any of this rule in this place.
      const same = (caused.get(placeKey(finding)) ?? []).filter(
        ({ message }) => message === finding.message || !messages.has(message),
      );
      const stood = same.length === 0 && before.has(fingerprints.get(finding) ?? "");
      return {
        finding: { ...finding, level: worst([finding, ...same]) },
        state: stood ? ("unchanged" as const) : ("new" as const),
      };
    }),
  ];
}

/** The change and the scan of what came of it find the same fault: it is told as it will stand after the merge. */
const placeKey = ({ rule, scope, namespace, location, side }: Finding): string =>
  JSON.stringify([rule, scope, namespace, side === "base" ? "" : location?.path]);

const LEVELS = ["error", "warning", "note"] as const;

const worst = (findings: readonly Finding[]): Finding["level"] =>
  LEVELS.find((level) => findings.some((finding) => finding.level === level)) ?? "note";
