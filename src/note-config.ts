import type { Config, ConfigGlob, ConfigNote } from "./config/config.ts";
import type { Fault } from "./config/read-tree.ts";
import { listFirst } from "./model/list-first.ts";
import type { LedgerEntry } from "./model/report.ts";
import { isManifestPath } from "./scope/manifest-paths.ts";
import { changedEntries, isOfInterest } from "./scope/revision-files.ts";
import { CONFIG_PATH, configContext, type EngineRequest } from "./settings.ts";
import { bytesIn, type Source, type TreeEntry } from "./source/types.ts";

/**
 * What a reader should know of the configuration itself: what counts in vain, what it leaves out of this review, and
 * what will count next.
 */
export async function noteConfig(
  request: EngineRequest,
  config: Config,
): Promise<readonly LedgerEntry[]> {
  const { snapshots } = request.source;
  const isDiff = snapshots.length > 1;
  const notes = [
    ...config.notes,
    ...noteExcluded(snapshots, config),
    ...noteIdle(snapshots, config),
  ];
  return [
    ...notes.map((note) => ({
      ...note,
      side: isDiff ? ("base" as const) : ("head" as const),
      decides: false,
    })),
    ...(isDiff ? await noteChange(request) : []),
  ];
}

/** Files that are named in one entry. */
const SHOWN = 3;

/** How much the configuration leaves out: of a change what changed, of a scan what stands there. */
function noteExcluded([base, head]: Source["snapshots"], { globs }: Config): readonly ConfigNote[] {
  const excluding = globs.filter(({ key }) => key === "exclude");
  if (excluding.length === 0 || base === undefined) return [];
  const of = ({ path }: { readonly path: string }): ConfigGlob | undefined =>
    excluding.find(({ matches }) => matches(path));
  const files =
    head === undefined
      ? base.entries.filter(({ path }) => isManifestPath(path) && of({ path }) !== undefined)
      : changedEntries(base, head).filter(
          (change) => isOfInterest(change) && of(change) !== undefined,
        );
  const [first] = files;
  const glob = first && of(first);
  if (glob === undefined) return [];
  const what = `${head === undefined ? "" : "changed "}${files.length === 1 ? "file" : "files"}`;
  const names = listFirst(
    SHOWN,
    files.map(({ path }) => path),
  );
  return [noteOn(glob, `\`exclude\` leaves ${files.length} ${what} out: ${names}`)];
}

/** Globs that match nothing, which may be a slip. */
function noteIdle(snapshots: Source["snapshots"], { globs }: Config): readonly ConfigNote[] {
  const where = snapshots.length > 1 ? "no file of either revision" : "no file";
  return globs
    .filter(
      ({ matches, isShared }) =>
        !isShared && !snapshots.some(({ entries }) => entries.some(({ path }) => matches(path))),
    )
    .map((glob) => noteOn(glob, `\`${glob.text}\` in \`${glob.key}\` matches ${where}`));
}

const noteOn = ({ span, isShared }: ConfigGlob, reason: string): ConfigNote => ({
  path: span.path,
  // The lines of another repository's file are nowhere in this one.
  ...(isShared ? {} : { span }),
  reason,
});

/**
 * A changed configuration counts from the merge on. One that cannot be read would then stop every review,
 * also the one that mends it, so it is found before.
 */
async function noteChange(request: EngineRequest): Promise<readonly LedgerEntry[]> {
  const path = request.config?.repository?.path ?? CONFIG_PATH;
  const [base, head] = request.source.snapshots.map(({ entries }) =>
    entries.find((entry) => entry.path === path),
  );
  if (base?.id === head?.id && base?.mode === head?.mode) return [];
  const fault = head === undefined ? undefined : await findFault(head, request);
  if (fault === undefined) {
    const reason = "the configuration of this review changed; the new one counts after the merge";
    return [{ path, side: "head", reason, decides: false }];
  }
  const { line, key, message } = fault;
  return [
    {
      path,
      span: { path, startLine: line, startColumn: 1, endLine: line, endColumn: 1 },
      side: "head",
      reason: `with this configuration no review can run after the merge: ${key === "" ? "" : `${key}: `}${message}`,
      decides: true,
    },
  ];
}

async function findFault(
  { id, mode, path }: TreeEntry,
  request: EngineRequest,
): Promise<Fault | undefined> {
  if (mode !== "file") return { line: 1, key: "", message: "it is no file" };
  const bytes = bytesIn(await request.source.read([id]), id);
  if (bytes === undefined) return { line: 1, key: "", message: "it is too large" };
  const text = decode(bytes);
  if (text === undefined) return { line: 1, key: "", message: "it is not UTF-8 text" };
  const { parseConfig } = await import("./config/parse-config.ts");
  const result = parseConfig({ path, text }, configContext(request));
  return result.ok ? undefined : result.faults[0];
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
