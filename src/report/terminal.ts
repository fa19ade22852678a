import type { LedgerEntry, Report } from "../model/report.ts";
import { loweredRules, warnOnlySentence } from "./configuration.ts";
import { terminalText } from "./escape.ts";
import { readFacts, type Facts, type ScopeFacts } from "./facts.ts";
import { fixesTitle, fixTitle } from "./fixes.ts";
import { answer, headline } from "./headline.ts";
import { count, mark, name, NOTHING, prose, say, type Phrase } from "./phrase.ts";
import {
  basisWords,
  FLOW_HEADER,
  flowRow,
  flowsTitle,
  ledgerItem,
  MASKED_HEADER,
  maskedRow,
  NAMESPACE_HEADER,
  namespaceRow,
  NARROWED_HEADER,
  type Row,
} from "./rows.ts";
import { byPosture, groupByRule, groupPostures, postureSummary } from "./posture.ts";
import {
  GROUP_HEADER,
  groupRow,
  POSTURE_HEADER,
  postureRow,
  ruleHelp,
  ruleItem,
  ruleTitle,
} from "./posture-rows.ts";
import { createFindingItem } from "./finding-items.ts";
import { groupFindings, groupScopes, scopeNames, type FindingGroup } from "./scope-groups.ts";
import { patchLines } from "./terminal-patches.ts";
import { alignTable } from "./terminal-table.ts";
import { VERDICT_MARK } from "./words.ts";

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns of the terminal; without it, lines are as long as they need to be. */
  readonly width?: number;
}

/** More belongs in a file, and the JSON output has it. */
const MAX_ROWS = 200;

/** A title with rows below it. */
interface Section {
  readonly title: Phrase;
  readonly rows: readonly Row[];
}

/** The report for a shell: the verdict first, tables in aligned columns, places as `path:line`. */
export function renderTerminal(report: Report, { color, width }: TerminalOptions): string {
  const table = (rows: readonly Row[], indent: number): readonly string[] =>
    alignTable(rows, { color, width, indent });
  const facts = readFacts(report);
  const [verdictMark, word] = VERDICT_MARK[report.verdict];
  const top = [
    say`${mark(verdictMark, word)}  ${headline(facts)}`,
    answer(facts),
    warnOnlySentence(report),
    ...loweredRules(report),
  ];
  const lines = [
    ...top.filter((line) => line.length > 0).flatMap((line) => table([[line]], 0)),
    ...sections(facts).flatMap(({ title, rows }) => [
      "",
      ...table([[title]], 0),
      ...table(rows, 2),
    ]),
    ...patchLines(facts, (phrase, indent) => table([[phrase]], indent)),
    ...fixLines(facts, table),
    "",
    ...table([[say`${basisWords(report)}`]], 0),
  ];
  return `${lines.join("\n")}\n`;
}

/** The new text of each fix. Indentation counts there, so its lines are not wrapped. */
function fixLines(
  { fixes }: Facts,
  table: (rows: readonly Row[], indent: number) => readonly string[],
): readonly string[] {
  if (fixes.length === 0) return [];
  return [
    "",
    ...table([[fixesTitle(fixes)]], 0),
    ...fixes
      .slice(0, MAX_ROWS)
      .flatMap((fix) => [
        ...table([[fixTitle(fix)]], 2),
        ...fix.replacement.split("\n").map((line) => `    | ${terminalText(line)}`),
      ]),
  ];
}

interface SectionOf<Item> {
  readonly items: readonly Item[];
  readonly row: (item: Item) => Row;
  readonly header?: readonly string[];
}

/** No section where there is nothing to say. */
function section<Item>(
  title: Phrase,
  { items, row, header = [] }: SectionOf<Item>,
): readonly Section[] {
  if (items.length === 0) return [];
  const rows = items.slice(0, MAX_ROWS).map(row);
  const left = items.length - rows.length;
  const more = left === 0 ? NOTHING : say` (${left} more in the JSON output)`;
  const headerRow = header.map((text): Phrase => [{ type: "own", text: text.toUpperCase() }]);
  return [{ title: say`${title}${more}`, rows: header.length === 0 ? rows : [headerRow, ...rows] }];
}

