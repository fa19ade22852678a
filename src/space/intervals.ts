/**
 * Sets of numbers as half-open intervals `[start, end)`: sorted, disjoint, never touching. Half-open needs
 * comparisons only, so the same code serves ports (number) and addresses (bigint).
 */
type Interval<T> = readonly [start: T, end: T];
export type Intervals<T> = readonly Interval<T>[];

type Ordinal = number | bigint;

const max = <T extends Ordinal>(a: T, b: T): T => (a > b ? a : b);
const min = <T extends Ordinal>(a: T, b: T): T => (a < b ? a : b);

/** Any intervals, in any order, brought into canonical form. Empty ones vanish. */
export function normalizeIntervals<T extends Ordinal>(intervals: Intervals<T>): Intervals<T> {
  const sorted = intervals
    .filter(([start, end]) => start < end)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const merged: [T, T][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

export function uniteIntervals<T extends Ordinal>(a: Intervals<T>, b: Intervals<T>): Intervals<T> {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  return normalizeIntervals([...a, ...b]);
}

export function intersectIntervals<T extends Ordinal>(
  a: Intervals<T>,
  b: Intervals<T>,
): Intervals<T> {
  if (a === b) return a;
  const common: Interval<T>[] = [];
  // Of a long list and a short one, what lies before the short one is skipped in a few steps.
  let i = firstAfter(a, b[0]?.[0]);
  let j = firstAfter(b, a[0]?.[0]);
  for (;;) {
    const x = a[i];
    const y = b[j];
    if (x === undefined || y === undefined) return sameIntervals(common, a) ? a : common;
    const start = max(x[0], y[0]);
    const end = min(x[1], y[1]);
    if (start < end) common.push([start, end]);
    if (x[1] < y[1]) i++;
    else j++;
  }
}

/** Whether two sets have a member in common; nothing is made for the answer. */
export function intervalsMeet<T extends Ordinal>(a: Intervals<T>, b: Intervals<T>): boolean {
  if (a === b) return a.length > 0;
  let i = firstAfter(a, b[0]?.[0]);
  let j = firstAfter(b, a[0]?.[0]);
  for (;;) {
    const x = a[i];
    const y = b[j];
    if (x === undefined || y === undefined) return false;
    if (x[0] < y[1] && y[0] < x[1]) return true;
    if (x[1] < y[1]) i++;
    else j++;
  }
}

export function subtractIntervals<T extends Ordinal>(
  a: Intervals<T>,
  b: Intervals<T>,
): Intervals<T> {
  if (a === b) return [];
  if (b.length === 0 || a.length === 0) return a;
  // What lies before and after all cuts stays as it is: a few cuts into a long list copy it, and do no more.
  const last = b.at(-1);
  const before = firstAfter(a, b[0]?.[0]);
  const after = last === undefined ? before : firstFrom(a, last[1]);
  if (before === after) return a;
  const rest: Interval<T>[] = a.slice(0, before);
  let j = firstAfter(b, a[before]?.[0]);
  for (const [start, end] of a.slice(before, after)) {
    let from = start;
    while ((b[j]?.[1] ?? end) <= from && j < b.length) j++;
    for (let k = j; ; k++) {
      const cut = b[k];
      if (cut === undefined || cut[0] >= end) break;
      if (cut[0] > from) rest.push([from, cut[0]]);
      from = max(from, cut[1]);
    }
    if (from < end) rest.push([from, end]);
  }
  for (let i = after; i < a.length; i++) {
    const kept = a[i];
    if (kept !== undefined) rest.push(kept);
  }
  return rest;
}

/** The index of the first interval that ends behind a point; 0 where there is no point. */
function firstAfter<T extends Ordinal>(set: Intervals<T>, point: T | undefined): number {
  if (point === undefined) return 0;
  let low = 0;
  let high = set.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const interval = set[middle];
    if (interval === undefined || interval[1] > point) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the first interval that starts at a point or behind it. */
const firstFrom = <T extends Ordinal>(set: Intervals<T>, point: T): number => {
  const index = firstAfter(set, point);
  const interval = set[index];
  return interval !== undefined && interval[0] < point ? index + 1 : index;
};

export function sameIntervals<T extends Ordinal>(a: Intervals<T>, b: Intervals<T>): boolean {
  return (
    a === b || (a.length === b.length && a.every(([s, e], i) => b[i]?.[0] === s && b[i]?.[1] === e))
  );
}

/** Whether one of the intervals holds all of a non-empty range; a binary search, since there may be thousands. */
export function intervalsCover<T extends Ordinal>(
  set: Intervals<T>,
  [start, end]: Interval<T>,
): boolean {
  const holder = set[firstAfter(set, start)];
  return holder !== undefined && holder[0] <= start && end <= holder[1];
}

export function intervalsContain<T extends Ordinal>(set: Intervals<T>, value: T): boolean {
  return set.some(([start, end]) => start <= value && value < end);
}
