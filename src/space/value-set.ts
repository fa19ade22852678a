import {
  EMPTY_SET,
  intersectSets,
  isSubset,
  sameSet,
  setsMeet,
  subtractSets,
  uniteSets,
  type StringSet,
} from "./string-set.ts";

/**
 * What one label key may hold: a finite set of values, or all but a finite set, and perhaps no label at all.
 * The four selector operators are all such sets and the sets are closed under intersection and difference,
 * so label algebra needs no list of atoms fixed in advance.
 */
export interface ValueSet {
  /** May the key be missing? */
  readonly absent: boolean;
  /** True: every value but `values`. False: only `values`. */
  readonly negated: boolean;
  readonly values: StringSet;
}

export const ANY_VALUE: ValueSet = { absent: true, negated: true, values: EMPTY_SET };

export const onlyValue = (value: string): ValueSet => ({
  absent: false,
  negated: false,
  values: new Set([value]),
});

export const isEmptyValueSet = (set: ValueSet): boolean =>
  !set.absent && !set.negated && set.values.size === 0;

export const isAnyValue = (set: ValueSet): boolean =>
  set.absent && set.negated && set.values.size === 0;

/** Does the set hold this value? `undefined` asks for a pod without the key. */
export const hasValue = (set: ValueSet, value: string | undefined): boolean =>
  value === undefined ? set.absent : set.values.has(value) !== set.negated;

export function intersectValueSets(a: ValueSet, b: ValueSet): ValueSet {
  const absent = a.absent && b.absent;
  if (a.negated && b.negated)
    return { absent, negated: true, values: uniteSets(a.values, b.values) };
  if (a.negated) return { absent, negated: false, values: subtractSets(b.values, a.values) };
  if (b.negated) return { absent, negated: false, values: subtractSets(a.values, b.values) };
  return { absent, negated: false, values: intersectSets(a.values, b.values) };
}

/** Whether some value, or a missing key, is in both; asked millions of times, so nothing is made for the answer. */
export function valueSetsMeet(a: ValueSet, b: ValueSet): boolean {
  if (a.absent && b.absent) return true;
  // Two sets of all values but some have nearly all in common.
  if (a.negated && b.negated) return true;
  if (a.negated) return !isSubset(b.values, a.values);
  if (b.negated) return !isSubset(a.values, b.values);
  return setsMeet(a.values, b.values);
}

const complementValueSet = (set: ValueSet): ValueSet => ({
  absent: !set.absent,
  negated: !set.negated,
  values: set.values,
});

export const subtractValueSets = (a: ValueSet, b: ValueSet): ValueSet =>
  intersectValueSets(a, complementValueSet(b));

export const uniteValueSets = (a: ValueSet, b: ValueSet): ValueSet =>
  complementValueSet(intersectValueSets(complementValueSet(a), complementValueSet(b)));

export const sameValueSet = (a: ValueSet, b: ValueSet): boolean =>
  a === b || (a.absent === b.absent && a.negated === b.negated && sameSet(a.values, b.values));
