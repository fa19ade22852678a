import { detailsOf } from "../check/rule-details.ts";
import { RULE_IDS, RULES, type Rule, type RuleId } from "../check/rules.ts";

/** The anchor that GitHub gives to the heading of a rule. */
export const ruleAnchor = (id: RuleId): string => `${id.toLowerCase()}-${RULES[id].name}`;

/** docs/rules.md, from the table of rules. */
export const renderRuleDocs = (): string =>
  `${[
    "# Rules",
    "Every finding has the id of one of these rules. Ids and names stay as they are: code scanning and configurations hold on to them. This page is generated (`npm run docs:rules`).",
    "A rule that _fails the check_ does so where a change causes the fault; standing faults fail nothing. The severity is what code scanning sorts by.",
    RULE_IDS.map(entry).join("\n"),
    ...RULE_IDS.map(section),
  ].join("\n\n")}\n`;

function entry(id: RuleId): string {
  const { name, level, gate, summary }: Rule = RULES[id];
  const severity = detailsOf(id).severity.toFixed(1);
  const how = `${level}${gate ? ", fails the check" : ""}, severity ${severity}`;
  return `- [${id} ${name}](#${ruleAnchor(id)}) (${how}): ${summary}.`;
}

function section(id: RuleId): string {
  const { name, help }: Rule = RULES[id];
  return `## ${id} ${name}\n\n${detailsOf(id).description}\n\n**Fix.** ${help}`;
}
