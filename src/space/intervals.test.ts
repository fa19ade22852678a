import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  intersectIntervals,
  intervalsContain,
  intervalsCover,
  intervalsMeet,
  normalizeIntervals,
  sameIntervals,
  subtractIntervals,
  uniteIntervals,
  type Intervals,
} from "./intervals.ts";

const MAX = 30;
const raw = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: MAX }), fc.integer({ min: 0, max: 8 }))
    .map(([start, length]) => [start, start + length] as const),
  { maxLength: 6 },
);
const set = raw.map((intervals) => normalizeIntervals(intervals));
const POINTS = Array.from({ length: MAX + 12 }, (_, index) => index - 1);

const members = (intervals: Intervals<number>): readonly number[] =>
  POINTS.filter((point) => intervalsContain(intervals, point));

/** Sorted, none empty, none touching: the one form that a set has. */
const isCanonical = (intervals: Intervals<number>): boolean =>
  intervals.every(([start, end], i) => start < end && start > (intervals[i - 1]?.[1] ?? -1));

describe("intervals", () => {
  it("come out of normalization canonical and with the same members", () => {
    fc.assert(
      fc.property(raw, (intervals) => {
        const normal = normalizeIntervals(intervals);
        expect(isCanonical(normal)).toBe(true);
        expect(members(normal)).toEqual(members(intervals));
      }),
    );
  });

  it("cover a range where no point of it is left over", () => {
    fc.assert(
      fc.property(set, raw, (intervals, ranges) => {
        for (const [start, end] of ranges)
          if (start < end)
            expect(intervalsCover(intervals, [start, end])).toBe(
              subtractIntervals([[start, end]], intervals).length === 0,
            );
      }),
    );
  });

  it("meet where they have a member in common", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(intervalsMeet(a, b)).toBe(intersectIntervals(a, b).length > 0);
      }),
    );
  });

  it("unite, intersect and subtract as their members do, and stay canonical", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [inA, inB] = [new Set(members(a)), new Set(members(b))];
        const results = [
          [uniteIntervals(a, b), (p: number) => inA.has(p) || inB.has(p)],
          [intersectIntervals(a, b), (p: number) => inA.has(p) && inB.has(p)],
          [subtractIntervals(a, b), (p: number) => inA.has(p) && !inB.has(p)],
        ] as const;
        for (const [result, wanted] of results) {
          expect(members(result)).toEqual(POINTS.filter(wanted));
          expect(isCanonical(result)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it("are the same exactly if their members are", () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        expect(sameIntervals(a, b)).toBe(members(a).join() === members(b).join());
        expect(sameIntervals(a, normalizeIntervals(a.toReversed()))).toBe(true);
      }),
    );
  });

  it("hold their start and not their end", () => {
    expect([9, 10, 19, 20].map((point) => intervalsContain([[10, 20]], point))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("keep an operand that is the result", () => {
    const a: Intervals<bigint> = [[1n, 9n]];
    expect(intersectIntervals(a, [[0n, 20n]])).toBe(a);
    expect(subtractIntervals(a, [])).toBe(a);
    expect(uniteIntervals(a, [])).toBe(a);
  });
});
