import type { LedgerEntry } from "../../model/report.ts";
import type { KustomizeGraph } from "../../scope/kustomize-graph.ts";
import { isKustomization } from "../../scope/manifest-paths.ts";
import { plainValues } from "../../scope/plain-values.ts";
import type { FileChange, TextStore } from "../../scope/revision-files.ts";
import { openEntry, textsOf } from "../changed-texts.ts";
import type { PolicyWords } from "../policy-words.ts";
import { documentsReach } from "./maker-reach.ts";
import { patchReaches } from "./patch-reach.ts";

interface PatchContext {
  readonly texts: TextStore;
  readonly graph: KustomizeGraph;
  readonly policies: PolicyWords;
}

const REASON = "a patch or transformer that a kustomization applies to others: not applied";

/** Patches and transformers that a kustomization applies to others: what they make of policies is not known. */
export function ledgerOfPatches(
  changes: readonly FileChange[],
  { texts, graph, policies }: PatchContext,
): readonly LedgerEntry[] {
  return changes.flatMap((change) => {
    const { path } = change;
    if (isKustomization(path)) return [];
    const role = graph.roleOf(path);
    if (role !== "patch" && role !== "maker") return [];
    const [before, after] = textsOf(change, texts);
    const reaches =
      role === "maker"
        ? makerReaches(before, after, policies)
        : policies.any && patchReaches(before, after);
    return reaches ? [openEntry(change, REASON)] : [];
  });
}

function makerReaches(before: string, after: string, policies: PolicyWords): boolean {
  const [old, now] = [before, after].map(plainValues);
  if (old === undefined || now === undefined) return before !== after && policies.any;
  return documentsReach(old.flat(), now.flat(), policies);
}
