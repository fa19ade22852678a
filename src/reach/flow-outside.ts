import type { Direction } from "../model/policy.ts";
import { hasPoint, intersectAddresses, IPV6_OFFSET, type Addresses } from "../space/addresses.ts";
import { isNoPorts, NO_PORTS, samePorts, unitePorts } from "../space/ports.ts";
import { boundsOf, type Bounds, type Measure, type RulesFor } from "./flow-bounds.ts";
import type { End } from "./flow-ends.ts";
import { peerOf } from "./gains.ts";
import { resolvePortNames } from "./moved-workload.ts";

/** Neighbouring addresses outside the cluster that may do the same. */
export interface OutsideRange {
  readonly first: bigint;
  /** The first address behind it. */
  readonly end: bigint;
  readonly bounds: Bounds;
}

/** Addresses outside the cluster by what they may do; neighbours with equal ports are one range. */
export function outsideRanges(
  end: End,
  direction: Direction,
  { rulesFor, outside }: { readonly rulesFor: RulesFor; readonly outside: Addresses },
): readonly OutsideRange[] {
  const rules = rulesFor(end, direction);
  const all = rules === undefined ? [] : [...rules.certain, ...rules.possible.flat()];
  const cuts = [
    ...outside,
    ...all.flatMap(({ region }) => {
      const peer = peerOf(region, direction);
      return peer.type === "pod" ? [] : intersectAddresses(peer.addresses, outside);
    }),
  ];
  const starts = [...new Set(cuts.flat())].toSorted((a, b) => (a < b ? -1 : 1));
  const ranges: OutsideRange[] = [];
  for (const [index, first] of starts.entries()) {
    const next = starts[index + 1];
    if (next === undefined || !hasPoint(outside, first)) continue;
    const bounds = boundsOf(rules, measureAt(first, end, direction));
    if (isNoPorts(bounds.possible)) continue;
    const last = ranges.at(-1);
    const touches = last?.end === first && first !== IPV6_OFFSET;
    if (last !== undefined && touches && sameBounds(last.bounds, bounds))
      ranges[ranges.length - 1] = { ...last, end: next };
    else ranges.push({ first, end: next, bounds });
  }
  return ranges;
}

const sameBounds = (a: Bounds, b: Bounds): boolean =>
  samePorts(a.certain, b.certain) && samePorts(a.possible, b.possible);

/** What one address may do. */
const measureAt =
  (point: bigint, end: End, direction: Direction): Measure =>
  (allows) => {
    let ports = NO_PORTS;
    for (const { region } of allows) {
      const peer = peerOf(region, direction);
      if (peer.type === "pod" || !hasPoint(peer.addresses, point)) continue;
      const resolved = direction === "ingress" ? resolvePortNames(region, end.workload) : region;
      if (resolved !== undefined) ports = unitePorts(ports, resolved.ports);
    }
    return { certain: ports, possible: ports, dependsOn: [] };
  };
