import { formatCount } from "../model/format-count.ts";
import type { Report } from "../model/report.ts";
import { markdownUrl } from "./escape.ts";
import { readFacts } from "./facts.ts";
import { createMarkdownWriter, type FileUrl } from "./markdown-blocks.ts";
import { createDigest, type MarkdownContext } from "./markdown-context.ts";
import { plans } from "./markdown-plan.ts";
import { bodyBlocks, headlineBlock } from "./markdown-sections.ts";

/** Issue comments, review bodies: the API answers 422 beyond this. */
const MAX_COMMENT_LENGTH = 65_536;

export interface MarkdownOptions {
  /** In characters; the answer is never longer. A comment's limit unless given. */
  readonly maxLength?: number;
  /** Makes places links. */
  readonly fileUrl?: FileUrl;
  /** Where the reader finds what the limit left out. */
  readonly summaryUrl?: string;
  /** The comment marker, as an HTML comment of our own making: becomes the first line. */
  readonly marker?: string;
  /** A sentence of ours, as Markdown: stands at the end. */
  readonly note?: string;
}

/** The report as GitHub Markdown, for the pull request comment and the job summary. */
export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const { maxLength = MAX_COMMENT_LENGTH, marker } = options;
  const first = marker === undefined ? "" : `${marker}\n`;
  const facts = readFacts(report);
  const write = createMarkdownWriter(options.fileUrl);
  const digest = createDigest(facts);
  for (const plan of plans(facts, maxLength)) {
    const text = first + compose({ facts, plan, write, digest }, options);
    if (text.length <= maxLength) return text;
  }
  // No room for names: a limit below any real one, but still no reason to break the promise.
  return `${first}### NetworkPolicy review: ${report.verdict}\n`.slice(0, maxLength);
}

function compose(context: MarkdownContext, options: MarkdownOptions): string {
  const blocks = [
    headlineBlock(context),
    ...bodyBlocks(context),
    ...omissionBlocks(context, options),
    ...(options.note === undefined ? [] : [options.note]),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** What the limit left out, and where to find it. */
function omissionBlocks({ plan }: MarkdownContext, options: MarkdownOptions): readonly string[] {
  const left = [...plan.without];
  if (left.length === 0) return [];
  const { maxLength = MAX_COMMENT_LENGTH, summaryUrl } = options;
  const url = summaryUrl === undefined ? undefined : markdownUrl(summaryUrl);
  const where = url === undefined ? "" : ` [Read all of it in the job summary](${url}).`;
  return [
    `Left out to stay below ${formatCount(maxLength)} characters: ${left.join(", ")}.${where}`,
  ];
}
