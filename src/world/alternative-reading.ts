import type { LedgerEntry } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import type { FilePair } from "../scope/load-file.ts";
import { placeObjects, type Placement } from "./place-objects.ts";
import type { World } from "./world.ts";

/**
 * Another way in which the manifests may be applied: scopes together, a policy left out. Nobody knows which
 * one is true, so a weakening that only another reading shows leaves the answer open.
 */
export interface AlternativeReading {
  readonly scope: string;
  /** The other scope of two that are read together. */
  readonly beside?: string;
  /** Whether nothing speaks against reading the two together. */
  readonly meets?: boolean;
  readonly base: World;
  readonly head: World;
  /** The namespaces that the reading is about. */
  readonly namespaces: ReadonlySet<string>;
  /** What is not known, to follow "if". */
  readonly doubt: string;
  /** The file to look at where a finding names none. */
  readonly place: { readonly path: string; readonly span?: Span; readonly side: "base" | "head" };
  /** Whether something besides policies and workloads is left in a namespace at head. */
  readonly occupied?: (namespace: string) => boolean;
}

export interface FoundReadings {
  readonly readings: readonly AlternativeReading[];
  /** What was not read because it is too much. */
  readonly ledger: readonly LedgerEntry[];
}

export const placePair = (
  { base, head }: FilePair,
  placement: Placement,
): { readonly base: World; readonly head: World } => ({
  base: placeObjects(base, placement),
  head: placeObjects(head, placement),
});

export function uniteWorlds(a: World, b: World): World {
  return {
    namespaces: new Map([...a.namespaces, ...b.namespaces]),
    policies: [...a.policies, ...b.policies],
    workloads: [...a.workloads, ...b.workloads],
    rejected: new Set([...(a.rejected ?? []), ...(b.rejected ?? [])]),
    refusedNamespaces: new Set([...(a.refusedNamespaces ?? []), ...(b.refusedNamespaces ?? [])]),
  };
}

/** What of a world can bear on the gates of some namespaces: policies act in their own namespace. */
export function limitWorld(world: World, namespaces: ReadonlySet<string>): World {
  const isIn = ({ namespace }: { readonly namespace: string }): boolean =>
    namespaces.has(namespace);
  return {
    namespaces: world.namespaces,
    policies: world.policies.filter(isIn),
    workloads: world.workloads.filter(isIn),
    ...(world.rejected === undefined ? {} : { rejected: world.rejected }),
    ...(world.refusedNamespaces === undefined
      ? {}
      : { refusedNamespaces: world.refusedNamespaces }),
  };
}
