import {
  bytesOf,
  isTooLarge,
  type Content,
  type Snapshot,
  type Source,
  type TooLarge,
  type TreeEntry,
} from "../source/types.ts";
import { isManifestPath, mayMatter } from "./manifest-paths.ts";
import { createSearch, FileText } from "./file-text.ts";
import { isHinted, type TextHints } from "./text-hints.ts";

/** One version of a file that may hold manifests. Versions with equal bytes share text and hints. */
export interface FileVersion {
  readonly path: string;
  readonly id: string;
}

/** A path whose content is not the same at both revisions. */
export interface FileChange {
  readonly path: string;
  readonly base?: TreeEntry;
  readonly head?: TreeEntry;
}

/** The changed paths that may bear on network policy, submodules, links and sources of charts included. */
export const changedFiles = (
  base: Snapshot,
  head: Snapshot,
  isSource: (path: string) => boolean,
): readonly FileChange[] =>
  changedEntries(base, head).filter((change) => isOfInterest(change) || isSource(change.path));

/** Both listings are in path order, and what did not change is mostly the same entry in both. */
export function changedEntries(base: Snapshot, head: Snapshot): readonly FileChange[] {
  const changes: FileChange[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const old = base.entries[i];
    const now = head.entries[j];
    if (old === now) {
      if (old === undefined) return changes;
      i++;
      j++;
      continue;
    }
    const gone = now === undefined || (old !== undefined && old.path < now.path);
    const came = old === undefined || (now !== undefined && now.path < old.path);
    if (!came) i++;
    if (!gone) j++;
    if (gone && old !== undefined) changes.push({ path: old.path, base: old });
    else if (came && now !== undefined) changes.push({ path: now.path, head: now });
    else if (old !== undefined && now !== undefined && old !== now)
      if (old.id !== now.id || old.mode !== now.mode)
        changes.push({ path: now.path, base: old, head: now });
  }
}

/** A link without an ending may lead to a folder of manifests. */
const isFolderLink = ({ path, base, head }: FileChange): boolean =>
  [base, head].some((entry) => entry?.mode === "symlink") && !/\.[^/]*$/.test(path);

const isOfInterest = (change: FileChange): boolean => {
  const { path, base, head } = change;
  return (
    mayMatter(path) ||
    isFolderLink(change) ||
    base?.mode === "submodule" ||
    head?.mode === "submodule"
  );
};

/** The manifest files of a snapshot, links and submodules left out. */
export const manifestFiles = (snapshot: Snapshot): readonly TreeEntry[] =>
  snapshot.entries.filter(({ path, mode }) => mode === "file" && isManifestPath(path));

/** The bytes, text and hints of contents that were read; each computed once, and only where it is asked for. */
export interface TextStore {
  load(ids: Iterable<string>): Promise<void>;
  bytes(id: string): Uint8Array | undefined;
  /** Size of a file that was too large to read. */
  tooLarge(id: string): number | undefined;
  text(id: string): string;
  hints(id: string): TextHints;
  /** Whether anything in the file can bear on network policy. */
  matters(id: string): boolean;
}

export function createTextStore(source: Source): TextStore {
  const stored = new Map<string, FileText>();
  const decode = createDecoder();
  const nothing = new FileText(new Uint8Array(), decode);
  const fileOf = (id: string): FileText => stored.get(id) ?? nothing;
  return {
    load: async (ids) => {
      const missing = new Set<string>();
      for (const id of ids) if (!stored.has(id)) missing.add(id);
      if (missing.size === 0) return;
      const search = createSearch();
      const add = (id: string, content: Content | TooLarge): void => {
        const file = new FileText(content, decode);
        stored.set(id, file);
        search.add(file);
      };
      const contents = await source.read(missing, add);
      // Not a loop: that makes an object for each of thousands.
      contents.forEach((content, id) => {
        if (stored.get(id)?.content !== content) add(id, content);
      });
      search.end();
    },
    bytes: (id) => {
      const content = stored.get(id)?.content;
      return content === undefined || isTooLarge(content) ? undefined : bytesOf(content);
    },
    tooLarge: (id) => {
      const { content } = fileOf(id);
      return isTooLarge(content) ? content.tooLarge : undefined;
    },
    text: (id) => fileOf(id).text,
    hints: fileOf,
    matters: (id) => {
      const file = fileOf(id);
      return isTooLarge(file.content) || isHinted(file);
    },
  };
}

/**
 * Decodes bytes that often lie side by side in one large buffer: the buffer is decoded once and the texts are
 * slices of it. Latin-1 is enough to find words: kinds, keys and namespace names are ASCII.
 */
function createDecoder(): (bytes: Uint8Array) => string {
  const whole = new Map<ArrayBufferLike, string>();
  return ({ buffer, byteOffset, byteLength }) => {
    let text = whole.get(buffer);
    if (text === undefined) {
      text = Buffer.from(buffer).toString("latin1");
      whole.set(buffer, text);
    }
    return text.slice(byteOffset, byteOffset + byteLength);
  };
}
