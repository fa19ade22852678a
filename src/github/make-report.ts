import type { Report } from "../model/report.ts";
import type { EngineRequest } from "../settings.ts";
import { chooseRevisions } from "./choose-revisions.ts";
import { hasCommit, openRevisions, readConfig, type OpenedRevisions } from "./open-revisions.ts";
import type { Context } from "./read-context.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";

/** The two pipelines, which only an entry may import. */
export interface Engine {
  readonly review: (request: EngineRequest) => Promise<Report>;
  readonly scan: (request: EngineRequest) => Promise<Report>;
  /** Loads the code of one of them, for a time when there is nothing else to do. */
  readonly load: (kind: "review" | "scan") => void;
}

export interface MadeReport {
  readonly ok: true;
  readonly report: Report;
  readonly revisions: OpenedRevisions;
  /** A configuration file that was asked for and is not there. */
  readonly missingConfig: string | undefined;
}

export type ReportResult = MadeReport | { readonly ok: false; readonly message: string };

/** Chooses the revisions, opens them and runs the review or the scan. */
export async function makeReport(context: Context, engine: Engine): Promise<ReportResult> {
  const stop = new AbortController();
  try {
    return await readAndReport(context, engine, stop.signal);
  } finally {
    // What was read ahead in vain need not be read to the end.
    stop.abort();
  }
}

async function readAndReport(
  context: Context,
  engine: Engine,
  signal: AbortSignal,
): Promise<ReportResult> {
  const { inputs, runner, event, repo } = context;
  const choice = chooseRevisions({
    event,
    sha: runner.sha,
    ref: runner.ref,
    shaPresent: await hasCommit(repo, runner.sha),
    base: inputs.base,
    head: inputs.head,
  });
  if (choice.kind === "impossible") return { ok: false, message: choice.message };

  const review = choice.kind === "diff";
  const revisions = await openRevisions(repo, choice, {
    onListing: () => engine.load(review ? "review" : "scan"),
    ...(review ? { readAhead: isManifestPath } : {}),
    signal,
  });
  if (!revisions.ok) return { ok: false, message: revisions.error.message };
  const read = await readConfig(repo, revisions, inputs.config);
  if (!read.ok) return read;

  const request: EngineRequest = {
    source: revisions.source,
    ...(read.config === undefined ? {} : { config: read.config }),
    ...(inputs.cni === undefined ? {} : { cni: inputs.cni }),
  };
  const report = await (review ? engine.review(request) : engine.scan(request));
  return { ok: true, report, revisions, missingConfig: read.config ? undefined : inputs.config };
}
