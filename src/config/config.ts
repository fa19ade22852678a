import picomatch from "picomatch";
import { LineCounter, parseDocument, type Document } from "yaml";

/** What `.github/netpol-review.yml` may say. Read from the base revision only. */
export interface Config {
  readonly scopes: readonly ScopeConfig[];
  readonly exclude: (path: string) => boolean;
  /** Whether an `ipBlock` matches pods by their address; unset leaves the default. */
  readonly ipBlockMatchesPods?: boolean;
}

interface ScopeConfig {
  readonly name: string;
  readonly includes: (path: string) => boolean;
  /** Where objects without a namespace land. */
  readonly namespace?: string;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly message: string };

const MAX_GLOB = 200;
const MAX_STARS = 8;

/**
 * Reads the configuration. A mistake in it is an error with file and line, never a default: a gate that
 * quietly looks elsewhere is worse than none.
 */
export function parseConfig(text: string, path: string): ConfigResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "core" });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line } = lines.linePos(error.pos[0]);
    return { ok: false, message: `${path}:${line}: ${error.message.split("\n")[0] ?? "not YAML"}` };
  }
  const fail = (key: readonly (string | number)[], message: string): ConfigResult => {
    const node: unknown = document.getIn(key, true);
    const range = hasRange(node) ? node.range[0] : 0;
    return {
      ok: false,
      message: `${path}:${lines.linePos(range).line}: ${key.join(".")}: ${message}`,
    };
  };
  const value = valueOf(document);
  if (value === undefined) return { ok: false, message: `${path}:1: write it without aliases` };
  if (!isRecord(value)) return { ok: false, message: `${path}:1: a mapping is wanted` };
  for (const key of Object.keys(value))
    if (!["scopes", "exclude", "ipBlockMatchesPods"].includes(key))
      return fail([key], "unknown key; known are scopes, exclude, ipBlockMatchesPods");
  const { ipBlockMatchesPods } = value;
  if (ipBlockMatchesPods !== undefined && typeof ipBlockMatchesPods !== "boolean")
    return fail(["ipBlockMatchesPods"], "true or false is wanted");
  const exclude = globsOf(value["exclude"] ?? []);
  if (exclude === undefined) return fail(["exclude"], GLOBS_WANTED);
  const entries = value["scopes"] ?? [];
  if (!Array.isArray(entries)) return fail(["scopes"], "a list is wanted");
  const scopes: ScopeConfig[] = [];
  for (const [index, entry] of entries.entries()) {
    const scope = scopeOf(entry);
    if (typeof scope === "string") return fail(["scopes", index], scope);
    scopes.push(scope);
  }
  return {
    ok: true,
    config: {
      scopes,
      exclude,
      ...(ipBlockMatchesPods === undefined ? {} : { ipBlockMatchesPods }),
    },
  };
}

/** Undefined where aliases lead nowhere or multiply: the library throws then. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 }) ?? {};
  } catch {
    return undefined;
  }
}

const GLOBS_WANTED = `a list of globs is wanted, each of at most ${MAX_GLOB} characters and ${MAX_STARS} stars`;

function scopeOf(entry: unknown): ScopeConfig | string {
  if (!isRecord(entry)) return "a mapping with name and paths is wanted";
  const { name, paths, namespace } = entry;
  const unknown = Object.keys(entry).find((key) => !["name", "paths", "namespace"].includes(key));
  if (unknown !== undefined) return `unknown key ${unknown}; known are name, paths, namespace`;
  if (typeof name !== "string" || name === "") return "name: a text is wanted";
  if (namespace !== undefined && typeof namespace !== "string")
    return "namespace: a text is wanted";
  const includes = globsOf(paths);
  if (includes === undefined) return `paths: ${GLOBS_WANTED}`;
  return { name, includes, ...(namespace === undefined ? {} : { namespace }) };
}

/** Globs become backtracking expressions, so their size is bounded. */
function globsOf(value: unknown): ((path: string) => boolean) | undefined {
  if (!Array.isArray(value)) return undefined;
  const globs = value.filter(
    (glob): glob is string =>
      typeof glob === "string" &&
      glob.length <= MAX_GLOB &&
      glob.split("*").length <= MAX_STARS + 1,
  );
  if (globs.length !== value.length) return undefined;
  return globs.length === 0 ? () => false : picomatch(globs, { dot: true });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const hasRange = (node: unknown): node is { readonly range: readonly [number] } =>
  isRecord(node) && Array.isArray(node["range"]);
