import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, vi } from "vitest";
import { commentKey } from "../../src/github/comment-key.ts";
import {
  checkOut,
  removeServers,
  type Checkout,
  type CheckoutOptions,
  type PullRequest,
} from "./clone.ts";
import { startContractProxy, type ContractProxy } from "./contract-proxy.ts";
import { startFakeGithub, type FakeGithub } from "./fake-github.ts";
import type { FakeRepository } from "./fake-repository.ts";
import { allowWeb, DENY_ALL, DENY_INGRESS, namespace } from "./manifests.ts";
import { loadDescription } from "./openapi.ts";
import { blobsOf, pullFilesOf } from "./pull-files.ts";
import { bundleAction, runJob, type Job, type JobResult } from "./runner.ts";
import type { BundledProgram } from "../bundled-program.ts";

/** A pull request of one repository, checked out, and the action to run on it. */
interface Scene extends AsyncDisposable {
  readonly name: string;
  readonly repository: FakeRepository;
  readonly checkout: Checkout;
  /** Where the API is reached. */
  readonly apiUrl: string;
  readonly archiveAuthorizations: FakeGithub["archiveAuthorizations"];
  run(job?: Partial<Omit<Job, "action" | "repository">>): Promise<JobResult>;
}

type OpenScene = (pullRequest: PullRequest, options?: CheckoutOptions) => Promise<Scene>;

/** Starts a GitHub for the tests of a file; every scene has a repository of its own there. */
export function setUpScenes(): OpenScene {
  // Several processes each, on few cores.
  vi.setConfig({ testTimeout: 60_000 });
  let github: FakeGithub | undefined;
  let proxy: ContractProxy | undefined;
  let action: BundledProgram | undefined;
  let scenes = 0;

  beforeAll(async () => {
    const [{ file, description }, bundled] = await Promise.all([loadDescription(), bundleAction()]);
    action = bundled;
    github = await startFakeGithub(description);
    proxy = await startContractProxy(file, github.port);
    github.publicUrl = proxy.url;
  }, 60_000);

  afterAll(async () => {
    proxy?.stop();
    github?.close();
    await action?.[Symbol.asyncDispose]();
    await removeServers();
  });

  return async (pullRequest, options) => {
    if (github === undefined || proxy === undefined || action === undefined)
      throw new Error("scenes are opened inside of tests");
    const name = `scene-${++scenes}`;
    const checkout = await checkOut(pullRequest, options);
    const repository = github.repository(name, checkout);
    repository.pull.files = pullFilesOf(pullRequest);
    repository.pull.blobs = blobsOf(pullRequest);
    const apiUrl = proxy.url;
    const { archiveAuthorizations } = github;
    const common = { action, checkout, apiUrl, repository: name };
    return {
      name,
      repository,
      checkout,
      apiUrl,
      archiveAuthorizations,
      run: ({ inputs = {}, event = "pull_request", ...rest } = {}) => {
        const withToken = { "github-token": repository.token, ...inputs };
        return runJob({ ...common, event, inputs: withToken, ...rest });
      },
      [Symbol.asyncDispose]: () => checkout[Symbol.asyncDispose](),
    };
  };
}

/** The author of what a workflow's own token writes. */
export const BOT = "github-actions[bot]";

export const BASE = {
  "payments/namespace.yaml": namespace("payments"),
  "payments/deny.yaml": DENY_ALL,
  "payments/web.yaml": allowWeb(8080),
};

/** Some pods lose their default-deny. */
export const RED: PullRequest = { base: BASE, change: { "payments/deny.yaml": "" } };

/** Another port, and nothing that fails. */
export const OPENS_A_PORT: PullRequest = {
  base: { ...BASE, "payments/deny.yaml": DENY_INGRESS },
  change: { "payments/web.yaml": allowWeb(8081) },
};

export const NO_FLOW_CHANGES: PullRequest = {
  base: BASE,
  change: {
    "payments/web.yaml": `# Written another way.\n${allowWeb(8080)}`,
    "README.md": "hello\n",
  },
};

/** The key of a review with default inputs. */
const KEY = commentKey({
  config: undefined,
  workingDirectory: ".",
  cni: undefined,
  commentId: undefined,
});

export const markerOf = (head: string, run: number, key = KEY): string =>
  `<!-- netpol-review head=${head} run=${run} key=${key} -->`;

/** The report that a run wrote. */
export async function reportOf({ outputs }: JobResult) {
  return JSON.parse(await readFile(outputs.get("json-report") ?? "", "utf8"));
}

/** Lines that the runner would obey: commands at the start of a line, old commands anywhere. */
export const commands = (log: string): readonly string[] =>
  log.split(/[\r\n]/).filter((line) => /^\s*::|##\[/.test(line));
