import { readFileSync, statSync } from "node:fs";
import type { ConfigText } from "../config/parse-config.ts";
import { CONFIG_PATH, type ConfigTexts, type EngineRequest } from "../settings.ts";
import { openGit, type GitOptions } from "../source/git.ts";
import { readFileAt } from "../source/read-file-at.ts";
import { bytesIn, type OpenResult, type Source, type TreeEntry } from "../source/types.ts";
import type { EngineOptions } from "./arguments.ts";
import { CommandError, type Terminal } from "./terminal.ts";

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

/** Two directories to compare. A file is none: its neighbours would not count. */
export async function openPair(directories: readonly string[]): Promise<Source> {
  const file = directories.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (file !== undefined)
    throw new CommandError(`${file} is a file: diff --dirs compares two directories`);
  return openFolders(directories);
}

function unwrap(opened: OpenResult): Source {
  if (!opened.ok) throw new CommandError(opened.error.message);
  return opened.source;
}

/** The request to the engine, with the configuration files that were named. */
export function requestOf(
  source: Source,
  { config, organisationConfig, overrides, cni }: EngineOptions,
  { today }: Terminal,
): EngineRequest {
  const texts: ConfigTexts = {
    ...(organisationConfig === undefined ? {} : { organisation: readText(organisationConfig) }),
    ...(config === undefined ? {} : { repository: readText(config) }),
  };
  return {
    source,
    today,
    config: texts,
    ...(overrides === undefined ? {} : { overrides }),
    ...(cni === undefined ? {} : { cni }),
  };
}

function readText(path: string): ConfigText {
  try {
    return { path, text: readFileSync(path, "utf8") };
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
  if (request.config?.repository !== undefined || configIn(request.source) === undefined)
    return request;
  const file = await readFileAt({ repo, revision: base, path: CONFIG_PATH });
  if (!file.ok) throw new CommandError(file.error.message);
  return file.bytes === undefined ? request : withConfig(request, file.bytes);
}

/** Adds the configuration that lies in the directory, or in the one that is the base. */
export async function withConfigOfFolder(request: EngineRequest): Promise<EngineRequest> {
  const { config, source } = request;
  const entry = configIn(source);
  if (config?.repository !== undefined || entry === undefined) return request;
  const { id, mode } = entry;
  const name = `${CONFIG_PATH} in ${source.snapshots[0]?.name ?? ""}`;
  if (mode !== "file") throw new CommandError(`${name} is a ${mode}. Only a regular file is read.`);
  const bytes = bytesIn(await source.read([id]), id);
  if (bytes === undefined)
    throw new CommandError(`${name} is too large: at most ${MAX_FILE_BYTES} bytes are read.`);
  return withConfig(request, bytes);
}

function withConfig(request: EngineRequest, bytes: Uint8Array): EngineRequest {
  const text = new TextDecoder().decode(bytes);
  return { ...request, config: { ...request.config, repository: { path: CONFIG_PATH, text } } };
}

const configIn = ({ snapshots: [base] }: Source): TreeEntry | undefined =>
  base?.entries.find(({ path }) => path === CONFIG_PATH);
