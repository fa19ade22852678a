import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Text by path; a path that is absent is not in the revision. */
type Files = Readonly<Record<string, string>>;

export interface PullRequest {
  /** The target branch where the pull request began. */
  readonly base: Files;
  /** What the pull request adds or overwrites; empty text removes. */
  readonly change: Files;
  /** What the target branch has gained since. */
  readonly targetChange?: Files;
}

/** A pull request as a runner has it: `git` is the clone of actions/checkout. */
export interface Checkout extends AsyncDisposable {
  readonly folder: string;
  /** The repository on the server. */
  readonly server: string;
  readonly git: string;
  readonly baseSha: string;
  readonly headSha: string;
  readonly mergeSha: string;
}

const ENVIRONMENT = {
  PATH: process.env["PATH"],
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_SYSTEM: devNull,
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

async function git(folder: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute("git", ["-C", folder, ...args], { env: ENVIRONMENT });
  return stdout.trim();
}

async function commit(folder: string, files: Files): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await (text === "" ? rm(file) : writeFile(file, text));
  }
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--allow-empty", "--message", "change");
  return git(folder, "rev-parse", "HEAD");
}

export interface CheckoutOptions {
  /** As the input of actions/checkout; 0 is all of the history. */
  readonly fetchDepth: 0 | 1;
  /** Checks the head of the pull request, or the target branch, out instead of its merge commit. */
  readonly ref: "merge" | "head" | "base" | "nothing";
}

type Server = Pick<Checkout, "server" | "baseSha" | "headSha" | "mergeSha">;

/** Nobody writes to a server, so equal pull requests share one. */
const servers = new Map<string, Promise<Server>>();

/** Removes what the checkouts were fetched from. */
export async function removeServers(): Promise<void> {
  const made = await Promise.allSettled(servers.values());
  servers.clear();
  for (const result of made)
    if (result.status === "fulfilled")
      await rm(result.value.server, { recursive: true, force: true });
}

async function makeServer({ base, change, targetChange = {} }: PullRequest): Promise<Server> {
  const server = await mkdtemp(join(tmpdir(), "netpol-review-server-"));
  await git(server, "init", "--quiet", "--initial-branch=main");
  // GitHub serves any commit that it has.
  await git(server, "config", "uploadpack.allowAnySHA1InWant", "true");
  await commit(server, base);
  await git(server, "switch", "--quiet", "--create", "topic");
  const headSha = await commit(server, change);
  await git(server, "switch", "--quiet", "main");
  const baseSha = await commit(server, targetChange);
  await git(server, "switch", "--quiet", "--detach");
  await git(server, "merge", "--quiet", "--no-ff", "--message", "merge", "topic");
  const mergeSha = await git(server, "rev-parse", "HEAD");
  await git(server, "update-ref", "refs/pull/7/merge", mergeSha);
  return { server, baseSha, headSha, mergeSha };
}

/** Makes a repository with a pull request and checks it out as actions/checkout does. */
export async function checkOut(
  pullRequest: PullRequest,
  { fetchDepth, ref }: CheckoutOptions = { fetchDepth: 1, ref: "merge" },
): Promise<Checkout> {
  const key = JSON.stringify(pullRequest);
  const making = servers.get(key) ?? makeServer(pullRequest);
  servers.set(key, making);
  const { server, baseSha, headSha, mergeSha } = await making;
  const folder = await mkdtemp(join(tmpdir(), "netpol-review-test-"));
  const clone = join(folder, "work");
  await mkdir(clone);
  const commits = { folder, server, git: clone, baseSha, headSha, mergeSha };
  const dispose = () => rm(folder, { recursive: true, force: true });
  if (ref === "nothing") return { ...commits, [Symbol.asyncDispose]: dispose };
  await git(clone, "init", "--quiet", "--initial-branch=main");
  await git(clone, "remote", "add", "origin", `file://${server}`);
  const wanted = { merge: mergeSha, head: headSha, base: baseSha }[ref];
  const fetched = fetchDepth === 0 ? ["+refs/heads/*:refs/remotes/origin/*", wanted] : [wanted];
  const depth = fetchDepth === 0 ? [] : ["--depth=1"];
  await git(clone, "fetch", "--quiet", "--no-tags", ...depth, "origin", ...fetched);
  await git(clone, "checkout", "--quiet", "--detach", wanted);
  return { ...commits, [Symbol.asyncDispose]: dispose };
}
