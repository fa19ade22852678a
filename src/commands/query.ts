import { readWorlds } from "../one-world.ts";
import type { Decision } from "../reach/point.ts";
import { inertJson } from "../report/json.ts";
import type { Command } from "./arguments.ts";
import { openFolders, requestOf, withConfigOfFolder } from "./open-source.ts";
import { writeText } from "./output.ts";
import { answerInScopes } from "./query-scopes.ts";
import { printAnswer } from "./query-text.ts";
import type { Terminal } from "./terminal.ts";

type Query = Extract<Command, { name: "query" }>;

const EXIT_CODE: Readonly<Record<Decision, number>> = { allowed: 0, denied: 1, undecided: 2 };

/** Decides one flow and prints the rules that did. */
export async function runQuery(command: Query, terminal: Terminal): Promise<number> {
  const source = await openFolders([command.directory]);
  const request = await withConfigOfFolder(requestOf(source, command, terminal));
  const answer = answerInScopes(command, await readWorlds(request, command.namespace));
  const isJson = command.format === "json";
  const text = isJson ? inertJson(JSON.stringify(answer, null, 2)) : printAnswer(answer);
  writeText(text, command, terminal);
  return EXIT_CODE[answer.verdict];
}
