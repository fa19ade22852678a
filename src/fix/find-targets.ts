import type { Report } from "../model/report.ts";
import type { Side, Span } from "../model/span.ts";
import { placeOf } from "../check/agree-on-help.ts";
import { findSite } from "./find-site.ts";
import { findingKey, rowKey } from "./judge-fix.ts";
import type { Proposal } from "./proposal.ts";
import { isMendable, proposeForFinding, proposeForOpened } from "./propose-fixes.ts";
import { restorePolicy } from "./restore-policy.ts";
import type { RevisionTexts } from "./revision-texts.ts";

/** A finding or a row that a fix is wanted for. */
export interface Target {
  readonly key: string;
  readonly span: Span;
  readonly side: Side;
  /** Absent for a row. */
  readonly rule?: string;
}

/** Findings, then opened flows, in the order of the report: worst first, but causes before what they cause. */
export function findTargets(report: Report): readonly Target[] {
  const blamed = (rule: string): ReadonlySet<string | undefined> =>
    new Set(report.findings.filter((finding) => finding.rule === rule).map(placeOf));
  const [denying, weakening] = [blamed("NP015"), blamed("NP001")];
  const findings = report.findings.flatMap((finding): readonly Target[] => {
    const { location: span, side = "head", accepted } = finding;
    const place = placeOf(finding);
    if (span === undefined || accepted !== undefined || !isMendable(finding.rule)) return [];
    // A policy that should not be there is not mended; and half of a hole is no fix beside all of it.
    if (finding.rule !== "NP015" && denying.has(place)) return [];
    const rule = finding.rule === "NP002" && weakening.has(place) ? "NP001" : finding.rule;
    return [{ key: findingKey(finding), span, side, rule }];
  });
  const rows = report.scopes.flatMap((scope) =>
    scope.flows.flatMap((row): readonly Target[] => {
      const { head, base } = row.blame;
      const span = head ?? base;
      if (row.change !== "opened" || span === undefined) return [];
      return [{ key: rowKey(scope, row), span, side: head === undefined ? "base" : "head" }];
    }),
  );
  const isCause = ({ rule }: Target): boolean => rule === "NP025";
  return [...findings.toSorted((a, b) => Number(isCause(b)) - Number(isCause(a))), ...rows];
}

/** Changes of the text that may take the target away. */
export async function proposalsFor(
  { span, side, rule }: Target,
  report: Report,
  texts: RevisionTexts,
): Promise<readonly Proposal[]> {
  if (side === "base") {
    const base = await texts.text("base", span.path);
    const head = await texts.text("head", span.path);
    return base === undefined || head === undefined ? [] : restorePolicy({ base, span, head });
  }
  const site = await findSite(span, report, texts);
  if (site === undefined) return [];
  if (rule === undefined) return proposeForOpened(site);
  return proposeForFinding(rule, site, rule === "NP030" ? await texts.services() : []);
}
