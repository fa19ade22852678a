import type { Report, Standing } from "../model/report.ts";
import { terminalText } from "../report/escape.ts";
import type { SarifOptions } from "../report/sarif.ts";
import { dayOf } from "../model/day.ts";
import type { EngineRequest, Overrides } from "../settings.ts";
import { askTestMerge } from "./ask-commits.ts";
import type { Reading } from "../world/reading.ts";
import { chooseRevisions } from "./choose-revisions.ts";
import { openRevisions, type OpenedRevisions } from "./open-revisions.ts";
import type { OpenReadApi } from "./read-api.ts";
import { readConfig } from "./read-config.ts";
import type { Context } from "./read-context.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import type { Inputs } from "./read-inputs.ts";
import { openRepository, type Repository } from "./repository.ts";
import { wantsReviewComments } from "./review-comments.ts";

/** The pipelines, which only an entry may import. */
export interface Engine {
  readonly review: (request: EngineRequest) => Promise<Report>;
  readonly scan: (request: EngineRequest) => Promise<Report>;
  readonly standing: (request: EngineRequest) => Promise<Standing>;
  /** Loads the code of one of them, for a time when there is nothing else to do. */
  readonly load: (kind: "review" | "scan") => void;
}

export interface MadeReport {
  readonly ok: true;
  readonly report: Report;
  readonly revisions: OpenedRevisions;
  /** What SARIF tells beside the report; absent where nobody asked for it, or where it went wrong. */
  readonly sarif: SarifOptions | undefined;
  /** Why there is no SARIF although it was asked for. */
  readonly noSarif: string | undefined;
  /** A configuration file that was asked for and is not there. */
  readonly missingConfig: string | undefined;
}

export type ReportResult = MadeReport | { readonly ok: false; readonly message: string };

/** The test merge of the pull request: what is checked out where it is, and what GitHub says elsewhere. */
async function findTestMerge(
  { event, runner }: Context,
  repository: Repository,
  api: OpenReadApi,
): Promise<string | undefined> {
  if (event.kind !== "pull-request") return undefined;
  if (event.merge === "asked-for") return askTestMerge(await api(), event);
  const isMerge = runner.ref === `refs/pull/${event.number}/merge`;
  return isMerge && (await repository.has(runner.sha)) ? runner.sha : undefined;
}

/** Chooses the revisions, opens them and runs the review or the scan. */
export async function makeReport(
  context: Context,
  engine: Engine,
  api: OpenReadApi,
): Promise<ReportResult> {
  const stop = new AbortController();
  try {
    return await readAndReport(context, { engine, api, signal: stop.signal });
  } finally {
    // What was read ahead in vain need not be read to the end.
    stop.abort();
  }
}

interface Means {
  readonly engine: Engine;
  readonly api: OpenReadApi;
  readonly signal: AbortSignal;
}

async function readAndReport(
  context: Context,
  { engine, api, signal }: Means,
): Promise<ReportResult> {
  const { inputs, event } = context;
  const repository = await openRepository(context, api);
  const testMerge = await findTestMerge(context, repository, api);
  const { base, head } = inputs;
  const choice = chooseRevisions({ event, testMerge, base, head });

  const isDiff = choice.kind === "diff";
  const revisions = await openRevisions(repository, choice, {
    onListing: () => engine.load(isDiff ? "review" : "scan"),
    ...(isDiff ? { readAhead: isManifestPath } : {}),
    signal,
  });
  if (!revisions.ok) return { ok: false, message: revisions.error.message };
  const read = await readConfig(context, revisions.source);
  if (!read.ok) return read;

  const request: SharedRequest = {
    source: revisions.source,
    today: dayOf(new Date()),
    overrides: overridesOf(inputs),
    config: read.config,
    // Loaded with the review, while git or GitHub lists the files.
    reading: (await import("../world/reading.ts")).createReading(revisions.source),
    ...(inputs.cni === undefined ? {} : { cni: inputs.cni }),
    // Where they are read: beside the lines, or in the comment.
    ...(event.kind === "pull-request" && (inputs.comment || wantsReviewComments(inputs))
      ? { fixes: true }
      : {}),
  };
  const report = await (isDiff ? engine.review(request) : engine.scan(request));
  // All that stands at head costs more than what changes there, so a workflow has to ask for it.
  const sarif =
    !isDiff || inputs.sarif ? await readSarif(request, isDiff ? engine : undefined) : {};
  return {
    ok: true,
    report,
    revisions,
    sarif: sarif.options,
    noSarif: sarif.problem,
    missingConfig: read.missing,
  };
}

type SharedRequest = EngineRequest & { readonly reading: Reading };

interface SarifParts {
  readonly options?: SarifOptions;
  readonly problem?: string;
}

/** What SARIF needs beyond the report. It never takes the verdict away: what goes wrong here is told beside it. */
async function readSarif(request: SharedRequest, engine: Engine | undefined): Promise<SarifParts> {
  const head = request.source.snapshots.at(-1);
  if (head === undefined) return {};
  const { textsOf } = await import("../world/reading.ts");
  const textAtHead = textsOf(head, request.reading);
  if (engine === undefined) return { options: { textAtHead } };
  try {
    return { options: { textAtHead, standing: await engine.standing(request) } };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `The SARIF report could not be made: ${terminalText(reason)}.` };
  }
}

/** What the workflow says about the verdict; unset leaves it to the configuration. */
const overridesOf = ({ failOn, warnOnly }: Inputs): Overrides => ({
  ...(failOn === undefined ? {} : { failOn }),
  ...(warnOnly === undefined ? {} : { warnOnly }),
});
