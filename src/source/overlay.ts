import type { Content, Snapshot, Source, TooLarge } from "./types.ts";

/** A file of a snapshot with another content. */
interface Replacement {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A source with files that are not in what is behind it. */
export interface Overlay {
  /** The snapshots of the source behind it, which is asked for each content once. */
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
  return {
    source: {
      snapshots: source.snapshots,
      read: async (ids) => {
        const wanted = new Set(ids);
        const missing = new Set<string>();
        for (const id of wanted) {
          const bytes = contents.get(id) ?? known(id);
          if (bytes === undefined) missing.add(id);
          else contents.set(id, bytes);
        }
        if (missing.size > 0)
          for (const [id, content] of await source.read(missing)) contents.set(id, content);
        const found = new Map<string, Content | TooLarge>();
        for (const id of wanted) {
          const content = contents.get(id);
          if (content !== undefined) found.set(id, content);
        }
        return found;
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
