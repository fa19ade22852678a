import { parseCommand, type Command } from "./commands/arguments.ts";
import { runDiff } from "./commands/diff.ts";
import { runFlows } from "./commands/flows.ts";
import { HELP } from "./commands/help.ts";
import { CommandError, WRONG_USAGE, type Terminal } from "./commands/output.ts";
import { runQuery } from "./commands/query.ts";
import { runScanCommand } from "./commands/scan.ts";
import { terminalText } from "./report/escape.ts";
import { dayOf, InvalidConfig } from "./settings.ts";
import { SourceFailure } from "./source/types.ts";
import { VERSION } from "./version.ts";

const terminal: Terminal = {
  write: (text) => process.stdout.write(text),
  isTerminal: process.stdout.isTTY && process.env["NO_COLOR"] === undefined,
  today: dayOf(new Date()),
  ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
};

async function run(command: Command): Promise<number> {
  switch (command.name) {
    case "help":
      terminal.write(HELP);
      return 0;
    case "version":
      terminal.write(`${VERSION}\n`);
      return 0;
    case "diff":
      return runDiff(command, terminal);
    case "scan":
      return runScanCommand(command, terminal);
    case "flows":
      return runFlows(command, terminal);
    case "query":
      return runQuery(command, terminal);
  }
}

const MAX_LINES = 20;

function complain(message: string): number {
  // Several mistakes of a configuration come as several lines.
  for (const line of message.split("\n").slice(0, MAX_LINES))
    process.stderr.write(`netpol-review: ${terminalText(line, 4_000)}\n`);
  return WRONG_USAGE;
}

async function main(args: readonly string[]): Promise<number> {
  const parsed = parseCommand(args);
  if (!parsed.ok) return complain(`${parsed.message}. Try netpol-review --help.`);
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

process.exitCode = await main(process.argv.slice(2));
