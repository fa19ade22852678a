import { createHash } from "node:crypto";
import { realpathSync, statSync } from "node:fs";
import { basename } from "node:path";
import { readFound, walkFiles, type FoundFile } from "./directory-files.ts";
import { inPathOrder } from "./tree-entries.ts";
import { failed, SourceFailure } from "./types.ts";
import type {
  Content,
  Contents,
  Failed,
  OpenResult,
  Snapshot,
  TooLarge,
  TreeEntry,
} from "./types.ts";

export interface DirectoryOptions {
  /** Base and head, or the one to scan. A single file is a snapshot of that file. */
  readonly directories: readonly string[];
  /** A larger file is reported as too large and not read. */
  readonly maxFileBytes: number;
  /** The same for all files together; links count with their targets. */
  readonly maxTotalBytes?: number;
  readonly maxFiles?: number;
}

const DEFAULT_MAX_TOTAL_BYTES = 256 * 1024 * 1024;
const DEFAULT_MAX_FILES = 200_000;

/** What all directories of one call fill together. */
interface Store {
  readonly contents: Map<string, Uint8Array | TooLarge>;
  readonly maxFileBytes: number;
  bytesLeft: number;
  filesLeft: number;
}

const systemReason = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

function filesOf(name: string): Iterable<FoundFile> {
  const kind = statSync(name);
  if (kind.isDirectory()) return walkFiles(name);
  if (!kind.isFile()) throw new Error("it is neither a file nor a directory");
  // The user named this one, so a link is followed; those that a directory holds are not.
  return [{ path: basename(name), location: Buffer.from(realpathSync(name)), mode: "file" }];
}

/** Reads a file into the store. Its id is a hash of its bytes; one that is not read equals no other. */
function store(into: Store, file: FoundFile): TreeEntry {
  const content = readFound(file, Math.min(into.maxFileBytes, into.bytesLeft));
  if ("tooLarge" in content) {
    const id = `unread:${into.contents.size}`;
    into.contents.set(id, content);
    return { path: file.path, id, mode: file.mode, size: content.tooLarge };
  }
  const { bytes } = content;
  into.bytesLeft -= bytes.length;
  const id = createHash("sha256").update(bytes).digest("hex");
  if (!into.contents.has(id)) into.contents.set(id, bytes);
  return { path: file.path, id, mode: file.mode, size: bytes.length };
}

type SnapshotResult = { readonly ok: true; readonly snapshot: Snapshot } | Failed;

function takeSnapshot(name: string, into: Store): SnapshotResult {
  const entries: TreeEntry[] = [];
  try {
    for (const file of filesOf(name)) {
      if (into.filesLeft === 0)
        return failed(
          "too-large",
          `${name} holds too many files. Give a directory that holds manifests only.`,
        );
      into.filesLeft -= 1;
      entries.push(store(into, file));
    }
  } catch (error) {
    return failed("unreadable", `${name} cannot be read: ${systemReason(error)}.`);
  }
  return { ok: true, snapshot: { name, entries: inPathOrder(entries) } };
}

/** Looks content up that was read when the directories were opened. */
function lookUp(contents: Contents, ids: Iterable<string>): Contents {
  const found = new Map<string, Content | TooLarge>();
  for (const id of ids) {
    const content = contents.get(id);
    if (content === undefined)
      throw new SourceFailure({ code: "unreadable", message: `No file has the content id ${id}.` });
    found.set(id, content);
  }
  return found;
}

/**
 * Opens directories (or single files) as they are now. Every file is read once, here; what changes on disk
 * afterwards changes nothing.
 */
export async function openDirectories(options: DirectoryOptions): Promise<OpenResult> {
  const into: Store = {
    contents: new Map(),
    maxFileBytes: options.maxFileBytes,
    bytesLeft: options.maxTotalBytes ?? DEFAULT_MAX_TOTAL_BYTES,
    filesLeft: options.maxFiles ?? DEFAULT_MAX_FILES,
  };
  const snapshots: Snapshot[] = [];
  for (const name of options.directories) {
    const result = takeSnapshot(name, into);
    if (!result.ok) return result;
    snapshots.push(result.snapshot);
  }
  return { ok: true, source: { snapshots, read: async (ids) => lookUp(into.contents, ids) } };
}
