import type { Finding } from "../model/report.ts";

/** Findings that blame one line, from the one that knows best what is wrong with it to the one that knows least. */
const ORDER: readonly string[] = ["NP015", "NP001", "NP002", "NP017"];

/** Where several findings blame the same line, all give the advice of the one that sees deepest. */
export function agreeOnHelp(findings: readonly Finding[]): readonly Finding[] {
  const best = new Map<string, Finding>();
  for (const rule of ORDER)
    for (const finding of findings) {
      const key = placeOf(finding);
      if (finding.rule === rule && key !== undefined && !best.has(key)) best.set(key, finding);
    }
  return findings.map((finding) => {
    const key = ORDER.includes(finding.rule) ? placeOf(finding) : undefined;
    const { help } = (key === undefined ? undefined : best.get(key)) ?? finding;
    return help === undefined || help === finding.help ? finding : { ...finding, help };
  });
}

/** A line of one revision that a finding blames, in one scope. */
export const placeOf = ({ scope, location, side = "head" }: Finding): string | undefined =>
  location && JSON.stringify([scope, side, location.path, location.startLine]);
