import type { LabelBox } from "../space/label-box.ts";
import { simplestBoxes } from "../space/simplest-boxes.ts";
import { ANY_VALUE, type ValueSet } from "../space/value-set.ts";

const SHOWN = 3;

/** A condition on labels in words: `app=web`, `not app=db`, `without tier`. Empty for "any". */
export function describeLabels(box: LabelBox): string {
  return [...box].map(([key, values]) => describeValues(key, values)).join(", ");
}

/** Pods that one of several conditions finds; empty where together they find every pod. */
export function describeAnyOf(boxes: readonly LabelBox[]): string {
  const texts = [...new Set(simplestBoxes(boxes).map(describeLabels))];
  if (texts.includes("")) return "";
  const more = texts.length > SHOWN ? " or others" : "";
  return texts.slice(0, SHOWN).join(" or ") + more;
}

/** The pods of a place that one of several conditions finds: `pods app=web in a`, `pods in a except app=db`. */
export function describePodsOf(
  boxes: readonly LabelBox[],
  place: string,
  every = "any pod",
): string {
  const simplest = simplestBoxes(boxes);
  const [only] = simplest;
  // After a place that leaves some out itself, a second "except" would belong to it.
  if (only === undefined || simplest.length > 1 || place.includes(" except ")) {
    const labels = describeAnyOf(simplest);
    return labels === "" ? `${every} in ${place}` : `pods ${labels} in ${place}`;
  }
  const wanted = new Map<string, ValueSet>();
  const left: string[] = [];
  for (const [key, values] of only) {
    if (values.negated && values.values.size > 0) left.push(listed(key, values));
    if (!values.negated) wanted.set(key, values);
    else if (!values.absent) wanted.set(key, { ...ANY_VALUE, absent: false });
  }
  const labels = describeLabels(wanted);
  if (left.length === 0 && labels === "") return `${every} in ${place}`;
  const except = left.length === 0 ? "" : ` except ${left.join(" or ")}`;
  return `pods${labels === "" ? "" : ` ${labels}`} in ${place}${except}`;
}

function describeValues(key: string, set: ValueSet): string {
  const { absent, negated, values } = set;
  if (!negated) {
    if (values.size === 0) return `without ${key}`;
    const given = listed(key, set);
    return absent ? `${given} or without ${key}` : given;
  }
  if (values.size === 0) return `with any ${key}`;
  if (!absent) return `with a ${key} other than ${list(values)}`;
  return values.size === 1 ? `not ${listed(key, set)}` : `${key} not in (${list(values)})`;
}

const listed = (key: string, { values }: ValueSet): string =>
  values.size === 1 ? `${key}=${list(values)}` : `${key} in (${list(values)})`;

function list(values: ReadonlySet<string>): string {
  const all = [...values].toSorted();
  return all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? ", …" : "");
}
