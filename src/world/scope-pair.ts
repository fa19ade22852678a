import { mayMisspellPolicy } from "../manifest/misspelt-policy.ts";
import type { LedgerEntry } from "../model/report.ts";
import { isWorkloadKind } from "../manifest/classify-object.ts";
import { changedObjects } from "../scope/changed-objects.ts";
import { isUnread, ledgerOfForeign, ledgerOfProblems } from "../scope/ledger.ts";
import type { FilePair, LoadProblem } from "../scope/load-file.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";
import { selectFiles } from "../scope/select-files.ts";
import { namesTemplate } from "../scope/text-hints.ts";
import { placePair } from "./alternative-reading.ts";
import type { Loader } from "./file-loader.ts";
import type { Occupation } from "./occupation.ts";
import { placementOf, type ScopeFiles } from "./scope-files.ts";
import type { World } from "./world.ts";

/** One scope at both revisions, with all that can matter to the comparison. */
export interface ScopePair {
  readonly name: string;
  readonly base: World;
  readonly head: World;
  readonly files: FilePair;
  readonly ledger: readonly LedgerEntry[];
  /** Whether every file of the scope was read: only then is something that was not found not there. */
  readonly complete: boolean;
  /** Whether a kustomization above a file may give its objects their namespace. */
  readonly kustomized: (path: string) => boolean;
  /** Whether an object of any kind at head says that it lives in this namespace. */
  readonly occupiedAtHead: (namespace: string) => boolean;
  /** Whether something at head that is not read may make pods of a namespace. */
  readonly mayHaveOtherPods: (namespace: string) => boolean;
  readonly occupation: Occupation;
}

export interface Reads {
  /** The entries at head that are not those of the base. */
  readonly entries: ReadonlySet<FileVersion | undefined>;
  /** The contents of changed files, at both revisions. */
  readonly changedIds: ReadonlySet<string>;
  readonly texts: TextStore;
  readonly loader: Loader;
  /** Whether a kustomization takes the file for a patch. */
  readonly isPatch: (path: string) => boolean;
}

interface PairContext extends Reads {
  readonly readAllBelow: number;
  readonly kustomized: (path: string) => boolean;
  readonly occupation: Occupation;
}

/** A scope whose changed files are read. */
export interface StartedScope extends ScopeFiles {
  readonly changed: FilePair;
}

/** Whether a file has objects of its own to read: the policies of a patch are parts of policies. */
export const isTold = ({ id, path }: FileVersion, reads: Reads): boolean =>
  tells(id, reads) && !(reads.texts.hints(id).policy && reads.isPatch(path));

/** What changed may make pods, whatever its kind is called. */
const tells = (id: string, { texts, changedIds }: Reads): boolean =>
  texts.matters(id) ||
  texts.hints(id).context ||
  (changedIds.has(id) && namesTemplate(texts.text(id)));

/** Reads the files of a scope that changed. */
export function startScope(scope: ScopeFiles, reads: Reads): StartedScope {
  const { entries, loader, texts } = reads;
  // Only what changed is looked through for a kind with a slip in it: that takes longer than to find a word.
  const isRead = (file: FileVersion): boolean =>
    isTold(file, reads) || mayMisspellPolicy(texts.text(file.id));
  const changed = loader.loadVersions({
    base: scope.base.filter(isRead),
    head: scope.head.filter((file) => entries.has(file) && isRead(file)),
  });
  return { ...scope, changed };
}

/** Whether a workload of a kind that is not Kubernetes' own changed. */
const holdsOtherKinds = ({ base, head }: FilePair): boolean =>
  [...base, ...head].some(({ workloads }) => workloads.some(({ kind }) => !isWorkloadKind(kind)));

/** Reads the files that can matter beside those that changed, and places all objects. */
export function completeScope(scope: StartedScope, context: PairContext): ScopePair {
  const { entries, texts, loader, readAllBelow, occupation, kustomized } = context;
  const { changed } = scope;
  const rest = scope.head.filter((file) => !entries.has(file));
  // In a large scope the policies alone are too many, and that is soon known.
  const isSmall =
    isAtMost(readAllBelow, rest, ({ id }) => texts.hints(id).policy) &&
    isAtMost(readAllBelow, rest, ({ id }) => texts.matters(id));
  // Who is told that no pod has a label has to know the pods of all kinds.
  const readsTemplates = isSmall && (rest.length <= readAllBelow || holdsOtherKinds(changed));
  const selected = (
    isSmall ? rest : selectFiles(rest, changedObjects(changed), { texts, load: loader.load })
  ).filter(
    (file) => isTold(file, context) || (readsTemplates && namesTemplate(texts.text(file.id))),
  );
  const unchanged = selected.map(loader.load);
  const files = {
    base: [...changed.base, ...unchanged],
    head: [...changed.head, ...unchanged],
  };
  const worlds = placePair(files, placementOf(scope));
  return {
    name: scope.name,
    ...worlds,
    files,
    complete: isSmall,
    kustomized,
    ledger: [
      ...ledgerOfProblems(files.head, {
        base: new Map(files.base.map((file) => [file.path, file])),
        textOf: ({ id }) => texts.text(id),
        tellsPodsApart: (problem) => tellsPodsApart(problem, worlds),
      }),
      ...ledgerOfForeign(files.base, files.head),
    ],
    occupation,
    occupiedAtHead: (namespace) => occupation.occupantOf(namespace) !== undefined,
    mayHaveOtherPods: (namespace) =>
      files.head.some(({ problems }) => problems.some(isUnread)) ||
      occupation.mayHaveOtherPods(namespace),
  };
}

/** Whether some policy where a refused workload lives, or may live, tells pods apart. */
function tellsPodsApart(
  { object }: LoadProblem,
  { base, head }: { readonly base: World; readonly head: World },
): boolean {
  const namespace = object?.namespace;
  return [...base.policies, ...head.policies].some(
    (placed) =>
      (namespace === undefined || placed.namespace === namespace) &&
      placed.policy.podSelector.requirements.length > 0,
  );
}

/** Whether at most so many items pass the test; no more of them are tested than it takes to know. */
function isAtMost<T>(limit: number, items: readonly T[], test: (item: T) => boolean): boolean {
  let count = 0;
  return items.every((item) => !test(item) || ++count <= limit);
}