function sections(facts: Facts): readonly Section[] {
  const { report, gating, deciding, otherFindings, otherEntries } = facts;
  const inScope = report.scopes.length > 1;
  const findingItem = createFindingItem(facts);
  const findingRow = (group: FindingGroup): Row => [findingItem(group)];
  const ledgerRow = (entry: LedgerEntry): Row => [ledgerItem(entry)];
  const fails = report.configuration.warnOnly ? say`Would fail the check` : say`Fails the check`;
  const failing = section(fails, { items: groupFindings(gating), row: findingRow });
  const open = [
    ...section(say`Not decided`, { items: deciding, row: ledgerRow }),
    ...section(say`In doubt`, { items: groupFindings(facts.doubtful), row: findingRow }),
  ];
  return [
    ...(report.verdict === "undecided" ? [...open, ...failing] : [...failing, ...open]),
    ...(report.mode === "scan"
      ? facts.scopes.flatMap((scope) =>
          scanSections(scope, inScope ? say` in ${name(scope.scope.name)}` : NOTHING),
        )
      : groupScopes(facts.scopes).flatMap(({ first, names }) =>
          changeSections(first, inScope ? say` in ${scopeNames(names)}` : NOTHING),
        )),
    ...unchangedScopes(facts),
    ...(report.mode === "scan"
      ? standingSections(facts)
      : section(say`Does not fail the check`, {
          items: groupFindings(otherFindings),
          row: findingRow,
        })),
    ...section(say`Accepted`, { items: groupFindings(facts.accepted), row: findingRow }),
    ...section(say`Assumed`, {
      items: report.assumptions,
      row: ({ text }) => [say`${prose(text)}`],
    }),
    ...section(say`Seen, not analysed, and of no effect on the verdict`, {
      items: otherEntries,
      row: ledgerRow,
    }),
  ];
}

/** Beyond this, alike namespaces share a row, and the findings of a rule a title. */
const MANY = 40;

function scanSections(facts: ScopeFacts, suffix: Phrase): readonly Section[] {
  const { namespaces } = facts.scope;
  if (namespaces.length <= MANY)
    return section(say`Namespaces${suffix}`, {
      header: POSTURE_HEADER,
      items: byPosture(namespaces),
      row: (namespace) => postureRow(facts, namespace),
    });
  const groups = section(say`Namespaces that stand alike${suffix}`, {
    header: GROUP_HEADER,
    items: groupPostures(namespaces),
    row: groupRow,
  });
  return [{ title: say`Namespaces${suffix}`, rows: [[postureSummary(namespaces)]] }, ...groups];
}

/** Findings of one rule that are written out where there are many. */
const SHOWN_FINDINGS = 5;

function standingSections(facts: Facts): readonly Section[] {
  const { otherFindings } = facts;
  const findingItem = createFindingItem(facts);
  if (otherFindings.length <= MANY)
    return section(say`Does not fail the check`, {
      items: groupFindings(otherFindings),
      row: (group) => [findingItem(group)],
    });
  return groupByRule(otherFindings).map((group) => {
    const left = group.findings.length - SHOWN_FINDINGS;
    return {
      title: ruleTitle(group),
      rows: [
        ...group.findings.slice(0, SHOWN_FINDINGS).map((one): Row => [ruleItem(facts, one)]),
        ...(left > 0 ? [[say`${left} more in the JSON output`]] : []),
        [ruleHelp(group)],
      ],
    };
  });
}

const changeSections = (facts: ScopeFacts, suffix: Phrase): readonly Section[] => [
  ...section(say`Namespaces that change${suffix}`, {
    header: NAMESPACE_HEADER,
    items: facts.changed,
    row: (namespace) => namespaceRow(facts, namespace),
  }),
  ...section(say`${flowsTitle(facts)}${suffix}`, {
    header: FLOW_HEADER,
    items: facts.flows,
    row: flowRow,
  }),
  ...section(say`Wider on one side, still blocked by the other${suffix}`, {
    header: MASKED_HEADER,
    items: facts.masked,
    row: maskedRow,
  }),
  ...section(say`Narrower on one side, was blocked by the other anyway${suffix}`, {
    header: NARROWED_HEADER,
    items: facts.narrowed,
    row: maskedRow,
  }),
  ...section(say`For pods that are not there today${suffix}`, {
    header: FLOW_HEADER,
    items: facts.possible,
    row: flowRow,
  }),
];

function unchangedScopes({ report, scopes, isProvedUnchanged }: Facts): readonly Section[] {
  const same = report.scopes.length - scopes.length;
  if (same === 0 || report.scopes.length === 1 || isProvedUnchanged) return [];
  return [{ title: say`Other scopes`, rows: [[say`${count(same, "scope")} without a change`]] }];
}
