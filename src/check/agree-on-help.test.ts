import { expect, test } from "vitest";
import type { Finding } from "../model/report.ts";
import { agreeOnHelp } from "./agree-on-help.ts";
import { findingOf, RULES, type RuleId } from "./rules.ts";

const at = (rule: RuleId, startLine: number, side: "base" | "head" = "head"): Finding =>
  findingOf(rule, {
    scope: "default",
    message: rule,
    side,
    location: { path: "p.yaml", startLine, startColumn: 1, endLine: startLine, endColumn: 2 },
  });

const helps = (findings: readonly Finding[]): readonly (string | undefined)[] =>
  agreeOnHelp(findings).map(({ help }) => help);

test("a policy that should not be there is to be removed, whatever else is wrong with it", () => {
  const { help } = RULES.NP015;
  expect(helps([at("NP001", 3), at("NP002", 3), at("NP015", 3)])).toEqual([help, help, help]);
});

test("other lines, the other revision and other rules keep their own advice", () => {
  const findings = [at("NP001", 3), at("NP002", 4), at("NP002", 3, "base"), at("NP023", 3)];
  expect(agreeOnHelp(findings)).toEqual(findings);
});
