import { spawn, type ChildProcess } from "node:child_process";
import { devNull } from "node:os";
import { resolve } from "node:path";
import type { Writable } from "node:stream";
import { credentialSettings, type Credentials } from "./git-credentials.ts";
import { openSpool } from "./spool.ts";

/** How a git process ended. `notStarted` carries the system's reason, such as ENOENT. */
export interface GitExit {
  readonly status: number | null;
  readonly stderr: string;
  readonly notStarted?: string;
}

export interface GitCommand {
  readonly repo: string;
  readonly args: readonly string[];
  /** Written to stdin piece by piece, only as fast as git takes it. */
  readonly input?: Iterable<string>;
  /** An open file that stdin is read from instead. */
  readonly stdinFile?: number;
  /** What it throws ends the process and becomes the rejection of `runGit`. */
  readonly onStdout?: (chunk: Buffer) => void;
  /** An open file that gets the output instead. */
  readonly stdoutFile?: number;
  /** An open file that gets the messages instead; they are not in the result then. */
  readonly stderrFile?: number;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
  /** Reading never touches the network unless this is set; `git fetch` is the one command that sets it. */
  readonly network?: boolean;
  /** For the server that the repository came from, with `network` only. */
  readonly credentials?: Credentials | undefined;
}

const STDERR_LIMIT = 16 * 1024;

/** Set while a hook or an alias runs; each would point git at another repository than the one asked for. */
const REPOSITORY_VARIABLES = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_COMMON_DIR",
  "GIT_PREFIX",
  "GIT_NAMESPACE",
];

/** An action's inputs and the runner's own tokens: nothing that git or what git starts has a use for. */
const NOT_FOR_GIT = /^(?:INPUT|ACTIONS)_/i;

function environment({ network = false, credentials }: GitCommand): NodeJS.ProcessEnv {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !NOT_FOR_GIT.test(name)),
  );
  for (const name of REPOSITORY_VARIABLES) delete env[name];
  // Messages are told apart by their English text.
  env["LC_ALL"] = "C";
  env["LANGUAGE"] = "C";
  env["GIT_OPTIONAL_LOCKS"] = "0";
  env["GIT_TERMINAL_PROMPT"] = "0";
  env["GIT_LITERAL_PATHSPECS"] = "1";
  // refs/replace can put other bytes behind an id; equal ids must mean equal bytes.
  env["GIT_NO_REPLACE_OBJECTS"] = "1";
  if (network) return { ...env, ...credentialSettings(credentials, env["GIT_CONFIG_COUNT"]) };
  env["GIT_NO_LAZY_FETCH"] = "1";
  // Older versions do not know the variable above; there a lazy fetch fails for want of a transport.
  env["GIT_ALLOW_PROTOCOL"] = "none";
  return env;
}

/** Nothing that the repository's configuration names may run. */
const QUIET_CONFIG = [
  "core.fsmonitor=false",
  `core.hooksPath=${devNull}`,
  "gc.auto=0",
  "maintenance.auto=false",
];

function startGit(command: GitCommand): ChildProcess {
  const config = QUIET_CONFIG.flatMap((setting) => ["-c", setting]);
  const args = ["--no-pager", ...config, "-C", resolve(command.repo), ...command.args];
  return spawn("git", args, {
    env: environment(command),
    stdio: [
      command.stdinFile ?? (command.input === undefined ? "ignore" : "pipe"),
      command.stdoutFile ?? "pipe",
      command.stderrFile ?? "pipe",
    ],
    windowsHide: true,
    ...(command.signal === undefined ? {} : { signal: command.signal }),
    ...(command.timeoutMs === undefined ? {} : { timeout: command.timeoutMs }),
  });
}

/** Waits for `drain` whenever the pipe is full, so the queue never grows beyond one piece. */
function feed(stdin: Writable, pieces: Iterator<string>): void {
  for (;;) {
    const next = pieces.next();
    if (next.done === true) {
      stdin.end();
      return;
    }
    if (!stdin.write(next.value)) {
      stdin.once("drain", () => feed(stdin, pieces));
      return;
    }
  }
}

/** Runs git until it has ended and its output is read. A failing exit status is a value, not a rejection. */
export function runGit(command: GitCommand): Promise<GitExit> {
  return new Promise((settle, reject) => {
    const child = startGit(command);
    let stderr = "";
    let notStarted: string | undefined;
    let thrown: { readonly reason: unknown } | undefined;

    const finish = (status: number | null): void => {
      if (thrown !== undefined) reject(thrown.reason);
      else settle({ status, stderr, ...(notStarted === undefined ? {} : { notStarted }) });
    };
    child.on("error", (error: NodeJS.ErrnoException) => {
      // An abort or a failed kill is reported here too, but then the process exists and `close` follows.
      if (child.pid !== undefined) return;
      notStarted = error.code ?? error.message;
      finish(null);
    });
    child.on("exit", (_status, signal) => {
      if (signal === null) return;
      // A process that git started can outlive it and keep the pipes open; nobody waits for its output.
      child.stdout?.destroy();
      child.stderr?.destroy();
    });
    child.on("close", finish);
    child.stderr?.on("data", (chunk: Buffer) => {
      if (stderr.length < STDERR_LIMIT) stderr += chunk.toString("utf8");
    });
    child.stdout?.on("data", (chunk: Buffer) => {
      if (thrown !== undefined) return;
      try {
        command.onStdout?.(chunk);
      } catch (reason) {
        thrown = { reason };
        child.kill();
      }
    });
    if (child.stdin !== null && command.input !== undefined) {
      // EPIPE when git ends early: its exit status and stderr tell why.
      child.stdin.on("error", () => {});
      feed(child.stdin, command.input[Symbol.iterator]());
    }
  });
}

/** Runs git with its output, and its messages, in files: no pipe has to be opened, read and closed. */
export async function runGitToFile(
  command: GitCommand & { readonly stdoutFile: number },
): Promise<GitExit> {
  using messages = openSpool();
  if (messages === undefined) return runGit(command);
  const exit = await runGit({ ...command, stderrFile: messages.fd });
  const bytes = Buffer.alloc(Math.min(messages.size(), STDERR_LIMIT));
  messages.read(bytes, 0);
  return { ...exit, stderr: bytes.toString("utf8") };
}

/** Runs git and keeps its whole output, for commands whose output is small beside the repository. */
export async function collectGit(
  command: Omit<GitCommand, "onStdout" | "stdoutFile">,
): Promise<GitExit & { readonly stdout: Buffer }> {
  const chunks: Buffer[] = [];
  const exit = await runGit({ ...command, onStdout: (chunk) => void chunks.push(chunk) });
  return { ...exit, stdout: Buffer.concat(chunks) };
}

/**
 * The same for a long output. Git writes 4 KiB at a time, and to be woken for each of them costs this
 * process more than git itself needs; a file is read at once.
 */
export async function collectLongGit(
  command: Omit<GitCommand, "onStdout" | "stdoutFile">,
): Promise<GitExit & { readonly stdout: Buffer }> {
  using spool = openSpool();
  if (spool === undefined) return collectGit(command);
  const exit = await runGitToFile({ ...command, stdoutFile: spool.fd });
  const stdout = Buffer.allocUnsafeSlow(spool.size());
  return { ...exit, stdout: stdout.subarray(0, spool.read(stdout, 0)) };
}
