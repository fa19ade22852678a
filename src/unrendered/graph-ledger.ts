import { posix } from "node:path";
import type { LedgerEntry } from "../model/report.ts";
import { isChartContent, isGeneratorPath, isKustomization } from "../scope/manifest-paths.ts";
import type { FileChange, TextStore } from "../scope/revision-files.ts";
import { reasonOfObjects } from "./appliers/gitops-ledger.ts";
import { sideOf } from "./changed-texts.ts";
import { fieldsOf } from "./kustomize/closure.ts";
import { changedFields, kustomizationReaches } from "./kustomize/kustomization-reach.ts";
import type { FileAt } from "./kustomize/revision-index.ts";
import type { PolicyWords } from "./policy-words.ts";
import { POLICY_KEY } from "./values-ledger.ts";

export interface GraphContext {
  readonly changes: readonly FileChange[];
  readonly texts: TextStore;
  readonly charts: ReadonlySet<string>;
  /** Paths of all files, of both revisions, whose text names a policy kind. */
  readonly policyPaths: () => readonly string[];
  readonly policies: PolicyWords;
  readonly fileAt: FileAt;
}

/**
 * Changed files that decide which policies apply, or make policies, without being manifests themselves:
 * kustomizations, Helm charts, generators. They are not rendered, so a change that can reach a policy
 * leaves the answer open.
 */
export function ledgerOfGraph(context: GraphContext): readonly LedgerEntry[] {
  return context.changes.flatMap((change) => {
    const reason = reasonOf(change, context);
    return reason === undefined ? [] : [{ path: change.path, side: sideOf(change), ...reason }];
  });
}

function reasonOf(
  change: FileChange,
  context: GraphContext,
): Pick<LedgerEntry, "reason" | "decides"> | undefined {
  const { path } = change;
  if (isKustomization(path)) return reasonOfKustomization(change, context);
  if (isChartContent(path, context.charts)) return undefined;
  if (
    isGeneratorPath(path) &&
    [change.base, change.head].some((entry) => namesPolicy(entry?.id, context))
  )
    return { reason: "names a network policy in a language that is not evaluated", decides: true };
  return reasonOfObjects(change, context);
}

/** The changes whose file names a policy itself first: they are where a reader has to look. */
export function policiesFirst(
  changes: readonly FileChange[],
  context: Pick<GraphContext, "texts">,
): readonly FileChange[] {
  const first = new Set(
    changes.filter(({ head, base }) => namesPolicy((head ?? base)?.id, context)),
  );
  return [...first, ...changes.filter((change) => !first.has(change))];
}

const namesPolicy = (id: string | undefined, { texts }: Pick<GraphContext, "texts">): boolean =>
  id !== undefined && (texts.hints(id).policy || POLICY_KEY.test(texts.text(id)));

function reasonOfKustomization(
  { path, base, head }: FileChange,
  { texts, fileAt, policies }: GraphContext,
): Pick<LedgerEntry, "reason" | "decides"> | undefined {
  const [before, after] = [base, head].map((entry) =>
    entry?.mode === "file" ? fieldsOf(texts.text(entry.id)) : {},
  );
  if (before !== undefined && after !== undefined && changedFields(before, after).length === 0)
    return undefined;
  const decides =
    before === undefined ||
    after === undefined ||
    kustomizationReaches(before, after, { folder: posix.dirname(path), texts, fileAt, policies });
  return {
    reason: "a kustomization that changed: not built, its manifests were read as they stand",
    decides,
  };
}
