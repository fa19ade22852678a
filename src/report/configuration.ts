import { ruleOf } from "../check/rules.ts";
import type { Finding, Report, RuleChange } from "../model/report.ts";
import { count, joinPhrases, name, NOTHING, prose, say, type Phrase } from "./phrase.ts";

/** What the configuration made of the verdict, in words: a reader must not have to know it by heart. */

const COMMA = say`, `;

/** Whether the check passes though the verdict is another. */
const isLetPass = ({ verdict, configuration }: Report): boolean =>
  configuration.warnOnly && verdict !== "pass";

/** Stands in the headline, right after what was done. */
export const warnOnlyMark = (report: Report): Phrase =>
  isLetPass(report) ? say` (warn only)` : NOTHING;

export const warnOnlySentence = (report: Report): Phrase =>
  isLetPass(report)
    ? say`Warn only: the check passes, as configured. It would have failed${report.verdict === "undecided" ? say`, because the answer is not decided` : NOTHING}.`
    : NOTHING;

const isGateByDefault = ({ rule }: RuleChange): boolean => ruleOf(rule)?.gate === true;

/** More rules than this are a number. */
const SHOWN_RULES = 12;

function ruleList(changes: readonly RuleChange[]): Phrase {
  const shown = changes.slice(0, SHOWN_RULES).map(({ rule, hidden }): Phrase => {
    const known = ruleOf(rule)?.name;
    const words = joinPhrases(
      [
        known === undefined ? NOTHING : say`${name(known)}`,
        hidden === 0 ? NOTHING : say`${count(hidden, "finding")} left out`,
      ],
      COMMA,
    );
    return words.length === 0 ? say`${name(rule)}` : say`${name(rule)} (${words})`;
  });
  const left = changes.length - shown.length;
  return joinPhrases([...shown, left === 0 ? NOTHING : say`${left} more`], COMMA);
}

/** One sentence each: what is not looked for, and what is and no longer fails the check. */
export function loweredRules({ configuration: { rules } }: Report): readonly Phrase[] {
  const off = rules.filter(({ level }) => level === "off");
  const lowered = rules.filter(
    (each) => each.level !== "off" && !each.gate && isGateByDefault(each),
  );
  return [
    off.length === 0
      ? NOTHING
      : say`${count(off.length, "rule")} switched off by configuration: ${ruleList(off)}.`,
    lowered.length === 0
      ? NOTHING
      : say`${count(lowered.length, "gate")} lowered by configuration: ${ruleList(lowered)}.`,
  ].filter((sentence) => sentence.length > 0);
}

/** Who answers for a finding, until when, and why. */
export function acceptedWords({ accepted }: Finding): Phrase {
  if (accepted === undefined) return NOTHING;
  const { owner, expires, reason } = accepted;
  return say`accepted by ${name(owner)} until ${name(expires)}: ${prose(reason)}`;
}
