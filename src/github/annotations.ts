import { RULES, type Rule } from "../check/rules.ts";
import type { Finding, Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { terminalText } from "../report/escape.ts";
import { saidTwice } from "../report/facts.ts";
import {
  ANNOTATIONS_MAX,
  ANNOTATION_MESSAGE_MAX_CHARACTERS,
  ANNOTATION_TITLE_MAX_CHARACTERS,
} from "./limits.ts";

/** A message beside a line of the pull request's files. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** Absent where the lines are those of the base, which the pull request's files do not show. */
  readonly place?: { readonly file: string; readonly startLine: number; readonly endLine: number };
}

export interface Annotations {
  readonly shown: readonly Annotation[];
  /** How many more there are than GitHub shows. */
  readonly left: number;
}

interface Source {
  readonly level: Annotation["level"];
  readonly title: string;
  readonly text: string;
  readonly span: Span | undefined;
  readonly side: "base" | "head";
}

function annotate({ level, title, text, span, side }: Source): Annotation {
  const where =
    span !== undefined && side === "base" ? ` (at the base: ${span.path}:${span.startLine})` : "";
  return {
    level,
    title: terminalText(title, ANNOTATION_TITLE_MAX_CHARACTERS),
    message: terminalText(text + where, ANNOTATION_MESSAGE_MAX_CHARACTERS),
    ...(span === undefined || side === "base"
      ? {}
      : { place: { file: span.path, startLine: span.startLine, endLine: span.endLine } }),
  };
}

/** A finding that fails the check, or that keeps it from being decided. */
const counts = ({ gate, level, accepted }: Finding): boolean =>
  gate || (level === "error" && accepted === undefined);

const RULE_BY_ID: ReadonlyMap<string, Rule> = new Map(Object.entries(RULES));

const titleOf = (rule: string): string => {
  const known = RULE_BY_ID.get(rule);
  return known === undefined ? rule : `${rule} ${known.name}`;
};

const LEVELS = { error: "error", warning: "warning", note: "notice" } as const;

const ofFinding = ({ level, rule, message, location, side = "head" }: Finding): Source => ({
  level: LEVELS[level],
  title: titleOf(rule),
  text: message,
  span: location,
  side,
});

/** Those that nobody answers for, but for what the parts that were not read may refute; the gates first. */
function relevant({ findings, ledger }: Report): readonly Finding[] {
  const isDoubtful = ledger.some(({ decides }) => decides);
  return findings
    .filter(
      (finding) =>
        counts(finding) ||
        (finding.accepted === undefined && !(isDoubtful && finding.certain === false)),
    )
    .toSorted((a, b) => Number(b.gate) - Number(a.gate));
}

/** What leaves the verdict open and no finding tells already. */
function ofLedger(report: Report, told: readonly Source[]): readonly Source[] {
  const said = saidTwice(report).entries;
  const paths = new Set(told.map(({ span }) => span?.path));
  return report.ledger
    .filter((entry) => entry.decides && !paths.has(entry.path) && !said.has(entry))
    .map(({ path, span, side, reason }) => ({
      level: "warning",
      title: "not analysed",
      text: `${path}: ${reason}`,
      span,
      side,
    }));
}

/** The annotations of a report, worst first, as many as GitHub shows. */
export function annotationsOf(report: Report): Annotations {
  const findings = relevant(report);
  const decisive = findings.filter(counts).map(ofFinding);
  const others = findings.filter((finding) => !counts(finding)).map(ofFinding);
  // Of the warnings, what fails the check or leaves it open comes first.
  const all = [...decisive, ...ofLedger(report, decisive), ...others];
  const first = (level: Annotation["level"]): readonly Source[] =>
    all.filter((source) => source.level === level).slice(0, ANNOTATIONS_MAX[level]);
  const shown = [...first("error"), ...first("warning"), ...first("notice")];
  return { shown: shown.map(annotate), left: all.length - shown.length };
}
