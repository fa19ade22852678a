import type { Workload } from "./workload.ts";

/** A label that a controller gives its pods, and that no template has. */
export interface AddedLabel {
  readonly key: string;
  /** Undefined where only the cluster knows it, or where each pod has another one. */
  readonly value?: string;
  /** Where the value is not known: the form that it has. */
  readonly form?: RegExp;
}

/** Labels that controllers add to pods: no template has them. */
const AT_RUN_TIME =
  /^(?:pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/pod-name|apps\.kubernetes\.io\/pod-index|batch\.kubernetes\.io\/.+|job-name|controller-uid|rollouts-pod-template-hash|deploymentconfig|serving\.knative\.dev\/.+)$/;

export const isRunTimeLabel = (key: string): boolean => AT_RUN_TIME.test(key);

/** Whether a label whose value is not known could have this one. */
export const couldBe = ({ form }: AddedLabel, value: string): boolean =>
  form === undefined || form.test(value);

/**
 * No manifest can hold this value, so it stands for one that no selector names: it is neither in nor outside of
 * what a selector lists by accident.
 */
const UNNAMED = "\u0000";

/**
 * The labels of a workload's pods with those that the controller adds; a value that is not known counts as one
 * that nobody mentions.
 */
export function podLabels({ labels, addedLabels }: Workload): Workload["labels"] {
  if (addedLabels === undefined) return labels;
  return {
    ...Object.fromEntries(addedLabels.map(({ key, value = UNNAMED }) => [key, value])),
    ...labels,
  };
}
