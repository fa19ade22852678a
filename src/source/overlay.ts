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

/** `known` holds what somebody has read already. */
export function createOverlay(
  source: Source,
  known: (id: string) => Uint8Array | undefined = () => undefined,
): Overlay {
  const contents = new Map<string, Content | TooLarge>();
  let patches = 0;
  /** Moves what need not be read from the ids that are wanted. */
  const takeKnown = (wanted: Set<string>): Map<string, Content | TooLarge> => {
    const found = new Map<string, Content | TooLarge>();
    for (const id of wanted) {
      const content = contents.get(id) ?? known(id);
      if (content !== undefined && wanted.delete(id)) found.set(id, content);
    }
    return found;
  };
  return {
    source: {
      snapshots: source.snapshots,
      read: async (ids, onContent) => {
        const missing = new Set(ids);
        const found = takeKnown(missing);
        if (missing.size === 0) return found;
        const read = await source.read(missing, onContent);
        return found.size === 0 ? read : new Map([...read, ...found]);
      },
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
