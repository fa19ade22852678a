import * as core from "@actions/core";
import type { Verdict } from "../model/report.ts";
import { terminalText } from "../report/escape.ts";
import { InvalidConfig } from "../config/invalid-config.ts";
import { SourceFailure } from "../source/types.ts";
import { makeReport, type Engine, type ReportResult } from "./make-report.ts";
import { publishFailure, publishReport } from "./publish.ts";
import { readContext, type Context } from "./read-context.ts";
import type { Environment } from "./read-inputs.ts";

export interface ActionRequest extends Engine {
  readonly env: Environment;
}

/** The exit code is the required check: GitHub lets a pull request merge only on 0. */
const EXIT_CODES: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, undecided: 2 };
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

async function tryToReport(context: Context, engine: Engine): Promise<ReportResult> {
  try {
    return await makeReport(context, engine);
  } catch (error) {
    return { ok: false, message: describe(error) };
  }
}

async function run({ env, ...engine }: ActionRequest): Promise<number> {
  const read = await readContext(env);
  if (!read.ok) return fail(read.message);
  const { context } = read;
  if (context.inputs.token !== undefined) core.setSecret(context.inputs.token);

  const made = await tryToReport(context, engine);
  if (made.ok) {
    await publishReport(context, made);
    return EXIT_CODES[made.report.verdict];
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
