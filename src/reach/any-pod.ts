import { boxKey, boxOfSelector, ANY_LABELS, type LabelBox } from "../space/label-box.ts";
import type { LabelSelector } from "../model/policy.ts";
import type { PlacedPolicy } from "../world/world.ts";
import { splitCells } from "./cells.ts";
import type { PointPod } from "./point-end.ts";
import { sampleLabels } from "./sample.ts";

/** Pods that no policy can tell apart, and one of them to ask about. */
export interface PodClass {
  readonly labels: LabelBox;
  readonly pod: PointPod;
}

export interface AnyPods {
  /** What is known of every pod of the namespace. */
  readonly pod: Omit<PointPod, "labels">;
  /** The namespace of the other end; absent where it is an address. */
  readonly otherNamespace?: string;
}

/** All pods that a namespace could hold, by what the policies of a flow's two ends can tell of them. */
export function classesOfPods(
  policies: readonly PlacedPolicy[],
  { pod, otherNamespace }: AnyPods,
): readonly PodClass[] {
  const selectors = policies.flatMap(({ policy, namespace }): readonly LabelSelector[] => [
    ...(namespace === pod.namespace ? [policy.podSelector] : []),
    ...(namespace === otherNamespace
      ? [...policy.ingress, ...policy.egress].flatMap(({ peers }) =>
          peers.flatMap((peer) => (peer.type === "selectors" ? (peer.podSelector ?? []) : [])),
        )
      : []),
  ]);
  const boxes = new Map(
    selectors.flatMap((selector) => {
      const box = boxOfSelector(selector);
      return box === undefined || box.size === 0 ? [] : [[boxKey(box), box] as const];
    }),
  );
  return splitCells([ANY_LABELS], [...boxes.values()]).map(({ labels }) => ({
    labels,
    pod: { ...pod, labels: sampleLabels(labels) },
  }));
}
