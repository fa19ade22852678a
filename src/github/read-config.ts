import { posix } from "node:path";
import type { ConfigText } from "../config/parse-config.ts";
import { CONFIG_PATH, type ConfigTexts } from "../settings.ts";
import { bytesIn, type Source } from "../source/types.ts";
import { fetchConfig, parseConfigReference } from "./fetch-config.ts";
import type { RunContext } from "./read-context.ts";

export type ConfigResult =
  | {
      readonly ok: true;
      readonly config: ConfigTexts;
      /** A file that was asked for and is not there. */
      readonly missing?: string;
    }
  | { readonly ok: false; readonly message: string };

type FileResult =
  | { readonly ok: true; readonly file?: ConfigText }
  | { readonly ok: false; readonly message: string };

const refused = (message: string): FileResult => ({ ok: false, message });

/** Reads one file of the first snapshot, which is the base of a comparison. */
async function readFile(source: Source, path: string): Promise<FileResult> {
  const wanted = posix.normalize(path);
  if (wanted.startsWith("/") || wanted === ".." || wanted.startsWith("../"))
    return refused(`${path} is outside the repository. Give a path from its top.`);
  const entry = source.snapshots[0]?.entries.find((candidate) => candidate.path === wanted);
  if (entry === undefined) return { ok: true };
  if (entry.mode !== "file")
    return refused(`${path} is a ${entry.mode}. Only a regular file is read.`);
  const bytes = bytesIn(await source.read([entry.id]), entry.id);
  if (bytes === undefined) return refused(`The configuration file ${path} is too large.`);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { ok: true, file: { path, text } };
  } catch {
    return refused(`The configuration file ${path} is not UTF-8 text.`);
  }
}

/**
 * Reads the configuration from the revision that is not under review: the base, so that a pull request
 * cannot switch its own gate off. An organisation's comes from the repository and the ref that the input names.
 */
export async function readConfig(
  { inputs, runner }: RunContext,
  source: Source,
): Promise<ConfigResult> {
  const reference = parseConfigReference(inputs.config ?? "");
  const path = reference === undefined ? inputs.config : undefined;
  const own = await readFile(source, path ?? CONFIG_PATH);
  if (!own.ok) return own;
  const repository = own.file === undefined ? {} : { repository: own.file };
  if (reference === undefined) {
    const isMissing = own.file === undefined && path !== undefined;
    return { ok: true, config: repository, ...(isMissing ? { missing: path } : {}) };
  }
  const token = inputs.configToken ?? inputs.token;
  if (token === undefined)
    return { ok: false, message: "The inputs `config-token` and `github-token` are both empty." };
  const fetched = await fetchConfig(reference, { token, apiUrl: runner.apiUrl });
  if (!fetched.ok) return { ok: false, message: fetched.error.message };
  return { ok: true, config: { organisation: fetched.config, ...repository } };
}
