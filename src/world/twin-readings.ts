import { posix } from "node:path";
import { limitWorld, type AlternativeReading } from "./alternative-reading.ts";
import type { ChangedScope } from "./changed-scope.ts";
import { touchedNamespaces } from "./touched-namespaces.ts";
import type { World } from "./world.ts";

/** Two folders that each hold their own copy of something: of a change in one, the other tells nothing. */
interface Twins {
  readonly changed: string;
  readonly other: string;
}

/**
 * Folders that nothing marks as clusters, but that hold the same policy or Namespace side by side, may belong
 * to different clusters: `prod/` and `dev/`. Read together, the copy of one stands in for what the other
 * loses. So the change is read once more without the copies.
 */
export function readingsOfTwins(
  changed: readonly ChangedScope[],
  isConfigured: (scope: string) => boolean,
): readonly AlternativeReading[] {
  return changed.flatMap((scope): readonly AlternativeReading[] => {
    if (isConfigured(scope.name)) return [];
    const namespaces = new Set(touchedNamespaces(scope.base, scope.head));
    const [first, ...more] = findTwins(scope, namespaces);
    if (first === undefined) return [];
    const others = new Set([first, ...more].map(({ other }) => other));
    const place = [...changedPaths(scope)].find((path) => isBelow(path, first.changed));
    return [
      {
        scope: scope.name,
        base: limitWorld(withoutFolders(scope.base, others), namespaces),
        head: limitWorld(withoutFolders(scope.head, others), namespaces),
        namespaces,
        doubt: `${first.changed} and ${first.other}, which hold the same objects, belong to different clusters; name them in \`scopes\``,
        place: { path: place ?? first.changed, side: "head" },
      },
    ];
  });
}

function findTwins(scope: ChangedScope, namespaces: ReadonlySet<string>): readonly Twins[] {
  const changed = [...changedPaths(scope)];
  const twins = new Map<string, Twins>();
  for (const paths of pathsByObject(scope, namespaces).values())
    for (const one of paths)
      for (const other of paths) {
        const pair = parting(one, other);
        if (pair !== undefined && changed.some((path) => isBelow(path, pair.changed)))
          twins.set(pair.other, pair);
      }
  // A folder with changes of its own is no bystander.
  return [...twins.values()].filter(({ other }) => !changed.some((path) => isBelow(path, other)));
}

/** Where each object of these namespaces stands at base: more than once, if there are copies. */
function pathsByObject(
  { base, files }: ChangedScope,
  namespaces: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const paths = new Map<string, Set<string>>();
  const add = (object: string, path: string): void => {
    const known = paths.get(object);
    if (known === undefined) paths.set(object, new Set([path]));
    // So many copies are a generated tree, and a few of them tell.
    else if (known.size < MAX_COPIES) known.add(path);
  };
  for (const { policy, namespace } of base.policies)
    if (namespaces.has(namespace)) add(`policy ${namespace}/${policy.name}`, policy.span.path);
  for (const file of files.base)
    for (const { name } of file.namespaces)
      if (namespaces.has(name)) add(`namespace ${name}`, file.path);
  return paths;
}

const MAX_COPIES = 20;

/** The folders where two paths part; undefined where one folder holds the other. */
function parting(one: string, other: string): Twins | undefined {
  const [a, b] = [posix.dirname(one).split("/"), posix.dirname(other).split("/")];
  const at = a.findIndex((folder, index) => folder !== b[index]);
  if (at < 0 || b[at] === undefined || a[at] === "." || b[at] === ".") return undefined;
  return { changed: a.slice(0, at + 1).join("/"), other: b.slice(0, at + 1).join("/") };
}

const isBelow = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);

/** Files whose policies or Namespaces are not the same objects at both revisions. */
function changedPaths({ files }: ChangedScope): ReadonlySet<string> {
  const [before, after] = [new Set(files.base), new Set(files.head)];
  return new Set([
    ...files.base.filter((file) => !after.has(file)).map(({ path }) => path),
    ...files.head.filter((file) => !before.has(file)).map(({ path }) => path),
  ]);
}

function withoutFolders(world: World, folders: ReadonlySet<string>): World {
  const isIn = ({ path }: { readonly path: string }): boolean =>
    [...folders].some((folder) => isBelow(path, folder));
  return {
    ...world,
    policies: world.policies.filter(({ policy }) => !isIn(policy.span)),
    workloads: world.workloads.filter(({ workload }) => !isIn(workload.span)),
  };
}
