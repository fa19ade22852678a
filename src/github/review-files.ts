import { bytesIn, type Contents, type Snapshot, type Source } from "../source/types.ts";
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
  const ids = idsBySide(source);
  // All at once: a source without a clone asks for each of a few, and gets many as one archive.
  const contents = await source.read(
    pullFiles.flatMap(({ path, previousPath = path }) =>
      [ids.base.get(previousPath) ?? [], ids.head.get(path) ?? []].flat(),
    ),
  );
  const read: ReadFiles = { api, contents, ids };
  const files = await Promise.all(
    pullFiles.map(async (file) => ({ file, diff: await readDiffFile(read, file) })),
  );
  const byPath = {
    base: new Map(files.map(({ file, diff }) => [file.previousPath ?? file.path, diff])),
    head: new Map(files.map(({ file, diff }) => [file.path, diff])),
  };
  return (path, side) => byPath[side].get(path);
}

/** What the texts of the files are taken from. */
interface ReadFiles {
  readonly api: ReviewApi;
  readonly contents: Contents;
  readonly ids: Readonly<Record<"base" | "head", ReadonlyMap<string, string>>>;
}

/** The content ids of the files of both snapshots. */
function idsBySide({ snapshots: [base, head] }: Source): ReadFiles["ids"] {
  const idsOf = (snapshot: Snapshot | undefined): ReadonlyMap<string, string> =>
    new Map(
      snapshot?.entries.flatMap(({ path, id, mode }) => (mode === "file" ? [[path, id]] : [])),
    );
  return { base: idsOf(base), head: idsOf(head) };
}

async function readDiffFile(read: ReadFiles, file: PullFile): Promise<DiffFile> {
  const { base, head } = read.ids;
  const before = textOf(read.contents, base.get(file.previousPath ?? file.path));
  const oldLines = before?.split("\n");
  return {
    path: file.path,
    lines: readDiffLines(file.patch),
    headLine: await headLines(read, { ours: head.get(file.path), theirs: file.id }),
    baseText: (line) => oldLines?.[line - 1]?.replace(/\r$/, ""),
  };
}

const NO_LINES: LineMap = () => undefined;

/**
 * What was reviewed is mostly the merge commit. Where the target branch changed the same file since, its
 * lines are not those of the pull request's head, which is what GitHub shows.
 */
async function headLines(
  { api, contents }: ReadFiles,
  { ours, theirs }: { readonly ours: string | undefined; readonly theirs: string },
): Promise<LineMap> {
  if (ours === undefined) return NO_LINES;
  if (ours === theirs) return SAME_LINES;
  const merged = textOf(contents, ours);
  return merged === undefined ? NO_LINES : mapLines(merged, await api.readBlob(theirs));
}

function textOf(contents: Contents, id: string | undefined): string | undefined {
  const bytes = id === undefined ? undefined : bytesIn(contents, id);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
