import type { EntryMode } from "./types.ts";

/** What a git mode, six octal digits, says about an entry. */
export function entryMode(mode: string): EntryMode {
  if (mode === "120000") return "symlink";
  return mode === "160000" ? "submodule" : "file";
}

/** Sorts by code units, if that is not their order already. */
export function inPathOrder<T extends { readonly path: string }>(
  entries: readonly T[],
): readonly T[] {
  let previous = "";
  for (const { path } of entries) {
    if (path < previous) return entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    previous = path;
  }
  return entries;
}
