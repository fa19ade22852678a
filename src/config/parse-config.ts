import type { Node } from "../model/node.ts";
import { configShape, type ConfigContext, type ConfigKeys } from "./keys.ts";
import { readTree, type Fault } from "./read-tree.ts";

/** A configuration file as text. */
export interface ConfigText {
  /** As people know it; a file of another repository may be `owner/repo/path@ref`. */
  readonly path: string;
  readonly text: string;
}

/** A configuration file, read. */
export interface ConfigFile {
  readonly path: string;
  readonly keys: ConfigKeys;
  readonly root: Node;
}

export type ConfigResult =
  | { readonly ok: true; readonly file: ConfigFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** More of one file at a time would not be read. */
const MAX_FAULTS = 10;
const MAX_KEY = 200;
const MAX_MESSAGE = 1_000;

/**
 * Reads a configuration. A mistake in it is an error with its line, never a default: a gate that quietly
 * looks elsewhere is worse than none.
 */
export function parseConfig({ path, text }: ConfigText, context: ConfigContext): ConfigResult {
  const tree = readTree(text, path);
  if (!tree.ok) return { ok: false, faults: [shorten(tree.fault)] };
  const { root } = tree;
  if (root.type === "scalar" && root.value === null)
    return { ok: true, file: { path, root, keys: {} } };
  const faults: Fault[] = [];
  const keys = configShape(context).read(root, "", (fault) => {
    if (faults.length < MAX_FAULTS) faults.push(shorten(fault));
  });
  return keys === undefined ? { ok: false, faults } : { ok: true, file: { path, root, keys } };
}

/** A fault quotes what stands in the file, which may be any text. */
const shorten = ({ line, key, message }: Fault): Fault => ({
  line,
  key: key.slice(0, MAX_KEY),
  message: message.slice(0, MAX_MESSAGE),
});

/** One line per mistake, each with file, line and key. */
export const formatFaults = (path: string, faults: readonly Fault[]): string =>
  faults
    .map(({ line, key, message }) => `${path}:${line}: ${key === "" ? "" : `${key}: `}${message}`)
    .join("\n");
