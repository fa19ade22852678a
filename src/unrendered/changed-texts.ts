import type { LedgerEntry } from "../model/report.ts";
import type { FileChange, TextStore } from "../scope/revision-files.ts";
import { namesTemplate } from "../scope/text-hints.ts";

/** The contents of a changed file. */
export const idsOf = ({ base, head }: FileChange): readonly string[] =>
  [base, head].flatMap((entry) => (entry?.mode === "file" ? [entry.id] : []));

/** Where a reader finds it. */
export const sideOf = ({ head }: FileChange): "base" | "head" =>
  head === undefined ? "base" : "head";

/** What a changed file says before and after; nothing where there is no file. */
export function textsOf(
  { base, head }: FileChange,
  texts: TextStore,
): readonly [before: string, after: string] {
  return [textAt(base, texts), textAt(head, texts)];
}

/** The same of one revision. */
export const textAt = (entry: FileChange["base"], texts: TextStore): string =>
  entry?.mode === "file" ? texts.text(entry.id) : "";

/** A change that leaves the answer open. */
export const openEntry = (change: FileChange, reason: string): LedgerEntry => ({
  path: change.path,
  side: sideOf(change),
  reason,
  decides: true,
});

/** All folders above a file but the topmost. */
export function foldersAbove(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** Whether a content can bear on network policy by itself. */
export function bears(id: string, texts: TextStore): boolean {
  const { policy, foreign, namespace, workload } = texts.hints(id);
  if (policy || foreign || namespace || workload) return true;
  return texts.tooLarge(id) !== undefined || namesTemplate(texts.text(id));
}
