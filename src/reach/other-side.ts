import { DIRECTIONS, type Direction } from "../model/policy.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { NamespaceSet } from "../space/endpoint.ts";
import { intersectBoxes, withKey } from "../space/label-box.ts";
import { alignFamilies, intersectRegions, subtractAll, type Region } from "../space/region.ts";
import type { Budget } from "../space/too-complex.ts";
import { EMPTY_SET, intersectSets, subtractSets, type StringSet } from "../space/string-set.ts";
import { ANY_VALUE, hasValue, intersectValueSets, isEmptyValueSet } from "../space/value-set.ts";
import type { Evaluator, Isolation, NamespaceSide } from "./evaluator.ts";
import { peerOf, subjectOf, withPeer, withSubject } from "./gains.ts";

/** A region of one side, cut by what the other end's own policies say. */
export interface OtherSide {
  readonly allowed: readonly Region[];
  /** What the other side still blocks, with the policies that do. */
  readonly blocked: readonly { readonly region: Region; readonly by: readonly Isolation[] }[];
}

const opposite = (direction: Direction): Direction =>
  direction === "ingress" ? "egress" : "ingress";

/**
 * A flow needs both sides. An address outside the cluster has no policies, and of a namespace without
 * isolating policies in the scope nothing blocks; the rest is cut by its own side.
 */
export function applyOtherSide(
  regions: readonly Region[],
  direction: Direction,
  evaluator: Evaluator,
  spend: Budget,
): OtherSide {
  const other = opposite(direction);
  const isolating = evaluator.isolating(other);
  const allowed: Region[] = [];
  const blocked: { region: Region; by: readonly Isolation[] }[] = [];
  for (const region of regions) {
    const peer = peerOf(region, direction);
    if (peer.type === "address") {
      allowed.push(region);
      continue;
    }
    const { rest, inside, within } = splitNamespaces(peer.namespaces, isolating, evaluator);
    if (rest !== undefined)
      allowed.push(withPeer(region, direction, { ...peer, namespaces: rest }));
    const own = subjectOf(region, direction);
    const sideOf = (name: string): NamespaceSide => evaluator.side(name, other);
    const isNear = (name: string): boolean => own.type === "pod" && mayMean(own.namespaces, name);
    for (const names of evaluator.alike.group(inside, { direction: other, isNear })) {
      const [name] = names;
      if (name === undefined) continue;
      const part = withPeer(region, direction, { ...peer, namespaces: within(new Set([name])) });
      const passing = cutBySide(part, other, sideOf(name), spend);
      // What holds for one of them holds for all.
      const all = names.size === 1 ? undefined : within(names);
      const ofAll = (cut: Region): Region =>
        all === undefined ? cut : inNamespaces(cut, direction, all);
      allowed.push(...passing.map(ofAll));
      for (const left of subtractAll([part], passing, spend)) {
        const aligned = alignFamilies(left);
        if (aligned === undefined) continue;
        const by = [...names]
          .slice(0, MAX_NAMED)
          .flatMap((each) => isolationOf(aligned, direction, sideOf(each)));
        blocked.push({ region: ofAll(aligned), by });
      }
    }
  }
  return { allowed: allowed.flatMap((region) => alignFamilies(region) ?? []), blocked };
}

/** Whether every flow of the region is allowed, by both sides. */
export const isAllowed = (region: Region, evaluator: Evaluator, spend: Budget): boolean =>
  DIRECTIONS.every(
    (direction) => applyOtherSide([region], direction, evaluator, spend).blocked.length === 0,
  );

/** Namespaces of one group whose policies are named; a reader is shown no more of them. */
const MAX_NAMED = 10;

const inNamespaces = (region: Region, direction: Direction, namespaces: NamespaceSet): Region => {
  const peer = peerOf(region, direction);
  return peer.type === "address" ? region : withPeer(region, direction, { ...peer, namespaces });
};

/** Whether a set may hold a namespace of this name. */
function mayMean(set: NamespaceSet, name: string): boolean {
  if (set.type === "known") return set.names.has(name);
  const names = set.labels.get(NAME_LABEL);
  return names === undefined || hasValue(names, name);
}

/** The policies of the other side that select the peers of a region, the broadest first. */
function isolationOf(
  region: Region,
  direction: Direction,
  side: NamespaceSide,
): readonly Isolation[] {
  const peer = peerOf(region, direction);
  return peer.type === "address" ? [] : side.isolating(peer.labels);
}

interface NamespaceSplit {
  readonly rest: NamespaceSet | undefined;
  readonly inside: StringSet;
  /** The part of the set that is in these of them. */
  readonly within: (names: StringSet) => NamespaceSet;
}

/** Separates the namespaces that have a say from those that have none. */
function splitNamespaces(
  set: NamespaceSet,
  isolating: StringSet,
  { directory }: Evaluator,
): NamespaceSplit {
  if (set.type === "known") {
    const special = intersectSets(set.names, isolating);
    const names = subtractSets(set.names, special);
    return {
      rest: names.size === 0 ? undefined : { type: "known", names },
      inside: special,
      within: (chosen) => ({ type: "known", names: chosen }),
    };
  }
  const names = set.labels.get(NAME_LABEL) ?? ANY_VALUE;
  const candidates = names.negated ? isolating : intersectSets(names.values, isolating);
  const special = [...candidates].filter(
    (name) => !directory.known.has(name) && hasValue(names, name),
  );
  const within = (chosen: StringSet): NamespaceSet => {
    const values = { absent: false, negated: false, values: chosen };
    return { type: "unknown", labels: withKey(set.labels, NAME_LABEL, values) };
  };
  if (special.length === 0) return { rest: set, inside: EMPTY_SET, within };
  const others = intersectValueSets(names, {
    absent: false,
    negated: true,
    values: new Set(special),
  });
  return {
    rest: isEmptyValueSet(others)
      ? undefined
      : { type: "unknown", labels: withKey(set.labels, NAME_LABEL, others) },
    inside: new Set(special),
    within,
  };
}

/** What a side lets through of a region: pods that it does not isolate, and what its rules allow. */
function cutBySide(
  region: Region,
  direction: Direction,
  side: NamespaceSide,
  spend: Budget,
): readonly Region[] {
  const subject = subjectOf(region, direction);
  if (subject.type === "address") return [region];
  const free = side.free();
  spend(free.length + 1);
  const passing: Region[] = free.flatMap((box) => {
    const labels = intersectBoxes(subject.labels, box);
    return labels === undefined ? [] : [withSubject(region, direction, { ...subject, labels })];
  });
  for (const allowed of side.index().near(region)) {
    spend(1);
    const common = intersectRegions(region, allowed);
    if (common !== undefined) passing.push(...subtractAll([common], passing, spend));
  }
  return passing;
}
