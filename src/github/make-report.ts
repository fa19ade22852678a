import type { Report } from "../model/report.ts";
import { dayOf, type EngineRequest, type Overrides } from "../settings.ts";
import { chooseRevisions } from "./choose-revisions.ts";
import { hasCommit, openRevisions, readConfig, type OpenedRevisions } from "./open-revisions.ts";
import type { Context } from "./read-context.ts";
import type { Inputs } from "./read-inputs.ts";

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

/** Chooses the revisions, opens them and runs the review or the scan. */
export async function makeReport(context: Context, engine: Engine): Promise<ReportResult> {
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

  const revisions = await openRevisions(repo, choice);
  if (!revisions.ok) return { ok: false, message: revisions.error.message };
  const read = await readConfig(repo, revisions, inputs.config);
  if (!read.ok) return read;

  const request: EngineRequest = {
    source: revisions.source,
    today: dayOf(new Date()),
    overrides: overridesOf(inputs),
    ...(read.config === undefined ? {} : { config: { repository: read.config } }),
    ...(inputs.cni === undefined ? {} : { cni: inputs.cni }),
  };
  const report = await (choice.kind === "diff" ? engine.review(request) : engine.scan(request));
  return { ok: true, report, revisions, missingConfig: read.config ? undefined : inputs.config };
}

/** What the workflow says about the verdict; unset leaves it to the configuration. */
const overridesOf = ({ failOn, warnOnly }: Inputs): Overrides => ({
  ...(failOn === undefined ? {} : { failOn }),
  ...(warnOnly === undefined ? {} : { warnOnly }),
});
