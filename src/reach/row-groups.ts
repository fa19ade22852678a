import { groupBy } from "../model/group-by.ts";
import { isAllAddresses, subtractAddresses, type Addresses } from "../space/addresses.ts";
import { intersectIntervals } from "../space/intervals.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { sameEndpoint, subtractEndpoints, type Endpoint } from "../space/endpoint.ts";
import { intersectPorts, isNoPorts, unitePorts } from "../space/ports.ts";
import { mergeRegions, type Region } from "../space/region.ts";
import { describeAddresses } from "./describe-addresses.ts";
import { describeLabels } from "./label-words.ts";
import { describePorts } from "./describe-ports.ts";

/**
 * The regions of one cause as the groups that a reader sees as rows. Address ranges that a cause treats apart
 * (an exception that went) stay apart.
 */
export function groupForRows(
  regions: readonly Region[],
  apart: readonly Addresses[],
): readonly (readonly Region[])[] {
  let parts: readonly (readonly Region[])[] = [regions];
  for (const range of apart.length > MANY_RANGES ? [] : apart)
    parts = parts
      .flatMap((part) => [
        part.flatMap((region) => within(region, range)),
        part.flatMap((region) => outside(region, range)),
      ])
      .filter((part) => part.length > 0);
  return parts.flatMap((part) => groupRegions(splitByEnds(mergeRegions(part))));
}

/** More than these are not told pair by pair. */
const MANY_REGIONS = 24;

/**
 * Pods that are part of others, on other ports: told apart by who they are, with all ports of each, instead of
 * by ports. The union stays the same.
 */
function splitByEnds(regions: readonly Region[]): readonly Region[] {
  if (regions.length > MANY_REGIONS) return regions;
  const split = [...regions];
  for (let i = 0; i < split.length; i++)
    for (let j = 0; j < split.length; j++) {
      const [wide, narrow] = [split[i], split[j]];
      const rest = i === j || !wide || !narrow ? undefined : restOf(wide, narrow);
      if (rest === undefined || !wide || !narrow) continue;
      split[i] = rest;
      split[j] = { ...narrow, ports: unitePorts(wide.ports, narrow.ports) };
    }
  return split;
}

/** The wide region without the ends of the narrow one, if that is one region and the two differ in ports. */
function restOf(wide: Region, narrow: Region): Region | undefined {
  if (wide.names.size + narrow.names.size > 0) return undefined;
  if (!isNoPorts(intersectPorts(wide.ports, narrow.ports))) return undefined;
  for (const [end, other] of [
    ENDS,
    ENDS.toReversed(),
  ] as readonly (readonly (typeof ENDS)[number][])[]) {
    if (end === undefined || other === undefined) return undefined;
    if (wide[end].type !== "pod" || !sameEndpoint(wide[other], narrow[other])) continue;
    if (subtractEndpoints(narrow[end], wide[end]).length > 0) continue;
    const [left, ...more] = subtractEndpoints(wide[end], narrow[end]);
    if (left !== undefined && more.length === 0) return { ...wide, [end]: left };
  }
  return undefined;
}

/** So many exceptions that went are one change to a reader. */
const MANY_RANGES = 20;

const ENDS = ["source", "destination"] as const;

/** The part of a region whose address end lies in the range. */
function within(region: Region, range: Addresses): readonly Region[] {
  const end = ENDS.find((side) => region[side].type === "address");
  if (end === undefined) return [];
  const addresses = intersectIntervals(region[end].addresses, range);
  return addresses.length === 0 ? [] : [{ ...region, [end]: { type: "address", addresses } }];
}

function outside(region: Region, range: Addresses): readonly Region[] {
  const end = ENDS.find((side) => region[side].type === "address");
  if (end === undefined) return [region];
  const addresses = subtractAddresses(region[end].addresses, range);
  return addresses.length === 0 ? [] : [{ ...region, [end]: { type: "address", addresses } }];
}

/** Regions that differ only in how their pods are known belong in one row. */
function groupRegions(regions: readonly Region[]): readonly (readonly Region[])[] {
  const groups = groupBy(regions, ({ source, destination, ports, names }) =>
    [endKey(source), endKey(destination), describePorts(ports, names)].join("\n"),
  );
  return joinEveryone([...groups.values()]);
}

/** Every address, and every pod, of the same flow are one row: anyone. */
function joinEveryone(groups: readonly (readonly Region[])[]): readonly (readonly Region[])[] {
  const joined: (readonly Region[])[] = [];
  const taken = new Set<readonly Region[]>();
  for (const group of groups) {
    if (taken.has(group)) continue;
    const partner = groups.find(
      (other) => other !== group && !taken.has(other) && areEveryone(group, other),
    );
    if (partner !== undefined) taken.add(partner);
    joined.push(partner === undefined ? group : [...group, ...partner]);
  }
  return joined;
}

function areEveryone(a: readonly Region[], b: readonly Region[]): boolean {
  const [x] = a;
  const [y] = b;
  if (x === undefined || y === undefined || portsKey(a) !== portsKey(b)) return false;
  const both = (end: "source" | "destination"): boolean =>
    [a, b].some((group) => group.some((region) => isEveryAddress(region[end]))) &&
    [a, b].some((group) => group.some((region) => isEveryPod(region[end])));
  return (
    (both("source") && endKey(x.destination) === endKey(y.destination)) ||
    (both("destination") && endKey(x.source) === endKey(y.source))
  );
}

const portsKey = (regions: readonly Region[]): string =>
  [...new Set(regions.map(({ ports, names }) => describePorts(ports, names)))].join();

const isEveryAddress = (end: Endpoint): boolean =>
  end.type === "address" && isAllAddresses(end.addresses);

/** Pods without a condition on labels, in namespaces of which at most some names are left out. */
export const isEveryPod = (end: Endpoint): boolean =>
  end.type === "pod" &&
  end.labels.size === 0 &&
  isAllAddresses(end.addresses) &&
  end.namespaces.type === "unknown" &&
  [...end.namespaces.labels].every(([key, { negated }]) => key === NAME_LABEL && negated);

/** Pods that an address range happens to hold are the same line of print as the range. */
function endKey(end: Endpoint): string {
  const addresses = describeAddresses(end.addresses);
  return end.type === "address" || (end.labels.size === 0 && addresses !== "any address")
    ? `addresses ${addresses}`
    : `pods ${describeLabels(end.labels)} ${addresses}`;
}
