import type { NetworkPolicy } from "../model/policy.ts";
import type { KustomizeGraph } from "../scope/kustomize-graph.ts";
import type { TextStore } from "../scope/revision-files.ts";
import type { ChangedScope } from "./changed-scope.ts";
import { limitWorld, type AlternativeReading } from "./alternative-reading.ts";
import { createDoubts, type Doubt } from "./policy-doubts.ts";
import type { LeftFolder } from "./unapplied-moves.ts";
import { movedNamespaces } from "./touched-namespaces.ts";
import type { PlacedPolicy, World } from "./world.ts";

type Question = (policy: NetworkPolicy, namespace: string) => Doubt | undefined;

/**
 * Policies that stand in the manifests and may not be applied: their annotations say so to some tool, no
 * kustomization lists their file, they left the folders that something applies, or tools pass their file over by its name. The
 * change is read once more without them, at both revisions.
 */
export function readingsOfDoubtful(
  changed: readonly ChangedScope[],
  {
    graph,
    leftFolder,
    texts,
  }: {
    readonly graph: KustomizeGraph;
    readonly leftFolder: LeftFolder;
    readonly texts: TextStore;
  },
): readonly AlternativeReading[] {
  const { marked, unlisted, skipped } = createDoubts({ graph, texts });
  const unapplied: Question = (policy, namespace) => {
    if (graph.roleOf(policy.span.path) === "listed") return undefined;
    const left = leftFolder(policy, namespace);
    if (left === undefined) return undefined;
    return { text: `what applies ${left} does not apply ${policy.span.path}` };
  };
  return changed.flatMap((scope) => {
    const touched = movedNamespaces(scope.base, scope.head);
    if (touched.size === 0) return [];
    const questions = [marked, unlisted, unapplied, skipped];
    const any: Question = (policy, namespace) => {
      for (const question of questions) {
        const doubt = question(policy, namespace);
        if (doubt !== undefined) return doubt;
      }
      return undefined;
    };
    const readings = questions.flatMap((question) => without(scope, touched, question));
    return readings.length < 2 ? readings : [...readings, ...without(scope, touched, any)];
  });
}

function without(
  { name, base, head }: ChangedScope,
  touched: ReadonlySet<string>,
  question: Question,
): readonly AlternativeReading[] {
  const namespaces = new Set<string>();
  let first:
    | { readonly policy: NetworkPolicy; readonly text: string; side: "base" | "head" }
    | undefined;
  const keep = (world: World, side: "base" | "head"): World => {
    const inDoubt = ({ policy, namespace }: PlacedPolicy): boolean => {
      const doubt = touched.has(namespace) ? question(policy, namespace) : undefined;
      if (doubt === undefined) return false;
      namespaces.add(namespace);
      first ??= { policy, text: doubt.text, side };
      return true;
    };
    return { ...world, policies: world.policies.filter((placed) => !inDoubt(placed)) };
  };
  // The head first: what is in doubt there is what a reader can mend.
  const after = keep(head, "head");
  const before = keep(base, "base");
  if (first === undefined) return [];
  const { policy, text, side } = first;
  return [
    {
      scope: name,
      base: limitWorld(before, namespaces),
      head: limitWorld(after, namespaces),
      namespaces,
      doubt: `NetworkPolicy ${policy.name} is not applied: ${text}`,
      place: { path: policy.span.path, span: policy.span, side },
    },
  ];
}
