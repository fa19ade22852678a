import type { LedgerEntry } from "../model/report.ts";
import { loweredRules, warnOnlySentence } from "./configuration.ts";
import { answer, headline } from "./headline.ts";
import { markdownFence } from "./escape.ts";
import { emoji, leftOut } from "./markdown-blocks.ts";
import type { MarkdownContext } from "./markdown-context.ts";
import { fixBlocks } from "./markdown-fixes.ts";
import { scanBlocks, standingBlocks } from "./markdown-scan.ts";
import { reviewBlocks } from "./markdown-review.ts";
import { count, NOTHING, prose, say, strong, type Phrase } from "./phrase.ts";
import { countProbes, renderProbes } from "./probes.ts";
import { createFindingItem } from "./finding-items.ts";
import { basisWords, exactnessWords, ledgerItem, probeWords } from "./rows.ts";
import type { FindingGroup } from "./scope-groups.ts";
import { VERDICT_MARK } from "./words.ts";

/** The first lines: the verdict, and in its green state the proof. */
export function headlineBlock({ facts, write }: MarkdownContext): string {
  const [kind] = VERDICT_MARK[facts.report.verdict];
  const title = `### ${emoji(kind)} ${write.phrase(headline(facts))}`;
  const { report } = facts;
  const sentences = [answer(facts), warnOnlySentence(report), ...loweredRules(report)]
    .filter(({ length }) => length > 0)
    .map((sentence) => write.phrase(sentence));
  return [title, ...sentences].join("\n");
}

/** Everything below the headline, most important first. */
export function bodyBlocks(context: MarkdownContext): readonly string[] {
  const { facts, plan, digest } = context;
  const deciding = decidingBlocks(context);
  const gatingList = (findings: readonly FindingGroup[]): readonly string[] =>
    findingList(context, findings, plan.verdictItems);
  return [
    ...(facts.report.mode === "scan"
      ? [...gatingList(digest.gating()), ...deciding, ...scanBlocks(context)]
      : [
          ...deciding,
          ...reviewBlocks(context, [...gatingList(digest.unsaid()), ...adviceBlocks(context)]),
        ]),
    ...otherFindingBlocks(context),
    ...acceptedBlocks(context),
    ...fixBlocks(context),
    ...probeBlocks(context),
    ...assuranceBlocks(context),
  ];
}

const MAX_ADVICE = 8;

/** What to do, most telling first. */
function adviceBlocks({ digest, plan, write }: MarkdownContext): readonly string[] {
  const { lines, rest } = digest.advice();
  const shown = lines.slice(0, Math.min(MAX_ADVICE, plan.verdictItems));
  const left = lines.length - shown.length;
  if (shown.length === 0) return [];
  return [
    [
      ...shown.map((line) => write.phrase(say`${strong`Fix`}: ${line}`)),
      ...leftOut(write, left),
      ...(rest === undefined ? [] : [write.phrase(rest)]),
    ].join("<br>\n"),
  ];
}

interface CutList<Item> {
  readonly limit: number;
  readonly item: (item: Item) => Phrase;
}

/** A list cut to what the plan allows, with a count of the rest. */
function cutList<Item>(
  { write }: MarkdownContext,
  items: readonly Item[],
  { limit, item }: CutList<Item>,
): readonly string[] {
  const shown = items.slice(0, limit);
  const left = items.length - shown.length;
  return [...(shown.length === 0 ? [] : [write.list(shown.map(item))]), ...leftOut(write, left)];
}

const ledgerList = (
  context: MarkdownContext,
  entries: readonly LedgerEntry[],
  limit: number,
): readonly string[] => cutList(context, entries, { limit, item: ledgerItem });

function findingList(
  context: MarkdownContext,
  findings: readonly FindingGroup[],
  limit: number,
): readonly string[] {
  return cutList(context, findings, {
    limit,
    item: createFindingItem(context.facts),
  });
}

/** What stands in the way of an answer. */
function decidingBlocks(context: MarkdownContext): readonly string[] {
  const { facts, plan, write } = context;
  if (facts.deciding.length === 0) return [];
  const end = facts.report.configuration.warnOnly ? NOTHING : say` The check fails until then.`;
  const title = say`${strong`Not decided`}: the answer could be another one had this been read.${end}`;
  return [
    write.phrase(title),
    ...ledgerList(context, facts.deciding, plan.verdictItems),
    ...findingList(context, context.digest.doubtful(), plan.verdictItems),
  ];
}

/** Folded, so more than a table's first rows. */
const FOLDED_ITEMS = 100;

function otherFindingBlocks(context: MarkdownContext): readonly string[] {
  const { facts, plan, write } = context;
  const findings = facts.otherFindings;
  if (findings.length === 0 || plan.without.has("other findings")) return [];
  const one = facts.gating.length === 0 ? "finding" : "other finding";
  const verb = findings.length === 1 ? say`does` : say`do`;
  const isScan = facts.report.mode === "scan";
  const amount = count(findings.length, one);
  const title =
    isScan && facts.gating.length === 0 && findings.length > 1
      ? say`${amount}, none of which fails the check`
      : say`${amount} that ${verb} not fail the check`;
  // They are what a scan is for.
  if (isScan && findings.length > plan.rows)
    return [write.phrase(say`${title}:`), ...standingBlocks(context)];
  const list = findingList(context, context.digest.others(), FOLDED_ITEMS);
  if (isScan) return [write.phrase(say`${title}:`), ...list];
  return [write.details(title, list)];
}

/** Who answers for what; folded, because nobody has to act before the day has come. */
function acceptedBlocks(context: MarkdownContext): readonly string[] {
  const { facts, plan, write } = context;
  const { accepted } = facts;
  if (accepted.length === 0) return [];
  const title = say`${count(accepted.length, "accepted finding")} (who, until when, why)`;
  // That there are some is never left out.
  if (plan.without.has("accepted findings")) return [write.phrase(say`${title}.`)];
  return [write.details(title, findingList(context, context.digest.accepted(), FOLDED_ITEMS))];
}

/** How to find out whether the cluster does what the review says. */
function probeBlocks({ facts, plan, write }: MarkdownContext): readonly string[] {
  const script = plan.without.has("probes") ? undefined : renderProbes(facts.report);
  if (script === undefined) return [];
  return [
    write.details(say`Verify after deploy (${probeWords(countProbes(facts.report))})`, [
      markdownFence(script, "sh"),
    ]),
  ];
}

function assuranceBlocks(context: MarkdownContext): readonly string[] {
  const { facts, plan, write } = context;
  const { assumptions } = facts.report;
  const blocks: string[] = [];
  if (!plan.without.has("statistics"))
    blocks.push(write.phrase(exactnessWords(facts)), write.phrase(basisWords(facts.report)));
  if (!plan.without.has("assumptions") && assumptions.length > 0)
    blocks.push(
      "Assumed:",
      ...cutList(context, assumptions, {
        limit: FOLDED_ITEMS,
        item: ({ text }) => say`${prose(text)}`,
      }),
    );
  if (!plan.without.has("entries that decide nothing") && facts.otherEntries.length > 0)
    blocks.push(
      "Seen, not analysed, and of no effect on the verdict:",
      ...ledgerList(context, facts.otherEntries, FOLDED_ITEMS),
    );
  return blocks.length === 0 ? [] : [write.details(say`How sure is this?`, blocks)];
}
