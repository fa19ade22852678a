import { parseCommand, type Command } from "./arguments.ts";
import { HELP } from "./help.ts";
import { writeToStandardOutput } from "./standard-output.ts";
import { CommandError, knownWidth, WRONG_USAGE, type Terminal } from "./terminal.ts";
import { InvalidConfig } from "../config/invalid-config.ts";
import { dayOf } from "../model/day.ts";
import { SourceFailure } from "../source/types.ts";
import { VERSION } from "../version.ts";

const terminal: Terminal = {
  write: writeToStandardOutput,
  warn: (line) => void process.stderr.write(`netpol-review: ${line}\n`),
  get today() {
    return dayOf(new Date());
  },
  // Node opens the stream when it is first asked for, which takes as long as it takes to start git.
  get isTerminal() {
    return process.stdout.isTTY && process.env["NO_COLOR"] === undefined;
  },
  get columns() {
    return process.stdout.isTTY ? knownWidth(process.stdout.columns) : undefined;
  },
};

async function run(command: Command): Promise<number> {
  switch (command.name) {
    case "help":
      terminal.write(HELP);
      return 0;
    case "version":
      terminal.write(`${VERSION}\n`);
      return 0;
    // Each command loads what it needs, and nothing before git has started.
    case "diff":
      return (await import("./diff.ts")).runDiff(command, terminal);
    case "scan":
      return (await import("./scan.ts")).runScanCommand(command, terminal);
    case "flows":
      return (await import("./flows.ts")).runFlows(command, terminal);
    case "query":
      return (await import("./query.ts")).runQuery(command, terminal);
  }
}

const MAX_LINES = 20;

async function complain(message: string): Promise<number> {
  const { terminalText } = await import("../report/escape.ts");
  // Several mistakes of a configuration come as several lines.
  for (const line of message.split("\n").slice(0, MAX_LINES))
    process.stderr.write(`netpol-review: ${terminalText(line, 4_000)}\n`);
  return WRONG_USAGE;
}

/** Runs a command and returns its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const parsed = parseCommand(args);
  if (!parsed.ok && parsed.usage) {
    process.stderr.write(HELP);
    return WRONG_USAGE;
  }
  if (!parsed.ok) {
    const end = parsed.message.endsWith("?") ? "" : ".";
    return complain(`${parsed.message}${end} Try netpol-review --help.`);
  }
  try {
    return await run(parsed.command);
  } catch (error) {
    if (
      error instanceof CommandError ||
      error instanceof InvalidConfig ||
      error instanceof SourceFailure
    )
      return complain(error.message);
    return complain(
      `internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }
}
