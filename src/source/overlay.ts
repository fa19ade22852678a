import type { Content, Snapshot, Source, TooLarge } from "./types.ts";

/** A file of a snapshot with another content. */
interface Replacement {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A source with files that are not in what is behind it. */
export interface Overlay {
  /** The snapshots of the source behind it, which is asked for what nobody has read yet. */
  readonly source: Source;
  /** A snapshot with one file replaced; undefined where it has no such file. */
  readonly patch: (snapshot: Snapshot, replacement: Replacement) => Snapshot | undefined;
}

/** Files can be put over those of the source, one snapshot for each. */
export function createOverlay(source: Source): Overlay {
  const contents = new Map<string, Content | TooLarge>();
  const overlaid = preferring((id) => contents.get(id), source);
  let patches = 0;
  return {
    source: {
      snapshots: source.snapshots,
      read: (ids, onContent) => (patches === 0 ? source : overlaid).read(ids, onContent),
    },
    patch: (snapshot, { path, bytes }) => {
      const index = snapshot.entries.findIndex(
        (entry) => entry.path === path && entry.mode === "file",
      );
      const entry = snapshot.entries[index];
      if (entry === undefined) return undefined;
      // No id of git: nothing that is stored has it.
      const id = `patched ${++patches}`;
      contents.set(id, bytes);
      const patched = { ...entry, id, size: bytes.length };
      return { ...snapshot, entries: snapshot.entries.with(index, patched) };
    },
  };
}

/** A source that is only asked for what is not known already. */
export const preferring = (
  known: (id: string) => Content | TooLarge | undefined,
  source: Source,
): Source => ({
  snapshots: source.snapshots,
  read: async (ids, onContent) => {
    const found = new Map<string, Content | TooLarge>();
    const missing = new Set<string>();
    for (const id of ids) {
      const content = known(id);
      if (content === undefined) missing.add(id);
      else found.set(id, content);
    }
    if (missing.size === 0) return found;
    const read = await source.read(missing, onContent);
    return found.size === 0 ? read : new Map([...read, ...found]);
  },
});
