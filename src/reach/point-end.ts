import type { AddedLabel } from "../model/added-labels.ts";
import type { Labels, NamedPort } from "../model/workload.ts";

/** One pod of one revision, or one address outside the cluster. Addresses as in space/addresses.ts. */
export type PointEnd = { readonly type: "address"; readonly address: bigint } | PointPod;

export interface PointPod {
  readonly type: "pod";
  /** How the pod is called where a fact about it is missing. */
  readonly text?: string;
  readonly namespace: string;
  readonly namespaceLabels: Labels;
  /** Only the name of the namespace is known: its labels stand in no manifest. */
  readonly isNamespaceOnlyNamed?: boolean;
  readonly labels: Labels;
  /** Labels that a controller adds, whose values may not be known. */
  readonly addedLabels?: readonly AddedLabel[];
  /** Unknown for a pod that only a manifest describes. */
  readonly address?: bigint;
  /** What a pod of two IP versions has beside it. */
  readonly otherAddresses?: readonly bigint[];
  readonly ports: readonly NamedPort[];
  /** The pod stands in no manifest: it may give names to its ports. */
  readonly mayNamePorts?: boolean;
  readonly hostNetwork?: boolean;
}

export const textOf = ({ text, namespace }: PointPod): string => text ?? `the pod in ${namespace}`;
