import { pathText } from "./path-text.ts";
import { entryMode, inPathOrder } from "./tree-entries.ts";
import type { TreeEntry } from "./types.ts";

export interface TreeChange {
  readonly path: string;
  /** What it was; absent where the path is new. */
  readonly old?: TreeEntry;
  /** Absent where the path is gone. */
  readonly entry?: TreeEntry;
}

/** Parses `git diff-tree -r -z --raw`: `:<mode> <mode> <id> <id> <status>` NUL `<path>` NUL. */
export function parseChanges(bytes: Buffer): readonly TreeChange[] {
  const changes: TreeChange[] = [];
  for (let start = 0; start < bytes.length;) {
    const headerEnd = bytes.indexOf(0, start);
    const end = bytes.indexOf(0, headerEnd + 1);
    const header = bytes.toString("latin1", start, headerEnd);
    const [oldMode = "", mode = "", oldId = "", id = "", status] = header.slice(1).split(" ");
    const path = pathText(bytes.subarray(headerEnd + 1, end));
    changes.push({
      path,
      ...(status === "A" ? {} : { old: { path, id: oldId, mode: entryMode(oldMode) } }),
      ...(status === "D" ? {} : { entry: { path, id, mode: entryMode(mode) } }),
    });
    start = end + 1;
  }
  return inPathOrder(changes);
}

/** The first position at or behind `from` whose path is not before this one. */
function positionOf(path: string, entries: readonly TreeEntry[], from: number): number {
  let low = from;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.path ?? "") < path) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The entries after the changes; both are in path order. Without changes it is the same array. */
export function applyChanges(
  entries: readonly TreeEntry[],
  changes: readonly TreeChange[],
): readonly TreeEntry[] {
  if (changes.length === 0) return entries;
  const runs: (readonly TreeEntry[])[] = [];
  let from = 0;
  for (const { path, entry } of changes) {
    const at = positionOf(path, entries, from);
    runs.push(entries.slice(from, at));
    if (entry !== undefined) runs.push([entry]);
    from = entries[at]?.path === path ? at + 1 : at;
  }
  runs.push(entries.slice(from));
  return runs.flat();
}
