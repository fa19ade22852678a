import { PROTOCOLS, type Direction, type Protocol } from "../model/policy.ts";
import type { Allow } from "../policy/compiled.ts";
import { rangeOf } from "../policy/network-policy.ts";
import { podsIn, type Endpoint, type NamespaceSet } from "../space/endpoint.ts";
import { ANY_LABELS, intersectBoxes, type LabelBox } from "../space/label-box.ts";
import { ALL_PORTS, portRange } from "../space/ports.ts";
import { NO_NAMES, subtractAll, type Region } from "../space/region.ts";
import { EMPTY_SET, uniteSets } from "../space/string-set.ts";
import type { ValueSet } from "../space/value-set.ts";
import { splitCells } from "./cells.ts";
import type { SideComparison } from "./compare.ts";
import type { NamespaceSide } from "./evaluator.ts";
import { peerOf, subjectOf, withPeer, withSubject } from "./gains.ts";
import { publicIpv4, publicIpv6 } from "./risk.ts";

/** Sets of peers so wide that a catch-all subject must not gain them on every port. */
type WidePeer = "pods" | "ipv4" | "ipv6";
const WIDE_PEERS: readonly WidePeer[] = ["pods", "ipv4", "ipv6"];

/**
 * Pods that no specific selector names, and that gain at head, on all ports, all pods of all namespaces or
 * the whole IPv4 or IPv6 space, with or without exceptions. A policy that "blocks metadata" by allowing
 * everything but one address is the well-known case.
 */
export function hollowedPods(
  side: SideComparison,
  everywhere: readonly NamespaceSet[],
): readonly LabelBox[] {
  const { base, head, direction } = side;
  const subjects = [...base.isolation, ...head.isolation].map(({ labels }) => labels);
  const isolatedAtBase = base.isolation.length;
  return splitCells([catchAll(subjects)], subjects)
    .filter(({ labels, members }) => {
      if (![...members].some((index) => index < isolatedAtBase)) return false;
      const before = widePeers(base, { direction, labels, everywhere });
      const after = widePeers(head, { direction, labels, everywhere });
      return [...after].some((wide) => !before.has(wide));
    })
    .map(({ labels }) => labels);
}

/** The pods whose label values no subject of the namespace mentions. */
function catchAll(subjects: readonly LabelBox[]): LabelBox {
  const box = new Map<string, ValueSet>();
  for (const subject of subjects)
    for (const [key, { values }] of subject) {
      const before = box.get(key)?.values ?? EMPTY_SET;
      box.set(key, { absent: true, negated: true, values: uniteSets(before, values) });
    }
  return box;
}

interface Cell {
  readonly direction: Direction;
  readonly labels: LabelBox;
  readonly everywhere: readonly NamespaceSet[];
}

/** Which wide sets the side allows to the pods of a cell, on every port of some protocol. */
function widePeers(
  side: NamespaceSide,
  { direction, labels, everywhere }: Cell,
): ReadonlySet<WidePeer> {
  const allowed = side.allows
    .filter(({ region }) => {
      const subject = subjectOf(region, direction);
      return subject.type === "pod" && intersectBoxes(subject.labels, labels) !== undefined;
    })
    .map((allow) => withSubject(withoutExceptions(allow, direction), direction, ANY_SUBJECT));
  if (allowed.length === 0) return new Set();
  const covers = (wide: WidePeer, protocol: Protocol): boolean => {
    const wanted = endpointsOf(wide, everywhere).map((peer) => ({
      ...withPeer(EVERY_FLOW, direction, peer),
      ports: portRange(protocol),
    }));
    return subtractAll(wanted, allowed).length === 0;
  };
  return new Set(WIDE_PEERS.filter((wide) => PROTOCOLS.some((protocol) => covers(wide, protocol))));
}

const ANY_SUBJECT = podsIn({ type: "unknown", labels: ANY_LABELS });
const EVERY_FLOW: Region = {
  source: ANY_SUBJECT,
  destination: ANY_SUBJECT,
  ports: ALL_PORTS,
  names: NO_NAMES,
};

function withoutExceptions({ region, peer }: Allow, direction: Direction): Region {
  if (peer?.type !== "ipBlock") return region;
  const end = peerOf(region, direction);
  return withPeer(region, direction, { ...end, addresses: rangeOf(peer.cidr) });
}

function endpointsOf(wide: WidePeer, everywhere: readonly NamespaceSet[]): readonly Endpoint[] {
  switch (wide) {
    case "pods":
      return everywhere.map((namespaces) => podsIn(namespaces));
    case "ipv4":
      return [{ type: "address", addresses: publicIpv4() }];
    case "ipv6":
      return [{ type: "address", addresses: publicIpv6() }];
  }
}
