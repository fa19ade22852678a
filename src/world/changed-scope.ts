import type { FilePair } from "../scope/load-file.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";
import type { ScopeRelation } from "../scope/scope-relation.ts";
import type { AlternativeReading } from "./alternative-reading.ts";
import type { Loader } from "./file-loader.ts";
import type { ScopeFiles } from "./scope-files.ts";
import type { World } from "./world.ts";

/** A scope with a change, at both revisions. */
export interface ChangedScope {
  readonly name: string;
  readonly base: World;
  readonly head: World;
  readonly files: FilePair;
}

/** Scopes with a change, and all scopes that could be applied beside them. */
export interface ScopesContext {
  readonly scopes: readonly ScopeFiles[];
  readonly changed: readonly ChangedScope[];
  readonly mayMeet: ScopeRelation;
  readonly isConfigured: (scope: string) => boolean;
  readonly isChanged: (file: FileVersion) => boolean;
  /** Whether a file has objects of its own to read. */
  readonly isTold: (file: FileVersion) => boolean;
  readonly texts: TextStore;
  readonly loader: Loader;
  readonly activeFiles: (scope: string) => readonly FileVersion[];
}

/** Where a reader finds the change: the first file of the scope that is not as it was. */
export function placeOf({ files: { base, head } }: ChangedScope): AlternativeReading["place"] {
  const before = new Set(base);
  const now = head.find((file) => !before.has(file));
  return now === undefined
    ? { path: base[0]?.path ?? "", side: "base" }
    : { path: now.path, side: "head" };
}
