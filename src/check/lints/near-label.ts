import type { LabelSelector, Requirement } from "../../model/policy.ts";
import type { Labels } from "../../model/workload.ts";
import { hasValue } from "../../space/value-set.ts";
import { boxOfSelector, type LabelBox } from "../../space/label-box.ts";
import type { Inventory } from "./inventory.ts";
import { isNearText } from "./near-text.ts";

/** A label that somebody has, in place of the one that a selector asks for. */
export interface NearLabel {
  readonly wanted: Requirement;
  readonly key: string;
  readonly value: string;
}

/** A wanted value that pods have elsewhere is no slip: it is somebody's name. */
export const isSlip = ({ wanted, key }: NearLabel, inventory: Inventory): boolean =>
  key !== wanted.key || !inventory.isValueInUse(wanted.values[0] ?? "");

/** Keys under which people name an application: the same name under another of them is the same thing. */
const NAME_KEYS: ReadonlySet<string> = new Set([
  "app",
  "name",
  "k8s-app",
  "component",
  "app.kubernetes.io/name",
  "app.kubernetes.io/instance",
  "app.kubernetes.io/component",
]);

/** Looks for what a selector or a name probably meant. */
export interface NearSearch {
  /**
   * The label of something that satisfies the rest of the selector, and has nearly the wanted value, or the
   * wanted value under another key.
   */
  label(
    selector: LabelSelector,
    candidates: readonly { readonly labels: Labels }[],
    sameNames?: ReadonlySet<string>,
  ): NearLabel | undefined;
  text(wanted: string, candidates: Iterable<string>): string | undefined;
}

/** Candidates that are looked at in all, for hints nobody has to have. */
const MAX_STEPS = 500_000;

export function createNearSearch(): NearSearch {
  let steps = 0;
  return {
    label: (selector, candidates, sameNames = NAME_KEYS) => {
      const box = boxOfSelector(selector);
      if (box === undefined) return undefined;
      for (const { labels } of candidates) {
        if (++steps > MAX_STEPS) return undefined;
        const wanted = onlyMissing(selector, box, labels);
        const near = wanted && nearLabelOf(wanted, labels, sameNames);
        if (near !== undefined) return near;
      }
      return undefined;
    },
    text: (wanted, candidates) => {
      for (const candidate of candidates) {
        if (++steps > MAX_STEPS) return undefined;
        if (isNearText(candidate, wanted)) return candidate;
      }
      return undefined;
    },
  };
}

/** The one requirement that these labels do not meet, if it wants one value. */
function onlyMissing(
  { requirements }: LabelSelector,
  box: LabelBox,
  labels: Labels,
): Requirement | undefined {
  let missed: string | undefined;
  for (const [key, values] of box) {
    if (hasValue(values, Object.hasOwn(labels, key) ? labels[key] : undefined)) continue;
    if (missed !== undefined) return undefined;
    missed = key;
  }
  return requirements.find(
    ({ key, operator, values }) => key === missed && operator === "In" && values.length === 1,
  );
}

function nearLabelOf(
  wanted: Requirement,
  labels: Labels,
  sameNames: ReadonlySet<string>,
): NearLabel | undefined {
  const { key, values } = wanted;
  const [value = ""] = values;
  const own = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (own !== undefined) return isNearText(own, value) ? { wanted, key, value: own } : undefined;
  for (const [other, text] of Object.entries(labels)) {
    const isSameName = sameNames.has(key) && sameNames.has(other);
    if (text === value && value !== "" && (isSameName || isNearText(other, key)))
      return { wanted, key: other, value };
  }
  return undefined;
}
