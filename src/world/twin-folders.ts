import { posix } from "node:path";
import { groupBy } from "../model/group-by.ts";
import type { NetworkPolicy } from "../model/policy.ts";
import { isInstallation, namesEnvironment } from "../scope/folder-names.ts";
import { effectOf } from "../scope/policy-content.ts";
import type { ChangedScope } from "./changed-scope.ts";
import type { PlacedPolicy } from "./world.ts";

/** Why two folders side by side may not be applied to one place. */
export type TwinReason = "same objects" | "equal policies" | "environments" | "no namespace";

/** Two folders of which one has a change, and the other may tell nothing of it. */
export interface Twins {
  readonly changed: string;
  readonly other: string;
  readonly reason: TwinReason;
  /** Where the doubt is about one namespace only. */
  readonly namespace?: string;
}

export interface TwinsContext {
  /** The namespaces that the change touches. */
  readonly namespaces: ReadonlySet<string>;
  /** Whether a kustomization at or above a folder makes one installation of what lies below. */
  readonly kustomized: (path: string) => boolean;
}

/** Folders at base that hold something in common, which makes twins of them. */
interface Holders {
  readonly reason: TwinReason;
  readonly namespace?: string;
  readonly folders: ReadonlySet<string>;
}

/** For each folder with a change, the folders beside it or beside one above that may be applied somewhere else. */
export function findTwins(
  scope: ChangedScope,
  context: TwinsContext,
): ReadonlyMap<string, readonly Twins[]> {
  const changed = new Set([...changedPaths(scope)].map((path) => posix.dirname(path)));
  const asked = lineage(changed);
  const hasMoved = lastingMoves(scope, context.namespaces);
  const found = new Map<string, Map<string, Twins>>();
  const add = (pair: Pair, { reason, namespace }: Holders): void => {
    const twins = found.get(pair.changed) ?? new Map<string, Twins>();
    const key = `${namespace ?? ""}\n${pair.other}`;
    if (twins.has(key) || !areApart(pair, reason, context)) return;
    if (reason !== "environments" && hasMoved(pair)) return;
    found.set(pair.changed, twins);
    twins.set(key, { ...pair, reason, ...(namespace === undefined ? {} : { namespace }) });
  };
  for (const holders of findHolders(scope, context.namespaces)) {
    if (holders.folders.size < 2) continue;
    const siblings = groupBy([...lineage(holders.folders)], (folder) => posix.dirname(folder));
    for (const beside of siblings.values())
      for (const folder of beside) {
        if (!asked.has(folder)) continue;
        beside.forEach((other) => {
          if (other !== folder) add({ changed: folder, other }, holders);
        });
      }
  }
  return new Map(
    [...changed].map((folder) => [
      folder,
      [...lineage([folder])].flatMap((above) => [...(found.get(above)?.values() ?? [])]),
    ]),
  );
}

type Pair = Pick<Twins, "changed" | "other">;

function areApart({ changed, other }: Pair, reason: TwinReason, context: TwinsContext): boolean {
  if (reason === "environments")
    return namesEnvironment(posix.basename(changed)) && namesEnvironment(posix.basename(other));
  if (reason !== "no namespace") return true;
  const common = posix.dirname(changed);
  return !isInstallation(common) && !context.kustomized(`${common}/x`);
}

