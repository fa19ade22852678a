import { runReview } from "../review.ts";
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
  return writeReport(await runReview(configured), command, terminal);
}
