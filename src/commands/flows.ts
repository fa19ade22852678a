import { PROTOCOLS } from "../model/policy.ts";
import { readOneWorld, type OneWorld } from "../one-world.ts";
import { listFlows, type Flow } from "../reach/flows.ts";
import { terminalText } from "../report/escape.ts";
import { EXIT_CODES } from "../report/exit-code.ts";
import { inertJson } from "../report/json.ts";
import { assumptionsOf } from "../settings.ts";
import type { Command } from "./arguments.ts";
import { flowLines } from "./flow-text.ts";
import { openFolders, requestOf } from "./open-source.ts";
import { writeText } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** Prints every allowed flow of one world. What was not read or is not evaluated makes the list undecided. */
export async function runFlows(
  command: Extract<Command, { name: "flows" }>,
  terminal: Terminal,
): Promise<number> {
  const request = requestOf(await openFolders([command.directory]), command, terminal);
  const one = await readOneWorld(request, command.namespace);
  const flows = listFlows(one.world.workloads, one.evaluator, { families: [4, 6] });
  const gaps = gapLines(one);
  if (command.format === "json") {
    // The rows are the interface; what they leave out must not go unsaid all the same.
    for (const line of gaps) terminal.warn?.(line);
    writeText(inertJson(JSON.stringify(flows.map(jsonRow), null, 2)), command, terminal);
  } else
    writeText([...flowLines(flows), ...gaps, ...assumed(one), ""].join("\n"), command, terminal);
  return gaps.length > 0 ? EXIT_CODES.undecided : 0;
}

const gapLines = ({ gaps }: OneWorld): readonly string[] =>
  gaps.map(({ type, path, line, text }) =>
    terminalText(
      type === "unread"
        ? `not read: ${path}:${line}: ${text}`
        : `not evaluated: ${text} (${path}:${line})`,
    ),
  );

function assumed({ world, ipBlockMatchesPods }: OneWorld): readonly string[] {
  const policies = world.policies.map(({ policy }) => policy);
  const hostNetwork = world.workloads.some(({ workload }) => workload.hostNetwork);
  return assumptionsOf(policies, { ipBlockMatchesPods, hostNetwork }).map(
    ({ text }) => `assumed: ${text}`,
  );
}

/** Ports as inclusive intervals per protocol; protocols without ports are left out. */
function jsonRow({ source, destination, ports, dependsOn }: Flow): object {
  const intervals = Object.fromEntries(
    PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => [
      protocol,
      ports[protocol].map(([start, end]) => [start, end - 1]),
    ]),
  );
  return {
    source: source.text,
    destination: destination.text,
    ports: intervals,
    ...(dependsOn.length > 0 ? { dependsOn } : {}),
  };
}
