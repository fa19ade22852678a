import type { Contents, Snapshot, Source, TreeEntry } from "../source/types.ts";
import { isGeneratorPath, isKustomization, isManifestPath } from "./manifest-paths.ts";
import { hintsOf, type TextHints } from "./text-hints.ts";

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

const mayMatter = (path: string): boolean =>
  isManifestPath(path) || isGeneratorPath(path) || isKustomization(path);

/** The changed paths that may bear on network policy, submodules and links included. */
export function changedFiles(base: Snapshot, head: Snapshot): readonly FileChange[] {
  if (base.entries === head.entries) return [];
  const before = new Map(base.entries.map((entry) => [entry.path, entry]));
  const changes: FileChange[] = [];
  for (const entry of head.entries) {
    const old = before.get(entry.path);
    before.delete(entry.path);
    if (old?.id === entry.id && old.mode === entry.mode) continue;
    const change = { path: entry.path, head: entry, ...(old === undefined ? {} : { base: old }) };
    if (isOfInterest(change)) changes.push(change);
  }
  for (const old of before.values()) {
    const change = { path: old.path, base: old };
    if (isOfInterest(change)) changes.push(change);
  }
  return changes;
}

const isOfInterest = ({ path, base, head }: FileChange): boolean =>
  mayMatter(path) || base?.mode === "submodule" || head?.mode === "submodule";

/** The manifest files of a snapshot, links and submodules left out. */
export const manifestFiles = (snapshot: Snapshot): readonly TreeEntry[] =>
  snapshot.entries.filter(({ path, mode }) => mode === "file" && isManifestPath(path));

/** The bytes, text and hints of contents that were read; each computed once. */
export interface TextStore {
  load(ids: Iterable<string>): Promise<void>;
  bytes(id: string): Uint8Array | undefined;
  /** Size of a file that was too large to read. */
  tooLarge(id: string): number | undefined;
  text(id: string): string;
  hints(id: string): TextHints;
}

export function createTextStore(source: Source): TextStore {
  const contents = new Map<string, Contents extends ReadonlyMap<string, infer V> ? V : never>();
  const texts = new Map<string, string>();
  const hints = new Map<string, TextHints>();
  const bytes = (id: string): Uint8Array | undefined => {
    const content = contents.get(id);
    return content instanceof Uint8Array ? content : undefined;
  };
  const text = (id: string): string => {
    const known = texts.get(id);
    if (known !== undefined) return known;
    const content = bytes(id);
    // Latin-1 is enough to find words: kinds, keys and namespace names are ASCII.
    const decoded =
      content === undefined
        ? ""
        : Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("latin1");
    texts.set(id, decoded);
    return decoded;
  };
  return {
    load: async (ids) => {
      const missing = new Set([...ids].filter((id) => !contents.has(id)));
      if (missing.size === 0) return;
      for (const [id, content] of await source.read(missing)) contents.set(id, content);
    },
    bytes,
    tooLarge: (id) => {
      const content = contents.get(id);
      return content === undefined || content instanceof Uint8Array ? undefined : content.tooLarge;
    },
    text,
    hints: (id) => {
      const known = hints.get(id);
      if (known !== undefined) return known;
      const found = hintsOf(text(id));
      hints.set(id, found);
      return found;
    },
  };
}
