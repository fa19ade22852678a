import { boxKey, withKey, type LabelBox } from "./label-box.ts";
import { mergeBoxes, subtractEach, subtractMerged } from "./label-union.ts";
import { TooComplex } from "./too-complex.ts";
import { ANY_VALUE, subtractValueSets } from "./value-set.ts";

/** More boxes, or conditions in all of them, than this are cut short in print anyway. */
const MANY_BOXES = 12;
const MANY_CONDITIONS = 60;

/**
 * The same union in as few and as wide boxes as there are, for print: `a=1` and `a!=1, b=2` together are
 * `a=1` or `b=2`. The boxes may overlap.
 */
export function simplestBoxes(boxes: readonly LabelBox[]): readonly LabelBox[] {
  const merged = mergeBoxes(boxes);
  const conditions = merged.reduce((sum, { size }) => sum + size, 0);
  if (merged.length < 2 || merged.length > MANY_BOXES || conditions > MANY_CONDITIONS)
    return merged;
  try {
    const union = mergeBoxes(merged);
    const wide = merged.map((box) => widen(box, union));
    return withoutCovered([...new Map(wide.map((box) => [boxKey(box), box])).values()]);
  } catch (error) {
    if (!(error instanceof TooComplex)) throw error;
    return merged;
  }
}

/** The box with every value, key by key, for which the union holds all that the box would gain. */
function widen(box: LabelBox, union: readonly LabelBox[]): LabelBox {
  let wide = box;
  for (const key of box.keys()) {
    const left = subtractMerged([withKey(wide, key, ANY_VALUE)], union);
    const outside = left.map((part) => part.get(key) ?? ANY_VALUE);
    wide = withKey(wide, key, outside.reduce(subtractValueSets, ANY_VALUE));
  }
  return wide;
}

/** Without those that the others hold together, the narrowest first. */
function withoutCovered(boxes: readonly LabelBox[]): readonly LabelBox[] {
  let kept = boxes.toSorted((a, b) => a.size - b.size);
  // Where no two of them make one, no two of some of them do.
  const subtract = mergeBoxes(kept).length === kept.length ? subtractMerged : subtractEach;
  for (const box of kept.toReversed()) {
    const others = kept.filter((other) => other !== box);
    if (others.length > 0 && subtract([box], others).length === 0) kept = others;
  }
  return kept;
}
