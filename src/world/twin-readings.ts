import { posix } from "node:path";
import type { LedgerEntry } from "../model/report.ts";
import { limitWorld, type AlternativeReading, type FoundReadings } from "./alternative-reading.ts";
import { placeOf, type ChangedScope } from "./changed-scope.ts";
import { touchedNamespaces } from "./touched-namespaces.ts";
import { findTwins, type TwinReason, type Twins, type TwinsContext } from "./twin-folders.ts";
import type { World } from "./world.ts";

/** Folders of one scope that are read by themselves; where more changed, the answer stays open. */
const MAX_FOLDERS = 200;

/**
 * Folders that nothing marks as clusters may still belong to different ones: they hold the same policy or Namespace side by side,
 * are called after environments, or name no namespace. Read together, the policies of one stand in for what
 * the other loses. So the change of each is read once more without the others.
 */
export function readingsOfTwins(
  changed: readonly ChangedScope[],
  {
    isConfigured,
    kustomized,
  }: {
    readonly isConfigured: (scope: string) => boolean;
    readonly kustomized: TwinsContext["kustomized"];
  },
): FoundReadings {
  const found = changed
    .filter(({ name }) => !isConfigured(name))
    .map((scope) => readingsOfScope(scope, kustomized));
  return {
    readings: found.flatMap(({ readings }) => readings),
    ledger: found.flatMap(({ ledger }) => ledger),
  };
}

function readingsOfScope(
  scope: ChangedScope,
  kustomized: TwinsContext["kustomized"],
): FoundReadings {
  const namespaces = new Set(touchedNamespaces(scope.base, scope.head));
  if (namespaces.size === 0) return { readings: [], ledger: [] };
  const readings = new Map<string, AlternativeReading>();
  for (const twins of findTwins(scope, { namespaces, kustomized }).values()) {
    const [first] = twins;
    if (first === undefined) continue;
    const others = new Set(twins.map(keyOf));
    const key = [...others].toSorted().join("\n");
    if (readings.has(key)) continue;
    if (readings.size >= MAX_FOLDERS)
      return { readings: [...readings.values()], ledger: [entryOfMany(scope)] };
    readings.set(key, {
      scope: scope.name,
      base: limitWorld(without(scope.base, others), namespaces),
      head: limitWorld(without(scope.head, others), namespaces),
      namespaces,
      doubt: DOUBTS[first.reason](first),
      place: placeIn(scope, first.changed),
    });
  }
  return { readings: [...readings.values()], ledger: [] };
}

const DOUBTS: Readonly<Record<TwinReason, (twins: Twins) => string>> = {
  "same objects": ({ changed, other }) =>
    `${changed} and ${other}, which hold the same objects, belong to different clusters; name them in \`scopes\``,
  "equal policies": ({ changed, other }) =>
    `${changed} and ${other}, which hold equal policies, belong to different clusters; name them in \`scopes\``,
  environments: ({ changed, other }) =>
    `${changed} and ${other} belong to different clusters; name them in \`scopes\``,
  "no namespace": ({ changed, other }) =>
    `${changed} and ${other}, whose policies name no namespace, are applied to different ones; write \`metadata.namespace\`, or name them in \`scopes\``,
};

const entryOfMany = (scope: ChangedScope): LedgerEntry => {
  const { path, side } = placeOf(scope);
  return {
    path,
    side,
    reason: "more folders changed than are read by themselves; name them in `scopes`",
    decides: true,
  };
};

/** The first changed file of a folder. */
function placeIn({ files, ...scope }: ChangedScope, folder: string): AlternativeReading["place"] {
  const [before, after] = [new Set(files.base), new Set(files.head)];
  const isIn = ({ path }: { readonly path: string }): boolean => path.startsWith(`${folder}/`);
  const now = files.head.find((file) => isIn(file) && !before.has(file));
  if (now !== undefined) return { path: now.path, side: "head" };
  const old = files.base.find((file) => isIn(file) && !after.has(file));
  return old === undefined ? placeOf({ files, ...scope }) : { path: old.path, side: "base" };
}

/** A folder, as far as a namespace is concerned; all of it where none is told. */
const keyOf = ({ other, namespace }: Pick<Twins, "other" | "namespace">): string =>
  namespace === undefined ? other : `${other} ${namespace}`;

function without(world: World, folders: ReadonlySet<string>): World {
  const known = new Map<string, boolean>();
  const isOut = (path: string, namespace: string): boolean => {
    const start = posix.dirname(path);
    const key = `${start} ${namespace}`;
    const answer = known.get(key) ?? isHeld(start, namespace);
    known.set(key, answer);
    return answer;
  };
  const isHeld = (start: string, namespace: string): boolean => {
    for (let folder = start; folder !== "."; folder = posix.dirname(folder))
      if (folders.has(folder) || folders.has(keyOf({ other: folder, namespace }))) return true;
    return false;
  };
  return {
    ...world,
    policies: world.policies.filter(({ policy, namespace }) => !isOut(policy.span.path, namespace)),
    workloads: world.workloads.filter(
      ({ workload, namespace }) => !isOut(workload.span.path, namespace),
    ),
  };
}
