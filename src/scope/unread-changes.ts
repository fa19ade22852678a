import { posix } from "node:path";
import type { LedgerEntry } from "../model/report.ts";
import { readKustomizeGraph } from "./kustomize-graph.ts";
import { followLinks, type Link } from "./links.ts";
import { isKustomization, isManifestPath } from "./manifest-paths.ts";
import type { PathSurvey } from "./path-survey.ts";
import type { FileChange, TextStore } from "./revision-files.ts";

export interface UnreadChanges {
  readonly entries: readonly LedgerEntry[];
  /** Lists of what a tool ignores below their folder: they decide where policies are. */
  readonly ignoring: readonly LedgerEntry[];
  /** Whether a patch or transformer of a kustomization is among the changes. */
  readonly patches: boolean;
  /** Links to what changed, to be read where the link stands as well. */
  readonly links: readonly Link[];
}

export interface UnreadContext {
  readonly changes: readonly FileChange[];
  /** Kustomizations and links of both revisions. */
  readonly surveys: readonly Pick<PathSurvey, "kustomizations" | "links">[];
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
  if (changes.length === 0) return { entries: [], ignoring: [], patches: false, links: [] };
  const links = await linksToChanges(context);
  const { odd, patches } = await loadedByKustomize(context);
  const read = changes.filter(({ path }) => isManifestPath(path) && context.isRead(path));
  await texts.load(read.flatMap(idsOf));
  return {
    links,
    patches,
    ignoring: changes.filter(({ path }) => isIgnoreFile(path)).map(entryOfIgnoring),
    entries: [
      ...links.flatMap((link) => entryOfLink(link, changes, context)),
      ...odd,
      ...read.flatMap((change) => entryOfText(change, texts)),
    ],
  };
}

const idsOf = ({ base, head }: FileChange): readonly string[] =>
  [base, head].flatMap((entry) => (entry?.mode === "file" ? [entry.id] : []));

const sideOf = ({ head }: FileChange): "base" | "head" => (head === undefined ? "base" : "head");

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

function foldersAbove(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
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
      path,
      side: sideOf(change),
      reason: `a symbolic link to ${change.path}, which changed and is not read`,
      decides: true,
    },
  ];
}

function bears(id: string, texts: TextStore): boolean {
  const { policy, foreign, namespace, workload } = texts.hints(id);
  return policy || foreign || namespace || workload || texts.tooLarge(id) !== undefined;
}

/** kustomize loads files of any name, from its own folder or below. */
async function loadedByKustomize({
  changes,
  surveys,
  texts,
}: UnreadContext): Promise<{ readonly odd: readonly LedgerEntry[]; readonly patches: boolean }> {
  const files = changes.filter(({ path }) => !isKustomization(path));
  const folders = new Set(files.flatMap(({ path }) => [".", ...foldersAbove(path)]));
  const kustomizations = surveys
    .flatMap((survey) => survey.kustomizations)
    .filter(({ path }) => folders.has(posix.dirname(path)));
  if (kustomizations.length === 0) return { odd: [], patches: false };
  await texts.load(kustomizations.map(({ id }) => id));
  const { roleOf } = readKustomizeGraph(kustomizations, texts);
  const used = files.filter(
    ({ path }) => !isManifestPath(path) && ["listed", "patch"].includes(roleOf(path) ?? ""),
  );
  await texts.load(used.flatMap(idsOf));
  const odd = used
    .filter((change) => idsOf(change).some((id) => bears(id, texts) || PATCH.test(texts.text(id))))
    .map((change) => ({
      path: change.path,
      side: sideOf(change),
      reason: "a kustomization loads this file, which has no name of a manifest and is not read",
      decides: true,
    }));
  return { odd, patches: files.some(({ path }) => roleOf(path) === "patch") };
}

const PATCH = /policyTypes|podSelector|\/spec\/(?:in|e)gress|\$patch|namespace/;

const IGNORE_FILE = /^\.(?:source|krm|helm|gitops)ignore$|^\.argocd-source(?:-.+)?\.ya?ml$/;
const isIgnoreFile = (path: string): boolean => IGNORE_FILE.test(posix.basename(path));

const POINTER = /^version https:\/\/git-lfs\./;
/** A kind that Flux, envsubst or a template fills in. */
const LATER_KIND = /^[ \t-]*["']?kind["']?\s*:\s*["']?[^\s"'#]*(?:\$\{|\{\{|\$[A-Z_])/m;

const entryOfIgnoring = (change: FileChange): LedgerEntry => ({
  path: change.path,
  side: sideOf(change),
  reason: "it decides which manifests below it are applied, and is not evaluated",
  decides: true,
});

function entryOfText(change: FileChange, texts: TextStore): readonly LedgerEntry[] {
  const { path, head } = change;
  const entry = (reason: string): readonly LedgerEntry[] => [
    { path, side: sideOf(change), reason, decides: true },
  ];
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
