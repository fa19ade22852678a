import type { Direction } from "../model/policy.ts";
import type { Finding, NamespaceReport } from "../model/report.ts";
import { ruleOf } from "../check/rules.ts";
import type { Facts, LevelCounts, ScopeFacts } from "./facts.ts";
import {
  count,
  DASH,
  joinFirst,
  joinPhrases,
  lineBreak,
  mark,
  name,
  NOTHING,
  prose,
  say,
  type Phrase,
} from "./phrase.ts";
import type { RuleGroup } from "./posture-summary.ts";
import { findingPlace } from "./finding-items.ts";
import { namespaceTitle, type Row } from "./rows.ts";
import { DNS_WORDS, isolationWords, metadataWords, REACH_WORDS } from "./words.ts";

/** Rows and items of a scan, for Markdown and terminal alike. */

const COMMA = say`, `;
const SEPARATOR = say` · `;

const POSTURE = ["Ingress isolated", "Egress isolated", "Metadata", "DNS", "Opened by rules"];

const postureCells = (namespace: NamespaceReport): Row => [
  isolationWords(namespace.defaultDeny.ingress),
  isolationWords(namespace.defaultDeny.egress),
  metadataWords("scan", namespace),
  namespace.dns === undefined ? DASH : DNS_WORDS[namespace.dns],
  openings(namespace),
];

/** What rules open to pods that are isolated; of the others, the first columns say it all. */
function openings({ defaultDeny, exposure }: NamespaceReport): Phrase {
  if (exposure === undefined) return DASH;
  const { fromInternet, fromAllNamespaces, toInternet } = exposure;
  const rows: readonly (readonly [Direction, Phrase, keyof typeof REACH_WORDS])[] = [
    ["ingress", say`from the internet`, fromInternet],
    ["ingress", say`from all namespaces`, fromAllNamespaces],
    ["egress", say`to the internet`, toInternet],
  ];
  const open = rows.filter(
    ([direction, , reach]) => defaultDeny[direction] === "kept" && reach !== "none",
  );
  if (open.length === 0) return DASH;
  return joinPhrases(
    open.map(([, way, reach]) => say`${way} (${REACH_WORDS[reach]})`),
    COMMA,
  );
}

export const POSTURE_HEADER = ["Namespace", ...POSTURE, "Findings"];

/** A namespace of a scan: what protects it, and what was found in it. */
export const postureRow = (facts: ScopeFacts, namespace: NamespaceReport): Row => [
  namespaceTitle(namespace),
  ...postureCells(namespace),
  findingCounts(facts.levelsIn(namespace.name)),
];

function findingCounts(counts: LevelCounts): Phrase {
  const levels = (["error", "warning", "note"] as const).filter((level) => counts[level] > 0);
  const { accepted } = counts;
  if (levels.length + accepted === 0) return DASH;
  return joinPhrases(
    [
      ...levels.map((level) => count(counts[level], level)),
      accepted === 0 ? NOTHING : say`${accepted} accepted`,
    ],
    COMMA,
  );
}

export const GROUP_HEADER = ["Namespaces", ...POSTURE];

const SHOWN_NAMES = 3;

/** Namespaces that stand alike. */
export function groupRow(group: readonly NamespaceReport[]): Row {
  const [first] = group;
  if (first === undefined) return [];
  const names = group.slice(0, SHOWN_NAMES).map((namespace) => namespaceTitle(namespace));
  return [joinFirst(names, group.length - names.length), ...postureCells(first)];
}

/** A rule with findings: what it finds, and how often. */
export function ruleTitle({ rule, level, findings }: RuleGroup): Phrase {
  const known = ruleOf(rule);
  const what = known === undefined ? NOTHING : say` (${prose(known.summary)})`;
  return say`${mark(level, level)} ${name(rule)}: ${count(findings.length, "finding")}${what}`;
}

/** What helps against every finding of a rule; some findings have help of their own. */
export const ruleHelp = ({ rule }: RuleGroup): Phrase => {
  const known = ruleOf(rule);
  return known === undefined ? NOTHING : say`Fix: ${prose(known.help)}`;
};

/** A finding below the title of its rule. */
export function ruleItem({ report }: Facts, finding: Finding): Phrase {
  const { message, help, rule, scope } = finding;
  const isOwn = help !== undefined && help !== ruleOf(rule)?.help;
  return say`${joinPhrases(
    [
      say`${prose(message)}`,
      findingPlace(finding),
      report.scopes.length > 1 ? say`in ${name(scope)}` : NOTHING,
    ],
    SEPARATOR,
  )}${isOwn ? say`${lineBreak}Fix: ${prose(help)}` : NOTHING}`;
}
