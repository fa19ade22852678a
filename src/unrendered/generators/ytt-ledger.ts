import { posix } from "node:path";
import { lazily } from "../../model/lazily.ts";
import type { LedgerEntry } from "../../model/report.ts";
import { isManifestPath } from "../../scope/manifest-paths.ts";
import { namesPolicy } from "../../scope/text-hints.ts";
import type { FileChange, FileVersion, TextStore } from "../../scope/revision-files.ts";
import { openEntry, textsOf } from "../changed-texts.ts";
import { podShape } from "../chart/pod-shape.ts";
import type { KeyPath } from "../chart/templates.ts";
import { valuesAt, valuesIn } from "../chart/values-at.ts";
import { patchReaches } from "../kustomize/patch-reach.ts";
import { LEAVES_POLICIES_ALONE, WORKLOAD_KIND } from "../kustomize/target-kinds.ts";
import type { PolicyWords } from "../policy-words.ts";

interface YttContext {
  readonly texts: TextStore;
  readonly policies: PolicyWords;
  readonly policyFiles: readonly FileVersion[];
  /** All manifests at head. */
  readonly files: readonly FileVersion[];
}

/** A comment to YAML, and code to ytt. */
const YTT = /(?:^|[ \t])#@/m;
const OVERLAY = /^[ \t]*#@overlay\/match\b(?!-)(.*)$/gm;
const DATA = /^#@data\/values/m;
const LIBRARY = /\.star$|\.lib\.(?:ya?ml|txt)$/;

/**
 * Changed code of ytt in manifests, its overlays, its libraries, and values that the code of policies and of pods'
 * labels reads. Manifests with such code are read as they stand, with all branches.
 */
export function ledgerOfYtt(
  changes: readonly FileChange[],
  context: YttContext,
): readonly LedgerEntry[] {
  const { texts, policies, policyFiles } = context;
  if (!policies.any) return [];
  const templates = lazily(() => policyFiles.filter(({ id }) => YTT.test(texts.text(id))));
  const read = lazily(() => [
    ...dataRead(templates().map(({ id }) => texts.text(id))),
    ...podDataRead(context),
  ]);
  return changes.flatMap((change) => {
    const { path } = change;
    const [before, after] = textsOf(change, texts);
    const entry = (reason: string): readonly LedgerEntry[] => [openEntry(change, reason)];
    if (LIBRARY.test(path))
      return namesPolicy(`${before}\n${after}`) ||
        templates().some(({ id }) => texts.text(id).includes(posix.basename(path)))
        ? entry("a library of ytt that network policies are made with: not evaluated")
        : [];
    if (!isManifestPath(path)) return [];
    const isYtt = YTT.test(before) || YTT.test(after);
    if (isYtt && !DATA.test(`${before}\n${after}`))
      return reaches(before, after)
        ? entry("code of ytt that can reach network policies: read as it stands, not evaluated")
        : [];
    // Values need not be marked as such.
    if (!isYtt && templates().length === 0) return [];
    const [old, now] = [before, after].map(valuesIn);
    if (old === undefined || now === undefined) return [];
    return valuesAt(old, read(), { nested: false }) === valuesAt(now, read(), { nested: false })
      ? []
      : entry("values that ytt makes network policies or labels of pods with changed");
  });
}

function reaches(before: string, after: string): boolean {
  if (code(before) !== code(after)) return true;
  const overlays = [...`${before}\n${after}`.matchAll(OVERLAY)].map(([, by = ""]) => by);
  if (overlays.length === 0) return false;
  return overlays.every(isAimed) ? patchReaches(before, after) : before !== after;
}

/** The lines with code, and the marks between documents, which it is bound to. */
const code = (text: string): string =>
  text
    .split("\n")
    .filter((line) => YTT.test(line) || line.startsWith("---"))
    .map((line) => line.trim())
    .join("\n");

/** Whether an overlay is for objects that hold no policy. */
function isAimed(by: string): boolean {
  const kinds = [...by.matchAll(/["']kind["']\s*:\s*["'](\w+)["']/g)].map(([, kind = ""]) => kind);
  return (
    kinds.length > 0 &&
    kinds.every((kind) => WORKLOAD_KIND.test(kind) || LEAVES_POLICIES_ALONE.test(kind))
  );
}

const READ = /\bdata\.values((?:\.[A-Za-z_]\w*)*)/g;

/** The data values that code reads. */
const dataRead = (texts: readonly string[]): readonly KeyPath[] =>
  texts.flatMap((text) =>
    [...text.matchAll(READ)]
      .map(([, keys = ""]) => keys.split(".").slice(1))
      .filter((path) => !path.some((key) => /image/i.test(key))),
  );

function podDataRead({ files, texts, policies }: YttContext): readonly KeyPath[] {
  if (!policies.selects()) return [];
  return dataRead(
    files
      .filter(({ id }) => texts.hints(id).workload && YTT.test(texts.text(id)))
      .map(({ id }) => podShape(texts.text(id))),
  );
}
