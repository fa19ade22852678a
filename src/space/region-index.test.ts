import * as fc from "fast-check";
import { expect, it } from "vitest";
import { endpoint } from "./arbitraries.test-data.ts";
import { addressRange } from "./addresses.ts";
import { anyAddress, podsIn } from "./endpoint.ts";
import { onlyValue } from "./value-set.ts";
import { ALL_PORTS, portRange, type Ports } from "./ports.ts";
import { indexRegions } from "./region-index.ts";
import { intersectRegions, NO_NAMES, type Region } from "./region.ts";

const ports: fc.Arbitrary<Ports> = fc.oneof(
  fc.constant(ALL_PORTS),
  fc.constantFrom(portRange("TCP"), portRange("UDP", 53, 53), portRange("TCP", 80, 90)),
  fc.integer({ min: 80, max: 84 }).map((port) => portRange("TCP", port, port)),
);

const region: fc.Arbitrary<Region> = fc
  .record({ source: endpoint, destination: endpoint, ports })
  .map((parts) => ({ ...parts, names: NO_NAMES }));

it("finds every region that another meets, in their order", () => {
  fc.assert(
    fc.property(
      // Below some 30 regions there is nothing to file.
      fc.array(region, { minLength: 40, maxLength: 80 }),
      region,
      fc.nat(80),
      (regions, wanted, before) => {
        const index = indexRegions(regions);
        const meeting = regions
          .slice(0, before)
          .filter((other) => intersectRegions(wanted, other) !== undefined);
        // The first questions are answered by looking at each, later ones from what is filed.
        for (let question = 0; question < 10; question++)
          expect(index.near(wanted, before)).toEqual(meeting);
        const all = regions.filter((other) => intersectRegions(wanted, other) !== undefined);
        expect(index.first(wanted, 3)).toEqual(all.slice(0, 3));
      },
    ),
    { numRuns: 300 },
  );
});

it("leaves out what cannot meet", () => {
  const shop = { type: "known", names: new Set(["shop"]) } as const;
  const app = (name: number): Region => ({
    source: podsIn(shop, new Map([["app", onlyValue(`app-${name}`)]])),
    destination: {
      type: "address",
      addresses: addressRange(4, BigInt(name) << 16n, BigInt(name) << 16n),
    },
    ports: ALL_PORTS,
    names: NO_NAMES,
  });
  const index = indexRegions(Array.from({ length: 1_000 }, (_, name) => app(name)));
  expect(index.near(app(7))).toHaveLength(1);
  expect(index.near({ ...app(7), source: podsIn(shop) })).toHaveLength(1);
  expect(index.near({ ...app(7), source: podsIn(shop), destination: anyAddress })).toHaveLength(
    1_000,
  );
});

it("tells regions apart by addresses alone", () => {
  // All in one block of 65,536, and nothing else differs.
  const single = (name: number): Region => ({
    source: { type: "address", addresses: addressRange(4, BigInt(name), BigInt(name)) },
    destination: anyAddress,
    ports: ALL_PORTS,
    names: NO_NAMES,
  });
  const index = indexRegions(Array.from({ length: 3_000 }, (_, name) => single(name)));
  for (let question = 0; question < 100; question++)
    expect(index.near(single(question))).toEqual([single(question)]);
});
