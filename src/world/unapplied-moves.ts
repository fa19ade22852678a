import { posix } from "node:path";
import { lazily } from "../model/lazily.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import { folderAppliers } from "../unrendered/appliers/applied-folders.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";
import type { PlacedPolicy } from "./world.ts";

/** Where a policy stood at base, if it has left the folders that something applies. */
export type LeftFolder = (policy: NetworkPolicy, namespace: string) => string | undefined;

interface UnappliedContext {
  /** The policies of all changed scopes at base. */
  readonly base: () => readonly PlacedPolicy[];
  /** Every manifest at head. */
  readonly files: readonly FileVersion[];
  readonly texts: TextStore;
}

/**
 * A policy that moves out of a folder which Flux, Argo CD or another tool applies, to one that none of them does, is
 * still in the repository and perhaps not in the cluster. The objects are looked for only where a policy moved.
 */
export function createLeftFolder({ base, files, texts }: UnappliedContext): LeftFolder {
  const before = lazily(() => {
    const folders = new Map<string, Set<string>>();
    for (const { policy, namespace } of base()) {
      const key = `${namespace}/${policy.name}`;
      const known = folders.get(key) ?? new Set();
      folders.set(key, known.add(posix.dirname(policy.span.path)));
    }
    return folders;
  });
  const appliers = lazily(() => files.flatMap(({ id }) => folderAppliers(texts.text(id))));
  const isApplied = (folder: string): boolean => appliers().some((covers) => covers(folder));
  return ({ name, span }, namespace) => {
    const folder = posix.dirname(span.path);
    const old = before().get(`${namespace}/${name}`);
    if (old === undefined || old.has(folder)) return undefined;
    const left = [...old].find(isApplied);
    return left === undefined || isApplied(folder) ? undefined : left;
  };
}
