import { nextTurn } from "../model/next-turn.ts";
import type { runReview } from "../review.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import type { Command } from "./arguments.ts";
import { openFolders, openRevisions, requestOf, withConfigOfBase } from "./open-source.ts";
import { prepareReport } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** Compares two revisions or two directories and prints the review. */
export async function runDiff(
  command: Extract<Command, { name: "diff" }>,
  terminal: Terminal,
): Promise<number> {
  const { base, head, dirs, repo } = command;
  const stop = new AbortController();
  const opening = dirs
    ? openFolders([base, head])
    : openRevisions(repo, [base, head], {
        readAhead: isManifestPath,
        onListing: () => void loadReview(),
        signal: stop.signal,
      });
  // Loaded while git looks the two names up.
  const [source, writeReport] = await Promise.all([opening, prepareReport(command, terminal)]);
  try {
    const request = requestOf(source, command);
    const configured = dirs ? request : await withConfigOfBase(request, repo, base);
    const review = await loadReview();
    return writeReport(await review(configured));
  } finally {
    // What was read ahead in vain need not be read to the end.
    stop.abort();
  }
}

/** Loads the review while git lists the files. */
async function loadReview(): Promise<typeof runReview> {
  await nextTurn();
  await import("yaml");
  // By now git may have said what changed, and can be given its next task.
  await nextTurn();
  return (await import("../review.ts")).runReview;
}
