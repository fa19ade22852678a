import type { Fix, Report } from "../model/report.ts";
import { count, place, prose, say, type Phrase } from "./phrase.ts";

/** The fixes of a report, each once: one often mends several findings and flows. */
export function fixesOf({ findings, scopes }: Report): readonly Fix[] {
  const all = [
    // Nobody is to mend what somebody answers for.
    ...findings.filter(({ accepted }) => accepted === undefined),
    ...scopes.flatMap(({ flows }) => flows.filter(({ change }) => change === "opened")),
  ].flatMap(({ fix }) => fix ?? []);
  return [...new Map([...new Set(all)].map((fix) => [JSON.stringify(fix), fix])).values()];
}

/** What a fix does and where. */
export const fixWords = ({ title, path, startLine, endLine }: Fix): Phrase =>
  say`${prose(title)} · ${place({ path, startLine, endLine, startColumn: 1, endColumn: 1 }, "head")}`;

export const fixesTitle = (fixes: readonly Fix[]): Phrase =>
  say`${count(fixes.length, "fix", "fixes")}, tried: with the lines below, what is fixed is gone and nothing else opens`;

export const fixTitle = (fix: Fix): Phrase => {
  const amount = fix.endLine - fix.startLine + 1;
  const which = amount === 1 ? say`in place of this line` : say`in place of these ${amount} lines`;
  return say`${fixWords(fix)}, ${which}:`;
};
