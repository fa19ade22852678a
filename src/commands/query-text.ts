import { listFirst } from "../model/list-first.ts";
import { terminalText } from "../report/escape.ts";
import { DEFAULT_SCOPE } from "../scope/scope-name.ts";
import type { QueryAnswer } from "./query-answer.ts";

/** Cases that a person reads; JSON has all. */
const SHOWN = 20;

/** Files that are not counted. */
const SHOWN_FILES = 5;

/** The answer for a terminal: the verdict first, then what decides it. */
export function printAnswer(answer: QueryAnswer): string {
  const { perScope, notCounted } = answer;
  const lines = [
    headline(answer),
    ...scopeLines(answer),
    ...(perScope ?? []).flatMap((each) => [
      `  scope ${each.scopes.join(", ")}: ${each.verdict}${evaluatedWords(each)}`,
      ...bodyLines(each).map((line) => `  ${line}`),
    ]),
    ...bodyLines(answer),
    ...notCounted
      .slice(0, SHOWN_FILES)
      .map((entry) => `  not counted: ${entry.path}: ${entry.reason}`),
    ...(notCounted.length > SHOWN_FILES
      ? [`  ${notCounted.length - SHOWN_FILES} more that are not counted, in the JSON output`]
      : []),
  ];
  return `${lines.map((line) => terminalText(line, 600)).join("\n")}\n`;
}

/** Which scopes were asked, where that is not all there is. */
function scopeLines({ scopes, perScope }: QueryAnswer): readonly string[] {
  if (perScope !== undefined || (scopes.length === 1 && scopes[0] === DEFAULT_SCOPE)) return [];
  const names = listFirst(SHOWN_FILES, scopes);
  return [scopes.length === 1 ? `  in scope ${names}` : `  the same in scopes ${names}`];
}

function bodyLines(answer: QueryAnswer): readonly string[] {
  return [
    ...answer.cases.slice(0, SHOWN).flatMap((one) => caseLines(one, answer)),
    ...(answer.cases.length > SHOWN
      ? [`  ${answer.cases.length - SHOWN} more in the JSON output`]
      : []),
    ...answer.missing.map((fact) => `  not known: ${fact}`),
    ...answer.gaps.map(({ type, path, line, text }) =>
      type === "unread"
        ? `  not read: ${path}:${line}: ${text}`
        : `  not evaluated: ${text} (${path}:${line})`,
    ),
    ...answer.notes.map((note) => `  note: ${note}`),
    ...answer.assumptions.map(({ text }) => `  assumed: ${text}`),
  ];
}

const evaluatedWords = ({ evaluated }: QueryAnswer): string =>
  evaluated === undefined ? "" : ` (by what was read and evaluated: ${evaluated})`;

function headline({ from, to, port, protocol, verdict, ...answer }: QueryAnswer): string {
  const flow = `${from} -> ${to} ${protocol} ${port}`;
  const about = [
    ...(answer.perScope === undefined ? [] : ["the scopes differ"]),
    ...(answer.evaluated === undefined
      ? []
      : [`by what was read and evaluated: ${answer.evaluated}`]),
    ...(answer.itself === undefined
      ? []
      : [
          answer.cases.length === 0
            ? "a pod cannot block its own traffic"
            : "from one pod to another; itself: always allowed",
        ]),
  ];
  return `${verdict}: ${flow}${about.length === 0 ? "" : ` (${about.join("; ")})`}`;
}

type Case = QueryAnswer["cases"][number];
type Side = Case["sides"][number];

function caseLines({ from, to, verdict, sides }: Case, answer: QueryAnswer): readonly string[] {
  const lines = sides.flatMap(sideLines);
  if (answer.cases.length === 1) return lines;
  return [`  ${verdict}: ${from} -> ${to}`, ...lines.map((line) => `  ${line}`)];
}

function sideLines(side: Side): readonly string[] {
  return [
    `  ${side.side}: ${side.verdict}${reason(side)}`,
    ...side.isolatedBy.map(({ policy, place }) => `    isolated by ${policy} (${place})`),
    ...side.mayIsolate.map(({ policy, place }) => `    may be isolated by ${policy} (${place})`),
    ...side.allowedBy.map(({ policy, place }) => `    allowed by ${policy} (${place})`),
  ];
}

function reason({ verdict, exempt, isolatedBy, mayIsolate, missing }: Side): string {
  if (exempt === "address") return ", an address has no policies of its own";
  if (exempt === "host network") return ", no policy selects a pod on the host network";
  if (verdict === "undecided" && missing.length === 0) return ", it depends on the labels";
  return isolatedBy.length + mayIsolate.length === 0 ? ", no policy isolates this end" : "";
}
