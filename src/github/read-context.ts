import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readEvent, type Event, type ReviewedEvent } from "./read-event.ts";
import { readInputs, type Environment, type Inputs } from "./read-inputs.ts";
import { readRunner, type Runner } from "./read-runner.ts";

/** Everything that the runner says about this run. */
export interface RunContext {
  readonly inputs: Inputs;
  readonly runner: Runner;
  readonly event: Event;
  /** A folder of the clone. */
  readonly repo: string;
}

/** The same with an event that says what to review. */
export interface Context extends RunContext {
  readonly event: ReviewedEvent;
  /** The run follows another one, whose check tells the verdict: this one is there for what that may not write. */
  readonly isCompanion: boolean;
}

export type ContextResult =
  | { readonly ok: true; readonly context: RunContext }
  | { readonly ok: false; readonly message: string };

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch {
    return undefined;
  }
}

/** Reads the inputs, the runner's variables and the event. */
export async function readContext(env: Environment): Promise<ContextResult> {
  const inputsResult = readInputs(env);
  if (!inputsResult.ok) return inputsResult;
  const runnerResult = readRunner(env);
  if (!runnerResult.ok) return runnerResult;
  const { inputs } = inputsResult;
  const { runner } = runnerResult;
  const text = await readText(runner.eventPath);
  if (text === undefined)
    return { ok: false, message: `The event file ${runner.eventPath} cannot be read.` };
  const eventResult = readEvent(runner.eventName, text);
  if (!eventResult.ok) return eventResult;
  const repo = resolve(runner.workspace, inputs.workingDirectory);
  return { ok: true, context: { inputs, runner, event: eventResult.event, repo } };
}
