import type { Direction } from "../model/policy.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { Endpoint, NamespaceSet } from "../space/endpoint.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { Region } from "../space/region.ts";
import { subtractSets, type StringSet } from "../space/string-set.ts";
import type { NamespaceSide } from "./evaluator.ts";
import { peerOf, subjectOf } from "./gains.ts";

/** Fewer are looked at one by one. */
export const MANY_NAMESPACES = 32;
/** To describe the sides of all namespaces costs more than so many regions that look at each of them. */
export const MANY_REGIONS = 12;

interface Question {
  readonly direction: Direction;
  /** Whether the other end of the flow is in this namespace, where rules for the own namespace count. */
  readonly isNear: (name: string) => boolean;
}

/** The namespaces of one world, as far as one of them answers for others. */
export interface AlikeNamespaces {
  /** Namespaces in groups of which one answers for all; each by itself as long as groups do not pay. */
  group(names: StringSet, question: Question): readonly StringSet[];
}

/**
 * Namespaces in groups of which one answers for all: their sides differ in nothing but the namespace's own name.
 * Platforms write the same policies for each of thousands. What was found out is kept for the regions to come: most
 * ask about the very same set of names.
 */
export function createAlikeNamespaces(sideOf: SideOf): AlikeNamespaces {
  let regions = 0;
  const shapes: ByDirection<string, Shape | undefined> = byDirection();
  const groups: ByDirection<StringSet, readonly Group[]> = byDirection();

  const shapeOf = (name: string, direction: Direction): Shape | undefined => {
    const known = shapes[direction];
    if (!known.has(name)) known.set(name, describeShape(sideOf(name, direction), direction, name));
    return known.get(name);
  };

  const groupsOf = (names: StringSet, direction: Direction): readonly Group[] => {
    const before = groups[direction].get(names);
    if (before !== undefined) return before;
    const made = groupByShape(names, (name) => shapeOf(name, direction));
    groups[direction].set(names, made);
    return made;
  };

  /** Whether groups are worth making: a change of one policy looks at each namespace once or twice. */
  const pays = (names: StringSet): boolean => {
    if (names.size < MANY_NAMESPACES) return false;
    regions++;
    return regions > MANY_REGIONS;
  };

  return {
    group: (names, { direction, isNear }) =>
      pays(names)
        ? groupsOf(names, direction).flatMap((group) => withoutNear(group, isNear))
        : [...names].map((name) => new Set([name])),
  };
}

type SideOf = (namespace: string, direction: Direction) => NamespaceSide;

type ByDirection<Key, Value> = Readonly<Record<Direction, Map<Key, Value>>>;

const byDirection = <Key, Value>(): ByDirection<Key, Value> => ({
  ingress: new Map(),
  egress: new Map(),
});

interface Group {
  readonly names: ReadonlySet<string>;
  readonly hasOwn: boolean;
}

function groupByShape(
  names: StringSet,
  shapeOf: (name: string) => Shape | undefined,
): readonly Group[] {
  const groups = new Map<string, { readonly names: Set<string>; readonly hasOwn: boolean }>();
  for (const name of names) {
    const shape = shapeOf(name);
    const key = shape?.key ?? `only ${name}`;
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { names: new Set([name]), hasOwn: shape?.hasOwn ?? false });
    else group.names.add(name);
  }
  return [...groups.values()];
}

/** Those that the other end may be in by themselves, where that makes a difference. */
function withoutNear({ names, hasOwn }: Group, isNear: Question["isNear"]): readonly StringSet[] {
  if (!hasOwn) return [names];
  const near = [...names].filter(isNear);
  const others = subtractSets(names, new Set(near));
  return [...near.map((name) => new Set([name])), ...(others.size === 0 ? [] : [others])];
}

interface Shape {
  readonly key: string;
  /** Whether some rule is about the own namespace. */
  readonly hasOwn: boolean;
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
