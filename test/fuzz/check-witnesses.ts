import { compareWorlds, type FlowChange } from "../../src/reach/compare.ts";
import { decideFlow, type PointEnd } from "../../src/reach/point.ts";
import { createPodWords } from "../../src/reach/pod-words.ts";
import { sampleRegion, type Sample } from "../../src/reach/sample.ts";
import { namespaceLabelsOf, type World } from "../../src/world/world.ts";

/** Every witness of an opened or closed region, fed to the point evaluator, is allowed on one side only. */
export function checkWitnesses(
  base: World,
  head: World,
  ipBlockMatchesPods: boolean,
): readonly string[] {
  const { changes, sides } = compareWorlds(base, head, { ipBlockMatchesPods });
  const moved = [...new Set(sides.flatMap(({ workload }) => workload ?? []))];
  const words = {
    base: createPodWords(base, { moved, side: "base" }),
    head: createPodWords(head, { moved, side: "head" }),
  };
  const labels = { base: namespaceLabelsOf(base, head), head: namespaceLabelsOf(head, base) };
  const faults: string[] = [];

  const check = (change: FlowChange, sample: Sample): void => {
    const decide = (side: "base" | "head"): boolean => {
      const at = (end: PointEnd): PointEnd =>
        end.type === "address"
          ? end
          : {
              ...end,
              namespaceLabels: labels[side].get(end.namespace) ?? end.namespaceLabels,
              ...(change.workload !== undefined &&
              end.labels === movedLabels(change, change.change === "closed" ? "base" : "head")
                ? { ...ofMoved(change, side) }
                : {}),
            };
      const { policies } = side === "base" ? base : head;
      const flow = { ...sample, source: at(sample.source), destination: at(sample.destination) };
      return decideFlow(policies, flow, { ipBlockMatchesPods }).allowed;
    };
    const [before, after] = [decide("base"), decide("head")];
    const right = change.change === "opened" ? after && !before : before && !after;
    if (!right)
      faults.push(
        `${change.change}: ${sample.witness.source} -> ${sample.witness.destination} ` +
          `${sample.protocol} ${sample.port}: base ${before}, head ${after}`,
      );
  };

  for (const change of changes) {
    if (change.change === "masked" || change.change === "masked-closed") continue;
    for (const region of change.regions) {
      const sample = sampleRegion(region, change.change === "closed" ? words.base : words.head);
      if (sample !== undefined) check(change, sample);
    }
  }
  return faults;
}

const movedLabels = ({ workload }: FlowChange, side: "base" | "head") => workload?.[side].labels;

const ofMoved = ({ workload }: FlowChange, side: "base" | "head") =>
  workload === undefined
    ? {}
    : {
        labels: workload[side].labels,
        ports: workload[side].ports,
        hostNetwork: workload[side].hostNetwork,
      };
