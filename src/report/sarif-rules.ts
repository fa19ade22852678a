import { detailsOf } from "../check/rule-details.ts";
import { RULE_IDS, RULES, type Rule } from "../check/rules.ts";
import type { Finding } from "../model/report.ts";
import { ruleAnchor } from "./rule-docs.ts";
import { MAX_DESCRIPTION, MAX_TAGS } from "./sarif-limits.ts";

/** Results refer to rules by their place in the list. */
const INDICES: ReadonlyMap<string, number> = new Map(RULE_IDS.map((id, index) => [id, index]));

export const ruleIndexOf = (rule: string): number | undefined => INDICES.get(rule);

/** The words of code scanning for a level (property `problem.severity`). */
const PROBLEM: Readonly<Record<Finding["level"], string>> = {
  error: "error",
  warning: "warning",
  note: "recommendation",
};

const TAGS = ["security", "network-policy", "kubernetes"];

/** All rules as `reportingDescriptor` objects; `rulesUrl` is the page that {@link ruleAnchor} leads into. */
export const describeRules = (rulesUrl: string | undefined): readonly object[] =>
  RULE_IDS.map((id) => {
    const { name, level, summary, help }: Rule = RULES[id];
    const { description, severity, precision, tags } = detailsOf(id);
    const url = rulesUrl === undefined ? undefined : `${rulesUrl}#${ruleAnchor(id)}`;
    const link = url === undefined ? "" : `\n\n[More about ${id}](${url})`;
    return {
      id,
      name: pascalCase(name),
      shortDescription: { text: cut(summary) },
      fullDescription: { text: cut(description) },
      help: {
        text: `${description}\n\nHow to fix it: ${help}`,
        markdown: `${description}\n\n**How to fix it.** ${help}${link}`,
      },
      ...(url === undefined ? {} : { helpUri: url }),
      defaultConfiguration: { level },
      properties: {
        tags: [...TAGS, ...tags].slice(0, MAX_TAGS),
        precision,
        "problem.severity": PROBLEM[level],
        "security-severity": severity.toFixed(1),
      },
    };
  });

const cut = (text: string): string => text.slice(0, MAX_DESCRIPTION);

const pascalCase = (name: string): string =>
  name
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
