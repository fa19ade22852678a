import { isAscii, isUtf8 } from "node:buffer";
import { applyChanges, parseChanges, type TreeChange } from "./git-changes.ts";
import type { Credentials } from "./git-credentials.ts";
import { gitFailure } from "./git-errors.ts";
import { collectLongGit } from "./git-process.ts";
import { pathText } from "./path-text.ts";
import { entryMode, inPathOrder } from "./tree-entries.ts";
import type { Failed, TreeEntry } from "./types.ts";

/** `<mode> <type> <id>` TAB `<path>` NUL; mode and the blank behind it are 7 characters. */
const AFTER_MODE = 7;

/** The usual case: the whole listing is UTF-8, so it is decoded once and cut as text. */
function parseText(text: string): TreeEntry[] {
  const entries: TreeEntry[] = [];
  const idLength = text.indexOf("\t") - text.indexOf(" ", AFTER_MODE) - 1;
  for (let start = 0; start < text.length;) {
    const isFile = text.startsWith("100644 blob ", start) || text.startsWith("100755 blob ", start);
    const mode = isFile ? "file" : entryMode(text.slice(start, start + AFTER_MODE - 1));
    const idStart = (isFile ? start + 11 : text.indexOf(" ", start + AFTER_MODE)) + 1;
    const tab = idStart + idLength;
    const end = text.indexOf("\0", tab);
    entries.push({ path: text.slice(tab + 1, end), id: text.slice(idStart, tab), mode });
    start = end + 1;
  }
  return entries;
}

function parseBytes(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let start = 0; start < bytes.length;) {
    const tab = bytes.indexOf("\t", start);
    const end = bytes.indexOf(0, tab);
    const [mode = "", , id = ""] = bytes.toString("latin1", start, tab).split(" ");
    entries.push({ path: pathText(bytes.subarray(tab + 1, end)), id, mode: entryMode(mode) });
    start = end + 1;
  }
  return entries;
}

/** Parses `git ls-tree -r -z`. */
function parseListing(bytes: Buffer): readonly TreeEntry[] {
  // Git sorts by bytes, which is the order of code units as long as all is ASCII.
  if (isAscii(bytes)) return parseText(bytes.toString("latin1"));
  const text = isUtf8(bytes) ? bytes.toString("utf8") : undefined;
  // A path can hold U+FFFD, which `pathText` spells in its own way.
  return inPathOrder(
    text === undefined || text.includes("\uFFFD") ? parseBytes(bytes) : parseText(text),
  );
}

export type ListResult = { readonly ok: true; readonly entries: readonly TreeEntry[] } | Failed;

export interface ListRequest {
  readonly repo: string;
  /** The id of a tree or commit: never other text from outside. */
  readonly tree: string;
  /** Only this file, or what is below this directory; everything otherwise. */
  readonly path?: string;
  /** Let git fetch the trees that a treeless clone lacks. */
  readonly lazyFetch?: boolean;
  readonly credentials?: Credentials | undefined;
}

/** Lists every file of a tree, whatever directory of the repository `repo` is. */
export async function listTree(request: ListRequest): Promise<ListResult> {
  const { repo, tree, path, lazyFetch = false, credentials } = request;
  const args = [
    "ls-tree",
    "-r",
    "-z",
    "--full-tree",
    tree,
    ...(path === undefined ? [] : ["--", path]),
  ];
  const run = await collectLongGit({ repo, args, network: lazyFetch, credentials });
  return run.status === 0 ? { ok: true, entries: parseListing(run.stdout) } : gitFailure(repo, run);
}

export type ListAllResult =
  | {
      readonly ok: true;
      readonly listings: readonly (readonly TreeEntry[])[];
      /** What differs from the first tree in the others. */
      readonly changes: readonly TreeChange[];
    }
  | Failed;

export interface ListAllRequest {
  readonly repo: string;
  /** Ids of trees or commits. */
  readonly trees: readonly string[];
  readonly lazyFetch: boolean;
  readonly credentials?: Credentials | undefined;
}

/**
 * Lists the first tree, and of the others only what differs from it: git skips the subtrees that are the
 * same, and so do we. Equal trees share one array, unchanged files one entry.
 */
export async function listTrees({
  repo,
  trees,
  lazyFetch,
  credentials,
}: ListAllRequest): Promise<ListAllResult> {
  const [first, ...others] = [...new Set(trees)];
  if (first === undefined) return { ok: true, listings: [], changes: [] };
  const listing = listTree({ repo, tree: first, lazyFetch, credentials });
  const diffs = others.map((tree) =>
    collectLongGit({ repo, args: diffArguments(first, tree), network: lazyFetch, credentials }),
  );
  const [base, ...runs] = await Promise.all([listing, ...diffs]);
  if (!base.ok) return base;
  const byTree = new Map([[first, base.entries]]);
  const all: TreeChange[] = [];
  for (const [index, run] of runs.entries()) {
    if (run.status !== 0) return gitFailure(repo, run);
    const changes = parseChanges(run.stdout);
    byTree.set(others[index] ?? "", applyChanges(base.entries, changes));
    all.push(...changes);
  }
  return { ok: true, listings: trees.map((tree) => byTree.get(tree) ?? []), changes: all };
}

/** The options undo settings that could hide an entry or change the form of a line. */
const DIFF_OPTIONS =
  "--raw --no-abbrev --no-renames --no-ext-diff --no-textconv --no-relative --ignore-submodules=none";

const diffArguments = (from: string, to: string): readonly string[] => [
  "diff-tree",
  "-r",
  "-z",
  ...DIFF_OPTIONS.split(" "),
  from,
  to,
  "--",
];
