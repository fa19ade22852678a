/** A range with both ends given, the second one not included, and the number it is found by. */
export interface NumberedRange {
  readonly start: bigint;
  readonly end: bigint;
  readonly number: number;
}

/**
 * Finds the ranges that meet another one, among thousands that may lie in each other, without looking at each: they
 * are sorted by their start, and every node of a balanced tree over them knows how far the ranges below it reach.
 */
export function indexRanges(
  ranges: readonly NumberedRange[],
): (start: bigint, end: bigint) => readonly number[] {
  const sorted = ranges.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const reach: bigint[] = sorted.map(({ end }) => end);
  fillReach(reach, 0, sorted.length);
  return (start, end) => {
    const found: number[] = [];
    const collect = (low: number, high: number): void => {
      if (low >= high) return;
      const middle = (low + high) >>> 1;
      const range = sorted[middle];
      const furthest = reach[middle];
      if (range === undefined || furthest === undefined || furthest <= start) return;
      collect(low, middle);
      if (range.start >= end) return;
      if (range.end > start) found.push(range.number);
      collect(middle + 1, high);
    };
    collect(0, sorted.length);
    return found;
  };
}

/** Makes each entry the furthest end of those in its part of the tree; its own end is there already. */
function fillReach(reach: bigint[], low: number, high: number): bigint {
  const middle = (low + high) >>> 1;
  let furthest = reach[middle] ?? 0n;
  for (const [from, to] of [
    [low, middle],
    [middle + 1, high],
  ] as const) {
    if (from >= to) continue;
    const below = fillReach(reach, from, to);
    if (below > furthest) furthest = below;
  }
  reach[middle] = furthest;
  return furthest;
}
