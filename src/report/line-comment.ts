import type { Finding, Fix, FlowRow } from "../model/report.ts";
import { markdownFence, suggestionBlock } from "./escape.ts";
import { createMarkdownWriter } from "./markdown-blocks.ts";
import { findingMark } from "./finding-items.ts";
import { mark, name, prose, say, type Phrase } from "./phrase.ts";
import { flowMark } from "./words.ts";

const writer = createMarkdownWriter(undefined);

/** A finding for the margin of its line: the place says itself. */
export const findingLine = ({ level, gate, message, rule }: Finding): string =>
  writer.phrase(say`${findingMark({ level, gate })}: ${prose(message)} · ${name(rule)}`);

/** An opened flow for the margin of the line that opened it. */
export const flowLine = (flow: FlowRow): string =>
  writer.phrase(
    say`${mark(flowMark(flow), flow.change)}: ${prose(flow.source.text)} → ${prose(flow.destination.text)}, ${prose(flow.ports)}: ${prose(flow.cause)}`,
  );

/** Lines of one comment; what is beyond is counted. */
const MAX_LINES = 6;

export interface LineComment {
  /** As {@link findingLine} and {@link flowLine} write them. */
  readonly lines: readonly string[];
  /** What may help in general. */
  readonly help?: string;
  readonly fix?: Fix;
  /** Whether the comment stands on just the lines that the fix replaces. */
  readonly canSuggest: boolean;
}

/** The comment below a line of the pull request. */
export function renderLineComment({ lines, help, fix, canSuggest }: LineComment): string {
  const shown = lines.slice(0, MAX_LINES);
  const left = lines.length - shown.length;
  const more = left === 0 ? [] : [writer.phrase(say`${left} more from the same lines.`)];
  const text = [...shown, ...more].map((line) => (lines.length === 1 ? line : `- ${line}`));
  return [text.join("\n"), ...adviceBlocks({ help, fix, canSuggest })].join("\n\n");
}

interface Advice extends Pick<LineComment, "canSuggest"> {
  readonly help: string | undefined;
  readonly fix: Fix | undefined;
}

function adviceBlocks({ help, fix, canSuggest }: Advice): readonly string[] {
  if (fix === undefined)
    return help === undefined ? [] : [`**Fix**: ${writer.phrase(say`${prose(help)}`)}`];
  const title = (rest: Phrase): string =>
    `**Fix**: ${writer.phrase(say`${prose(fix.title)}${rest}`)}`;
  const suggestion = canSuggest ? suggestionBlock(fix.replacement) : undefined;
  if (suggestion !== undefined) return [title(say`.`), suggestion];
  return [title(say`, in ${name(placeOf(fix))}:`), markdownFence(fix.replacement, "yaml")];
}

const placeOf = ({ path, startLine, endLine }: Fix): string =>
  startLine === endLine ? `${path}:${startLine}` : `${path}:${startLine}-${endLine}`;
