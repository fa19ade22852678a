import { selectorKey } from "../policy/namespace-directory.ts";
import type { Allow } from "../policy/compiled.ts";
import type { Direction } from "../model/policy.ts";
import type { Reach } from "../model/report.ts";
import type { NamespaceSide } from "../reach/evaluator.ts";
import { peerOf } from "../reach/gains.ts";
import { publicIpv4, publicIpv6 } from "../reach/risk.ts";
import { intersectAddresses, type Addresses } from "../space/addresses.ts";
import { isEveryPod } from "../space/endpoint.ts";
import { normalizeIntervals } from "../space/intervals.ts";
import { isAllOf, isNoPorts, NO_PORTS, unitePorts } from "../space/ports.ts";
import type { Coverage } from "./coverage.ts";

/** What is open beyond the namespace in one direction, and the rule that says so. */
export interface Opening {
  readonly reach: Reach;
  /** Absent where no rule opens anything: it is closed, or pods are not isolated at all. */
  readonly allow?: Allow;
}

const CLOSED: Opening = { reach: "none" };

/** How far isolated pods are open to the internet. Whether all are isolated is asked elsewhere. */
export function internetOpening(side: NamespaceSide, direction: Direction): Opening {
  return widest(wideGroups(side.allows, direction).flat());
}

/** How far isolated pods are open to every pod of every namespace. */
export const everyPodOpening = ({ allows }: NamespaceSide): Opening =>
  widest(allows.filter(({ region }) => isEveryPod(region.source)));

/** Pods that nothing isolates are open on every port, whatever the rules for the others say. */
export const reachOf = (coverage: Coverage, { reach }: Opening): Reach =>
  coverage === "all" ? reach : "every-port";

/** All these rules together; shown is the one that opens most. */
function widest(allows: readonly Allow[]): Opening {
  const opens = (allow: Allow): boolean => isAllOf(allow.region.ports, "TCP") && !isNamed(allow);
  const allow = allows.find(opens) ?? allows[0];
  if (allow === undefined) return CLOSED;
  const numbered = allows.filter((one) => !isNamed(one)).map(({ region }) => region.ports);
  const ports = numbered.reduce(unitePorts, NO_PORTS);
  const everything = !isNoPorts(ports) && isAllOf(ports, "TCP");
  return { reach: everything ? "every-port" : "some-ports", allow };
}

/** A named port is one port, which one is up to the pod. */
const isNamed = ({ region }: Allow): boolean => region.names.size > 0;

/**
 * Rules that open the internet as such: at least half of its addresses, so that neither an `except` nor a
 * range split in two hides it, and a partner's own range is none. Rules for the same pods and ports count
 * together.
 */
function wideGroups(allows: readonly Allow[], direction: Direction): readonly (readonly Allow[])[] {
  const groups = new Map<string, { readonly ranges: Addresses[]; readonly allows: Allow[] }>();
  for (const allow of allows) {
    const peer = peerOf(allow.region, direction);
    if (peer.type !== "address") continue;
    const { ports, names } = allow.region;
    const key = JSON.stringify([selectorKey(allow.subject), ports, [...names]]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ranges: [peer.addresses], allows: [allow] });
    else {
      group.ranges.push(peer.addresses);
      group.allows.push(allow);
    }
  }
  return [...groups.values()]
    .filter(({ ranges }) => isMostOfTheInternet(normalizeIntervals(ranges.flat())))
    .map((group) => group.allows);
}

const sizeOf = (addresses: Addresses): bigint =>
  addresses.reduce((sum, [start, end]) => sum + end - start, 0n);

const isMostOfTheInternet = (addresses: Addresses): boolean =>
  [publicIpv4(), publicIpv6()].some(
    (whole) => sizeOf(intersectAddresses(addresses, whole)) * 2n >= sizeOf(whole),
  );
