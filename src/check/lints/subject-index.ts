import { addTo } from "../../model/group-by.ts";
import { boxesAreDisjoint, subtractBoxes, type LabelBox } from "../../space/label-box.ts";

/** Finds the items whose pods a box meets, without comparing it with every one of them. */
export interface SubjectIndex<T> {
  /** Items that share a pod with the box. */
  meeting(box: LabelBox): Iterable<T>;
  /** Whether a single item that passes holds every pod of the box. */
  covers(box: LabelBox, passes?: (item: T) => boolean): boolean;
}

/** Comparisons for one index: past them it finds nothing more, and its rule stays silent. */
const MAX_STEPS = 1_000_000;

/**
 * Most policies of a namespace pin the same label key, `app` for example: by its value they fall into
 * groups that cannot meet each other.
 */
export function createSubjectIndex<T>(
  items: readonly T[],
  boxOf: (item: T) => LabelBox,
): SubjectIndex<T> {
  const pivot = commonKey(items.map(boxOf));
  const groups = new Map<string, T[]>();
  const others: T[] = [];
  for (const item of items) {
    const values = pinned(boxOf(item), pivot);
    if (values === undefined) others.push(item);
    else for (const value of values) addTo(groups, value, item);
  }
  let steps = 0;
  function* meeting(box: LabelBox): Generator<T> {
    const values = pinned(box, pivot);
    const near = values === undefined ? groups.values() : lists(values, groups);
    for (const list of [others, ...near])
      for (const item of list) {
        if (++steps > MAX_STEPS) return;
        if (!boxesAreDisjoint(boxOf(item), box)) yield item;
      }
  }
  return {
    meeting,
    covers: (box, passes = () => true) => {
      for (const item of meeting(box))
        if (passes(item) && subtractBoxes(box, boxOf(item)).length === 0) return true;
      // What could not be looked at may cover it.
      return steps > MAX_STEPS;
    },
  };
}

function* lists<T>(
  values: Iterable<string>,
  groups: ReadonlyMap<string, T[]>,
): Generator<readonly T[]> {
  for (const value of values) {
    const group = groups.get(value);
    if (group !== undefined) yield group;
  }
}

function commonKey(boxes: readonly LabelBox[]): string {
  const counts = new Map<string, number>();
  for (const box of boxes)
    for (const key of box.keys())
      if (pinned(box, key) !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  let best = "";
  for (const [key, count] of counts) if (count > (counts.get(best) ?? 0)) best = key;
  return best;
}

function pinned(box: LabelBox, key: string): ReadonlySet<string> | undefined {
  const values = box.get(key);
  return values === undefined || values.absent || values.negated ? undefined : values.values;
}
