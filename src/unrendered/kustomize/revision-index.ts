import { lazily } from "../../model/lazily.ts";
import type { FileChange, FileVersion } from "../../scope/revision-files.ts";

export type Side = "base" | "head";

/** Finds the file at a path of one revision. */
export type FileAt = (side: Side, path: string) => FileVersion | undefined;

/** From the files of the head and what changed: whatever did not change stands at base as well. */
export function indexFiles(files: readonly FileVersion[], changes: readonly FileChange[]): FileAt {
  const heads = lazily(() => new Map(files.map((file) => [file.path, file])));
  const changed = lazily(() => new Map(changes.map((change) => [change.path, change])));
  return (side, path) => {
    const change = changed().get(path);
    if (change === undefined) return heads().get(path);
    const entry = change[side];
    return entry?.mode === "file" ? entry : undefined;
  };
}
