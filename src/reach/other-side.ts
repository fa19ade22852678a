import type { Direction } from "../model/policy.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { podsIn, type Endpoint, type NamespaceSet } from "../space/endpoint.ts";
import { boxesAreDisjoint, subtractFromBoxes, withKey, type LabelBox } from "../space/label-box.ts";
import { alignFamilies, intersectRegions, subtractAll, type Region } from "../space/region.ts";
import { intersectSets, subtractSets, type StringSet } from "../space/string-set.ts";
import { ANY_VALUE, intersectValueSets, isEmptyValueSet, onlyValue } from "../space/value-set.ts";
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
    const { rest, inside } = splitNamespaces(peer.namespaces, isolating, evaluator);
    if (rest !== undefined)
      allowed.push(withPeer(region, direction, { ...peer, namespaces: rest }));
    for (const { name, namespaces } of inside) {
      const part = withPeer(region, direction, { ...peer, namespaces });
      const side = evaluator.side(name, other);
      const passing = cutBySide(part, other, side, podsIn(evaluator.directory.named(name)));
      allowed.push(...passing);
      for (const left of subtractAll([part], passing)) {
        const aligned = alignFamilies(left);
        if (aligned !== undefined)
          blocked.push({ region: aligned, by: isolationOf(aligned, direction, side) });
      }
    }
  }
  return { allowed: allowed.flatMap((region) => alignFamilies(region) ?? []), blocked };
}

/** The policies of the other side that select the peers of a region, the broadest first. */
function isolationOf(
  region: Region,
  direction: Direction,
  { isolation }: NamespaceSide,
): readonly Isolation[] {
  const peer = peerOf(region, direction);
  return peer.type === "address"
    ? []
    : isolation
        .filter(({ labels }) => !boxesAreDisjoint(peer.labels, labels))
        .toSorted((a, b) => a.labels.size - b.labels.size);
}

interface NamespaceSplit {
  readonly rest: NamespaceSet | undefined;
  readonly inside: readonly { readonly name: string; readonly namespaces: NamespaceSet }[];
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
      inside: [...special].map((name) => ({ name, namespaces: directory.named(name) })),
    };
  }
  const names = set.labels.get(NAME_LABEL) ?? ANY_VALUE;
  const special = [...isolating].filter(
    (name) =>
      !directory.known.has(name) && !isEmptyValueSet(intersectValueSets(names, onlyValue(name))),
  );
  if (special.length === 0) return { rest: set, inside: [] };
  const others = intersectValueSets(names, {
    absent: false,
    negated: true,
    values: new Set(special),
  });
  return {
    rest: isEmptyValueSet(others)
      ? undefined
      : { type: "unknown", labels: withKey(set.labels, NAME_LABEL, others) },
    inside: special.map((name) => ({
      name,
      namespaces: { type: "unknown", labels: withKey(set.labels, NAME_LABEL, onlyValue(name)) },
    })),
  };
}

/** What a side lets through of a region: pods that it does not isolate, and what its rules allow. */
function cutBySide(
  region: Region,
  direction: Direction,
  side: NamespaceSide,
  pods: Endpoint,
): readonly Region[] {
  const subject = subjectOf(region, direction);
  if (subject.type === "address" || pods.type === "address") return [region];
  let free: readonly LabelBox[] = [subject.labels];
  for (const { labels } of side.isolation) free = subtractFromBoxes(free, labels);
  const passing: Region[] = free.map((labels) =>
    withSubject(region, direction, { ...subject, labels }),
  );
  for (const allow of side.allows) {
    const common = intersectRegions(region, allow.region);
    if (common !== undefined) passing.push(...subtractAll([common], passing));
  }
  return passing;
}
