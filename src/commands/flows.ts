import { PROTOCOLS } from "../model/policy.ts";
import { readOneWorld } from "../one-world.ts";
import { describePorts } from "../reach/describe-ports.ts";
import { listFlows, type Flow } from "../reach/flows.ts";
import { terminalText } from "../report/escape.ts";
import { NO_NAMES } from "../space/region.ts";
import type { Command } from "./arguments.ts";
import { EXIT_CODES } from "../report/exit-code.ts";
import { openFolders, requestOf } from "./open-source.ts";
import { writeText } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** Prints every allowed flow of one world. What could not be read makes the list undecided. */
export async function runFlows(
  command: Extract<Command, { name: "flows" }>,
  terminal: Terminal,
): Promise<number> {
  const request = requestOf(await openFolders([command.directory]), command, terminal);
  const { world, evaluator, ledger } = await readOneWorld(request, command.namespace);
  const flows = listFlows(world.workloads, evaluator, { families: [4, 6] });
  const unread = ledger.filter(({ decides }) => decides);
  const notRead = unread.map(({ path, span, reason }) =>
    terminalText(`not read: ${path}:${span?.startLine ?? 1}: ${reason}`),
  );
  const text =
    command.format === "json"
      ? `${JSON.stringify(flows.map(jsonRow), null, 2)}\n`
      : [...flows.map(textRow), ...notRead, ""].join("\n");
  writeText(text, command, terminal);
  return unread.length > 0 ? EXIT_CODES.undecided : 0;
}

/** Ports as inclusive intervals per protocol; protocols without ports are left out. */
function jsonRow({ source, destination, ports, dependsOnAddress }: Flow): object {
  const intervals = Object.fromEntries(
    PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => [
      protocol,
      ports[protocol].map(([start, end]) => [start, end - 1]),
    ]),
  );
  return {
    source,
    destination,
    ports: intervals,
    ...(dependsOnAddress ? { dependsOnAddress } : {}),
  };
}

const textRow = ({ source, destination, ports, dependsOnAddress }: Flow): string =>
  terminalText(`${source} => ${destination} : ${describePorts(ports, NO_NAMES)}`, 1_000) +
  (dependsOnAddress ? " (for some pods or addresses only)" : "");
