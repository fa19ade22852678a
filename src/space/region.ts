import type { Protocol } from "../model/policy.ts";
import { ALL_IPV4, ALL_IPV6, intersectAddresses } from "./addresses.ts";
import {
  endpointHas,
  endpointsMeet,
  intersectEndpoints,
  sameEndpoint,
  subtractEndpoints,
  uniteEndpoints,
  type Endpoint,
  type EndpointPoint,
} from "./endpoint.ts";
import {
  hasPort,
  intersectPorts,
  isNoPorts,
  portsMeet,
  samePorts,
  subtractPorts,
  unitePorts,
  type Ports,
} from "./ports.ts";

import { createBudget, TooComplex, type Budget } from "./too-complex.ts";

/**
 * Whether the destination declares the flow's port under a name, per `PROTOCOL/name`. A named port is
 * resolved on the destination pod, so for a pod nobody has seen it is one more yes-or-no dimension.
 */
export type PortNames = ReadonlyMap<string, boolean>;

/** A box of flows: every source x every destination x every port that the conditions admit. Never empty. */
export interface Region {
  readonly source: Endpoint;
  readonly destination: Endpoint;
  readonly ports: Ports;
  readonly names: PortNames;
}

export const NO_NAMES: PortNames = new Map();

export function intersectRegions(a: Region, b: Region): Region | undefined {
  const ports = intersectPorts(a.ports, b.ports);
  if (isNoPorts(ports)) return undefined;
  const names = intersectNames(a.names, b.names);
  if (names === undefined) return undefined;
  const source = intersectEndpoints(a.source, b.source);
  if (source === undefined) return undefined;
  const destination = intersectEndpoints(a.destination, b.destination);
  return destination && { source, destination, ports, names };
}

/** Whether some flow is in both; most pairs have none in common, and nothing is made to find that out. */
export const regionsMeet = (a: Region, b: Region): boolean =>
  portsMeet(a.ports, b.ports) &&
  endpointsMeet(a.source, b.source) &&
  endpointsMeet(a.destination, b.destination) &&
  intersectNames(a.names, b.names) !== undefined;

function intersectNames(a: PortNames, b: PortNames): PortNames | undefined {
  if (b.size === 0 || a === b) return a;
  if (a.size === 0) return b;
  for (const [name, declared] of b) {
    const other = a.get(name);
    if (other !== undefined && other !== declared) return undefined;
  }
  return new Map([...a, ...b]);
}

/** `a` without `b`, as disjoint regions. */
export function subtractRegions(a: Region, b: Region): readonly Region[] {
  if (!regionsMeet(a, b)) return [a];
  const common = intersectRegions(a, b);
  if (common === undefined) return [a];
  const rest: Region[] = [];
  const ports = subtractPorts(a.ports, b.ports);
  if (!isNoPorts(ports)) rest.push({ ...a, ports });
  let kept: Region = { ...a, ports: common.ports };
  for (const [name, declared] of b.names) {
    if (kept.names.has(name)) continue;
    rest.push({ ...kept, names: new Map([...kept.names, [name, !declared]]) });
    kept = { ...kept, names: new Map([...kept.names, [name, declared]]) };
  }
  for (const source of subtractEndpoints(a.source, b.source)) rest.push({ ...kept, source });
  kept = { ...kept, source: common.source };
  for (const destination of subtractEndpoints(a.destination, b.destination))
    rest.push({ ...kept, destination });
  return rest;
}

/** Regions that one difference may leave. */
export const MAX_REGIONS = 20_000;

/** A few seconds of work. */
const MAX_STEPS = 5_000_000;

/** Regions that are only looked at, and do not meet the cut, take a fraction of the time. */
const LOOKS_PER_STEP = 16;

