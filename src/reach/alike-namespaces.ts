import type { Direction } from "../model/policy.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { Endpoint, NamespaceSet } from "../space/endpoint.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { Region } from "../space/region.ts";
import { subtractSets, type StringSet } from "../space/string-set.ts";
import type { Evaluator, NamespaceSide } from "./evaluator.ts";
import { peerOf, subjectOf } from "./gains.ts";

/** Fewer are looked at one by one. */
export const MANY_NAMESPACES = 32;
/** To describe the sides of all namespaces costs more than so many regions that look at each of them. */
export const MANY_REGIONS = 12;

/** How many regions have asked about many namespaces. */
const asked = new WeakMap<Evaluator, number>();

/** Whether groups are worth making: a change of one policy looks at each namespace once or twice. */
export function groupingPays(names: StringSet, evaluator: Evaluator): boolean {
  if (names.size < MANY_NAMESPACES) return false;
  const regions = (asked.get(evaluator) ?? 0) + 1;
  asked.set(evaluator, regions);
  return regions > MANY_REGIONS;
}

export interface Alike {
  readonly evaluator: Evaluator;
  readonly direction: Direction;
  /** Whether the other end of the flow is in this namespace, where rules for the own namespace count. */
  readonly isNear: (name: string) => boolean;
}

/**
 * Namespaces in groups of which one answers for all: their sides differ in nothing but the namespace's own name.
 * Platforms write the same policies for each of thousands.
 */
export function groupAlike(names: StringSet, alike: Alike): readonly StringSet[] {
  return groupByShape(names, alike).flatMap((group) => {
    if (!group.hasOwn) return [group.names];
    const near = [...group.names].filter(alike.isNear);
    const others = subtractSets(group.names, new Set(near));
    return [...near.map((name) => new Set([name])), ...(others.size === 0 ? [] : [others])];
  });
}

interface Group {
  readonly names: Set<string>;
  readonly hasOwn: boolean;
}

/** Most regions ask about the very same set of names. */
const known = new WeakMap<Evaluator, Map<Direction, Map<StringSet, readonly Group[]>>>();

function groupByShape(names: StringSet, { evaluator, direction }: Alike): readonly Group[] {
  const ofEvaluator = getOr(known, evaluator, () => new Map());
  const answers = getOr(ofEvaluator, direction, () => new Map());
  return getOr(answers, names, () => {
    const groups = new Map<string, Group>();
    for (const name of names) {
      const shape = shapeOf(evaluator.side(name, direction), direction, name);
      const key = shape?.key ?? `only ${name}`;
      const group = groups.get(key);
      if (group === undefined)
        groups.set(key, { names: new Set([name]), hasOwn: shape?.hasOwn ?? false });
      else group.names.add(name);
    }
    return [...groups.values()];
  });
}

interface Store<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function getOr<Key, Value>(store: Store<Key, Value>, key: Key, make: () => Value): Value {
  const before = store.get(key);
  if (before !== undefined) return before;
  const made = make();
  store.set(key, made);
  return made;
}

interface Shape {
  readonly key: string;
  /** Whether some rule is about the own namespace. */
  readonly hasOwn: boolean;
}

/** What a side is asked about again by every region; a side is of one namespace and direction. */
const shapes = new WeakMap<NamespaceSide, Shape | undefined>();

function shapeOf(side: NamespaceSide, direction: Direction, name: string): Shape | undefined {
  if (!shapes.has(side)) shapes.set(side, describeShape(side, direction, name));
  return shapes.get(side);
}

/** More rules than this are seldom the same anywhere else. */
const MAX_ALLOWS = 200;

/** Undefined where the side says more than can be said of another namespace in its place. */
function describeShape(
  { isolation, allows }: NamespaceSide,
  direction: Direction,
  name: string,
): Shape | undefined {
  if (allows.length > MAX_ALLOWS) return undefined;
  const regions = allows.map(({ region }) => region);
  const isOwn = (region: Region): boolean => {
    const subject = subjectOf(region, direction);
    return subject.type === "pod" && isOnly(subject.namespaces, name);
  };
  if (!regions.every(isOwn)) return undefined;
  const hasOwn = regions.some((region) => {
    const peer = peerOf(region, direction);
    return peer.type === "pod" && isOnly(peer.namespaces, name);
  });
  const key = JSON.stringify([
    isolation.map(({ labels }) => boxKey(labels)),
    regions.map((region) => [
      endKey(subjectOf(region, direction), name),
      endKey(peerOf(region, direction), name),
      region.ports,
      [...region.names],
    ]),
  ]);
  return { key, hasOwn };
}

const endKey = (end: Endpoint, own: string): unknown => {
  const addresses = end.addresses.map(([first, last]) => [String(first), String(last)]);
  if (end.type === "address") return addresses;
  const { namespaces } = end;
  if (isOnly(namespaces, own)) return ["own", boxKey(end.labels), addresses];
  const where =
    namespaces.type === "known" ? [...namespaces.names].toSorted() : boxKey(namespaces.labels);
  return [namespaces.type, where, boxKey(end.labels), addresses];
};

const boxKey = (box: LabelBox): unknown =>
  [...box]
    .map(([key, { absent, negated, values }]) => [key, absent, negated, [...values].toSorted()])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));

/** Whether a set means this namespace and no other. */
function isOnly(set: NamespaceSet, name: string): boolean {
  if (set.type === "known") return set.names.size === 1 && set.names.has(name);
  const names = set.labels.get(NAME_LABEL);
  return (
    set.labels.size === 1 &&
    names !== undefined &&
    !names.negated &&
    !names.absent &&
    names.values.size === 1 &&
    names.values.has(name)
  );
}
