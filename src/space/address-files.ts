import { lazily } from "../model/lazily.ts";
import { ALL_ADDRESSES } from "./addresses.ts";
import type { Endpoint } from "./endpoint.ts";
import { indexRanges, type NumberedRange } from "./range-index.ts";
import type { Region } from "./region.ts";

/** Regions by the addresses of one end, for those whose addresses are what tells them apart. */
export interface AddressFiles {
  /** Files a region under its number; says no where neither end is limited to addresses. */
  file(region: Region, number: number): boolean;
  /** The numbers of those whose addresses another region may meet, each once. */
  near(region: Region): readonly number[];
}

const ENDS = ["source", "destination"] as const;
const TYPES = ["address", "pod"] as const;

export function createAddressFiles(): AddressFiles {
  const drawers = ENDS.flatMap((end) =>
    TYPES.map((type) => {
      const ranges: NumberedRange[] = [];
      return { end, type, ranges, index: lazily(() => indexRanges(ranges)) };
    }),
  );
  return {
    file: (region, number) => {
      const drawer = drawers.find(
        ({ end, type }) => region[end].type === type && region[end].addresses !== ALL_ADDRESSES,
      );
      const hull = drawer && hullOf(region[drawer.end]);
      if (drawer === undefined || hull === undefined) return false;
      drawer.ranges.push({ start: hull[0], end: hull[1], number });
      return true;
    },
    near: (region) =>
      drawers.flatMap(({ end, type, ranges, index }) => {
        const hull = hullOf(region[end]);
        if (ranges.length === 0 || region[end].type !== type || hull === undefined) return [];
        return index()(hull[0], hull[1]);
      }),
  };
}

/** From the first address to behind the last one. */
function hullOf({ addresses }: Endpoint): readonly [bigint, bigint] | undefined {
  const first = addresses[0];
  const last = addresses.at(-1);
  return first && last && [first[0], last[1]];
}