/** The part of `regions` that none of `cuts` covers. Disjoint if `regions` are. */
export function subtractAll(
  regions: readonly Region[],
  cuts: Iterable<Region>,
  spend: Budget = createBudget(MAX_STEPS),
): readonly Region[] {
  // Changed in place: a cut meets few of what may be thousands of pieces.
  const rest = [...regions];
  for (const cut of cuts) {
    if (rest.length === 0) return rest;
    spend(rest.length / LOOKS_PER_STEP);
    for (let i = 0; i < rest.length;) {
      const region = rest[i];
      if (region === undefined || !regionsMeet(region, cut)) {
        i++;
        continue;
      }
      spend(1);
      const left = subtractRegions(region, cut);
      rest.splice(i, 1, ...left);
      i += left.length;
    }
    if (rest.length > MAX_REGIONS) throw new TooComplex("too many regions");
  }
  return rest;
}

/** Both ends of a flow speak one IP version; what could only mix them is not a flow. */
export function alignFamilies(region: Region): Region | undefined {
  const source = narrowTo(region.source, region.destination);
  const destination = source && narrowTo(region.destination, source);
  if (source === undefined || destination === undefined) return undefined;
  return source === region.source && destination === region.destination
    ? region
    : { ...region, source, destination };
}

function narrowTo(endpoint: Endpoint, other: Endpoint): Endpoint | undefined {
  let narrowed = endpoint;
  for (const family of [ALL_IPV4, ALL_IPV6]) {
    if (intersectAddresses(other.addresses, family).length > 0) continue;
    const rest = family === ALL_IPV4 ? ALL_IPV6 : ALL_IPV4;
    const addresses = intersectAddresses(narrowed.addresses, rest);
    if (addresses.length === 0) return undefined;
    if (addresses !== narrowed.addresses) narrowed = { ...narrowed, addresses };
  }
  return narrowed;
}

function unite(a: Region, b: Region): Region | undefined {
  if (!sameNames(a.names, b.names)) return undefined;
  const sourcesEqual = sameEndpoint(a.source, b.source);
  const destinationsEqual = sameEndpoint(a.destination, b.destination);
  if (sourcesEqual && destinationsEqual) return { ...a, ports: unitePorts(a.ports, b.ports) };
  if (!samePorts(a.ports, b.ports)) return undefined;
  if (destinationsEqual) {
    const source = uniteEndpoints(a.source, b.source);
    return source && { ...a, source };
  }
  if (!sourcesEqual) return undefined;
  const destination = uniteEndpoints(a.destination, b.destination);
  return destination && { ...a, destination };
}

const sameNames = (a: PortNames, b: PortNames): boolean =>
  a === b || (a.size === b.size && [...a].every(([name, declared]) => b.get(name) === declared));

/** The same union in fewer regions, for print. Quadratic: keep it to what a reader will see. */
export function mergeRegions(regions: readonly Region[]): readonly Region[] {
  const merged: Region[] = [];
  for (const region of regions) {
    let current = region;
    for (let i = 0; i < merged.length;) {
      const other = merged[i];
      const united = other && unite(other, current);
      if (united === undefined) i++;
      else {
        merged.splice(i, 1);
        current = united;
        i = 0;
      }
    }
    merged.push(current);
  }
  return merged;
}

/** A single flow. `portNames` are the names under which the destination declares this very port. */
export interface FlowPoint {
  readonly source: EndpointPoint;
  readonly destination: EndpointPoint;
  readonly protocol: Protocol;
  readonly port: number;
  readonly portNames: readonly string[];
}

export const portNameKey = (protocol: Protocol, name: string): string => `${protocol}/${name}`;

export function regionHas(region: Region, flow: FlowPoint): boolean {
  if (!hasPort(region.ports, flow.protocol, flow.port)) return false;
  for (const [name, declared] of region.names) {
    const [protocol, plain = ""] = name.split("/");
    // A name belongs to one protocol; what a flow of another protocol hits is never declared under it.
    const holds = protocol === flow.protocol && flow.portNames.includes(plain);
    if (holds !== declared) return false;
  }
  return (
    endpointHas(region.source, flow.source) && endpointHas(region.destination, flow.destination)
  );
}
