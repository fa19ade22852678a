import { closureOf, entriesOf, type ClosureContext } from "./closure.ts";

type Fields = Readonly<Record<string, unknown>>;

interface ListContext extends ClosureContext {
  readonly folder: string;
}

/** Manifests from elsewhere, whatever their version: as with charts, a newer one is not this repository's. */
const remotesOf = (entries: readonly string[]): string =>
  entries
    .map((path) => path.replaceAll(/v?\d{1,20}\.\d[\w.+-]{0,100}(?=\/|$|&)/g, "#"))
    .toSorted()
    .join("\n");

const REMOTE = /:\/\/|^git@|\?ref=|^[\w-]+(?:\.[\w-]+)*\.(?:com|org|io|net|dev)\//;

/**
 * Whether manifests that a kustomization lists no more, or lists now, bear on policies. Workloads alone do where they
 * take the place of others: what comes or goes by itself moves no pod.
 */
export function listsReach(before: Fields, after: Fields, context: ListContext): boolean {
  const { folder, fileAt } = context;
  const [old, now] = [entriesOf(before), entriesOf(after)];
  const removed = old.filter((entry) => !now.includes(entry));
  const added = now.filter((entry) => !old.includes(entry));
  const isRemote = (entry: string): boolean => REMOTE.test(entry);
  if (remotesOf(removed.filter(isRemote)) !== remotesOf(added.filter(isRemote))) return true;
  const isLocal = (entry: string): boolean => !isRemote(entry);
  const gone = closureOf(removed.filter(isLocal), { folder, side: "base" }, context);
  const came = closureOf(added.filter(isLocal), { folder, side: "head" }, context);
  if ([gone, came].some((at) => at.policies || at.namespaces || at.appliers || at.opaque))
    return true;
  if (gone.workloads.length > 0 && came.workloads.length > 0) {
    // Files that come and go themselves are compared as they stand.
    const stays = gone.workloads.some(({ path }) => fileAt("head", path) !== undefined);
    const stood = came.workloads.some(({ path }) => fileAt("base", path) !== undefined);
    if (stays || stood) return true;
  }
  return false;
}
