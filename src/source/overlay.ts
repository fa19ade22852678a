import type { Contents, Snapshot, Source, TooLarge } from "./types.ts";

/** A source that asks the one behind it for each content once. */
export function rememberReads(source: Source): Source {
  const known = new Map<string, Uint8Array | TooLarge>();
  return {
    snapshots: source.snapshots,
    read: async (ids) => {
      const wanted = new Set(ids);
      const missing = [...wanted].filter((id) => !known.has(id));
      if (missing.length > 0)
        for (const [id, content] of await source.read(missing)) known.set(id, content);
      return new Map(
        [...wanted].flatMap((id): readonly [string, Uint8Array | TooLarge][] => {
          const content = known.get(id);
          return content === undefined ? [] : [[id, content]];
        }),
      );
    },
  };
}

/** A file of a snapshot with another content. */
export interface Replacement {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** No git id: nothing that is stored has it. */
const PATCHED_ID = "patched";

/** A snapshot with one file replaced; undefined where it has no such file. */
export function patchSnapshot(
  snapshot: Snapshot,
  { path, bytes }: Replacement,
): Snapshot | undefined {
  const index = snapshot.entries.findIndex((entry) => entry.path === path && entry.mode === "file");
  const entry = snapshot.entries[index];
  if (entry === undefined) return undefined;
  const patched = { ...entry, id: PATCHED_ID, size: bytes.length };
  return { ...snapshot, entries: snapshot.entries.with(index, patched) };
}

/** The given snapshots over a source that lacks only the replaced file. */
export const overlaySource = (
  source: Source,
  snapshots: readonly Snapshot[],
  { bytes }: Replacement,
): Source => ({
  snapshots,
  read: async (ids): Promise<Contents> => {
    const wanted = new Set(ids);
    const isPatched = wanted.delete(PATCHED_ID);
    const contents = new Map(await source.read(wanted));
    if (isPatched) contents.set(PATCHED_ID, bytes);
    return contents;
  },
});
