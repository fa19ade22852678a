import { posix } from "node:path";
import type { TreeEntry } from "../source/types.ts";
import type { TextStore } from "../scope/revision-files.ts";

/** A symbolic link and what it leads to inside the tree. */
export interface Link {
  readonly path: string;
  readonly target: string;
}

/** Links that are followed, and steps on the way of one. */
const MAX_LINKS = 10_000;
const MAX_STEPS = 20;

/** The targets of all links of a revision; those that lead out of the tree, or in circles, are left out. */
export async function followLinks(
  all: readonly TreeEntry[],
  texts: TextStore,
): Promise<readonly Link[]> {
  const links = all.slice(0, MAX_LINKS);
  if (links.length === 0) return [];
  await texts.load(links.map(({ id }) => id));
  const byPath = new Map(links.map((link) => [link.path, link]));
  return links.flatMap((link) => {
    const target = resolve(stepFrom(link, texts), byPath, texts);
    return target === undefined ? [] : [{ path: link.path, target }];
  });
}

const stepFrom = ({ path, id }: TreeEntry, texts: TextStore): string => {
  // The store reads Latin-1, a link is a path of its own.
  const target = Buffer.from(texts.text(id), "latin1").toString("utf8");
  return target.startsWith("/") ? ".." : posix.join(posix.dirname(path), target);
};

/** Replaces links in a path, from the top down, until none is left. */
function resolve(
  path: string,
  links: ReadonlyMap<string, TreeEntry>,
  texts: TextStore,
): string | undefined {
  let at = posix.normalize(path).replace(/\/$/, "");
  for (let step = 0; step < MAX_STEPS; step++) {
    if (at === ".." || at.startsWith("../")) return undefined;
    const segments = at.split("/");
    const index = segments.findIndex((_, i) => links.has(segments.slice(0, i + 1).join("/")));
    const link = links.get(segments.slice(0, index + 1).join("/"));
    if (index < 0 || link === undefined) return at;
    const rest = segments.slice(index + 1).join("/");
    at = posix.join(stepFrom(link, texts), rest);
  }
  return undefined;
}
