import { writeFileSync } from "node:fs";
import type { Report } from "../model/report.ts";
import type { OutputOptions } from "./arguments.ts";
import { CommandError, EXIT_CODES, type Terminal } from "./terminal.ts";

/** A file has no comment's limit; this one is the job summary's (1 MiB). */
const MAX_MARKDOWN = 1_000_000;

/** Writes a report and gives the exit code. */
export type ReportWriter = (report: Report) => number;

/** Loads the code of one format, and of no other: a command can do so while it waits for git. */
export async function prepareReport(
  options: OutputOptions,
  terminal: Terminal,
): Promise<ReportWriter> {
  const render = await loadRenderer(options, terminal);
  return (report) => {
    writeText(render(report), options, terminal);
    return EXIT_CODES[report.verdict];
  };
}

async function loadRenderer(
  { format, output, color }: OutputOptions,
  terminal: Terminal,
): Promise<(report: Report) => string> {
  switch (format) {
    case "json":
      return (await import("../report/json.ts")).renderJson;
    case "markdown": {
      const { renderMarkdown } = await import("../report/markdown.ts");
      return (report) => renderMarkdown(report, { maxLength: MAX_MARKDOWN });
    }
    case "text": {
      const { renderTerminal } = await import("../report/terminal.ts");
      const { isTerminal, columns } = terminal;
      const options = {
        color: color ?? (isTerminal && output === undefined),
        ...(columns === undefined || output !== undefined ? {} : { width: columns }),
      };
      return (report) => renderTerminal(report, options);
    }
  }
}

export function writeText(text: string, { output }: OutputOptions, terminal: Terminal): void {
  if (output === undefined) {
    terminal.write(text);
    return;
  }
  try {
    writeFileSync(output, text);
  } catch (error) {
    throw new CommandError(
      `cannot write ${output}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
