import type { Acceptance } from "../config/config.ts";
import type { Finding, Report } from "../model/report.ts";
import { findingOf, ruleOf, type RuleId } from "./rules.ts";

export interface AcceptRequest {
  readonly accept: readonly Acceptance[];
  /** As `2026-03-31`. */
  readonly today: string;
  readonly mode: Report["mode"];
  /** Whether a file is part of what is reviewed, so that a place in it can be looked up. */
  readonly isReviewed: (path: string) => boolean;
}

export interface AcceptedFindings {
  readonly findings: readonly Finding[];
  /** About the configuration: what has expired, and in a scan what matches nothing. */
  readonly remarks: readonly Finding[];
}

/** Marks what somebody answers for. The last day counts; after it a finding is like all others again. */
export function acceptFindings(
  findings: readonly Finding[],
  request: AcceptRequest,
): AcceptedFindings {
  const { accept, today, mode } = request;
  const rules = new Set(accept.map(({ rule }) => rule));
  const used = new Set<Acceptance>();
  const missed = new Set<Acceptance>();
  const isExpired = ({ expires }: Acceptance): boolean => expires < today;
  const marked = findings.map((finding): Finding => {
    if (!rules.has(finding.rule)) return finding;
    const entries = accept.filter((entry) => covers(entry, finding));
    for (const entry of entries) used.add(entry);
    const valid = entries.find((entry) => !isExpired(entry));
    if (valid === undefined) {
      for (const entry of entries) missed.add(entry);
      return finding;
    }
    const { reason, owner, expires } = valid;
    return { ...finding, gate: false, accepted: { reason, owner, expires } };
  });
  const remarkOn = (entry: Acceptance): readonly Finding[] => {
    // A change has to do with what it brings; a scan looks at the whole configuration. What an
    // organisation accepts is for many repositories, so nothing is amiss where it matches nothing.
    if (missed.has(entry)) return [remark("NP090", entry, request)];
    if (mode === "diff" || entry.isShared) return [];
    if (isExpired(entry)) return [remark("NP090", entry, request)];
    if (used.has(entry) || ruleOf(entry.rule)?.onlyInChanges === true) return [];
    return [remark("NP091", entry, request)];
  };
  return { findings: marked, remarks: accept.flatMap(remarkOn) };
}

const covers = (entry: Acceptance, finding: Finding): boolean =>
  entry.rule === finding.rule &&
  (entry.scope === undefined || entry.scope === finding.scope) &&
  (entry.namespace === undefined || entry.namespace === finding.namespace) &&
  (entry.message === undefined || finding.message.includes(entry.message)) &&
  (entry.matchesPath === undefined ||
    (finding.location !== undefined && entry.matchesPath(finding.location.path)));

function remark(
  rule: Extract<RuleId, "NP090" | "NP091">,
  { rule: about, owner, reason, expires, scope, namespace, span }: Acceptance,
  { mode, isReviewed }: AcceptRequest,
): Finding {
  const inTree = isReviewed(span.path);
  const where = inTree ? "" : ` (${span.path}:${span.startLine})`;
  const what =
    rule === "NP090"
      ? `what ${owner} accepts of ${about} expired on ${expires}`
      : `what ${owner} accepts of ${about} until ${expires} was not found`;
  return findingOf(rule, {
    scope: scope ?? "",
    ...(namespace === undefined ? {} : { namespace }),
    message: `${what}${where}: ${reason}`,
    ...(inTree ? { location: span, side: mode === "diff" ? "base" : "head" } : {}),
  });
}
