import { PROTOCOLS } from "../model/policy.ts";
import type { LedgerEntry } from "../model/report.ts";
import { readWorlds, type OneWorld } from "../one-world.ts";
import { listFlows, type Flow } from "../reach/flows.ts";
import { terminalText } from "../report/escape.ts";
import { EXIT_CODES } from "../report/exit-code.ts";
import { inertJson } from "../report/json.ts";
import { assumptionsOf } from "../settings.ts";
import type { Command } from "./arguments.ts";
import { flowLines } from "./flow-text.ts";
import { openFolders, requestOf, withConfigOfFolder } from "./open-source.ts";
import { writeText } from "./output.ts";
import { chooseScopes } from "./query-scopes.ts";
import type { Terminal } from "./terminal.ts";

/**
 * Prints every allowed flow, scope by scope. What was not read, is not evaluated or may not be applied makes the list
 * undecided.
 */
export async function runFlows(
  command: Extract<Command, { name: "flows" }>,
  terminal: Terminal,
): Promise<number> {
  const source = await openFolders([command.directory]);
  const request = await withConfigOfFolder(requestOf(source, command, terminal));
  const { worlds, uncounted } = await readWorlds(request, command.namespace);
  const lists = chooseScopes(worlds, command.scope).map((one): ScopeFlows => ({
    one,
    flows: listFlows(one.world.workloads, one.evaluator, { families: [4, 6] }),
  }));
  const gaps = [...new Set(lists.flatMap(({ one }) => gapLines(one)))];
  const remarks = [...emptyLines(lists), ...gaps, ...uncountedLines(uncounted)];
  const inScopes = lists.filter(({ one }) => one.world.workloads.length > 0);
  if (command.format === "json") {
    // The rows are the interface; what they leave out must not go unsaid all the same.
    for (const line of remarks) terminal.warn?.(line);
    const rows = inScopes.flatMap(({ one, flows }) =>
      flows.map((flow) => ({
        ...(inScopes.length > 1 ? { scope: one.scope } : {}),
        ...jsonRow(flow),
      })),
    );
    writeText(inertJson(JSON.stringify(rows, null, 2)), command, terminal);
  } else {
    const rows = inScopes.flatMap(({ one, flows }) => [
      ...(inScopes.length > 1 ? [terminalText(`scope ${one.scope}:`)] : []),
      ...flowLines(flows),
    ]);
    writeText([...rows, ...remarks, ...assumed(lists), ""].join("\n"), command, terminal);
  }
  return gaps.length > 0 ? EXIT_CODES.undecided : 0;
}

interface ScopeFlows {
  readonly one: OneWorld;
  readonly flows: readonly Flow[];
}

/** An empty list says nothing by itself. */
function emptyLines(lists: readonly ScopeFlows[]): readonly string[] {
  if (lists.every(({ one }) => one.world.workloads.length === 0))
    return ["no workloads were found, so there are no flows to list; query asks about any pod"];
  return lists.every(({ flows }) => flows.length === 0)
    ? ["no flows: nothing is allowed between these workloads, or with addresses outside"]
    : [];
}

const gapLines = ({ gaps, doubts }: OneWorld): readonly string[] =>
  [
    ...gaps.map(({ type, path, line, text }) =>
      type === "unread"
        ? `not read: ${path}:${line}: ${text}`
        : `not evaluated: ${text} (${path}:${line})`,
    ),
    ...doubts.map(({ fact }) => `not known: ${fact}`),
  ].map((line) => terminalText(line));

/** Files that are named one by one. */
const SHOWN = 10;

const uncountedLines = (entries: readonly LedgerEntry[]): readonly string[] => [
  ...entries
    .slice(0, SHOWN)
    .map(({ path, reason }) => terminalText(`not counted: ${path}: ${reason}`)),
  ...(entries.length > SHOWN ? [`${entries.length - SHOWN} more that are not counted`] : []),
];

function assumed(lists: readonly ScopeFlows[]): readonly string[] {
  const policies = lists.flatMap(({ one }) => one.world.policies.map(({ policy }) => policy));
  const hostNetwork = lists.some(({ one }) =>
    one.world.workloads.some(({ workload }) => workload.hostNetwork),
  );
  const ipBlockMatchesPods = lists[0]?.one.ipBlockMatchesPods ?? true;
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
