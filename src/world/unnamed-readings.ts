import type { FileVersion } from "../scope/revision-files.ts";
import { homeOf } from "../scope/scope-relation.ts";
import {
  limitWorld,
  placePair,
  uniteWorlds,
  type AlternativeReading,
} from "./alternative-reading.ts";
import { placeOf, type ChangedScope, type ScopesContext } from "./changed-scope.ts";
import { withoutOverwritten } from "./replaced-policies.ts";
import type { World } from "./world.ts";

/** Namespaces that an object without one may be applied to, at most. */
const MAX_TARGETS = 5;

/**
 * A policy without a namespace lands where its manifests are applied, and that may be a namespace which
 * manifests nearby name: of the same folder or one above or below, or of the application whose overlay it is.
 */
export function readingsOfUnnamed(context: ScopesContext): readonly AlternativeReading[] {
  return context.changed.flatMap((scope) => {
    const folders = foldersOfUnnamed(scope);
    if (folders.length === 0 || context.isConfigured(scope.name)) return [];
    const isNear = ({ path }: { readonly path: string }): boolean =>
      folders.some((folder) => isRelated(folderOf(path), folder, homeOf(scope.name)));
    const near = context.scopes
      .filter(({ name }) => name === scope.name || context.mayMeet(name, scope.name))
      .flatMap((other) => {
        const hasPolicy = (file: FileVersion): boolean =>
          isNear(file) && context.texts.hints(file.id).policy && context.isTold(file);
        const standing = other.head.filter((file) => hasPolicy(file) && !context.isChanged(file));
        const base = [...other.base.filter(hasPolicy), ...standing].map(context.loader.load);
        const head = other.head.filter(hasPolicy).map(context.loader.load);
        return base.length + head.length === 0 ? [] : [{ base, head }];
      });
    const targets = new Set(
      near.flatMap(({ base }) =>
        base.flatMap(({ policies }) => policies.map(({ namespace }) => namespace ?? "")),
      ),
    );
    return [...targets]
      .toSorted()
      .slice(0, MAX_TARGETS)
      .flatMap((target): readonly AlternativeReading[] => {
        // What has no namespace lands in the target, what has one stays there.
        const worlds = near.map((pair) => placePair(pair, { namespace: target }));
        const unite = (side: "base" | "head"): World =>
          worlds.map((pair) => pair[side]).reduce(uniteWorlds);
        if (worlds.length === 0) return [];
        const namespaces = new Set([target]);
        const base = unite("base");
        const where = target === "" ? "one namespace" : `namespace ${target}`;
        return [
          {
            scope: scope.name,
            base: limitWorld(base, namespaces),
            head: limitWorld(withoutOverwritten(base, unite("head")), namespaces),
            namespaces,
            doubt: `policies without a namespace are applied to ${where} with those nearby, which nothing shows; write \`metadata.namespace\``,
            place: placeOf(scope),
          },
        ];
      });
  });
}

/** The folders of changed policies that name no namespace and were placed nowhere. */
function foldersOfUnnamed({ base, head, files }: ChangedScope): readonly string[] {
  const standing = new Set(files.base);
  const placed = new Set(
    [...base.policies, ...head.policies].flatMap(({ policy, namespace }) =>
      namespace === "" || policy.namespace === undefined ? [policy] : [],
    ),
  );
  const changed = files.head.filter((file) => !standing.has(file));
  return [
    ...new Set(
      changed
        .filter(({ policies }) => policies.some((policy) => placed.has(policy)))
        .map(({ path }) => folderOf(path)),
    ),
  ];
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

const isBelow = (folder: string, above: string): boolean =>
  above === "" || folder === above || folder.startsWith(`${above}/`);

/** One of the two lies in the other, or both in the application whose overlay is asked about. */
const isRelated = (folder: string, other: string, home: string | undefined): boolean =>
  folder === other ||
  (other !== "" && isBelow(folder, other)) ||
  (folder !== "" && isBelow(other, folder)) ||
  (home !== undefined && isBelow(folder, home) && isBelow(other, home));
