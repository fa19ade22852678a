import { addTo } from "../model/group-by.ts";
import { boxKey, intersectBoxes, subtractBoxes, withKey, type LabelBox } from "./label-box.ts";
import { createBudget } from "./too-complex.ts";
import { EMPTY_SET } from "./string-set.ts";
import { uniteValueSets, type ValueSet } from "./value-set.ts";

/** Label conditions copied or compared, each some ten nanoseconds. */
const MAX_WORK = 2_000_000;

/** The same union in fewer boxes, the broadest first: boxes that differ on one key become one. */
export function mergeBoxes(boxes: readonly LabelBox[]): readonly LabelBox[] {
  if (boxes.length < 2) return boxes;
  if (boxes.some(({ size }) => size === 0)) return [new Map()];
  let merged = distinct(boxes);
  const keys = new Set(merged.flatMap((box) => (box.size > MANY_KEYS ? [] : [...box.keys()])));
  if (keys.size <= MANY_KEYS) for (const key of keys) merged = distinct(uniteOn(key, merged));
  else merged = distinct(uniteSingles(merged));
  return merged.toSorted((a, b) => a.size - b.size);
}

/** Uniting key by key costs a pass for each. */
const MANY_KEYS = 50;

const distinct = (boxes: readonly LabelBox[]): readonly LabelBox[] => [
  ...new Map(boxes.map((box) => [boxKey(box), box])).values(),
];

/** Unites the boxes that are equal but for this key. */
function uniteOn(key: string, boxes: readonly LabelBox[]): readonly LabelBox[] {
  const groups = new Map<string, { box: LabelBox; sets: ValueSet[] }>();
  const others: LabelBox[] = [];
  for (const box of boxes) {
    const values = box.get(key);
    if (values === undefined) {
      others.push(box);
      continue;
    }
    const rest = new Map(box);
    rest.delete(key);
    const group = groups.get(boxKey(rest));
    if (group === undefined) groups.set(boxKey(rest), { box, sets: [values] });
    else group.sets.push(values);
  }
  return [
    ...others,
    ...[...groups.values()].map(({ box, sets }) => withKey(box, key, uniteMany(sets))),
  ];
}

/** Unites the boxes that are a condition on the same single key. */
function uniteSingles(boxes: readonly LabelBox[]): readonly LabelBox[] {
  const groups = new Map<string, ValueSet[]>();
  const others: LabelBox[] = [];
  for (const box of boxes) {
    const [only] = box;
    if (only === undefined || box.size > 1) others.push(box);
    else addTo(groups, only[0], only[1]);
  }
  return [...others, ...[...groups].map(([key, sets]) => withKey(new Map(), key, uniteMany(sets)))];
}

/** Listed values are gathered first: one by one, each step would copy all before it. */
function uniteMany(sets: readonly ValueSet[]): ValueSet {
  const listed: ValueSet = {
    absent: sets.some(({ absent }) => absent),
    negated: false,
    values: new Set(sets.flatMap(({ negated, values }) => (negated ? [] : [...values]))),
  };
  return sets
    .filter(({ negated }) => negated)
    .reduce(uniteValueSets, listed.values.size === 0 ? { ...listed, values: EMPTY_SET } : listed);
}

/** `boxes` without all of `cuts`; disjoint if `boxes` were. */
export const subtractEach = (
  boxes: readonly LabelBox[],
  cuts: readonly LabelBox[],
): readonly LabelBox[] => subtractMerged(boxes, mergeBoxes(cuts));

/** The same for cuts that are merged already: whoever asks many times merges once. */
export function subtractMerged(
  boxes: readonly LabelBox[],
  cuts: readonly LabelBox[],
): readonly LabelBox[] {
  const spend = createBudget(MAX_WORK);
  let rest = boxes;
  for (const cut of cuts) {
    if (rest.length === 0) return rest;
    rest = rest.flatMap((box) => {
      spend(box.size + cut.size + 1);
      return subtractBoxes(box, cut);
    });
  }
  return rest;
}

/** What lies in one of both lists' boxes each; disjoint if both lists are. */
export function intersectEach(
  some: readonly LabelBox[],
  others: readonly LabelBox[],
): readonly LabelBox[] {
  const spend = createBudget(MAX_WORK);
  return some.flatMap((box) =>
    others.flatMap((other) => {
      spend(box.size + other.size + 1);
      return intersectBoxes(box, other) ?? [];
    }),
  );
}

/** The same union as disjoint boxes. */
export function disjointBoxes(boxes: readonly LabelBox[]): readonly LabelBox[] {
  const spend = createBudget(MAX_WORK);
  const merged = mergeBoxes(boxes);
  return merged.flatMap((box, index) => {
    let rest: readonly LabelBox[] = [box];
    // Against the boxes as they were, not against what is left of them: those are fewer and simpler.
    for (const earlier of merged.slice(0, index)) {
      if (rest.length === 0) break;
      rest = rest.flatMap((part) => {
        spend(part.size + earlier.size + 1);
        return subtractBoxes(part, earlier);
      });
    }
    return rest;
  });
}
