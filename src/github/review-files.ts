import { bytesIn, type Source } from "../source/types.ts";
import type { ReviewApi } from "./review-api.ts";
import type { ReviewItem } from "./review-items.ts";
import { mapLines, SAME_LINES, type LineMap } from "./review-line-map.ts";
import { readDiffLines, type PullFile } from "./review-lines.ts";
import type { DiffFile } from "./review-place.ts";

export type FindFile = (path: string, side: "base" | "head") => DiffFile | undefined;

/** The files of the pull request's diff that items stand in. */
export async function readDiffFiles(
  api: ReviewApi,
  source: Source,
  items: readonly ReviewItem[],
): Promise<FindFile> {
  const paths = new Set(
    items.flatMap(({ place, fix }) => [place?.span.path ?? [], fix?.path ?? []].flat()),
  );
  const pullFiles = paths.size === 0 ? [] : await api.listFiles(paths);
  const files = await Promise.all(
    pullFiles.map(async (file) => ({ file, diff: await readDiffFile(api, source, file) })),
  );
  return (path, side) =>
    files.find(
      ({ file }) => (side === "head" ? file.path : (file.previousPath ?? file.path)) === path,
    )?.diff;
}

async function readDiffFile(api: ReviewApi, source: Source, file: PullFile): Promise<DiffFile> {
  const [base, head] = source.snapshots;
  const idOf = (side: typeof base, path: string): string | undefined =>
    side?.entries.find((entry) => entry.path === path && entry.mode === "file")?.id;
  const before = await textOf(source, idOf(base, file.previousPath ?? file.path));
  const oldLines = before?.split("\n");
  return {
    path: file.path,
    lines: readDiffLines(file.patch),
    headLine: await headLines(api, source, { ours: idOf(head, file.path), theirs: file.id }),
    baseText: (line) => oldLines?.[line - 1]?.replace(/\r$/, ""),
  };
}

const NO_LINES: LineMap = () => undefined;

/**
 * What was reviewed is mostly the merge commit. Where the target branch changed the same file since, its
 * lines are not those of the pull request's head, which is what GitHub shows.
 */
async function headLines(
  api: ReviewApi,
  source: Source,
  { ours, theirs }: { readonly ours: string | undefined; readonly theirs: string },
): Promise<LineMap> {
  if (ours === undefined) return NO_LINES;
  if (ours === theirs) return SAME_LINES;
  const merged = await textOf(source, ours);
  return merged === undefined ? NO_LINES : mapLines(merged, await api.readBlob(theirs));
}

async function textOf(source: Source, id: string | undefined): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const bytes = bytesIn(await source.read([id]), id);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
