import * as fc from "fast-check";
import { expect, it } from "vitest";
import { indexRanges, type NumberedRange } from "./range-index.ts";

const range = fc
  .tuple(fc.bigInt({ min: 0n, max: 60n }), fc.bigInt({ min: 1n, max: 20n }))
  .map(([start, length]) => ({ start, end: start + length }));

it("finds all ranges that another meets, and no others", () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 40 }), range, (ranges, { start, end }) => {
      const find = indexRanges(ranges.map((each, number) => ({ ...each, number })));
      const meeting = ranges.flatMap((each, number) =>
        each.start < end && start < each.end ? [number] : [],
      );
      expect(find(start, end).toSorted((a, b) => a - b)).toEqual(meeting);
    }),
  );
});

it("looks at few of many ranges", () => {
  let looks = 0;
  const counted = (number: number): NumberedRange => ({
    number,
    get start() {
      looks++;
      return BigInt(number);
    },
    end: BigInt(number) + 1n,
  });
  const find = indexRanges(Array.from({ length: 4_096 }, (_, number) => counted(number)));
  looks = 0;
  for (let i = 0; i < 1_000; i++) expect(find(BigInt(i), BigInt(i) + 1n)).toEqual([i]);
  expect(looks).toBeLessThan(1_000 * 16);
});
