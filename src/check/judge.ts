import type { Config } from "../config/config.ts";
import { LEVELS } from "../config/fail-on.ts";
import type { Finding, FlowRow, LedgerEntry, Report, Verdict } from "../model/report.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import { acceptFindings, type AcceptRequest } from "./accept-findings.ts";
import { applyRules, ruleChanges } from "./apply-rules.ts";
import type { Covers } from "./covered-losses.ts";
import { failOnFlows } from "./fail-on-flows.ts";
import { ruleOf } from "./rules.ts";

/** What the checks found in one scope. */
interface ScopeFindings {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly flows: readonly FlowRow[];
  /** What was seen there and not analysed. */
  readonly ledger: readonly LedgerEntry[];
  /** Losses that another scope may make good. */
  readonly covers?: Covers;
}

export interface JudgeRequest extends Omit<AcceptRequest, "accept"> {
  readonly scopes: readonly ScopeFindings[];
  /** Of the whole run. */
  readonly ledger: readonly LedgerEntry[];
  readonly config: Config;
}

export type Judgement = Pick<Report, "verdict" | "findings" | "configuration" | "ledger">;

/**
 * From what was found to the verdict: levels and gates as the configuration sets them, then what it
 * accepts, then what unread manifests may refute.
 */
export function judge({ scopes, ledger, config, ...request }: JudgeRequest): Judgement {
  const { rules, failOn, warnOnly, files } = config;
  const found = scopes.flatMap(({ name, findings, flows, ledger: ofScope, covers }) => {
    const unread = ofScope.find(hidesPolicies);
    const all = [...findings, ...failOnFlows(flows, { scope: name, failOn })];
    return all.map((finding) => ({ finding, unread, cover: covers?.get(finding) }));
  });
  const applied = found.flatMap(({ finding, ...doubt }) => {
    const changed = applyRules(finding, { rules, failOn });
    return changed === undefined ? [] : [{ finding: changed, ...doubt }];
  });
  const { findings: marked, remarks } = acceptFindings(
    applied.map(({ finding }) => finding),
    { ...request, accept: config.accept },
  );
  // A change brings no remark on the configuration: only a scan can fail on one.
  const ofRemarks = { rules, failOn: request.mode === "scan" ? failOn : [] };
  const unreadAnywhere = ledger.find(hidesPolicies);
  const open: LedgerEntry[] = [];
  const findings = sortFindings([
    ...marked.map((finding, index) => {
      const { unread, cover } = applied[index] ?? {};
      if (cover === undefined || !finding.gate) return withDoubt(finding, unread);
      const entry = entryOf(finding, cover);
      if (!open.some(({ reason }) => reason === entry.reason)) open.push(entry);
      return withCover(finding, cover);
    }),
    ...remarks
      .flatMap((each) => applyRules(each, ofRemarks) ?? [])
      .map((each) => withDoubt(each, unreadAnywhere)),
  ]);
  const beforeRules = [...found.map(({ finding }) => finding), ...remarks];
  return {
    verdict: verdictOf(findings, [...ledger, ...open]),
    findings,
    ledger: [...open, ...ledger],
    configuration: {
      files,
      failOn,
      warnOnly,
      rules: ruleChanges(beforeRules, rules),
      accepted: findings.filter(({ accepted }) => accepted !== undefined).length,
    },
  };
}

/** Fail beats undecided: what weakens stays weak whatever the unread parts say. */
function verdictOf(findings: readonly Finding[], ledger: readonly LedgerEntry[]): Verdict {
  if (findings.some(({ gate }) => gate)) return "fail";
  return ledger.some(({ decides }) => decides) ? "undecided" : "pass";
}

/** Something at head that may isolate pods, and that nobody could read. */
export const hidesPolicies = ({ decides, side }: LedgerEntry): boolean =>
  decides && side === "head";

/**
 * Isolation that seems lost may stand in a manifest that could not be read: then nobody knows. Rules that
 * allow more stay certain, because policies only add up.
 */
function withDoubt(finding: Finding, unread: LedgerEntry | undefined): Finding {
  const { certain, ...rest } = finding;
  // Whether it holds for certain is asked of what fails the check, and of nothing else.
  if (!finding.gate) return rest;
  const isRefutable = certain === false || ruleOf(finding.rule)?.refutable === true;
  if (unread === undefined || !isRefutable) return finding;
  return {
    ...finding,
    gate: false,
    certain: false,
    message: `${finding.message}, unless ${unread.path} says otherwise, which could not be evaluated`,
  };
}

const withCover = (finding: Finding, cover: string): Finding => ({
  ...finding,
  gate: false,
  certain: false,
  message: `${finding.message}, unless ${cover}`,
});

/** What nobody knows, as an entry of its own: it leaves the answer open. Its findings say the rest. */
const entryOf = ({ namespace, location, side = "head" }: Finding, cover: string): LedgerEntry => ({
  path: location?.path ?? "",
  ...(location === undefined ? {} : { span: location }),
  side,
  reason: `isolation is lost${namespace === undefined ? "" : ` in ${namespaceLabel(namespace)}`}, unless ${cover}`,
  decides: true,
});

const sortFindings = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (a, b) => Number(b.gate) - Number(a.gate) || LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level),
  );
