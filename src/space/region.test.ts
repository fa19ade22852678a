import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endpoint, endpointPoint } from "./arbitraries.test-data.ts";
import { addressRange, familyOfPoint } from "./addresses.ts";
import { anyAddress, podsIn } from "./endpoint.ts";
import { ALL_PORTS, NO_PORTS, portRange, unitePorts, type Ports } from "./ports.ts";
import {
  alignFamilies,
  intersectRegions,
  mergeRegions,
  NO_NAMES,
  portNameKey,
  regionHas,
  regionsMeet,
  subtractAll,
  subtractRegions,
  type FlowPoint,
  type PortNames,
  type Region,
} from "./region.ts";
import { onlyValue } from "./value-set.ts";

const ports: fc.Arbitrary<Ports> = fc.oneof(
  fc.constant(ALL_PORTS),
  fc
    .subarray(
      [portRange("TCP", 80), portRange("TCP", 81, 90), portRange("UDP"), portRange("SCTP", 80)],
      { minLength: 1 },
    )
    .map((ranges) => ranges.reduce(unitePorts, NO_PORTS)),
);
const names: fc.Arbitrary<PortNames> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(NO_NAMES) },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(
        fc.tuple(
          fc.constantFrom(
            portNameKey("TCP", "http"),
            portNameKey("TCP", "db"),
            portNameKey("UDP", "http"),
          ),
          fc.boolean(),
        ),
        { maxLength: 2, selector: ([name]) => name },
      )
      .map((entries) => new Map(entries)),
  },
);
const region: fc.Arbitrary<Region> = fc.record({
  source: endpoint,
  destination: endpoint,
  ports,
  names,
});
const flow: fc.Arbitrary<FlowPoint> = fc.record({
  source: endpointPoint,
  destination: endpointPoint,
  protocol: fc.constantFrom("TCP", "UDP", "SCTP"),
  port: fc.constantFrom(79, 80, 81, 90, 91, 65_535),
  portNames: fc.subarray(["http", "db"]),
});
/** Regions, and a flow that lies in the first one where one was found. */
const hit = (count: number) =>
  fc.tuple(
    fc.array(region, { minLength: count, maxLength: count }),
    fc.array(flow, { minLength: 60, maxLength: 60 }),
  );
const isIn = (regions: readonly Region[], at: FlowPoint): number =>
  regions.filter((one) => regionHas(one, at)).length;

describe("regions", () => {
  it("intersect and subtract as their members do, the rest being disjoint", () => {
    fc.assert(
      fc.property(hit(2), ([[a, b], flows]) => {
        if (a === undefined || b === undefined) return;
        const common = intersectRegions(a, b);
        expect(regionsMeet(a, b)).toBe(common !== undefined);
        const rest = subtractRegions(a, b);
        for (const at of flows) {
          const [inA, inB] = [regionHas(a, at), regionHas(b, at)];
          expect(common !== undefined && regionHas(common, at)).toBe(inA && inB);
          expect(isIn(rest, at)).toBe(inA && !inB ? 1 : 0);
        }
        expect(subtractRegions(a, a)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("lose every cut, one after the other", () => {
    fc.assert(
      fc.property(hit(4), ([[first, ...cuts], flows]) => {
        if (first === undefined) return;
        const rest = subtractAll([first], cuts);
        for (const at of flows)
          expect(isIn(rest, at)).toBe(regionHas(first, at) && isIn(cuts, at) === 0 ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it("merge into fewer with the same union", () => {
    fc.assert(
      fc.property(hit(4), ([regions, flows]) => {
        const [first, ...cuts] = regions;
        const pieces = first === undefined ? [] : subtractAll([first], cuts.slice(0, 2));
        for (const list of [regions, pieces]) {
          const merged = mergeRegions(list);
          expect(merged.length).toBeLessThanOrEqual(list.length);
          for (const at of flows) expect(isIn(merged, at) > 0).toBe(isIn(list, at) > 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("keep every flow between ends of one IP version when aligned", () => {
    fc.assert(
      fc.property(hit(1), ([[one], flows]) => {
        if (one === undefined) return;
        const aligned = alignFamilies(one);
        for (const at of flows) {
          const same = familyOfPoint(at.source.address) === familyOfPoint(at.destination.address);
          if (same) expect(isIn(aligned === undefined ? [] : [aligned], at)).toBe(isIn([one], at));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("between IPv4 and IPv6 alone do not exist", () => {
    const [four, six] = [
      { type: "address", addresses: [[0n, 5n]] },
      { type: "address", addresses: [[2n ** 32n, 2n ** 32n + 5n]] },
    ] as const;
    const mixed = { source: four, destination: six, ports: ALL_PORTS, names: NO_NAMES };
    expect(alignFamilies(mixed)).toBeUndefined();
    expect(alignFamilies({ ...mixed, destination: anyAddress })?.destination.addresses).toEqual([
      [0n, 2n ** 32n],
    ]);
  });

  it("merge the pieces of one difference back into what they were", () => {
    const whole: Region = {
      source: anyAddress,
      destination: anyAddress,
      ports: ALL_PORTS,
      names: NO_NAMES,
    };
    const cut = { ...whole, ports: portRange("TCP", 80) };
    expect(mergeRegions([...subtractRegions(whole, cut), cut])).toEqual([whole]);
  });
});

it("cuts thousands of ranges out of a region without comparing each piece with each cut", () => {
  const namespaces = { type: "known", names: new Set(["shop"]) } as const;
  const whole: Region = {
    source: anyAddress,
    destination: podsIn(namespaces),
    ports: ALL_PORTS,
    names: NO_NAMES,
  };
  // Each cut leaves one piece more: the range, for all other pods.
  const cuts = Array.from({ length: 2_000 }, (_, index): Region => ({
    ...whole,
    source: { type: "address", addresses: addressRange(4, BigInt(index), BigInt(index)) },
    destination: podsIn(namespaces, new Map([["app", onlyValue(`app-${index}`)]])),
  }));
  let spent = 0;
  const rest = subtractAll([whole], cuts, (steps) => {
    spent += steps;
  });
  expect(rest).toHaveLength(cuts.length + 1);
  expect(spent).toBeLessThan((cuts.length * cuts.length) / 16);
});
