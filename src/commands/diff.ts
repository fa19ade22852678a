import { runReview } from "../review.ts";
import { runStanding } from "../scan.ts";
import { createReading, textsOf, type Reading } from "../world/reading.ts";
import type { SarifOptions } from "../report/sarif.ts";
import type { EngineRequest } from "../settings.ts";
import type { Command } from "./arguments.ts";
import { openFolders, openRevisions, requestOf, withConfigOfBase } from "./open-source.ts";
import { writeReport, type Terminal } from "./output.ts";

/** Compares two revisions or two directories and prints the review. */
export async function runDiff(
  command: Extract<Command, { name: "diff" }>,
  terminal: Terminal,
): Promise<number> {
  const { base, head, dirs, repo } = command;
  const source = dirs ? await openFolders([base, head]) : await openRevisions(repo, [base, head]);
  const request = requestOf(source, command, terminal);
  const configured = dirs ? request : await withConfigOfBase(request, repo, base);
  const reading = createReading(source);
  const shared = { ...configured, reading };
  const report = await runReview(shared);
  const sarif = command.format === "sarif" ? await readStanding(shared) : {};
  return writeReport({ report, sarif }, command, terminal);
}

/** SARIF tells all that stands at head, so only it needs both revisions scanned whole. */
async function readStanding(
  request: EngineRequest & { readonly reading: Reading },
): Promise<SarifOptions> {
  const [, head] = request.source.snapshots;
  if (head === undefined) throw new Error("two snapshots are wanted");
  return { standing: await runStanding(request), textAtHead: textsOf(head, request.reading) };
}
