import type { LabelSelector } from "../model/policy.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { type NamespaceSet } from "../space/endpoint.ts";
import { boxMatches, boxOfSelector, withKey, type LabelBox } from "../space/label-box.ts";
import { subtractSets, type StringSet } from "../space/string-set.ts";
import { ANY_VALUE, isEmptyValueSet, onlyValue } from "../space/value-set.ts";
import type { NamespaceLabels } from "../world/world.ts";

/** Answers which namespaces a selector means, at one revision. */
export interface NamespaceDirectory {
  /** Every namespace that is known by its labels. */
  readonly known: StringSet;
  /** The one namespace of this name. */
  named(name: string): NamespaceSet;
  /** All that a `namespaceSelector` matches; the empty list where it contradicts itself. */
  select(selector: LabelSelector): readonly NamespaceSet[];
  /** All namespaces there are or could be. */
  readonly everywhere: readonly NamespaceSet[];
}

export function createDirectory(labels: NamespaceLabels): NamespaceDirectory {
  const known: StringSet = new Set(labels.keys());
  const everywhere: NamespaceSet[] = [{ type: "unknown", labels: new Map() }];
  if (known.size > 0) everywhere.push({ type: "known", names: known });
  // The same few selectors stand in thousands of policies.
  const answers = new Map<string, readonly NamespaceSet[]>();

  const select = (selector: LabelSelector): readonly NamespaceSet[] => {
    if (selector.requirements.length === 0) return everywhere;
    const key = selectorKey(selector);
    const before = answers.get(key);
    if (before !== undefined) return before;
    const box = boxOfSelector(selector);
    const answer = box === undefined ? [] : matching(box, labels, known);
    answers.set(key, answer);
    return answer;
  };

  const named = (name: string): NamespaceSet =>
    known.has(name)
      ? { type: "known", names: new Set([name]) }
      : { type: "unknown", labels: new Map([[NAME_LABEL, onlyValue(name)]]) };

  return { known, named, select, everywhere };
}

function matching(box: LabelBox, labels: NamespaceLabels, known: StringSet): NamespaceSet[] {
  const names = new Set<string>();
  for (const [name, declared] of labels) if (boxMatches(box, declared)) names.add(name);
  const sets: NamespaceSet[] = [];
  if (names.size > 0) sets.push({ type: "known", names });
  const unknown = withoutKnownNames(box, known);
  if (unknown !== undefined) sets.push({ type: "unknown", labels: unknown });
  return sets;
}

/**
 * A condition as the unknown namespaces see it: known names are none of theirs, and every namespace has
 * its name label, because the API server sets it. Without this, differences would hold namespaces that
 * cannot exist. Undefined where no unknown namespace is left.
 */
function withoutKnownNames(box: LabelBox, known: StringSet): LabelBox | undefined {
  const names = box.get(NAME_LABEL);
  if (names === undefined) return box;
  const values = subtractSets(names.values, known);
  if (names.negated && values.size === 0) return withKey(box, NAME_LABEL, ANY_VALUE);
  const left = { absent: false, negated: names.negated, values };
  return isEmptyValueSet(left) ? undefined : withKey(box, NAME_LABEL, left);
}

/** Equal keys select the same things; order of requirements and of values does not matter. */
export function selectorKey(selector: LabelSelector): string {
  return JSON.stringify(
    selector.requirements
      .map(({ key, operator, values }) => JSON.stringify([key, operator, values.toSorted()]))
      .toSorted(),
  );
}
