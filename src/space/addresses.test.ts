import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressRange,
  ALL_ADDRESSES,
  ALL_IPV4,
  ALL_IPV6,
  familyOfPoint,
  hasPoint,
  intersectAddresses,
  isAllAddresses,
  pointOf,
  subtractAddresses,
  type Addresses,
  type Family,
} from "./addresses.ts";
import { uniteIntervals } from "./intervals.ts";

const LAST: Readonly<Record<Family, bigint>> = { 4: 2n ** 32n - 1n, 6: 2n ** 128n - 1n };
const EDGES: Readonly<Record<Family, readonly bigint[]>> = {
  4: [0n, 1n, 0x0a000000n, 0x0affffffn, LAST[4] - 1n, LAST[4]],
  6: [0n, 1n, 0xfdn << 120n, LAST[6] - 1n, LAST[6]],
};
const family = fc.constantFrom<Family>(4, 6);
const range = family.chain((of) =>
  fc
    .tuple(fc.constantFrom(...EDGES[of]), fc.constantFrom(...EDGES[of]))
    .map(([a, b]) => (a < b ? addressRange(of, a, b) : addressRange(of, b, a))),
);
const addresses = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom<Addresses>(ALL_ADDRESSES, ALL_IPV4, ALL_IPV6) },
  {
    weight: 5,
    arbitrary: fc
      .array(range, { maxLength: 4 })
      .map((ranges) => ranges.reduce<Addresses>(uniteIntervals, [])),
  },
);
const point = family.chain((of) =>
  fc
    .oneof(fc.constantFrom(...EDGES[of]), fc.bigInt({ min: 0n, max: LAST[of] }))
    .map((value) => pointOf(of, value)),
);

describe("addresses", () => {
  it("intersect and subtract as their members do", () => {
    fc.assert(
      fc.property(addresses, addresses, point, (a, b, at) => {
        const [inA, inB] = [hasPoint(a, at), hasPoint(b, at)];
        expect(hasPoint(intersectAddresses(a, b), at)).toBe(inA && inB);
        expect(hasPoint(subtractAddresses(a, b), at)).toBe(inA && !inB);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of both families never meet", () => {
    expect(intersectAddresses(ALL_IPV4, ALL_IPV6)).toEqual([]);
    expect(subtractAddresses(ALL_ADDRESSES, ALL_IPV4)).toEqual(ALL_IPV6);
    expect(isAllAddresses(ALL_IPV6)).toBe(false);
    expect(isAllAddresses(uniteIntervals(ALL_IPV4, ALL_IPV6))).toBe(true);
    for (const of of [4, 6] as const)
      for (const value of EDGES[of]) {
        expect(familyOfPoint(pointOf(of, value))).toBe(of);
        expect(hasPoint(of === 4 ? ALL_IPV4 : ALL_IPV6, pointOf(of, value))).toBe(true);
        expect(hasPoint(of === 4 ? ALL_IPV6 : ALL_IPV4, pointOf(of, value))).toBe(false);
      }
  });

  it("of a range hold both of its ends", () => {
    const block = addressRange(4, 0x0a000000n, 0x0affffffn);
    expect(
      [0x09ffffffn, 0x0a000000n, 0x0affffffn, 0x0b000000n].map((at) => hasPoint(block, at)),
    ).toEqual([false, true, true, false]);
  });
});
