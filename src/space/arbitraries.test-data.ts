import * as fc from "fast-check";
import type { Labels } from "../model/workload.ts";
import { IPV6_OFFSET, type Addresses } from "./addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { podsIn, type Endpoint, type EndpointPoint, type NamespaceSet } from "./endpoint.ts";
import { normalizeIntervals } from "./intervals.ts";
import { ANY_LABELS, withKey, type LabelBox } from "./label-box.ts";
import { isEmptyValueSet, type ValueSet } from "./value-set.ts";

/** Endpoints over a small vocabulary, and points that tell any two of them apart. */

const STRETCHES: Addresses = [
  [0n, 10n],
  [10n, IPV6_OFFSET],
  [IPV6_OFFSET, IPV6_OFFSET + 10n],
  [IPV6_OFFSET + 10n, IPV6_OFFSET + 2n ** 128n],
];
const KNOWN = ["shop", "mon"];
const OUTSIDE = ["far", "away"];

const addresses: fc.Arbitrary<Addresses> = fc.oneof(
  fc.constant(normalizeIntervals(STRETCHES)),
  fc.subarray([...STRETCHES], { minLength: 1 }).map((stretches) => normalizeIntervals(stretches)),
);

const valueSet = (values: readonly string[], mayMiss: boolean): fc.Arbitrary<ValueSet> =>
  fc
    .record({
      absent: mayMiss ? fc.boolean() : fc.constant(false),
      negated: fc.boolean(),
      values: fc.subarray([...values]).map((list) => new Set(list)),
    })
    .filter((set) => !isEmptyValueSet(set));

const optional = (key: string, set: fc.Arbitrary<ValueSet>) => (box: LabelBox) =>
  fc.option(set, { nil: undefined }).map((some) => (some ? withKey(box, key, some) : box));

const podLabels: fc.Arbitrary<LabelBox> = fc
  .constant(ANY_LABELS)
  .chain(optional("app", valueSet(["web", "db"], true)));

const namespaces: fc.Arbitrary<NamespaceSet> = fc.oneof(
  fc
    .subarray(KNOWN, { minLength: 1 })
    .map((names): NamespaceSet => ({ type: "known", names: new Set(names) })),
  fc
    .constant(ANY_LABELS)
    .chain(optional("team", valueSet(["blue"], true)))
    // A namespace without its name label does not exist, and a condition "with any name" is none.
    .chain((box) =>
      fc
        .option(
          valueSet(OUTSIDE, false).filter(({ negated, values }) => !negated || values.size > 0),
          { nil: undefined },
        )
        .map((names) => (names === undefined ? box : withKey(box, NAME_LABEL, names))),
    )
    .map((labels): NamespaceSet => ({ type: "unknown", labels })),
);

export const endpoint: fc.Arbitrary<Endpoint> = fc.oneof(
  { weight: 1, arbitrary: addresses.map((set): Endpoint => ({ type: "address", addresses: set })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(namespaces, podLabels, addresses)
      .map(([where, labels, set]): Endpoint => ({ ...podsIn(where, labels), addresses: set })),
  },
);

const SPOTS = STRETCHES.map(([start]) => start + 1n);
const PODS: readonly Labels[] = [{}, { app: "web" }, { app: "db" }, { app: "other" }];
const PLACES: readonly { readonly namespace: string; readonly namespaceLabels?: Labels }[] = [
  ...KNOWN.map((namespace) => ({ namespace })),
  ...[...OUTSIDE, "elsewhere"].flatMap((namespace) =>
    [{}, { team: "blue" }, { team: "other" }].map((labels) => ({
      namespace,
      namespaceLabels: { ...labels, [NAME_LABEL]: namespace },
    })),
  ),
];

export const ENDPOINT_POINTS: readonly EndpointPoint[] = SPOTS.flatMap(
  (address): readonly EndpointPoint[] => [
    { type: "address", address },
    ...PLACES.flatMap((place) =>
      PODS.map((labels) => ({ type: "pod" as const, ...place, labels, address })),
    ),
  ],
);

export const endpointPoint: fc.Arbitrary<EndpointPoint> = fc.constantFrom(...ENDPOINT_POINTS);
