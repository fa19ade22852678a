import { createHash } from "node:crypto";
import type { Snapshot, Source, TreeEntry } from "../source/types.ts";
import { createTextStore, type FileChange, type TextStore } from "./revision-files.ts";

/** Paths with their texts; `-> target` is a symbolic link. */
export type Tree = Readonly<Record<string, string>>;

const idOf = (text: string): string => createHash("sha1").update(text).digest("hex");

const entriesOf = (tree: Tree): readonly TreeEntry[] =>
  Object.keys(tree)
    .toSorted()
    .map((path): TreeEntry => {
      const text = tree[path] ?? "";
      const mode = text.startsWith("-> ") ? "symlink" : "file";
      return { path, id: idOf(text), mode };
    });

/** Two revisions in memory. */
export function sourceOf(
  base: Tree,
  head: Tree,
): Source & { readonly snapshots: readonly [Snapshot, Snapshot] } {
  const bytes = new Map(
    [...Object.values(base), ...Object.values(head)].map((text) => [
      idOf(text),
      new TextEncoder().encode(text.replace(/^-> /, "")),
    ]),
  );
  return {
    snapshots: [
      { name: "base", entries: entriesOf(base) },
      { name: "head", entries: entriesOf(head) },
    ],
    read: (ids) =>
      Promise.resolve(new Map([...ids].map((id) => [id, bytes.get(id) ?? new Uint8Array()]))),
  };
}

/** Their changes, with everything loaded. */
export async function changesOf(
  base: Tree,
  head: Tree,
): Promise<{ readonly changes: readonly FileChange[]; readonly texts: TextStore }> {
  const source = sourceOf(base, head);
  const texts = createTextStore(source);
  const [before, after] = source.snapshots.map(
    ({ entries }) => new Map(entries.map((entry) => [entry.path, entry])),
  );
  await texts.load(source.snapshots.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const paths = new Set([...Object.keys(base), ...Object.keys(head)]);
  const changes = [...paths].flatMap((path): readonly FileChange[] => {
    const [old, now] = [before?.get(path), after?.get(path)];
    if (old?.id === now?.id) return [];
    return [{ path, ...(old && { base: old }), ...(now && { head: now }) }];
  });
  return { changes, texts };
}
