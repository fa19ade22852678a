import { lazily } from "../model/lazily.ts";
import { nextTurn } from "../model/next-turn.ts";
import type { SarifOptions } from "../report/sarif.ts";
import type { runReview } from "../review.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import type { EngineRequest } from "../settings.ts";
import type { Command } from "./arguments.ts";
import {
  openPair,
  openRevisions,
  requestOf,
  withConfigOfBase,
  withConfigOfFolder,
} from "./open-source.ts";
import { prepareReport, type ReportWriter } from "./output.ts";
import type { Terminal } from "./terminal.ts";

/** Compares two revisions or two directories and prints the review. */
export async function runDiff(
  command: Extract<Command, { name: "diff" }>,
  terminal: Terminal,
): Promise<number> {
  const { base, head, dirs, repo } = command;
  const stop = new AbortController();
  // Nothing is loaded before git has its first long task, and the most before it has its second.
  const loadWriter = lazily(() => prepareReport(command, terminal));
  const loadParts = async (): Promise<void> => {
    await nextTurn();
    await import("yaml");
    // By now git may have said what changed.
    await nextTurn();
    await loadWriter();
  };
  const source = dirs
    ? await openPair([base, head])
    : await openRevisions(repo, [base, head], {
        readAhead: isManifestPath,
        onListing: () => void loadParts(),
        signal: stop.signal,
      });
  try {
    const writeReport = await loadWriter();
    const request = requestOf(source, command, terminal);
    const configured = await (dirs
      ? withConfigOfFolder(request)
      : withConfigOfBase(request, repo, base));
    const review = await loadReview();
    if (command.format !== "sarif")
      return writeReport({ report: await review({ ...configured, fixes: true }), sarif: {} });
    return await reviewForSarif(configured, { review, writeReport });
  } finally {
    // What was read ahead in vain need not be read to the end.
    stop.abort();
  }
}

interface Parts {
  readonly review: typeof runReview;
  readonly writeReport: ReportWriter;
}

/** SARIF tells all that stands at head, so only it needs both revisions scanned whole. */
async function reviewForSarif(
  configured: EngineRequest,
  { review, writeReport }: Parts,
): Promise<number> {
  const [{ runStanding }, { createReading, textsOf }] = await Promise.all([
    import("../scan.ts"),
    import("../world/reading.ts"),
  ]);
  const [, head] = configured.source.snapshots;
  if (head === undefined) throw new Error("two snapshots are wanted");
  const reading = createReading(configured.source);
  const request = { ...configured, reading };
  const report = await review({ ...request, fixes: true });
  const standing = await runStanding(request);
  const sarif: SarifOptions = { standing, textAtHead: textsOf(head, reading) };
  return writeReport({ report, sarif });
}

const loadReview = async (): Promise<typeof runReview> => (await import("../review.ts")).runReview;
