import { writeFileSync } from "node:fs";
import type { Report } from "../model/report.ts";
import { exitCodeOf } from "../report/exit-code.ts";
import { renderJson } from "../report/json.ts";
import { renderMarkdown } from "../report/markdown.ts";
import { renderProbes } from "../report/probes.ts";
import { renderSarif, type SarifOptions } from "../report/sarif.ts";
import { renderTerminal } from "../report/terminal.ts";
import type { OutputOptions } from "./arguments.ts";

/** Where a command writes, and whether a person watches. */
export interface Terminal {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  readonly columns?: number;
  /** The day as `2026-03-31`, in UTC. */
  readonly today: string;
}

export const WRONG_USAGE = 3;

/** Something the user can mend: its message is printed, without a stack. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

/** A file has no comment's limit; this one is the job summary's (1 MiB). */
const MAX_MARKDOWN = 1_000_000;

/** A report, and what SARIF says beside it. */
export interface Printed {
  readonly report: Report;
  readonly sarif: SarifOptions;
}

export function writeReport(printed: Printed, options: OutputOptions, terminal: Terminal): number {
  writeText(textOf(printed, options, terminal), options, terminal);
  return exitCodeOf(printed.report);
}

function textOf({ report, sarif }: Printed, options: OutputOptions, terminal: Terminal): string {
  switch (options.format) {
    case "sarif":
      return renderSarif(report, sarif);
    case "json":
      return renderJson(report);
    case "markdown":
      return renderMarkdown(report, { maxLength: MAX_MARKDOWN });
    case "probes":
      return renderProbes(report) ?? "#!/bin/sh\n# No flow changed that a pod could try.\n";
    case "text":
      return renderTerminal(report, {
        color: options.color ?? (terminal.isTerminal && options.output === undefined),
        ...(terminal.columns === undefined || options.output !== undefined
          ? {}
          : { width: terminal.columns }),
      });
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
