import type { Finding } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { Facts } from "./facts.ts";
import { fixWords } from "./fixes.ts";
import { count, joinPhrases, name, prose, say, type Phrase } from "./phrase.ts";

/** The gates, whose findings headline, table and rows tell as well. */
const TOLD: ReadonlySet<string> = new Set(["NP001", "NP002"]);

/** Findings that fail the check and that no row in the open says: a reader need not read it twice. */
export function unsaidFindings({ gating, scopes }: Facts): readonly Finding[] {
  const told = new Set(
    scopes.flatMap(({ scope, flows }) =>
      flows.flatMap(({ change, namespace, blame }) => {
        if (change !== "opened") return [];
        const [place, side] =
          blame.head === undefined ? [blame.base, "base"] : [blame.head, "head"];
        return place === undefined ? [] : [placeKey(scope.name, namespace, side, place)];
      }),
    ),
  );
  return gating.filter(({ rule, scope, namespace = "", location, side = "head" }) => {
    if (!TOLD.has(rule) || location === undefined) return true;
    const lines = Math.min(location.endLine - location.startLine, MANY_LINES);
    return !Array.from({ length: lines + 1 }, (_, line) =>
      placeKey(scope, namespace, side, { ...location, startLine: location.startLine + line }),
    ).some((key) => told.has(key));
  });
}

/** A rule that spans more is found by its first lines, or told twice. */
const MANY_LINES = 50;

const placeKey = (
  scope: string,
  namespace: string,
  side: string,
  { path, startLine }: Span,
): string => JSON.stringify([scope, namespace, side, path, startLine]);

export interface Advice {
  /** What to do, one line for each way: what was tried, then what helps in general. */
  readonly lines: readonly Phrase[];
  /** What still fails the check after all that was tried. */
  readonly rest: Phrase | undefined;
}

/** What a reader can do about what fails the check. */
export function adviceOf({ report, gating, scopes }: Facts): Advice {
  const tried = new Map<string, { readonly words: Phrase; readonly rules: Set<string> }>();
  const add = (words: Phrase, rule?: string): void => {
    const key = JSON.stringify(words);
    const entry = tried.get(key) ?? { words, rules: new Set<string>() };
    tried.set(key, entry);
    if (rule !== undefined) entry.rules.add(rule);
  };
  const [fixed, others] = [
    gating.filter(({ fix }) => fix !== undefined),
    gating.filter(({ fix }) => fix === undefined),
  ];
  for (const { fix, rule } of fixed) if (fix !== undefined) add(fixWords(fix), rule);
  for (const { flows } of scopes)
    for (const { change, fix } of flows)
      if (change === "opened" && fix !== undefined) add(fixWords(fix));
  const hasFixes = tried.size > 0;
  for (const { help, rule } of others) if (help !== undefined) add(say`${prose(help)}`, rule);
  const lines = [...tried.values()].map(({ words, rules }) =>
    rules.size === 0 ? words : say`${words} (${ruleNames(rules)})`,
  );
  const hasRest = hasFixes && others.length > 0 && report.verdict === "fail";
  return { lines, rest: hasRest ? restWords(others) : undefined };
}

function restWords(findings: readonly Finding[]): Phrase {
  const rules = ruleNames(new Set(findings.map(({ rule }) => rule)));
  return say`With every fix that was tried, ${count(findings.length, "finding")} (${rules}) would still fail the check.`;
}

const ruleNames = (rules: ReadonlySet<string>): Phrase =>
  joinPhrases(
    [...rules].map((rule) => say`${name(rule)}`),
    say`, `,
  );
