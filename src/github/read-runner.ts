import type { Environment } from "./read-inputs.ts";

/** Where and for what this run was started. */
export interface Runner {
  readonly eventName: string;
  readonly eventPath: string;
  /** The commit that started the run; for a pull request the merge commit that GitHub tests. */
  readonly sha: string;
  readonly ref: string;
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly runId: number;
  readonly workspace: string;
  /** A folder that is emptied after the job. */
  readonly temp: string;
  /** Whether requests may have to go through a proxy, which the client knows how to do. */
  readonly usesProxy: boolean;
  /** Where the action comes from, if from a repository of its own. */
  readonly action?: { readonly repository: string; readonly ref: string };
}

export type RunnerResult =
  | { readonly ok: true; readonly runner: Runner }
  | { readonly ok: false; readonly message: string };

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
const VARIABLES = {
  eventName: "GITHUB_EVENT_NAME",
  eventPath: "GITHUB_EVENT_PATH",
  sha: "GITHUB_SHA",
  ref: "GITHUB_REF",
  repository: "GITHUB_REPOSITORY",
  apiUrl: "GITHUB_API_URL",
  serverUrl: "GITHUB_SERVER_URL",
  runId: "GITHUB_RUN_ID",
  workspace: "GITHUB_WORKSPACE",
  temp: "RUNNER_TEMP",
} as const;

/** Reads what the runner says about the run. */
export function readRunner(env: Environment): RunnerResult {
  const missing = Object.values(VARIABLES).filter((name) => (env[name] ?? "") === "");
  if (missing.length > 0)
    return {
      ok: false,
      message: `Not set: ${missing.join(", ")}. Is this a GitHub Actions runner?`,
    };

  const value = (key: keyof typeof VARIABLES): string => env[VARIABLES[key]] ?? "";
  const [owner, repo, ...rest] = value("repository").split("/");
  if (!owner || !repo || rest.length > 0)
    return { ok: false, message: "GITHUB_REPOSITORY is not of the form owner/name." };
  if (!/^\d{1,15}$/.test(value("runId")))
    return { ok: false, message: "GITHUB_RUN_ID is not a number." };

  return {
    ok: true,
    runner: {
      eventName: value("eventName"),
      eventPath: value("eventPath"),
      sha: value("sha"),
      ref: value("ref"),
      owner,
      repo,
      apiUrl: value("apiUrl"),
      serverUrl: value("serverUrl"),
      runId: Number(value("runId")),
      workspace: value("workspace"),
      temp: value("temp"),
      usesProxy: Object.keys(env).some((name) => /^(?:https?|all)_proxy$/i.test(name)),
      ...readAction(env),
    },
  };
}

/** Both are empty where a workflow uses an action of a local folder. */
function readAction(env: Environment): Pick<Runner, "action"> {
  const repository = env["GITHUB_ACTION_REPOSITORY"] ?? "";
  const ref = env["GITHUB_ACTION_REF"] ?? "";
  return /^[\w.-]+\/[\w.-]+$/.test(repository) && ref !== "" ? { action: { repository, ref } } : {};
}
