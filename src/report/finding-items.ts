import type { Finding } from "../model/report.ts";
import { acceptedWords } from "./configuration.ts";
import type { Facts } from "./facts.ts";
import { fixWords } from "./fixes.ts";
import {
  joinPhrases,
  lineBreak,
  mark,
  name,
  NOTHING,
  place,
  prose,
  say,
  type Phrase,
} from "./phrase.ts";
import { scopeNames, type FindingGroup } from "./scope-groups.ts";

/** Findings as items of lists, for Markdown and terminal alike. */

const SEPARATOR = say` · `;

/** What was tried says more than what helps in general. */
function adviceFor({ help, fix }: Finding): Phrase {
  if (fix !== undefined) return say`${lineBreak}Fix: ${fixWords(fix)}`;
  return help === undefined ? NOTHING : say`${lineBreak}Fix: ${prose(help)}`;
}

/** Writes the findings of one list. What to do about several of them is said with the first. */
export function createFindingItem(facts: Facts): (group: FindingGroup) => Phrase {
  const said = new Set<string>();
  return (group) => {
    const { help, fix, accepted } = group.finding;
    const advice = fix === undefined ? help : JSON.stringify(fix);
    if (advice === undefined || accepted !== undefined) return findingItem(facts, group, false);
    const isSaid = said.has(advice);
    said.add(advice);
    return findingItem(facts, group, isSaid);
  };
}

/** Drawn by its effect: what does not fail the check must not look as if it did. */
export const findingMark = ({ level, gate }: Pick<Finding, "level" | "gate">): Phrase =>
  say`${mark(level === "error" && !gate ? "warning" : level, level)}`;

function findingItem(
  { report }: Facts,
  { finding, scopes }: FindingGroup,
  isAdvised: boolean,
): Phrase {
  const { message, rule, accepted } = finding;
  // Nobody is to mend what somebody answers for.
  const advice = accepted === undefined && !isAdvised ? adviceFor(finding) : NOTHING;
  return say`${joinPhrases(
    [
      say`${findingMark(finding)}: ${prose(message)}`,
      findingPlace(finding),
      say`${name(rule)}`,
      report.scopes.length > 1 && finding.scope !== "" ? say`in ${scopeNames(scopes)}` : NOTHING,
    ],
    SEPARATOR,
  )}${accepted === undefined ? NOTHING : say`${lineBreak}${acceptedWords(finding)}`}${advice}`;
}

export function findingPlace({ location, side = "head" }: Finding): Phrase {
  if (location === undefined) return NOTHING;
  return side === "head" ? say`${place(location, side)}` : say`was ${place(location, side)}`;
}
