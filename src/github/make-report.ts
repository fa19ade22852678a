import type { Report } from "../model/report.ts";
import { dayOf, type EngineRequest, type Overrides } from "../settings.ts";
import { askTestMerge } from "./ask-commits.ts";
import { chooseRevisions } from "./choose-revisions.ts";
import { openRevisions, type OpenedRevisions } from "./open-revisions.ts";
import type { OpenReadApi } from "./read-api.ts";
import { readConfig } from "./read-config.ts";
import type { Context } from "./read-context.ts";
import type { Inputs } from "./read-inputs.ts";
import { openRepository, type Repository } from "./repository.ts";

/** The two pipelines, which only an entry may import. */
export interface Engine {
  readonly review: (request: EngineRequest) => Promise<Report>;
  readonly scan: (request: EngineRequest) => Promise<Report>;
}

export interface MadeReport {
  readonly ok: true;
  readonly report: Report;
  readonly revisions: OpenedRevisions;
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
  const { inputs, event } = context;
  const repository = await openRepository(context, api);
  const testMerge = await findTestMerge(context, repository, api);
  const { base, head } = inputs;
  const choice = chooseRevisions({ event, testMerge, base, head });

  const revisions = await openRevisions(repository, choice);
  if (!revisions.ok) return { ok: false, message: revisions.error.message };
  const read = await readConfig(context, revisions.source);
  if (!read.ok) return read;

  const request: EngineRequest = {
    source: revisions.source,
    today: dayOf(new Date()),
    overrides: overridesOf(inputs),
    config: read.config,
    ...(inputs.cni === undefined ? {} : { cni: inputs.cni }),
  };
  const report = await (choice.kind === "diff" ? engine.review(request) : engine.scan(request));
  return { ok: true, report, revisions, missingConfig: read.missing };
}

/** What the workflow says about the verdict; unset leaves it to the configuration. */
const overridesOf = ({ failOn, warnOnly }: Inputs): Overrides => ({
  ...(failOn === undefined ? {} : { failOn }),
  ...(warnOnly === undefined ? {} : { warnOnly }),
});
