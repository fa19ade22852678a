import type { LabelSelector, Requirement } from "../model/policy.ts";
import type { Labels } from "../model/workload.ts";
import { EMPTY_SET } from "./string-set.ts";
import { TooComplex } from "./too-complex.ts";
import {
  ANY_VALUE,
  hasValue,
  intersectValueSets,
  isAnyValue,
  isEmptyValueSet,
  sameValueSet,
  subtractValueSets,
  uniteValueSets,
  valueSetsMeet,
  type ValueSet,
} from "./value-set.ts";

/**
 * A conjunction of one condition per label key; a key that is not mentioned may hold anything. Never empty:
 * operations that could give the empty set return `undefined` or an empty list instead.
 */
export type LabelBox = ReadonlyMap<string, ValueSet>;

export const ANY_LABELS: LabelBox = new Map();

/** The label sets that a selector matches; `undefined` where its requirements contradict each other. */
export function boxOfSelector(selector: LabelSelector): LabelBox | undefined {
  if (selector.requirements.length === 0) return ANY_LABELS;
  const box = new Map<string, ValueSet>();
  for (const requirement of selector.requirements) {
    const before = box.get(requirement.key) ?? ANY_VALUE;
    const after = intersectValueSets(before, valuesOfRequirement(requirement));
    if (isEmptyValueSet(after)) return undefined;
    box.set(requirement.key, after);
  }
  return box;
}

/** `NotIn` holds for a missing key too (apimachinery `labels.Requirement.Matches`). */
function valuesOfRequirement({ operator, values }: Requirement): ValueSet {
  switch (operator) {
    case "In":
      return { absent: false, negated: false, values: new Set(values) };
    case "NotIn":
      return { absent: true, negated: true, values: new Set(values) };
    case "Exists":
      return { absent: false, negated: true, values: EMPTY_SET };
    case "DoesNotExist":
      return { absent: true, negated: false, values: EMPTY_SET };
  }
}

export function intersectBoxes(a: LabelBox, b: LabelBox): LabelBox | undefined {
  if (a === b || b.size === 0) return a;
  if (a.size === 0) return b;
  const box = new Map(a);
  for (const [key, values] of b) {
    const before = a.get(key);
    const after = before === undefined ? values : intersectValueSets(before, values);
    if (isEmptyValueSet(after)) return undefined;
    box.set(key, after);
  }
  return box;
}

/** Real selectors ask for a few labels. What is left of a box is one more box for each, which grows with the square. */
const MAX_LABELS = 256;

/** `a` without `b`, as disjoint boxes: one for each key on which `b` asks for more than `a` gives. */
export function subtractBoxes(a: LabelBox, b: LabelBox): readonly LabelBox[] {
  if (a === b) return [];
  if (boxesAreDisjoint(a, b)) return [a];
  if (b.size > MAX_LABELS) throw new TooComplex("too many labels in one selector");
  const rest: LabelBox[] = [];
  let kept = a;
  for (const [key, values] of b) {
    const before = a.get(key) ?? ANY_VALUE;
    const outside = subtractValueSets(before, values);
    if (isEmptyValueSet(outside)) continue;
    rest.push(withKey(kept, key, outside));
    kept = withKey(kept, key, intersectValueSets(before, values));
  }
  return rest;
}

export function withKey(box: LabelBox, key: string, values: ValueSet): LabelBox {
  const copy = new Map(box);
  if (isAnyValue(values)) copy.delete(key);
  else copy.set(key, values);
  return copy;
}

export function boxesAreDisjoint(a: LabelBox, b: LabelBox): boolean {
  for (const [key, values] of b) {
    const other = a.get(key);
    if (other !== undefined && !valueSetsMeet(other, values)) return true;
  }
  return false;
}

export function boxMatches(box: LabelBox, labels: Labels): boolean {
  for (const [key, values] of box) {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (!hasValue(values, value)) return false;
  }
  return true;
}

export function sameBox(a: LabelBox, b: LabelBox): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const [key, values] of a) {
    const other = b.get(key);
    if (other === undefined || !sameValueSet(values, other)) return false;
  }
  return true;
}

/** Equal keys for equal boxes, to group by. */
export const boxKey = (box: LabelBox): string =>
  box.size === 0
    ? ""
    : JSON.stringify(
        [...box]
          .map(([key, { absent, negated, values }]) => [
            key,
            absent,
            negated,
            ...[...values].toSorted(),
          ])
          .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      );

/** One box for the union of both, if there is one: they are equal on every key but one. */
export function uniteBoxes(a: LabelBox, b: LabelBox): LabelBox | undefined {
  let different: string | undefined;
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    if (sameValueSet(a.get(key) ?? ANY_VALUE, b.get(key) ?? ANY_VALUE)) continue;
    if (different !== undefined) return undefined;
    different = key;
  }
  if (different === undefined) return a;
  const united = uniteValueSets(a.get(different) ?? ANY_VALUE, b.get(different) ?? ANY_VALUE);
  return withKey(a, different, united);
}
