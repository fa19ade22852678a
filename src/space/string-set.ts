/** Set operations that Node 20 lacks. A result that equals an operand is that operand, so shared sets stay shared. */
export type StringSet = ReadonlySet<string>;

export function uniteSets(a: StringSet, b: StringSet): StringSet {
  if (isSubset(b, a)) return a;
  if (isSubset(a, b)) return b;
  return new Set([...a, ...b]);
}

export function intersectSets(a: StringSet, b: StringSet): StringSet {
  if (a === b) return a;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (isSubset(small, large)) return small;
  return new Set([...small].filter((value) => large.has(value)));
}

export function subtractSets(a: StringSet, b: StringSet): StringSet {
  if (a === b) return EMPTY_SET;
  const rest = [...a].filter((value) => !b.has(value));
  return rest.length === a.size ? a : new Set(rest);
}

export function setsMeet(a: StringSet, b: StringSet): boolean {
  if (a === b) return a.size > 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const value of small) if (large.has(value)) return true;
  return false;
}

export function isSubset(a: StringSet, b: StringSet): boolean {
  if (a === b) return true;
  if (a.size > b.size) return false;
  for (const value of a) if (!b.has(value)) return false;
  return true;
}

export const sameSet = (a: StringSet, b: StringSet): boolean => a.size === b.size && isSubset(a, b);

export const EMPTY_SET: StringSet = new Set();
