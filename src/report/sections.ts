import type { LedgerEntry } from "../model/report.ts";
import type { Facts, ScopeFacts } from "./facts.ts";
import { count, name, NOTHING, prose, say, type Phrase } from "./phrase.ts";
import { createFindingItem } from "./finding-items.ts";
import { byPosture, groupByRule, groupPostures, postureSummary } from "./posture-summary.ts";
import {
  GROUP_HEADER,
  groupRow,
  POSTURE_HEADER,
  postureRow,
  ruleHelp,
  ruleItem,
  ruleTitle,
} from "./posture-rows.ts";
import {
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
import { groupFindings, groupScopes, scopeNames, type FindingGroup } from "./scope-groups.ts";

/** A title with a table, or with a list where there is no header. */
export interface Section {
  readonly title: Phrase;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  /** Rows that are not among these. */
  readonly left: number;
  /** What a reader wants only when everything else is clear. */
  readonly isAside: boolean;
}

interface SectionOf<Item> {
  readonly items: readonly Item[];
  readonly row: (item: Item) => Row;
  readonly header?: readonly string[];
  readonly isAside?: boolean;
}

/** More belongs in a file, and the JSON output has it. */
const MAX_ROWS = 200;

/** No section where there is nothing to say. */
function section<Item>(
  title: Phrase,
  { items, row, header = [], isAside = false }: SectionOf<Item>,
): readonly Section[] {
  if (items.length === 0) return [];
  const rows = items.slice(0, MAX_ROWS).map(row);
  return [{ title, header, rows, left: items.length - rows.length, isAside }];
}

/** Everything between the first lines of a report and its last one, most important first. */
export function sectionsOf(facts: Facts): readonly Section[] {
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
    ...section(say`Accepted`, {
      items: groupFindings(facts.accepted),
      row: findingRow,
      isAside: true,
    }),
    ...section(say`Assumed`, {
      isAside: true,
      items: report.assumptions,
      row: ({ text }) => [say`${prose(text)}`],
    }),
    ...section(say`Seen, not analysed, and of no effect on the verdict`, {
      isAside: true,
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
  const summary = [postureSummary(namespaces)];
  return [...section(say`Namespaces${suffix}`, { items: [summary], row: (row) => row }), ...groups];
}

/** Findings of one rule that are written out where there are many. */
const SHOWN_FINDINGS = 5;

/** They are what a scan is for. */
const NONE_FAILS = say`Findings, none of which fails the check`;

function standingSections(facts: Facts): readonly Section[] {
  const { otherFindings } = facts;
  const findingItem = createFindingItem(facts);
  if (otherFindings.length <= MANY)
    return section(facts.gating.length === 0 ? NONE_FAILS : say`Does not fail the check`, {
      items: groupFindings(otherFindings),
      row: (group) => [findingItem(group)],
    });
  return groupByRule(otherFindings).map((group) => {
    const left = group.findings.length - SHOWN_FINDINGS;
    return {
      title: ruleTitle(group),
      header: [],
      left: 0,
      isAside: false,
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
  return section(say`Other scopes`, {
    items: [say`${count(same, "scope")} without a change`],
    row: (words) => [words],
  });
}
