import type { Report } from "../model/report.ts";
import { loweredRules, warnOnlySentence } from "./configuration.ts";
import { terminalText } from "./escape.ts";
import { readFacts, type Facts } from "./facts.ts";
import { fixesTitle, fixTitle } from "./fixes.ts";
import { answer, headline } from "./headline.ts";
import { mark, NOTHING, say, type Phrase } from "./phrase.ts";
import { basisWords, type Row } from "./rows.ts";
import { sectionsOf } from "./sections.ts";
import { patchLines } from "./terminal-patches.ts";
import { alignTable } from "./terminal-table.ts";
import { VERDICT_MARK } from "./words.ts";

export interface TerminalOptions {
  readonly color: boolean;
  /** Columns of the terminal; without it, lines are as long as they need to be. */
  readonly width?: number;
}

/** More belongs in a file. */
const MAX_FIXES = 200;

/** The report for a shell: the verdict first, tables in aligned columns, places as `path:line`. */
export function renderTerminal(report: Report, { color, width }: TerminalOptions): string {
  const table = (rows: readonly Row[], indent: number): readonly string[] =>
    alignTable(rows, { color, width, indent });
  const facts = readFacts(report);
  const [verdictMark, word] = VERDICT_MARK[report.verdict];
  const top = [
    say`${mark(verdictMark, word)}  ${headline(facts)}`,
    answer(facts),
    warnOnlySentence(report),
    ...loweredRules(report),
  ];
  const lines = [
    ...top.filter((line) => line.length > 0).flatMap((line) => table([[line]], 0)),
    ...sectionsOf(facts).flatMap(({ title, header, rows, left }) => {
      const more = left === 0 ? NOTHING : say` (${left} more in the JSON output)`;
      const headerRow = header.map((text): Phrase => [{ type: "own", text: text.toUpperCase() }]);
      return [
        "",
        ...table([[say`${title}${more}`]], 0),
        ...table(header.length === 0 ? rows : [headerRow, ...rows], 2),
      ];
    }),
    ...patchLines(facts, (phrase, indent) => table([[phrase]], indent)),
    ...fixLines(facts, table),
    "",
    ...table([[say`${basisWords(report)}`]], 0),
  ];
  return `${lines.join("\n")}\n`;
}

/** The new text of each fix. Indentation counts there, so its lines are not wrapped. */
function fixLines(
  { fixes }: Facts,
  table: (rows: readonly Row[], indent: number) => readonly string[],
): readonly string[] {
  if (fixes.length === 0) return [];
  return [
    "",
    ...table([[fixesTitle(fixes)]], 0),
    ...fixes
      .slice(0, MAX_FIXES)
      .flatMap((fix) => [
        ...table([[fixTitle(fix)]], 2),
        ...fix.replacement.split("\n").map((line) => `    | ${terminalText(line)}`),
      ]),
  ];
}
