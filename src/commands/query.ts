import { readOneWorld } from "../one-world.ts";
import type { Decision } from "../reach/point.ts";
import { inertJson } from "../report/json.ts";
import type { Command } from "./arguments.ts";
import { openFolders, requestOf } from "./open-source.ts";
import { writeText } from "./output.ts";
import { answerQuery } from "./query-answer.ts";
import { findEnd } from "./query-end.ts";
import { printAnswer } from "./query-text.ts";
import { CommandError, type Terminal } from "./terminal.ts";

type Query = Extract<Command, { name: "query" }>;

const EXIT_CODE: Readonly<Record<Decision, number>> = { allowed: 0, denied: 1, undecided: 2 };

/** Decides one flow and prints the rules that did. */
export async function runQuery(command: Query, terminal: Terminal): Promise<number> {
  const request = requestOf(await openFolders([command.directory]), command, terminal);
  const world = await readOneWorld(request, command.namespace);
  const { port, protocol } = command;
  const source = findEnd(command.from, world);
  const destination = findEnd(command.to, world);
  if (source.type === "address" && destination.type === "address")
    throw new CommandError(
      `${source.text} and ${destination.text} are both addresses: NetworkPolicy decides about pods, so one end has to be pods`,
    );
  const answer = answerQuery({ source, destination, port, protocol }, world);
  const isJson = command.format === "json";
  const text = isJson ? inertJson(JSON.stringify(answer, null, 2)) : printAnswer(answer);
  writeText(text, command, terminal);
  return EXIT_CODE[answer.verdict];
}
