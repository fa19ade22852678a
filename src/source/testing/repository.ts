import { execFileSync } from "node:child_process";
import { devNull } from "node:os";
import {
  bytesOf,
  isTooLarge,
  type OpenResult,
  type Source,
  type SourceErrorCode,
} from "../types.ts";
import { temporaryDirectory, type TemporaryDirectory } from "./temporary.ts";

/** The same identity, time and configuration on every machine. */
const ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env["PATH"],
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "Test",
  GIT_AUTHOR_EMAIL: "test@example.com",
  GIT_AUTHOR_DATE: "2024-01-01T00:00:00Z",
  GIT_COMMITTER_NAME: "Test",
  GIT_COMMITTER_EMAIL: "test@example.com",
  GIT_COMMITTER_DATE: "2024-01-01T00:00:00Z",
};

/** Runs git in a directory and returns what it prints. */
export function git(
  directory: string,
  args: readonly string[],
  input?: string | Uint8Array,
): string {
  const options = { cwd: directory, env: ENVIRONMENT, ...(input === undefined ? {} : { input }) };
  return execFileSync("git", args, { ...options, stdio: "pipe" })
    .toString("utf8")
    .trim();
}

export interface TemporaryRepository extends TemporaryDirectory {
  git(...args: string[]): string;
  /** Commits everything in the working tree and returns the commit's id. */
  commit(): string;
}

export function temporaryRepository(...initOptions: string[]): TemporaryRepository {
  const directory = temporaryDirectory();
  const run = (...args: string[]): string => git(directory.path, args);
  run("init", "--quiet", "--initial-branch=main", ...initOptions);
  return {
    ...directory,
    git: run,
    commit: () => {
      run("add", "--all");
      run("commit", "--quiet", "--allow-empty", "--message=change");
      return run("rev-parse", "HEAD");
    },
  };
}

/** The source, or a thrown error that says why there is none. */
export function opened(result: OpenResult): Source {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.source;
}

/** The code and message of a failure. */
export function failure(
  result: { readonly ok: true } | Extract<OpenResult, { readonly ok: false }>,
): {
  readonly code: SourceErrorCode;
  readonly message: string;
} {
  if (result.ok) throw new Error("expected a failure");
  return result.error;
}

/** Every readable file of a snapshot as text, by path. */
export async function textFiles(source: Source, index: number): Promise<Record<string, string>> {
  const entries = (source.snapshots[index]?.entries ?? []).filter(
    ({ mode }) => mode !== "submodule",
  );
  const contents = await source.read(entries.map(({ id }) => id));
  const text = entries.map(({ path, id }): [string, string] => {
    const content = contents.get(id);
    return [
      path,
      content === undefined || isTooLarge(content)
        ? JSON.stringify(content)
        : new TextDecoder().decode(bytesOf(content)),
    ];
  });
  return Object.fromEntries(text);
}
