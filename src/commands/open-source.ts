import { readFileSync } from "node:fs";
import { CONFIG_PATH, type EngineRequest } from "../settings.ts";
import { openGit, type GitOptions } from "../source/git.ts";
import { readFileAt } from "../source/read-file-at.ts";
import type { OpenResult, Source } from "../source/types.ts";
import type { EngineOptions } from "./arguments.ts";
import { CommandError } from "./terminal.ts";

const MAX_FILE_BYTES = 8 * 1024 * 1024;

export async function openRevisions(
  repo: string,
  revisions: readonly string[],
  options: Pick<GitOptions, "onListing" | "readAhead" | "signal">,
): Promise<Source> {
  return unwrap(await openGit({ repo, revisions, maxBlobBytes: MAX_FILE_BYTES, ...options }));
}

export async function openFolders(directories: readonly string[]): Promise<Source> {
  const { openDirectories } = await import("../source/directory.ts");
  return unwrap(await openDirectories({ directories, maxFileBytes: MAX_FILE_BYTES }));
}

function unwrap(opened: OpenResult): Source {
  if (!opened.ok) throw new CommandError(opened.error.message);
  return opened.source;
}

/** The request to the engine, with the configuration file that was named. */
export function requestOf(source: Source, { config, cni }: EngineOptions): EngineRequest {
  return {
    source,
    ...(cni === undefined ? {} : { cni }),
    ...(config === undefined ? {} : { config: { path: config, text: readText(config) } }),
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new CommandError(
      `cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** Adds the configuration of the base revision: head must not decide how head is judged. */
export async function withConfigOfBase(
  request: EngineRequest,
  repo: string,
  base: string,
): Promise<EngineRequest> {
  if (request.config !== undefined || !hasConfig(request.source)) return request;
  const file = await readFileAt({ repo, revision: base, path: CONFIG_PATH });
  if (!file.ok) throw new CommandError(file.error.message);
  if (file.bytes === undefined) return request;
  return { ...request, config: { path: CONFIG_PATH, text: new TextDecoder().decode(file.bytes) } };
}

const hasConfig = ({ snapshots: [base] }: Source): boolean =>
  base?.entries.some(({ path }) => path === CONFIG_PATH) === true;