/** What folders hold at base that can make twins of them, the plainest reasons first. */
function findHolders(
  { base, head, files }: ChangedScope,
  namespaces: ReadonlySet<string>,
): readonly Holders[] {
  const objects = new Map<string, Set<string>>();
  const placed = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, key: string, path: string): void => {
    const known = to.get(key);
    const folder = posix.dirname(path);
    if (known === undefined) to.set(key, new Set([folder]));
    else known.add(folder);
  };
  base.policies.forEach(({ policy, namespace }) => {
    if (!namespaces.has(namespace)) return;
    add(objects, `policy ${namespace}/${policy.name}`, policy.span.path);
    add(placed, namespace, policy.span.path);
  });
  files.base.forEach((file) => {
    for (const { name } of file.namespaces) {
      if (!namespaces.has(name)) continue;
      add(objects, `namespace ${name}`, file.path);
      add(placed, name, file.path);
    }
  });
  const unnamed = placed.get("");
  return [
    ...[...objects.values()].map((folders): Holders => ({ reason: "same objects", folders })),
    ...[...placed].map(([namespace, folders]): Holders => ({
      reason: "environments",
      namespace,
      folders,
    })),
    ...(unnamed === undefined
      ? []
      : [{ reason: "no namespace", namespace: "", folders: unnamed } as const]),
    ...holdersOfEqual(base.policies, new Set(head.policies.map(({ policy }) => policy))).filter(
      ({ namespace }) => namespaces.has(namespace),
    ),
  ];
}

/** Folders with a policy that says, under another name, what one says that is gone or changed. */
function holdersOfEqual(
  policies: readonly PlacedPolicy[],
  kept: ReadonlySet<NetworkPolicy>,
): readonly (Holders & { readonly namespace: string })[] {
  const gone = new Map<string, Map<string, Set<string>>>();
  policies.forEach(({ policy, namespace }) => {
    if (kept.has(policy)) return;
    const effects = gone.get(namespace) ?? new Map<string, Set<string>>();
    gone.set(namespace, effects.set(effectOf(policy), new Set()));
  });
  policies.forEach(({ policy, namespace }) =>
    gone.get(namespace)?.get(effectOf(policy))?.add(posix.dirname(policy.span.path)),
  );
  return [...gone].flatMap(([namespace, effects]) =>
    [...effects.values()].map((folders) => ({
      reason: "equal policies" as const,
      namespace,
      folders,
    })),
  );
}

/** Whether a policy moved from one folder of a pair to the other, which had none that says the same. */
function lastingMoves(
  { base, head }: ChangedScope,
  namespaces: ReadonlySet<string>,
): (pair: Pair) => boolean {
  const before = new Set(base.policies.map(({ policy }) => policy));
  const after = new Set(head.policies.map(({ policy }) => policy));
  const textOf = ({ policy, namespace }: PlacedPolicy): string =>
    `${namespace}\n${effectOf(policy)}`;
  const pathOf = ({ policy }: PlacedPolicy): string => policy.span.path;
  const isTouched = ({ namespace }: PlacedPolicy): boolean => namespaces.has(namespace);
  const came = head.policies.filter((one) => !before.has(one.policy) && isTouched(one));
  if (came.length === 0) return () => false;
  const atBase = groupBy(base.policies.filter(isTouched), textOf);
  const moved = came.flatMap((one) => {
    const same = atBase.get(textOf(one)) ?? [];
    const gone = same.filter(({ policy }) => !after.has(policy));
    return gone.length === 0
      ? []
      : [{ to: pathOf(one), from: gone.map(pathOf), same: same.map(pathOf) }];
  });
  return ({ changed, other }) =>
    moved.some(
      ({ to, from, same }) =>
        isBelow(to, other) &&
        from.some((path) => isBelow(path, changed)) &&
        !same.some((path) => isBelow(path, other)),
    );
}

/** Folders with all that hold them. */
function lineage(folders: Iterable<string>): ReadonlySet<string> {
  const all = new Set<string>();
  for (const start of folders)
    for (let folder = start; folder !== "." && !all.has(folder); folder = posix.dirname(folder))
      all.add(folder);
  return all;
}

const isBelow = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** Files whose policies or Namespaces are not the same objects at both revisions. */
function changedPaths({ files }: Pick<ChangedScope, "files">): ReadonlySet<string> {
  const [before, after] = [new Set(files.base), new Set(files.head)];
  return new Set([
    ...files.base.filter((file) => !after.has(file)).map(({ path }) => path),
    ...files.head.filter((file) => !before.has(file)).map(({ path }) => path),
  ]);
}
