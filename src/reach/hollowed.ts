import type { Protocol } from "../model/policy.ts";
import type { Allow } from "../policy/compiled.ts";
import { boxKey, intersectBoxes, type LabelBox } from "../space/label-box.ts";
import { disjointBoxes } from "../space/label-union.ts";
import { splitCells } from "./cells.ts";
import type { SideComparison } from "./compare.ts";
import { subjectOf } from "./gains.ts";
import { mayBeWide, WIDE_PEERS, widePeers, type WidePeer } from "./practically-all.ts";

/** Pods that gained wide sets of peers, and which. */
export interface Widened {
  readonly pods: readonly LabelBox[];
  readonly peers: readonly WidePeer[];
}

/**
 * Pods that no specific selector names, and that gain practically all pods, or practically all addresses of an
 * IP version. A policy that "blocks metadata" by allowing everything but one address is the well-known case.
 */
export function hollowedPods(side: SideComparison): Widened | undefined {
  const { base, head, direction } = side;
  if (widePeers(head.allows, direction).size === 0) return undefined;
  const rest = catchAll([...base.isolation, ...head.isolation].map(({ labels }) => labels));
  const isolated = disjointBoxes(
    base.isolation.flatMap(({ labels }) => intersectBoxes(labels, rest) ?? []),
  );
  return widenedAmong(isolated, side, {
    gained: (before, after) => [...after].filter((wide) => !before.has(wide)),
  });
}

/**
 * Pods to which practically everything is allowed, and was not: by a rule without peers and ports, or by the
 * same written out. An IP version may be missing, because most clusters speak one only.
 */
export function voidPods(side: SideComparison): Widened | undefined {
  const { base, head, direction } = side;
  if (!isVoid(widePeers(head.allows, direction, VOID_PROTOCOLS))) return undefined;
  return widenedAmong(base.isolated(), side, {
    gained: (before, after) => (isVoid(after) && !isVoid(before) ? [...after] : []),
    protocols: VOID_PROTOCOLS,
  });
}

/** A media server may well take every UDP port; of TCP, nothing takes all. */
const VOID_PROTOCOLS: readonly Protocol[] = ["TCP"];

const isVoid = (wide: ReadonlySet<WidePeer>): boolean =>
  wide.has("pods") && (wide.has("ipv4") || wide.has("ipv6"));

/** The pods that no subject of the namespace names by a label value. */
function catchAll(subjects: readonly LabelBox[]): LabelBox {
  const named = new Map<string, Set<string>>();
  for (const subject of subjects)
    for (const [key, { values }] of subject)
      for (const value of values) {
        const known = named.get(key);
        if (known === undefined) named.set(key, new Set([value]));
        else known.add(value);
      }
  return new Map(
    [...named].map(([key, values]) => [key, { absent: true, negated: true, values }] as const),
  );
}

interface Question {
  /** The wide sets of peers that make a cell count, from those it had and has. */
  readonly gained: (
    before: ReadonlySet<WidePeer>,
    after: ReadonlySet<WidePeer>,
  ) => readonly WidePeer[];
  readonly protocols?: readonly Protocol[];
}

/** The parts of these pods, told apart by the rules that can matter, for which the question is answered. */
function widenedAmong(
  pods: readonly LabelBox[],
  { base, head, direction }: SideComparison,
  { gained, protocols }: Question,
): Widened | undefined {
  const groups = new Map<string, { box: LabelBox; base: Allow[]; head: Allow[] }>();
  for (const [revision, allows] of [["base", base.allows] as const, ["head", head.allows] as const])
    for (const allow of allows) {
      const subject = subjectOf(allow.region, direction);
      if (subject.type === "address" || !mayBeWide(allow, direction)) continue;
      const key = boxKey(subject.labels);
      const group = groups.get(key) ?? { box: subject.labels, base: [], head: [] };
      group[revision].push(allow);
      groups.set(key, group);
    }
  const subjects = [...groups.values()];
  const found = new Set<WidePeer>();
  const cells = splitCells(
    pods,
    subjects.map(({ box }) => box),
  ).filter(({ members }) => {
    const at = (revision: "base" | "head"): ReadonlySet<WidePeer> =>
      widePeers(
        [...members].flatMap((index) => subjects[index]?.[revision] ?? []),
        direction,
        protocols,
      );
    const wide = gained(at("base"), at("head"));
    for (const peer of wide) found.add(peer);
    return wide.length > 0;
  });
  return cells.length === 0
    ? undefined
    : {
        pods: cells.map(({ labels }) => labels),
        peers: WIDE_PEERS.filter((peer) => found.has(peer)),
      };
}
