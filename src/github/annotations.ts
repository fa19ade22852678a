import { RULES, type Rule } from "../check/rules.ts";
import type { Finding, Report } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { terminalText } from "../report/escape.ts";
import {
  ANNOTATION_MESSAGE_MAX_CHARACTERS,
  ANNOTATION_TITLE_MAX_CHARACTERS,
  ANNOTATIONS_PER_LEVEL,
} from "./limits.ts";

/** A message beside a line of the pull request's files. */
export interface Annotation {
  readonly level: "error" | "warning";
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

/** Errors before warnings, and of each the gates first. */
const rank = ({ gate, level }: Finding): number => (level === "error" ? 0 : 2) + (gate ? 0 : 1);

function ofFindings({ findings }: Report): readonly Source[] {
  return findings
    .filter(counts)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ level, rule, message, location, side = "head" }) => ({
      level: level === "error" ? "error" : "warning",
      title: titleOf(rule),
      text: message,
      span: location,
      side,
    }));
}

/** What leaves the verdict open and no finding tells already. */
function ofLedger({ ledger }: Report, told: readonly Source[]): readonly Source[] {
  const paths = new Set(told.map(({ span }) => span?.path));
  return ledger
    .filter(({ decides, path }) => decides && !paths.has(path))
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
  const findings = ofFindings(report);
  const all = [...findings, ...ofLedger(report, findings)].map(annotate);
  const first = (level: Annotation["level"]): readonly Annotation[] =>
    all.filter((annotation) => annotation.level === level).slice(0, ANNOTATIONS_PER_LEVEL);
  const shown = [...first("error"), ...first("warning")];
  return { shown, left: all.length - shown.length };
}
