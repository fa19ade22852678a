import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Operator, Requirement } from "../model/policy.ts";
import type { Span } from "../model/span.ts";
import type { Labels } from "../model/workload.ts";
import {
  ANY_LABELS,
  boxesAreDisjoint,
  boxMatches,
  boxOfSelector,
  intersectBoxes,
  sameBox,
  subtractBoxes,
  uniteBoxes,
  withKey,
  type LabelBox,
} from "./label-box.ts";
import { disjointBoxes, intersectEach, mergeBoxes, subtractEach } from "./label-union.ts";
import { simplestBoxes } from "./simplest-boxes.ts";
import { isEmptyValueSet, type ValueSet } from "./value-set.ts";

const KEYS = ["app", "tier", "team"];
const VALUES = ["", "a", "b"];

const values: fc.Arbitrary<ValueSet> = fc
  .record({
    absent: fc.boolean(),
    negated: fc.boolean(),
    values: fc.subarray(VALUES).map((list) => new Set(list)),
  })
  .filter((set) => !isEmptyValueSet(set));
const box: fc.Arbitrary<LabelBox> = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), values), { maxLength: 3 })
  .map((entries) =>
    entries.reduce<LabelBox>((all, [key, set]) => withKey(all, key, set), ANY_LABELS),
  );

/** Every pod that a box over these keys and values can tell from another: a missing key and a new value too. */
const PODS: readonly Labels[] = KEYS.reduce<readonly Labels[]>(
  (pods, key) =>
    pods.flatMap((labels) => [
      labels,
      ...[...VALUES, "other"].map((value) => ({ ...labels, [key]: value })),
    ]),
  [{}],
);
const members = (boxes: readonly LabelBox[]): string =>
  PODS.flatMap((labels, index) =>
    boxes.some((one) => boxMatches(one, labels)) ? [index] : [],
  ).join();
const where = (wanted: (labels: Labels) => boolean): string =>
  PODS.flatMap((labels, index) => (wanted(labels) ? [index] : [])).join();
const some = (found: LabelBox | undefined): readonly LabelBox[] =>
  found === undefined ? [] : [found];

/** No pod in two boxes, no box without pods. */
function expectDisjoint(boxes: readonly LabelBox[]): void {
  for (const labels of PODS)
    expect(boxes.filter((one) => boxMatches(one, labels)).length).toBeLessThan(2);
  for (const one of boxes) expect(members([one])).not.toBe("");
}

const span: Span = { path: "p", startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
const requirement: fc.Arbitrary<Requirement> = fc
  .record({
    key: fc.constantFrom(...KEYS),
    operator: fc.constantFrom<Operator>("In", "NotIn", "Exists", "DoesNotExist"),
    values: fc.subarray(VALUES, { minLength: 1 }),
  })
  .map((parts) => ({
    ...parts,
    values: parts.operator.endsWith("In") ? parts.values : [],
    span,
  }));

/** The words of the API text. */
function holds({ key, operator, values: wanted }: Requirement, labels: Labels): boolean {
  const value = labels[key];
  if (operator === "Exists") return value !== undefined;
  if (operator === "DoesNotExist") return value === undefined;
  if (operator === "In") return value !== undefined && wanted.includes(value);
  return value === undefined || !wanted.includes(value);
}

describe("label boxes", () => {
  it("of a selector hold what all its requirements hold, and never nothing", () => {
    fc.assert(
      fc.property(fc.array(requirement, { maxLength: 4 }), (requirements) => {
        const found = boxOfSelector({ requirements, span });
        const wanted = where((labels) => requirements.every((one) => holds(one, labels)));
        expect(members(some(found))).toBe(wanted);
        expect(found === undefined).toBe(wanted === "");
      }),
      { numRuns: 500 },
    );
  });

  it("intersect and subtract as their members do, the rest being disjoint", () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const common = intersectBoxes(a, b);
        expect(members(some(common))).toBe(
          where((labels) => boxMatches(a, labels) && boxMatches(b, labels)),
        );
        expect(boxesAreDisjoint(a, b)).toBe(common === undefined);
        const rest = subtractBoxes(a, b);
        expect(members(rest)).toBe(
          where((labels) => boxMatches(a, labels) && !boxMatches(b, labels)),
        );
        expectDisjoint(rest);
      }),
      { numRuns: 500 },
    );
  });

  it("unite only where one box says it all", () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        const united = uniteBoxes(a, b);
        if (united !== undefined) expect(members([united])).toBe(members([a, b]));
        expect(sameBox(a, b)).toBe(members([a]) === members([b]));
      }),
      { numRuns: 500 },
    );
  });

  it("come apart into disjoint boxes with the same union", () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 4 }), (boxes) => {
        const disjoint = disjointBoxes(boxes);
        expect(members(disjoint)).toBe(members(boxes));
        expectDisjoint(disjoint);
        const merged = mergeBoxes(boxes);
        expect(members(merged)).toBe(members(boxes));
        expect(merged.length).toBeLessThanOrEqual(boxes.length);
      }),
      { numRuns: 500 },
    );
  });

  it("lists subtract and intersect as their unions do", () => {
    const list = fc.array(box, { maxLength: 4 });
    fc.assert(
      fc.property(list, list, (boxes, others) => {
        const all = disjointBoxes(boxes);
        const common = intersectEach(all, disjointBoxes(others));
        const rest = subtractEach(all, others);
        expectDisjoint([...common, ...rest]);
        expect(members([...common, ...rest])).toBe(members(boxes));
        expect(members(subtractEach(all, common))).toBe(members(rest));
      }),
      { numRuns: 500 },
    );
  });

  it("do not take what every object inherits for a label", () => {
    const named = boxOfSelector({
      requirements: [{ key: "constructor", operator: "Exists", values: [], span }],
      span,
    });
    expect(named && boxMatches(named, {})).toBe(false);
  });

  it("are told in fewer words with the same members", () => {
    fc.assert(
      fc.property(fc.array(box, { maxLength: 5 }), (boxes) => {
        const simplest = simplestBoxes(boxes);
        expect(members(simplest)).toBe(members(boxes));
        expect(simplest.length).toBeLessThanOrEqual(Math.max(1, mergeBoxes(boxes).length));
      }),
      { numRuns: 500 },
    );
    const app = (value: string): LabelBox => withKey(ANY_LABELS, "app", valuesOf(value));
    const others = subtractBoxes(ANY_LABELS, app("a"));
    // `app=a`, or anything else with `tier=a`: the second need not leave `app=a` out.
    const tier = others.map((one) => withKey(one, "tier", valuesOf("a")));
    expect(simplestBoxes([app("a"), ...tier]).map(({ size }) => size)).toEqual([1, 1]);
  });
});

const valuesOf = (value: string): ValueSet => ({
  absent: false,
  negated: false,
  values: new Set([value]),
});
