import type { Comparison, SideComparison } from "../reach/compare.ts";
import type { PodWords } from "../reach/describe-pods.ts";
import type { NamespaceState } from "../reach/namespace-state.ts";
import type { PolicyLookup } from "../reach/policy-lookup.ts";
import type { WidePeer } from "../reach/practically-all.ts";
import type { RuleLikeness } from "../reach/rule-likeness.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { StringSet } from "../space/string-set.ts";
import type { PlacedWorkload, World } from "../world/world.ts";

/** What the checks of a diff look at: one scope, compared. */
export interface DiffFacts {
  readonly scope: string;
  readonly base: World;
  readonly head: World;
  readonly comparison: Comparison;
  readonly states: ReadonlyMap<string, NamespaceState>;
  readonly policies: { readonly base: PolicyLookup; readonly head: PolicyLookup };
  /** Namespaces declared at both revisions with other labels. */
  readonly relabelled: () => StringSet;
  readonly likeness: RuleLikeness;
  readonly words: { readonly base: PodWords; readonly head: PodWords };
  /** Whether a kustomization above a file may give its objects their namespace. */
  readonly kustomized: (path: string) => boolean;
  /** Sides whose default-deny got weaker; found once, used by the gate and the namespace table. */
  readonly weakenings: ReadonlyMap<SideComparison, Weakening>;
  /** Sides that lost isolation together with the workloads that it was for: nobody is less isolated. */
  readonly retired: ReadonlyMap<SideComparison, Retired>;
}

/** The workloads that went together with the policies that selected them and nothing else. */
export type Retired = readonly PlacedWorkload[];

/** In which of the three forms, and for which pods. */
export interface Weakening {
  readonly form: "lost" | "void" | "hollowed";
  readonly pods: readonly LabelBox[];
  /** What practically all of is newly allowed; nothing is named where isolation was lost. */
  readonly peers: readonly WidePeer[];
}

/**
 * The sides on which a gate can fail: any pod of a namespace that exists at both revisions, and each
 * workload that moved, on its own side.
 */
export function gatedSides({
  comparison,
  states,
  retired,
}: Pick<DiffFacts, "comparison" | "states" | "retired">): readonly SideComparison[] {
  return comparison.sides.filter((side) => {
    const { namespace, workload } = side;
    if (workload !== undefined) return namespace === workload.token;
    return states.get(namespace) === "kept" && !retired.has(side);
  });
}
