import type { RuleSetting } from "../config/keys.ts";
import { LEVELS } from "../config/fail-on.ts";
import type { FailOn, Finding, RuleChange } from "../model/report.ts";
import { ruleOf, type Rule } from "./rules.ts";

/** How a configuration changes what findings count for. */
export interface RulePolicy {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly failOn: readonly FailOn[];
}

/** The findings with the levels and gates that the configuration gives them; undefined where they are off. */
export function applyRules(finding: Finding, { rules, failOn }: RulePolicy): Finding | undefined {
  const setting = rules.get(finding.rule);
  if (setting === "off") return undefined;
  const { level = finding.level, gate } = settingOf(setting);
  const isGate = gate ?? (isGateAt(finding, level) || reaches(level, failOn));
  return { ...finding, level, gate: isGate };
}

const settingOf = (
  setting: Exclude<RuleSetting, "off"> | undefined,
): Exclude<RuleSetting, string> =>
  typeof setting === "string" ? { level: setting } : (setting ?? {});

/** Who calls a gate a warning does not want it to fail. */
const isGateAt = ({ gate }: Pick<Rule, "gate">, level: Finding["level"]): boolean =>
  gate && level === "error";

const reaches = (level: Finding["level"], failOn: readonly FailOn[]): boolean =>
  LEVELS.slice(LEVELS.indexOf(level)).some((each) => failOn.includes(each));

/** The rules that the configuration changes, and how many of the findings that it leaves out. */
export function ruleChanges(
  findings: readonly Finding[],
  rules: RulePolicy["rules"],
): readonly RuleChange[] {
  return [...rules].flatMap(([id, setting]): readonly RuleChange[] => {
    const rule = ruleOf(id);
    if (rule === undefined) return [];
    if (setting === "off") {
      const hidden = findings.filter((finding) => finding.rule === id).length;
      return [{ rule: id, level: "off", gate: false, hidden }];
    }
    const { level = rule.level, gate = isGateAt(rule, level) } = settingOf(setting);
    const isDefault = level === rule.level && gate === rule.gate;
    return isDefault ? [] : [{ rule: id, level, gate, hidden: 0 }];
  });
}
