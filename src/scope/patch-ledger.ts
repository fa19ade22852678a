import { isApplyMark } from "../manifest/apply-marks.ts";
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
    const reaches = reachesPolicy(before, after) || reachesPolicy(after, before);
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
 * A part of an object reaches what it is a part of; an operation, or a transformer, whatever the kustomization or
 * its own fields select. Operations that stand in both texts change nothing.
 */
function reachesPolicy(text: string, other: string): boolean {
  const values = plainValues(text);
  if (values === undefined) return RESHAPES.test(text);
  const standing = new Set((plainValues(other) ?? []).flat().map((value) => JSON.stringify(value)));
  return values
    .flat()
    .filter((value) => !standing.has(JSON.stringify(value)))
    .some((value) => {
      if (!isRecord(value)) return false;
      const kind = String(value["kind"]);
      const isPart = !/builtin/.test(String(value["apiVersion"])) && !MAKER.test(kind);
      if (!isPart) return RESHAPES.test(JSON.stringify(value)) || operates(value);
      // The values of a HelmRelease, the patches of a Kustomization: what reaches policies says so.
      return POLICY_PART.test(kind) || /network[-_]?polic/i.test(JSON.stringify(value));
    });
}

/** Whole objects, and what Flux applies: the target may be a policy, or the Kustomization that applies one. */
const OPERATED = /^(?:\/(?:kind|apiVersion|metadata|spec|spec\/(?:suspend|path))?)?$/;
const ANNOTATIONS = /^\/metadata\/annotations(?:\/(.*))?$/;

/** Whether a JSON patch operation can reach a policy, whatever it is applied to. */
function operates({ op, path, from, value }: Readonly<Record<string, unknown>>): boolean {
  if (typeof op !== "string") return false;
  return [path, from].some((pointer) => {
    if (typeof pointer !== "string") return false;
    if (OPERATED.test(pointer)) return true;
    const annotation = ANNOTATIONS.exec(pointer);
    if (annotation === null) return false;
    // Annotations reach a policy where they say how, or whether, it is applied.
    const [, key] = annotation;
    if (key !== undefined) return isApplyMark(key.replaceAll("~1", "/").replaceAll("~0", "~"));
    return op !== "add" || !isRecord(value) || Object.keys(value).some(isApplyMark);
  });
}

const POLICY_PART = /NetworkPolicy|^(?:Namespace|NetworkSet|EgressFirewall|Tier)$/;
const MAKER = /Transformer|Generator|Validator|^undefined$/;

/** What a patch says about the pods' labels, ports and network, as text. */
function traitsIn(text: string): string {
  const values = plainValues(text);
  return values === undefined ? text : values.flatMap(traits).join("\n");
}

function traits(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(traits);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    TRAITS.has(key) ? [`${key} ${JSON.stringify(child)}`] : traits(child),
  );
}
