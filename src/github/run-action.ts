import * as core from "@actions/core";
import { terminalText } from "../report/escape.ts";
import { InvalidConfig } from "../config/invalid-config.ts";
import { exitCodeOf } from "../report/exit-code.ts";
import { basicAuthorization } from "../source/git-credentials.ts";
import { SourceFailure } from "../source/types.ts";
import { findPullRequest } from "./find-pull-request.ts";
import { makeReport, type Engine, type ReportResult } from "./make-report.ts";
import { publishFailure, publishReport } from "./publish.ts";
import { readApiOf, type OpenReadApi } from "./read-api.ts";
import { readContext, type Context, type RunContext } from "./read-context.ts";
import type { Environment, Inputs } from "./read-inputs.ts";

export interface ActionRequest extends Engine {
  readonly env: Environment;
}

const FAILED_TO_RUN = 3;

/** Also the log of a run is foreign text to the runner, so it is only printed as an escaped command. */
function fail(message: string): number {
  core.error(terminalText(message, 4_000), { title: "netpol-review could not run" });
  return FAILED_TO_RUN;
}

function describe(error: unknown): string {
  if (error instanceof SourceFailure || error instanceof InvalidConfig) return error.message;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  core.debug(text);
  return `Internal error: ${error instanceof Error ? error.message : text}`;
}

async function tryToReport(
  context: Context,
  engine: Engine,
  api: OpenReadApi,
): Promise<ReportResult> {
  try {
    return await makeReport(context, engine, api);
  } catch (error) {
    return { ok: false, message: describe(error) };
  }
}

/** The runner replaces these in the log, whoever prints them. */
function maskSecrets({ token, configToken }: Inputs): void {
  for (const secret of [token, configToken]) if (secret !== undefined) core.setSecret(secret);
  if (token !== undefined) core.setSecret(basicAuthorization(token));
}

type Located =
  | { readonly kind: "located"; readonly context: Context }
  | { readonly kind: "nothing"; readonly message: string }
  | { readonly kind: "failed"; readonly message: string };

/** Finds out what the run is about, where the event alone does not say it. */
async function locate(context: RunContext, api: OpenReadApi): Promise<Located> {
  const { event } = context;
  if (event.kind !== "workflow-run")
    return { kind: "located", context: { ...context, event, isCompanion: false } };
  const found = await findPullRequest(api, event);
  switch (found.kind) {
    case "found":
      return { kind: "located", context: { ...context, event: found.event, isCompanion: true } };
    case "none":
      return { kind: "nothing", message: found.message };
    case "several":
      return { kind: "failed", message: found.message };
  }
}

async function run({ env, ...engine }: ActionRequest): Promise<number> {
  const read = await readContext(env);
  if (!read.ok) return fail(read.message);
  maskSecrets(read.context.inputs);
  const api = readApiOf(read.context);
  const located = await locate(read.context, api);
  if (located.kind === "failed") return fail(located.message);
  if (located.kind === "nothing") {
    core.notice(terminalText(located.message), { title: "netpol-review" });
    return 0;
  }

  const { context } = located;
  const made = await tryToReport(context, engine, api);
  if (made.ok) {
    const { onPull } = await publishReport(context, made);
    if (!context.isCompanion) return exitCodeOf(made.report);
    return onPull ? 0 : FAILED_TO_RUN;
  }
  const code = fail(made.message);
  await publishFailure(context);
  return code;
}

/** Reviews or scans, publishes what came out, and returns the exit code. */
export async function runAction(request: ActionRequest): Promise<number> {
  try {
    return await run(request);
  } catch (error) {
    return fail(describe(error));
  }
}
