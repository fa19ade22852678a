import { formatAddress } from "../model/cidr.ts";
import {
  ALL_IPV4,
  ALL_IPV6,
  familyOfPoint,
  IPV6_OFFSET,
  type Addresses,
} from "../space/addresses.ts";
import { isNoPorts, subtractPorts, type Ports } from "../space/ports.ts";
import type { PlacedWorkload } from "../world/world.ts";
import type { Evaluator } from "./evaluator.ts";
import { createRules, DEPENDENCES, isExact, type Bounds, type Dependence } from "./flow-bounds.ts";
import { distinctEnds, type End } from "./flow-ends.ts";
import { outsideRanges } from "./flow-outside.ts";
import { portsBetween } from "./flow-ports.ts";

/** Allowed connections from one end to another. */
export interface Flow {
  readonly source: FlowEnd;
  readonly destination: FlowEnd;
  readonly ports: Ports;
  /** What decides whether it holds, where that is not known or differs among the pods; empty where it surely holds. */
  readonly dependsOn: readonly Dependence[];
}

export type FlowEnd =
  | {
      readonly type: "pods";
      /** `namespace/name[Kind]`. */
      readonly text: string;
      readonly hostNetwork: boolean;
    }
  | {
      readonly type: "addresses";
      /** `first-last`. */
      readonly text: string;
      readonly addresses: Addresses;
    };

export interface FlowOptions {
  readonly families: readonly (4 | 6)[];
}

/** Every allowed flow between the workloads of one world, and with addresses outside. */
export function listFlows(
  workloads: readonly PlacedWorkload[],
  evaluator: Evaluator,
  { families }: FlowOptions,
): readonly Flow[] {
  const ends = distinctEnds(workloads, evaluator);
  const outside = families.reduce<Addresses>(
    (rest, family) => [...rest, ...(family === 4 ? ALL_IPV4 : ALL_IPV6)],
    [],
  );
  const rulesFor = createRules(evaluator);
  const context = { rulesFor, outside, directory: evaluator.directory };
  const flows: Flow[] = [];
  for (const source of ends)
    for (const destination of ends) {
      if (source.id === destination.id) continue;
      const bounds = portsBetween(source, destination, context);
      flows.push(...rowsOf(bounds, { source: podsEnd(source), destination: podsEnd(destination) }));
    }
  for (const end of ends) {
    for (const { first, end: stop, bounds } of outsideRanges(end, "ingress", context))
      flows.push(...rowsOf(bounds, { source: rangeEnd(first, stop), destination: podsEnd(end) }));
    for (const { first, end: stop, bounds } of outsideRanges(end, "egress", context))
      flows.push(...rowsOf(bounds, { source: podsEnd(end), destination: rangeEnd(first, stop) }));
  }
  return flows;
}

/** What surely holds, and what may hold beyond that. */
function rowsOf(bounds: Bounds, ends: Pick<Flow, "source" | "destination">): readonly Flow[] {
  const { certain, possible } = bounds;
  const dependsOn = DEPENDENCES.filter((one) => bounds.dependsOn.includes(one));
  return [
    ...(isNoPorts(certain) ? [] : [{ ...ends, ports: certain, dependsOn: [] }]),
    ...(isExact(bounds) ? [] : [{ ...ends, ports: subtractPorts(possible, certain), dependsOn }]),
  ];
}

const podsEnd = ({ id, workload }: End): FlowEnd => ({
  type: "pods",
  text: id,
  hostNetwork: workload.hostNetwork,
});

const rangeEnd = (first: bigint, end: bigint): FlowEnd => ({
  type: "addresses",
  text: rangeText(first, end - 1n),
  addresses: [[first, end]],
});

export function rangeText(first: bigint, last: bigint): string {
  const text = (point: bigint): string => {
    const family = familyOfPoint(point);
    return formatAddress(family, family === 4 ? point : point - IPV6_OFFSET);
  };
  return first === last ? text(first) : `${text(first)}-${text(last)}`;
}
