import type { LedgerEntry } from "../model/report.ts";
import type { KustomizeGraph } from "./kustomize-graph.ts";
import { isKustomization } from "./manifest-paths.ts";
import { isRecord, plainValues } from "./plain-values.ts";
import type { FileChange, TextStore } from "./revision-files.ts";

interface PatchContext {
  readonly texts: TextStore;
  readonly graph: KustomizeGraph;
  readonly policyPaths: readonly string[];
}

/** Words of patches and transformers that reach a policy, or say to which objects it applies. */
const RESHAPES =
  /polic|podSelector|spec\/(?:in|e)gress|namespace|HelmChartInflation|metadata\/(?:name|labels)|\/labels\b/i;
/** Fields of pods that policies tell apart. */
const TRAITS = new Set(["labels", "hostNetwork", "ports"]);

/** Patches and transformers that a kustomization applies to others: what they make of policies is not known. */
export function ledgerOfPatches(
  changes: readonly FileChange[],
  { texts, graph, policyPaths }: PatchContext,
): readonly LedgerEntry[] {
  if (policyPaths.length === 0) return [];
  return changes.flatMap(({ path, base, head }) => {
    if (isKustomization(path) || graph.roleOf(path) !== "patch") return [];
    const [before = "", after = ""] = [base, head].map((entry) =>
      entry?.mode === "file" ? texts.text(entry.id) : "",
    );
    if (before === after) return [];
    const reaches = reachesPolicy(before) || reachesPolicy(after);
    if (!reaches && traitsIn(before) === traitsIn(after)) return [];
    return [
      {
        path,
        side: head === undefined ? ("base" as const) : ("head" as const),
        reason: "a patch or transformer that a kustomization applies to others: not applied",
        decides: true,
      },
    ];
  });
}

/**
 * A part of an object reaches what it is a part of; a list of operations, or a transformer, whatever the
 * kustomization or its own fields select.
 */
function reachesPolicy(text: string): boolean {
  const values = plainValues(text);
  const isPart = (value: unknown): boolean =>
    isRecord(value) && !/builtin/.test(String(value["apiVersion"])) && !MAKER.test(String(value["kind"]));
  if (values?.every(isPart) === true)
    return values.some((value) => isRecord(value) && /polic|^Namespace$/i.test(String(value["kind"])));
  return RESHAPES.test(text);
}

const MAKER = /Transformer|Generator|Validator|^undefined$/;

/** What a patch says about the pods' labels, ports and network, as text. */
function traitsIn(text: string): string {
  const values = plainValues(text);
  return values === undefined ? text : JSON.stringify(values.map(traits));
}

function traits(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(traits);
  if (!isRecord(value)) return undefined;
  return Object.entries(value).flatMap(([key, child]): readonly unknown[] => {
    if (TRAITS.has(key)) return [[key, child]];
    const below = traits(child);
    return below === undefined ? [] : [below];
  });
}
