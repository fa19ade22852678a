import { isMarker } from "./scope-name.ts";

/** Whether two scopes may be applied to one cluster, as far as their paths tell. */
export type ScopeRelation = (a: string, b: string) => boolean;

interface Step {
  readonly folder: string;
  readonly child: string;
}

/**
 * Folders side by side below one marker are alternatives: `clusters/eu` is not applied where `clusters/us`
 * is. Names that stand side by side somewhere are alternatives everywhere, so `shop/overlays/dev` does not
 * meet `billing/overlays/prod` where one of the two has both overlays. All other scopes may meet.
 */
export function relateScopes(names: Iterable<string>): ScopeRelation {
  const children = new Map<string, Set<string>>();
  for (const name of names)
    for (const { folder, child } of stepsOf(name)) {
      const known = children.get(folder);
      if (known === undefined) children.set(folder, new Set([child]));
      else known.add(child);
    }
  const stand = (a: string, b: string): boolean =>
    [...children.values()].some((known) => known.has(a) && known.has(b));
  const meet = (a: string, b: string): boolean =>
    !stepsOf(a).some((x) =>
      stepsOf(b).some(
        (y) => x.child !== y.child && (x.folder === y.folder || stand(x.child, y.child)),
      ),
    );
  const known = new Map<string, boolean>();
  return (a, b) => {
    const key = `${a}\n${b}`;
    const answer = known.get(key) ?? meet(a, b);
    known.set(key, answer);
    return answer;
  };
}

/**
 * The folder that a scope's marker stands in: what lies below it belongs to one application, or to one set
 * of clusters. Undefined where the name has no marker.
 */
export function homeOf(name: string): string | undefined {
  const step = stepsOf(name).at(-1);
  return step?.folder.split("/").slice(0, -1).join("/");
}

function stepsOf(name: string): readonly Step[] {
  const segments = name.split("/");
  return segments.slice(0, -1).flatMap((marker, index) => {
    const child = segments[index + 1] ?? "";
    return isMarker(marker, child)
      ? [{ folder: segments.slice(0, index + 1).join("/"), child }]
      : [];
  });
}
