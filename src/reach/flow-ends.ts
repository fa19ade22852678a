import { groupBy } from "../model/group-by.ts";
import { parseAddress } from "../model/cidr.ts";
import { lazily } from "../model/lazily.ts";
import { DIRECTIONS } from "../model/policy.ts";
import type { Workload } from "../model/workload.ts";
import { traitsOf } from "../scope/workload-traits.ts";
import { pointOf } from "../space/addresses.ts";
import { boxKey, boxMatches, type LabelBox } from "../space/label-box.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { workloadId } from "./describe-pods.ts";
import type { Evaluator } from "./evaluator.ts";

/** What stands at one end of a row: the pods of one workload, or of one owner. */
export interface End extends PlacedWorkload {
  readonly id: string;
  /** The addresses of each pod; empty where none is known. */
  readonly pods: readonly (readonly bigint[])[];
}

/**
 * Pods of one owner are one end as long as no policy tells them apart but by address. Where one does, in the
 * middle of a rollout say, each pod stands for itself.
 */
export function distinctEnds(
  workloads: readonly PlacedWorkload[],
  evaluator: Evaluator,
): readonly End[] {
  const signatureOf = lazily(() => createSignature(workloads, evaluator));
  const owned = groupBy(workloads, (placed) => {
    const { owner } = placed.workload;
    return owner === undefined
      ? workloadId(placed)
      : `${placed.namespace}/${owner.name}[${owner.kind}]`;
  });
  return [...owned].flatMap(([id, group]) => {
    const traits = new Set(group.map(({ workload }) => traitsOf(workload)));
    const differ =
      traits.size > 1 && new Set(group.map(({ workload }) => signatureOf()(workload))).size > 1;
    return differ
      ? [...new Map(group.map((pod) => [workloadId(pod), endOf(workloadId(pod), [pod])])).values()]
      : [endOf(id, group)];
  });
}

/** What policies see of a pod: equal texts are treated alike wherever the pod is an end. */
function createSignature(
  workloads: readonly PlacedWorkload[],
  evaluator: Evaluator,
): (workload: Workload) => string {
  const namespaces = new Set(workloads.map(({ namespace }) => namespace));
  for (const direction of DIRECTIONS)
    for (const name of evaluator.isolating(direction)) namespaces.add(name);
  const boxes = new Map<string, LabelBox>();
  for (const namespace of namespaces)
    for (const direction of DIRECTIONS) {
      const { isolation, allows } = evaluator.side(namespace, direction);
      for (const { labels } of isolation) boxes.set(boxKey(labels), labels);
      for (const { region } of allows)
        for (const end of [region.source, region.destination])
          if (end.type === "pod") boxes.set(boxKey(end.labels), end.labels);
    }
  const all = [...boxes.values()];
  return (workload) =>
    JSON.stringify([
      all.map((box) => Number(boxMatches(box, workload.labels))).join(""),
      traitsOf({ ...workload, labels: {} }),
    ]);
}

function endOf(id: string, group: readonly PlacedWorkload[]): End {
  const [first] = group;
  if (first === undefined) throw new Error("an end without pods");
  const pods = group.map(({ workload }) =>
    workload.ips.flatMap((text) => {
      const address = parseAddress(text);
      return address === undefined ? [] : [pointOf(address.family, address.value)];
    }),
  );
  return { ...first, id, pods };
}
