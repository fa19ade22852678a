import type { Report } from "../model/report.ts";
import { loweredRules, warnOnlySentence } from "./configuration.ts";
import { readFacts, type Facts } from "./facts.ts";
import { fixesTitle, fixTitle } from "./fixes.ts";
import { answer, headline } from "./headline.ts";
import { HTML_STYLE } from "./html-style.ts";
import {
  htmlCode,
  htmlDiff,
  htmlFold,
  htmlList,
  htmlPhrase,
  htmlSection,
  htmlTable,
  plainPhrase,
} from "./html-writer.ts";
import { patchesOf } from "./patches.ts";
import { mark, say, type Piece } from "./phrase.ts";
import { countProbes, renderProbes } from "./probes.ts";
import { basisWords, exactnessWords, probeWords } from "./rows.ts";
import { sectionsOf, type Section } from "./sections.ts";
import { VERDICT_MARK } from "./words.ts";

/** Nothing is loaded and nothing runs, whatever a mistake of ours might let through. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The report as one page that needs nothing else: no script, no picture, no font, no address. */
export function renderHtml(report: Report): string {
  const facts = readFacts(report);
  const title = headline(facts);
  const sections = sectionsOf(facts);
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${plainPhrase(say`${verdictMark(report)}: ${title}`)}</title>`,
    `<style>${HTML_STYLE}</style>`,
    "</head>",
    "<body>",
    `<header>\n<h1>${verdictBadge(report)}${htmlPhrase(title)}</h1>`,
    ...[answer(facts), warnOnlySentence(report), ...loweredRules(report)]
      .filter(({ length }) => length > 0)
      .map((sentence) => `<p>${htmlPhrase(sentence)}</p>`),
    "</header>",
    "<main>",
    ...sections.filter(({ isAside }) => !isAside).map(openSection),
    ...fixSections(facts),
    ...patchSections(facts),
    ...probeSections(facts),
    ...asideSections(sections.filter(({ isAside }) => isAside)),
    "</main>",
    `<footer><p>${htmlPhrase(exactnessWords(facts))}</p>\n<p>${htmlPhrase(basisWords(report))}</p></footer>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function verdictMark({ verdict }: Report): Piece {
  const [kind, word] = VERDICT_MARK[verdict];
  return mark(kind, word);
}

const verdictBadge = (report: Report): string =>
  `<span class="verdict ${VERDICT_MARK[report.verdict][0]}">${htmlPhrase([verdictMark(report)])}</span>`;

function contentOf({ header, rows, left }: Section): readonly string[] {
  return [header.length === 0 ? htmlList(rows) : htmlTable(header, rows), ...leftOut(left)];
}

/** How many items a section leaves out, to stand below it. */
const leftOut = (left: number): readonly string[] =>
  left > 0 ? [`<p>${htmlPhrase(say`${left} more in the JSON output.`)}</p>`] : [];

const openSection = (section: Section): string => htmlSection(section.title, contentOf(section));

const asideSections = (sections: readonly Section[]): readonly string[] =>
  sections.length === 0 ? [] : [htmlSection(say`What this rests on`, sections.map(foldedSection))];

const foldedSection = (section: Section): string =>
  htmlFold(say`${section.title} (${section.rows.length + section.left})`, contentOf(section));

/** More than a reader takes over by hand. */
const MAX_FIXES = 50;

function fixSections({ fixes }: Facts): readonly string[] {
  if (fixes.length === 0) return [];
  const left = fixes.length - MAX_FIXES;
  return [
    htmlSection(fixesTitle(fixes), [
      ...fixes
        .slice(0, MAX_FIXES)
        .map((fix) => `<p>${htmlPhrase(fixTitle(fix))}</p>\n${htmlCode(fix.replacement)}`),
      ...leftOut(left),
    ]),
  ];
}

function patchSections({ scopes }: Facts): readonly string[] {
  const folds = scopes.flatMap((scope) => {
    const { groups, left } = patchesOf(scope);
    return [
      ...groups.map(({ title, patches }) =>
        htmlFold(
          title,
          patches.map(
            ({ title: words, patch }) =>
              `<p>${htmlPhrase(words)}</p>${patch === "" ? "" : `\n${htmlDiff(patch)}`}`,
          ),
        ),
      ),
      ...(left.length === 0 ? [] : [`<p>${htmlPhrase(left)}</p>`]),
    ];
  });
  return folds.length === 0 ? [] : [htmlSection(say`Changed text`, folds)];
}

function probeSections({ report }: Facts): readonly string[] {
  const script = renderProbes(report);
  if (script === undefined) return [];
  const words = probeWords(countProbes(report));
  const fold = htmlFold(say`A script of ${words}`, [htmlCode(script)]);
  return [htmlSection(say`Verify after deploy`, [fold])];
}
