import { addTo } from "../model/group-by.ts";
import { lazily } from "../model/lazily.ts";
import { PROTOCOLS } from "../model/policy.ts";
import { IPV6_OFFSET } from "./addresses.ts";
import { createAddressFiles } from "./address-files.ts";
import type { Endpoint } from "./endpoint.ts";
import { regionsMeet, type Region } from "./region.ts";

/** Finds, among many regions, those that another region can meet. */
export interface RegionIndex {
  /** In the order in which they were given; only the first `before` of them. Of a few, it may hold some that do not meet. */
  near(region: Region, before?: number): readonly Region[];
  /** The first of them; no more are looked at than it takes. */
  first(region: Region, limit: number): readonly Region[];
}

/**
 * Finds them by looking at each for the first few questions; to file them all takes as long as many looks, and many
 * changes ask no more.
 */
export function indexRegions(regions: readonly Region[]): RegionIndex {
  if (regions.length <= FEW_REGIONS)
    return {
      near: (_, before) => regions.slice(0, before),
      first: (region, limit) => firstMeeting(regions, region, limit),
    };
  const filed = lazily(() => fileRegions(regions));
  let questions = 0;
  const near = (region: Region, before = regions.length): readonly Region[] => {
    if (questions >= FEW_QUESTIONS) return firstMeeting(filed()(region, before), region);
    questions++;
    return firstMeeting(regions.slice(0, before), region);
  };
  const first = (region: Region, limit: number): readonly Region[] =>
    firstMeeting(filed()(region, regions.length), region, limit);
  return { near, first };
}

function firstMeeting(
  candidates: readonly Region[],
  region: Region,
  limit = Infinity,
): readonly Region[] {
  const found: Region[] = [];
  for (const candidate of candidates) {
    if (found.length >= limit) break;
    if (regionsMeet(candidate, region)) found.push(candidate);
  }
  return found;
}

/**
 * A region that asks for one of a few values in some dimension (a label, a port, a namespace) can meet only
 * regions that admit one of them. Each region is filed under the dimension in which it is rarest, or, where all are
 * as common as that, under its addresses. What is found may hold some that do not meet.
 */
function fileRegions(
  regions: readonly Region[],
): (region: Region, before: number) => readonly Region[] {
  const pins = regions.map(pinsOf);
  const counts = new Map<string, number>();
  const pinning = new Map<string, number>();
  for (const pinned of pins)
    for (const [dimension, values] of pinned) {
      pinning.set(dimension, (pinning.get(dimension) ?? 0) + 1);
      for (const value of values) {
        const key = `${dimension}\n${value}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  const unpinnedIn = (dimension: string): number => regions.length - (pinning.get(dimension) ?? 0);
  const files = new Map<string, Map<string, number[]>>();
  const addresses = createAddressFiles();
  const unpinned: number[] = [];
  for (const [index, pinned] of pins.entries()) {
    const rarest = rarestOf(pinned, { counts, unpinned: unpinnedIn });
    const region = regions[index];
    if ((rarest?.amount ?? Infinity) > COMMON && region !== undefined)
      if (addresses.file(region, index)) continue;
    if (rarest === undefined) {
      unpinned.push(index);
      continue;
    }
    const file = files.get(rarest.dimension) ?? new Map<string, number[]>();
    files.set(rarest.dimension, file);
    for (const value of rarest.values) addTo(file, value, index);
  }

  return (region, before) => {
    const pinned = pinsOf(region);
    const found = new Set(unpinned);
    for (const [dimension, file] of files) {
      const values = pinned.get(dimension);
      const lists =
        values === undefined ? [...file.values()] : values.flatMap((v) => [file.get(v) ?? []]);
      for (const list of lists) for (const index of list) found.add(index);
    }
    for (const index of addresses.near(region)) found.add(index);
    return [...found]
      .filter((index) => index < before)
      .toSorted((a, b) => a - b)
      .flatMap((index) => regions[index] ?? []);
  };
}

/** Questions that are answered before anything is filed. */
const FEW_QUESTIONS = 8;
/** A dimension in which so many others can meet a region does not tell it apart. */
const COMMON = 64;

/** To look at each costs less than to file them. */
const FEW_REGIONS = 32;

/** The few values that a region admits, per dimension in which they are few. */
type Pins = ReadonlyMap<string, readonly string[]>;

const FEW = 8;

function pinsOf({ source, destination, ports }: Region): Pins {
  const pins = new Map<string, readonly string[]>();
  pinEnd("source", source, pins);
  pinEnd("destination", destination, pins);
  const numbers: string[] = [];
  for (const protocol of PROTOCOLS)
    for (const [start, end] of ports[protocol]) {
      if (end - start + numbers.length > FEW) return pins;
      for (let port = start; port < end; port++) numbers.push(`${protocol} ${port}`);
    }
  pins.set("port", numbers);
  return pins;
}

function pinEnd(side: string, end: Endpoint, pins: Map<string, readonly string[]>): void {
  if (end.type === "address") {
    pins.set(`${side} type`, ["address"]);
    const blocks = blocksOf(end.addresses);
    if (blocks !== undefined) pins.set(`${side} block`, blocks);
    return;
  }
  pins.set(`${side} type`, ["pod"]);
  const { namespaces, labels } = end;
  if (namespaces.type === "known") {
    if (namespaces.names.size <= FEW)
      pins.set(
        `${side} namespace`,
        [...namespaces.names].map((name) => `known ${name}`),
      );
  } else {
    // Unknown and known ones never meet.
    pins.set(`${side} declared`, ["no"]);
    for (const [key, { absent, negated, values }] of namespaces.labels)
      if (!absent && !negated && values.size <= FEW)
        pins.set(`${side} namespace ${key}`, [...values]);
  }
  for (const [key, { absent, negated, values }] of labels)
    if (!absent && !negated && values.size <= FEW) pins.set(`${side} label ${key}`, [...values]);
}

/** The /16 (IPv6: /48) blocks that hold all the addresses, if they are few. */
function blocksOf(
  addresses: readonly (readonly [bigint, bigint])[],
): readonly string[] | undefined {
  const blocks = new Set<string>();
  for (const [start, end] of addresses) {
    const shift = start < IPV6_OFFSET ? 16n : 80n;
    const first = start >> shift;
    if ((end - 1n) >> shift !== first || blocks.size === FEW) return undefined;
    blocks.add(`${shift} ${first}`);
  }
  return [...blocks];
}

interface Rarest {
  readonly dimension: string;
  readonly values: readonly string[];
  readonly amount: number;
}

/** The dimension in which the fewest regions can meet: those of the same value, and those that admit any. */
function rarestOf(
  pins: Pins,
  {
    counts,
    unpinned,
  }: {
    readonly counts: ReadonlyMap<string, number>;
    readonly unpinned: (dimension: string) => number;
  },
): Rarest | undefined {
  let best: Rarest | undefined;
  let fewest = Infinity;
  for (const [dimension, values] of pins) {
    const amount = values.reduce(
      (sum, v) => sum + (counts.get(`${dimension}\n${v}`) ?? 0),
      unpinned(dimension),
    );
    if (amount >= fewest) continue;
    fewest = amount;
    best = { dimension, values, amount };
  }
  return best;
}
