import type { FileChange, TextStore } from "../scope/revision-files.ts";

/** The contents of a changed file. */
export const idsOf = ({ base, head }: FileChange): readonly string[] =>
  [base, head].flatMap((entry) => (entry?.mode === "file" ? [entry.id] : []));

/** Where a reader finds it. */
export const sideOf = ({ head }: FileChange): "base" | "head" =>
  head === undefined ? "base" : "head";

/** All folders above a file but the topmost. */
export function foldersAbove(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, index) => segments.slice(0, index + 1).join("/"));
}

/** Whether a content can bear on network policy by itself. */
export function bears(id: string, texts: TextStore): boolean {
  const { policy, foreign, namespace, workload } = texts.hints(id);
  return policy || foreign || namespace || workload || texts.tooLarge(id) !== undefined;
}
