import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleProgram, type BundledProgram } from "../bundled-program.ts";
import type { Checkout } from "./clone.ts";
import { NODE } from "./contract-proxy.ts";

/** The action in the files that users run. */
export const bundleAction = (): Promise<BundledProgram> => bundleProgram("index.js");

type EventName =
  | "pull_request"
  | "pull_request_target"
  | "merge_group"
  | "workflow_run"
  | "workflow_dispatch"
  | "push"
  | "schedule";

export interface Job {
  readonly action: BundledProgram;
  readonly checkout: Checkout;
  readonly apiUrl: string;
  /** Name of the repository; its owner is `octo-org`. */
  readonly repository: string;
  readonly event: EventName;
  /** What the event file holds beside what the event's name makes it hold. */
  readonly payload?: object;
  readonly inputs: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly runId?: number;
}

export interface JobResult {
  readonly exitCode: number | null;
  readonly log: string;
  readonly summary: string;
  readonly outputs: ReadonlyMap<string, string>;
}

/** Key, delimiter and value, as the toolkit writes them for the runner. */
function parseOutputs(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/^(.+?)<<(ghadelimiter_\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return new Map(Array.from(pairs, ([, key = "", , value = ""]) => [key, value]));
}

function eventOf({ event, checkout }: Job): object {
  const { baseSha, headSha, mergeSha } = checkout;
  switch (event) {
    case "pull_request":
    case "pull_request_target":
      return {
        action: "synchronize",
        number: 7,
        pull_request: {
          number: 7,
          base: { sha: baseSha, ref: "main" },
          head: { sha: headSha, ref: "topic" },
        },
      };
    case "merge_group":
      return { merge_group: { base_sha: baseSha, head_sha: mergeSha } };
    case "workflow_run":
      return {
        action: "completed",
        workflow_run: {
          event: "pull_request",
          head_sha: headSha,
          head_branch: "topic",
          head_repository: { owner: { login: "octo-org" } },
          pull_requests: [],
        },
      };
    case "workflow_dispatch":
    case "push":
    case "schedule":
      return {};
  }
}

const payloadOf = (job: Job): object => ({
  repository: { name: job.repository, owner: { login: "octo-org" } },
  ...eventOf(job),
  ...job.payload,
});

/** The commit and ref of the run. */
function refOf({ event, checkout }: Job): { readonly sha: string; readonly ref: string } {
  if (event === "pull_request") return { sha: checkout.mergeSha, ref: "refs/pull/7/merge" };
  if (event === "merge_group")
    return { sha: checkout.mergeSha, ref: "refs/heads/gh-readonly-queue/main/pr-7" };
  return { sha: checkout.baseSha, ref: "refs/heads/main" };
}

function environmentOf(job: Job, folder: string): Record<string, string> {
  const { event, checkout, repository, apiUrl, runId = 100, inputs, env } = job;
  const { sha, ref } = refOf(job);
  const given = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.toUpperCase()}`,
    value,
  ]);
  return {
    PATH: process.env["PATH"] ?? "",
    HOME: folder,
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    GITHUB_REPOSITORY: `octo-org/${repository}`,
    GITHUB_API_URL: apiUrl,
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_SHA: sha,
    GITHUB_REF: ref,
    GITHUB_RUN_ID: String(runId),
    GITHUB_WORKSPACE: checkout.git,
    GITHUB_OUTPUT: join(folder, "output"),
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
    RUNNER_TEMP: join(folder, "temp"),
    ...Object.fromEntries(given),
    ...env,
  };
}

/** Makes the files that a runner makes for a step, and gives the folder and what tells the step of it. */
export async function prepareJob(
  job: Job,
): Promise<{ readonly folder: string; readonly env: Record<string, string> }> {
  const folder = await mkdtemp(join(job.checkout.folder, "job-"));
  await mkdir(join(folder, "temp"));
  await writeFile(join(folder, "event.json"), JSON.stringify(payloadOf(job)));
  await writeFile(join(folder, "output"), "");
  await writeFile(join(folder, "summary.md"), "");
  return { folder, env: environmentOf(job, folder) };
}

/** Runs the action as a runner does: a process of its own, told by its environment alone. */
export async function runJob(job: Job): Promise<JobResult> {
  const { folder, env } = await prepareJob(job);
  const child = spawn(NODE, [job.action.file], { env, cwd: job.checkout.git });
  let log = "";
  child.stdout.on("data", (chunk: Buffer) => (log += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (log += chunk.toString("utf8")));
  const exitCode = await new Promise<number | null>((ended) => child.on("close", ended));
  return {
    exitCode,
    log,
    summary: await readFile(join(folder, "summary.md"), "utf8"),
    outputs: parseOutputs(await readFile(join(folder, "output"), "utf8")),
  };
}
