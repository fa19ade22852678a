import { writeFileSync } from "node:fs";
import type { Report } from "../model/report.ts";
import { exitCodeOf } from "../report/exit-code.ts";
import type { SarifOptions } from "../report/sarif.ts";
import type { OutputOptions } from "./arguments.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** A file has no comment's limit; this one is the job summary's (1 MiB). */
const MAX_MARKDOWN = 1_000_000;

/** A report, and what SARIF says beside it. */
interface Printed {
  readonly report: Report;
  readonly sarif: SarifOptions;
}

/** Writes a report and gives the exit code. */
export type ReportWriter = (printed: Printed) => number;

/** Loads the code of one format, and of no other: a command can do so while it waits for git. */
export async function prepareReport(
  options: OutputOptions,
  terminal: Terminal,
): Promise<ReportWriter> {
  const render = await loadRenderer(options, terminal);
  return (printed) => {
    writeText(render(printed), options, terminal);
    return exitCodeOf(printed.report);
  };
}

async function loadRenderer(
  { format, output, color }: OutputOptions,
  terminal: Terminal,
): Promise<(printed: Printed) => string> {
  switch (format) {
    case "sarif": {
      const { renderSarif } = await import("../report/sarif.ts");
      return ({ report, sarif }) => renderSarif(report, sarif);
    }
    case "json": {
      const { renderJson } = await import("../report/json.ts");
      return ({ report }) => renderJson(report);
    }
    case "markdown": {
      const { renderMarkdown } = await import("../report/markdown.ts");
      return ({ report }) => renderMarkdown(report, { maxLength: MAX_MARKDOWN });
    }
    case "html": {
      const { renderHtml } = await import("../report/html.ts");
      return ({ report }) => renderHtml(report);
    }
    case "probes": {
      const { renderProbes } = await import("../report/probes.ts");
      return ({ report }) =>
        renderProbes(report) ?? "#!/bin/sh\n# No flow changed that a pod could try.\n";
    }
    case "text": {
      const { renderTerminal } = await import("../report/terminal.ts");
      const { isTerminal, columns } = terminal;
      const options = {
        color: color ?? (isTerminal && output === undefined),
        ...(columns === undefined || output !== undefined ? {} : { width: columns }),
      };
      return ({ report }) => renderTerminal(report, options);
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
