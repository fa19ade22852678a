import { lazily } from "../model/lazily.ts";
import type { Mark, NetworkPolicy } from "../model/policy.ts";
import type { KustomizeGraph } from "../scope/kustomize-graph.ts";
import type { TextStore } from "../scope/revision-files.ts";
import { skippedName } from "../unrendered/appliers/skipped-names.ts";

/** Why a policy may not be applied. */
export interface Doubt {
  readonly text: string;
}

type Question = (policy: NetworkPolicy) => Doubt | undefined;

/** Why a policy that stands in the manifests may not be applied, as far as one revision tells. */
export interface Doubts {
  /** By its annotations, or by fields that a tool refuses. */
  readonly marked: Question;
  /** By the kustomizations, which do not list its file. */
  readonly unlisted: Question;
  /** By the name of its file. */
  readonly skipped: Question;
}

export function createDoubts({
  graph,
  texts,
  patches = false,
}: {
  readonly graph: KustomizeGraph;
  readonly texts: TextStore;
  /** Whether patches that look like policies are among those asked about. */
  readonly patches?: boolean;
}): Doubts {
  const usesFlux = lazily(() => texts.holding(["kustomize.toolkit.fluxcd.io"]).size > 0);
  return {
    marked: ({ marks }) => describeMark(marks?.[0]),
    unlisted: ({ span: { path } }) => {
      const role = graph.roleOf(path) ?? "";
      if (["unlisted", "input"].includes(role))
        return { text: `no kustomization lists ${path}, which leaves it out` };
      return patches && ["patch", "maker"].includes(role)
        ? { text: `a kustomization takes ${path} for a ${role === "patch" ? role : "transformer"}` }
        : undefined;
    },
    skipped: ({ span: { path } }) => {
      const text = skippedName(path, { isListed: graph.roleOf(path) === "listed", usesFlux });
      return text === undefined ? undefined : { text };
    },
  };
}

const describeMark = (mark: Mark | undefined): Doubt | undefined =>
  mark === undefined ? undefined : { text: `with ${mark.text}` };
