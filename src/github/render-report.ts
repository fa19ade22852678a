import type { Side, Span } from "../model/span.ts";
import { renderJson } from "../report/json.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { renderSarif } from "../report/sarif.ts";
import { COMMENT_MAX_CHARACTERS, SUMMARY_MAX_CHARACTERS } from "./limits.ts";
import { fileUrl, projectUrls, repositoryUrl, runUrl } from "./links.ts";
import type { MadeReport } from "./make-report.ts";
import type { ReportTexts } from "./outputs.ts";
import type { Context } from "./read-context.ts";

export interface RenderedReport extends ReportTexts {
  /** The comment, which begins with the given line. */
  readonly comment: (marker: string) => string;
}

/** Renders a report for the places where GitHub shows it, with links into the repository. */
export function renderReport({ runner }: Context, made: MadeReport): RenderedReport {
  const { report, revisions, sarif } = made;
  const link = (span: Span, side: Side): string =>
    fileUrl(runner, side === "base" ? (revisions.base ?? revisions.head) : revisions.head, span);
  return {
    json: renderJson(report),
    sarif:
      sarif === undefined
        ? undefined
        : () =>
            renderSarif(report, {
              ...sarif,
              repositoryUri: repositoryUrl(runner),
              ...projectUrls(runner),
            }),
    markdown: renderMarkdown(report, { maxLength: SUMMARY_MAX_CHARACTERS, fileUrl: link }),
    comment: (marker) =>
      renderMarkdown(report, {
        maxLength: COMMENT_MAX_CHARACTERS,
        fileUrl: link,
        summaryUrl: runUrl(runner),
        marker,
      }),
  };
}
