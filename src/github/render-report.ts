import type { Side, Span } from "../model/span.ts";
import { renderJson } from "../report/json.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { sarifCategory } from "./comment-key.ts";
import { COMMENT_MAX_CHARACTERS, SUMMARY_MAX_CHARACTERS } from "./limits.ts";
import { fileUrl, projectUrls, repositoryUrl, runUrl } from "./links.ts";
import type { MadeReport } from "./make-report.ts";
import type { ReportTexts } from "./outputs.ts";
import type { Context } from "./read-context.ts";

export interface RenderedReport extends ReportTexts {
  /** The comment, which begins with the given line and can end with a note of ours. */
  readonly comment: (marker: string, note?: string) => string;
}

/** Renders a report for the places where GitHub shows it, with links into the repository. */
export function renderReport({ runner, inputs }: Context, made: MadeReport): RenderedReport {
  const { report, revisions, sarif } = made;
  const link = (span: Span, side: Side): string =>
    fileUrl(runner, side === "base" ? (revisions.base ?? revisions.head) : revisions.head, span);
  return {
    json: renderJson(report),
    sarif:
      sarif === undefined
        ? undefined
        : async () =>
            (await import("../report/sarif.ts")).renderSarif(report, {
              ...sarif,
              category: sarifCategory(inputs),
              repositoryUri: repositoryUrl(runner),
              ...projectUrls(runner),
            }),
    markdown: renderMarkdown(report, { maxLength: SUMMARY_MAX_CHARACTERS, fileUrl: link }),
    comment: (marker, note) =>
      renderMarkdown(report, {
        ...(note === undefined ? {} : { note }),
        maxLength: COMMENT_MAX_CHARACTERS,
        fileUrl: link,
        summaryUrl: runUrl(runner),
        marker,
      }),
  };
}
