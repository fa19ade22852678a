import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { detailsOf } from "../check/rule-details.ts";
import { RULE_IDS, RULES } from "../check/rules.ts";
import { renderRuleDocs, ruleAnchor } from "./rule-docs.ts";

const DOCS = readFileSync(join(import.meta.dirname, "../../docs/rules.md"), "utf8");

test("docs/rules.md is current: npm run docs:rules", () => {
  expect(DOCS).toBe(renderRuleDocs());
});

/** As GitHub makes anchors: lower case, without punctuation, blanks as hyphens. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/gu, "")
    .replaceAll(" ", "-");

test("every rule has a heading that its anchor leads to", () => {
  const anchors = [...DOCS.matchAll(/^## (.*)$/gmu)].map(([, heading = ""]) => anchorOf(heading));
  expect(anchors).toEqual(RULE_IDS.map(ruleAnchor));
});

test("names tell rules apart", () => {
  expect(new Set(RULE_IDS.map((id) => RULES[id].name)).size).toBe(RULE_IDS.length);
});

test.each(RULE_IDS)("%s has a severity that fits its level", (id) => {
  const { severity, description } = detailsOf(id);
  expect(severity).toBeGreaterThan(0);
  expect(severity).toBeLessThanOrEqual(10);
  expect(RULES[id].gate ? severity >= 7 : severity < 9).toBe(true);
  expect(description).toMatch(/\.$/u);
});
