import { posix } from "node:path";
import type { LedgerEntry } from "../model/report.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import type { PathSurvey } from "../scope/path-survey.ts";
import type { FileChange, FileVersion, TextStore } from "../scope/revision-files.ts";
import { bears, foldersAbove, idsOf, openEntry } from "./changed-texts.ts";
import { loadedByKustomize, type LoadedByKustomize } from "./kustomize/loaded-files.ts";
import { followLinks, type Link } from "./symbolic-links.ts";

export interface UnreadChanges extends Omit<LoadedByKustomize, "odd"> {
  readonly entries: readonly LedgerEntry[];
  /** Lists of what a tool ignores below their folder: they decide where policies are. */
  readonly ignoring: readonly LedgerEntry[];
  /** Links to what changed, to be read where the link stands as well. */
  readonly links: readonly Link[];
}

export interface UnreadContext {
  readonly changes: readonly FileChange[];
  /** Kustomizations and links of both revisions. */
  readonly surveys: readonly Pick<PathSurvey, "kustomizations" | "links">[];
  /** The files of both revisions that have one of these paths. */
  readonly filesAt: (paths: ReadonlySet<string>) => readonly FileVersion[];
  readonly texts: TextStore;
  /** Whether a manifest at this path is read where it stands. */
  readonly isRead: (path: string) => boolean;
}

/**
 * Changed files that hold manifests, or choose among them, without being read as manifests: targets of links and
 * files of unusual names that kustomize loads, pointers to large files, lists of what a tool ignores, kinds that
 * are filled in later.
 */
export async function findUnreadChanges(context: UnreadContext): Promise<UnreadChanges> {
  const { changes, texts } = context;
  if (changes.length === 0)
    return { entries: [], ignoring: [], kustomized: false, inputs: [], scripts: [], links: [] };
  const links = await linksToChanges(context);
  const { odd, ...kustomized } = await loadedByKustomize(context);
  const read = changes.filter(({ path }) => isManifestPath(path) && context.isRead(path));
  await texts.load(read.flatMap(idsOf));
  return {
    links,
    ...kustomized,
    ignoring: changes.filter(({ path }) => isIgnoreFile(path)).map(entryOfIgnoring),
    entries: [
      ...links.flatMap((link) => entryOfLink(link, changes, context)),
      ...odd,
      ...read.flatMap((change) => entryOfText(change, texts)),
    ],
  };
}

/** Links that stay as they are and lead to something that changed. */
async function linksToChanges({
  changes,
  surveys,
  texts,
}: UnreadContext): Promise<readonly Link[]> {
  const all = new Map<string, Link>();
  for (const survey of surveys)
    for (const link of await followLinks(survey.links, texts))
      all.set(`${link.path}\n${link.target}`, link);
  if (all.size === 0) return [];
  const above = new Set(changes.flatMap(({ path }) => [path, ...foldersAbove(path)]));
  const links = [...all.values()].filter(({ target }) => above.has(target) || target === ".");
  const targets = new Set(links.map(({ target }) => target));
  const led = changes.filter(({ path }) =>
    [path, ...foldersAbove(path)].some((folder) => targets.has(folder)),
  );
  await texts.load(led.flatMap(idsOf));
  return links;
}

/** A link to a file that is not read where it stands: what it says there is read nowhere. */
function entryOfLink(
  { path, target }: Link,
  changes: readonly FileChange[],
  { texts, isRead }: UnreadContext,
): readonly LedgerEntry[] {
  const change = changes.find((candidate) =>
    isManifestPath(path)
      ? candidate.path === target
      : candidate.path.startsWith(`${target}/`) && isManifestPath(candidate.path),
  );
  if (change === undefined || (isManifestPath(change.path) && isRead(change.path))) return [];
  if (!isRead(path) || !idsOf(change).some((id) => bears(id, texts))) return [];
  return [
    {
      ...openEntry(change, `a symbolic link to ${change.path}, which changed and is not read`),
      path,
    },
  ];
}

const IGNORE_FILE = /^\.(?:source|fleet|krm|helm|gitops)ignore$|^\.argocd-source(?:-.+)?\.ya?ml$/;
const isIgnoreFile = (path: string): boolean => IGNORE_FILE.test(posix.basename(path));

const POINTER = /^version https:\/\/git-lfs\./;
/** A kind that Flux, envsubst or a template fills in. */
const LATER_KIND = /^[ \t-]*["']?kind["']?\s*:\s*["']?[^\s"'#]*(?:\$\{|\{\{|\$[A-Z_])/m;

const entryOfIgnoring = (change: FileChange): LedgerEntry =>
  openEntry(change, "it decides which manifests below it are applied, and is not evaluated");

function entryOfText(change: FileChange, texts: TextStore): readonly LedgerEntry[] {
  const { head } = change;
  const entry = (reason: string): readonly LedgerEntry[] => [openEntry(change, reason)];
  if (idsOf(change).some((id) => POINTER.test(texts.text(id))))
    return entry(
      "a pointer of Git LFS: the manifest itself is not in the repository, and is not read",
    );
  if (head?.mode === "file" && LATER_KIND.test(texts.text(head.id)))
    return entry("a kind that is filled in later: what it will be is not known");
  return [];
}

/** Whether a policy stands below the folder of such a list. */
export function holdsPolicyBelow(list: string, policyPaths: readonly string[]): boolean {
  const folder = posix.dirname(list);
  return policyPaths.some((path) => folder === "." || path.startsWith(`${folder}/`));
}
