import { posix } from "node:path";
import type { LedgerEntry } from "../model/report.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import { isRecord, objectsIn, plainValues } from "../scope/plain-values.ts";
import type { FileChange, FileVersion, TextStore } from "../scope/revision-files.ts";
import { openEntry } from "./changed-texts.ts";
import { matchesPath } from "./wildcard.ts";

interface InputContext {
  readonly texts: TextStore;
  /** Every manifest at head. */
  readonly files: readonly FileVersion[];
  readonly policyPaths: readonly string[];
}

const KIND = /^[ \t]*(?:\{[ \t]*)?["']?kind["']?\s*:/m;
/** Files of tools that everybody has; below a folder with a dot is nobody's input either. */
const TOOLS =
  /^(?:package|package-lock|composer|renovate|tsconfig.*|pnpm-.*|mkdocs|docker-compose.*|compose|_config|openapi.*|swagger.*|\..+)\.(?:json|ya?ml)$/;

/** A file without an object, which a generator may read. */
export const mayBeInput = (path: string, text: string): boolean =>
  isManifestPath(path) &&
  !TOOLS.test(posix.basename(path)) &&
  !/(?:^|\/)\./.test(path) &&
  !KIND.test(text);

/**
 * Changed files that an ApplicationSet reads to know what it applies: those that the patterns of its git generator
 * find. Only where such a file changed are the manifests searched for one.
 */
export function ledgerOfInputs(
  changes: readonly FileChange[],
  { texts, files, policyPaths }: InputContext,
): readonly LedgerEntry[] {
  if (policyPaths.length === 0) return [];
  const textOf = ({ base, head }: FileChange): string =>
    [head, base].map((entry) => (entry?.mode === "file" ? texts.text(entry.id) : "")).join("\n");
  const inputs = changes.filter((change) => mayBeInput(change.path, textOf(change)));
  if (inputs.length === 0) return [];
  const patterns = [
    ...files.map(({ id }) => id),
    ...changes.flatMap(({ base }) => (base?.mode === "file" ? [base.id] : [])),
  ].flatMap((id) => {
    const text = texts.text(id);
    if (!text.includes("ApplicationSet") || !/\bfiles\b/.test(text)) return [];
    return (plainValues(text) ?? [])
      .flatMap(objectsIn)
      .flatMap((object) =>
        object["kind"] === "ApplicationSet" ? patternsIn(object["spec"], 0) : [],
      );
  });
  return inputs
    .filter(({ path }) => patterns.some((pattern) => matchesPath(pattern, path)))
    .map((change) =>
      openEntry(change, "an ApplicationSet reads from it what is applied, and is not followed"),
    );
}

const MAX_DEPTH = 12;

/** The paths of all git generators that read files, also of those inside others. */
function patternsIn(value: unknown, depth: number): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((item) => patternsIn(item, depth + 1));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === "files" && Array.isArray(child)
      ? child.flatMap((item) =>
          isRecord(item) && typeof item["path"] === "string" ? [item["path"]] : [],
        )
      : patternsIn(child, depth + 1),
  );
}
