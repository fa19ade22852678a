import { groupBy } from "../model/group-by.ts";
import type { Direction, PolicyRule } from "../model/policy.ts";
import type { Allow } from "../policy/compiled.ts";
import { anyAddress, podsIn, type Endpoint, type PodEndpoint } from "../space/endpoint.ts";
import { intersectBoxes, type LabelBox } from "../space/label-box.ts";
import { intersectEach } from "../space/label-union.ts";
import { ALL_PORTS } from "../space/ports.ts";
import { NO_NAMES, subtractAll, type Region } from "../space/region.ts";
import { indexRegions } from "../space/region-index.ts";
import { TooComplex, type Budget } from "../space/too-complex.ts";
import type { Evaluator, Isolation, NamespaceSide } from "./evaluator.ts";

/** Why a side allows more than it did. */
export type GainCause =
  /** A rule that the other revision does not have in this form. */
  | { readonly type: "rule"; readonly allow: Allow }
  /** No policy isolates these pods any more; `isolation` is what did. */
  | { readonly type: "isolation"; readonly isolation: readonly Isolation[] };

/** Flows that one side of one namespace allows at `to` and not at `from`. */
export interface Gain {
  readonly namespace: string;
  readonly direction: Direction;
  readonly cause: GainCause;
  /** Disjoint, and disjoint from every other gain of the same side. */
  readonly regions: readonly Region[];
  /** All that the cause brings, whatever part of it another cause brings as well: what a reader expects of it. */
  readonly whole: readonly Region[];
}

export interface SidePair {
  readonly namespace: string;
  readonly direction: Direction;
  readonly from: NamespaceSide;
  readonly to: NamespaceSide;
  /** The namespace as the `to` revision knows it. */
  readonly evaluator: Evaluator;
  /** Whom the answer is about: everyone, or the one workload that is compared. */
  readonly peers: readonly Endpoint[];
  readonly spend: Budget;
  /** False when namespace labels changed: then equal rules need not mean equal regions. */
  readonly keysDecide: boolean;
}

/** Changed peers of one side. Each may become a row, with all the memory that this takes. */
const MAX_CHANGED = 20_000;

/** Pods isolated at `from` and no longer isolated at `to`. */
export const lostIsolation = (from: NamespaceSide, to: NamespaceSide): readonly LabelBox[] =>
  intersectEach(from.isolated(), to.free());

export const subjectOf = (region: Region, direction: Direction): Endpoint =>
  direction === "ingress" ? region.destination : region.source;

export const peerOf = (region: Region, direction: Direction): Endpoint =>
  direction === "ingress" ? region.source : region.destination;

export const withSubject = (region: Region, direction: Direction, subject: Endpoint): Region =>
  direction === "ingress" ? { ...region, destination: subject } : { ...region, source: subject };

export const withPeer = (region: Region, direction: Direction, peer: Endpoint): Region =>
  direction === "ingress" ? { ...region, source: peer } : { ...region, destination: peer };

/** Every endpoint there is or could be. */
export const everyone = ({ directory }: Evaluator): readonly Endpoint[] => [
  anyAddress,
  ...directory.everywhere.map((set) => podsIn(set)),
];

/** All flows of these pods in this direction with these peers. */
function everyFlow(
  subject: PodEndpoint,
  direction: Direction,
  peers: readonly Endpoint[],
): readonly Region[] {
  return peers.map((peer) =>
    direction === "ingress"
      ? { source: peer, destination: subject, ports: ALL_PORTS, names: NO_NAMES }
      : { source: subject, destination: peer, ports: ALL_PORTS, names: NO_NAMES },
  );
}

/**
 * `to \ from` of one side, split by cause. Only pods isolated at `from` can gain: the others had
 * everything. Broad causes come first and keep what they cover, so a rule that a broader one makes
 * redundant does not show.
 */
export function computeGains(pair: SidePair): readonly Gain[] {
  const { namespace, direction, from, to, evaluator, spend } = pair;
  const isolated = from.isolated();
  if (isolated.length === 0) return [];
  const causes: { readonly cause: GainCause; readonly candidates: readonly Region[] }[] = [];

  const pods = podsIn(evaluator.directory.named(namespace));
  const lost = lostIsolation(from, to);
  if (lost.length > 0)
    causes.push({
      cause: { type: "isolation", isolation: from.isolation },
      candidates: lost.flatMap((labels) => everyFlow({ ...pods, labels }, direction, pair.peers)),
    });
  const known = new Set(pair.keysDecide ? from.keys() : []);
  const firsts = new Map<string, PolicyRule>();
  const keys = to.keys();
  const changed = to.allows.filter((allow, index) => {
    const key = keys[index] ?? "";
    // What one rule says, another need not say again.
    const first = firsts.get(key) ?? allow.rule;
    firsts.set(key, first);
    return !known.has(key) && first === allow.rule;
  });
  if (changed.length > MAX_CHANGED) throw new TooComplex("too many changed rules");
  for (const allows of groupByRule(changed)) {
    const first = allows[0];
    if (first === undefined) continue;
    spend(allows.length * isolated.length);
    const candidates = allows.flatMap(({ region }) => withinPods(region, direction, isolated));
    causes.push({ cause: { type: "rule", allow: first }, candidates });
  }

  const earlier = indexRegions(causes.flatMap(({ candidates }) => candidates));
  let seen = 0;
  return causes.flatMap(({ cause, candidates }) => {
    const whole: Region[] = [];
    const regions = candidates.flatMap((region) => {
      const before = from.index().near(region);
      const broader = earlier.near(region, seen);
      spend(before.length + broader.length);
      const gained = subtractAll([region], before, spend);
      whole.push(...gained);
      return subtractAll(gained, broader, spend);
    });
    seen += candidates.length;
    return regions.length === 0 ? [] : [{ namespace, direction, cause, regions, whole }];
  });
}

function withinPods(
  region: Region,
  direction: Direction,
  boxes: readonly LabelBox[],
): readonly Region[] {
  const subject = subjectOf(region, direction);
  if (subject.type === "address") return [];
  return boxes.flatMap((box) => {
    const labels = intersectBoxes(subject.labels, box);
    return labels === undefined ? [] : [withSubject(region, direction, { ...subject, labels })];
  });
}

/** Allows of one peer of one rule belong together; peerless and selectorless rules first. */
function groupByRule(allows: readonly Allow[]): readonly (readonly Allow[])[] {
  const groups = groupBy(allows, ({ peer, rule, policy }) => {
    const { startLine, startColumn } = (peer ?? rule).span;
    return `${policy.span.path} ${startLine} ${startColumn} ${policy.name}`;
  });
  return [...groups.values()].toSorted((a, b) => narrowness(a[0]) - narrowness(b[0]));
}

function narrowness(allow: Allow | undefined): number {
  if (allow === undefined) return 0;
  const { peer, rule } = allow;
  const ofPorts = rule.ports.length === 0 ? 0 : 1;
  if (peer === undefined) return ofPorts;
  if (peer.type === "ipBlock") return 4 + Number(peer.cidr.split("/")[1]) / 64 + ofPorts * 16;
  const requirements =
    (peer.podSelector?.requirements.length ?? 0) +
    (peer.namespaceSelector?.requirements.length ?? 0) +
    (peer.namespaceSelector === undefined ? 2 : 0);
  return 2 + requirements + ofPorts * 16;
}
