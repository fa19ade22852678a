import type { LedgerEntry } from "../model/report.ts";
import type { LoadedFile, LoadProblem } from "./load-file.ts";
import type { FileChange } from "./revision-files.ts";
import { joinMergedDocuments } from "./merged-documents.ts";
import { mayHideWords } from "./text-hints.ts";

/** Problems that leave a manifest, or a part of it, without effect on the answer. */
const UNREAD = new Set(["syntax", "template", "duplicate-key", "too-large", "not-text", "invalid"]);

/** What a problem is apart from its line numbers: faults that stood at base already are not this change's. */
const nature = ({ code, message }: LoadProblem): string =>
  `${code} ${message.replaceAll(/\d+/g, "#")}`;

/** The documents of a file that name a policy, as text: what a fault may hide. */
const hidden = (text: string): string =>
  text
    .split(/^---/m)
    .filter((document) => /polic/i.test(document) || mayHideWords(document))
    .map((document) => document.trim())
    .toSorted()
    .join("\n---\n");

export interface ProblemContext {
  readonly base: ReadonlyMap<string, LoadedFile>;
  readonly textOf: (file: LoadedFile) => string;
  /** Whether it matters what the pods of a refused workload are; unset, it does not. */
  readonly tellsPodsApart?: (place: LoadProblem) => boolean;
}

/**
 * The unread parts of the loaded files. A fault decides if it hides, or is in, a policy, and it or what it
 * hides is new at head: nobody can say then what the policy allows.
 */
export function ledgerOfProblems(
  head: readonly LoadedFile[],
  { base, textOf, tellsPodsApart = () => false }: ProblemContext,
): readonly LedgerEntry[] {
  const after = new Map(head.map((file) => [file.path, file]));
  return [
    ...head.flatMap((file) => {
      const before = base.get(file.path);
      const standing = new Set(joinMergedDocuments(before?.problems ?? []).map(nature));
      const changed = before?.id !== file.id;
      const sameText =
        before !== undefined &&
        isRead(file) &&
        isRead(before) &&
        hidden(textOf(before)) === hidden(textOf(file));
      return joinMergedDocuments(file.problems)
        .filter(isUnread)
        .map((problem) =>
          entryOf(
            problem,
            "head",
            changed &&
              !((sameText || problem.about !== "policy") && standing.has(nature(problem))) &&
              (problem.about === "policy" || isRefusal(problem, tellsPodsApart)),
          ),
        );
    }),
    // What nobody could read at base and is gone at head may have been what isolated.
    ...[...base.values()].flatMap((file) => {
      const now = after.get(file.path);
      const mended = mendedNamespaces(file, now);
      const gone =
        now === undefined ||
        (now.id !== file.id && now.policies.length === 0 && now.problems.length === 0);
      const unread = gone ? file.problems.filter(isUnread) : [];
      return [
        ...mended.map(entryOfMended),
        ...unread
          .filter((problem) => !mended.includes(problem))
          .map((problem) => entryOf(problem, "base", problem.about === "policy")),
      ];
    }),
  ];
}

/** Whether a problem leaves something without effect on the answer that could have one. */
export const isUnread = ({ code, about }: LoadProblem): boolean =>
  UNREAD.has(code) && about !== "other";

/** A file past the limits has no text to compare. */
const isRead = ({ problems }: LoadedFile): boolean =>
  !problems.some(({ code }) => code === "too-large" || code === "not-text");

/**
 * A Namespace that the API server refuses keeps its old labels, and a workload its old pods: nobody knows what
 * policies make of them.
 */
const isRefusal = (
  problem: LoadProblem,
  tellsPodsApart: (problem: LoadProblem) => boolean,
): boolean =>
  problem.code === "invalid" &&
  problem.kindHints === undefined &&
  (problem.about === "namespace" || (problem.about === "workload" && tellsPodsApart(problem)));

const isRefusedNamespace = ({ about, code, object }: LoadProblem): boolean =>
  about === "namespace" && code === "invalid" && object !== undefined;

/** Namespaces that the API server refused at base and takes at head: until now nobody knows what labels they had. */
function mendedNamespaces(file: LoadedFile, now: LoadedFile | undefined): readonly LoadProblem[] {
  if (now === undefined || now.id === file.id || file.problems.length === 0) return [];
  const taken = new Set(now.namespaces.map(({ name }) => name));
  return file.problems.filter(
    (problem) => isRefusedNamespace(problem) && taken.has(problem.object?.name ?? ""),
  );
}

const entryOfMended = (problem: LoadProblem): LedgerEntry => ({
  ...entryOf(problem, "base", true),
  reason: `${problem.message}; the API server refused Namespace ${problem.object?.name ?? ""} so far, and nobody knows what labels it has`,
});

const entryOf = (problem: LoadProblem, side: "base" | "head", decides: boolean): LedgerEntry => ({
  path: problem.span.path,
  span: problem.span,
  side,
  reason: problem.message,
  decides,
});

/** Policies of engines that are not evaluated. A changed one can be the whole point of the change. */
export function ledgerOfForeign(
  base: readonly LoadedFile[],
  head: readonly LoadedFile[],
): readonly LedgerEntry[] {
  const key = ({ foreign }: LoadedFile): string =>
    JSON.stringify(
      foreign.map(({ node }) => node),
      plain,
    );
  const before = new Map(base.map((file) => [file.path, file]));
  const after = new Map(head.map((file) => [file.path, file]));
  const entries: LedgerEntry[] = [];
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    const old = before.get(path);
    const now = after.get(path);
    const decides = old?.id !== now?.id && (old && key(old)) !== (now && key(now));
    const shown = now !== undefined && now.foreign.length > 0 ? now : old;
    if (shown === undefined) continue;
    const side = shown === now ? "head" : "base";
    for (const { kind, apiVersion, name, span } of shown.foreign)
      entries.push({
        path,
        span,
        side,
        reason: `${kind} ${name} (${apiVersion}) ${decides ? "changed, and " : ""}is not evaluated`,
        decides,
      });
  }
  return entries;
}

/** Values without their places; keys in order. */
function plain(key: string, value: unknown): unknown {
  if (key === "span" || key === "keySpan") return undefined;
  return value instanceof Map ? [...value] : value;
}

/** Changed entries that are no files: their content is elsewhere and was not followed. */
export function ledgerOfLinks(changes: readonly FileChange[]): readonly LedgerEntry[] {
  return changes.flatMap(({ path, base, head }) => {
    const entry = head ?? base;
    if (entry === undefined || entry.mode === "file") return [];
    const what = entry.mode === "symlink" ? "symbolic link" : "submodule";
    return [
      {
        path,
        side: head === undefined ? ("base" as const) : ("head" as const),
        reason: `a ${what} that changed: what it points to is not read`,
        decides: true,
      },
    ];
  });
}
