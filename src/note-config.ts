import type { Config } from "./config/config.ts";
import type { Fault } from "./config/read-tree.ts";
import type { LedgerEntry } from "./model/report.ts";
import { CONFIG_PATH, configContext, type EngineRequest } from "./settings.ts";
import { bytesIn, type TreeEntry } from "./source/types.ts";

/** What a reader should know of the configuration itself: what counts in vain, and what will count next. */
export async function noteConfig(
  request: EngineRequest,
  { notes }: Config,
): Promise<readonly LedgerEntry[]> {
  const isDiff = request.source.snapshots.length > 1;
  const inVain = notes.map((note) => ({
    ...note,
    side: isDiff ? ("base" as const) : ("head" as const),
    decides: false,
  }));
  return [...inVain, ...(isDiff ? await noteChange(request) : [])];
}

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
