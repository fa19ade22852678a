import { lazily } from "../model/lazily.ts";
import type { LabelSelector, Peer, PolicyRule } from "../model/policy.ts";
import { peerKey } from "../policy/network-policy.ts";
import { selectorKey } from "../policy/namespace-directory.ts";

type BlockPeer = Extract<Peer, { type: "ipBlock" }>;

/** The peers of one rule, to be found by what they say: a list of addresses may have a hundred thousand. */
export interface RulePeers {
  /** The first peer that says the same. */
  find(wanted: Peer): Peer | undefined;
  has(wanted: Peer): boolean;
  /** Whether some peer says the same, or shares a selector or a range with it. */
  hasSimilar(wanted: Peer): boolean;
  /** The address ranges of this text, with whatever exceptions. */
  blocks(cidr: string): readonly BlockPeer[];
}

export function indexPeers({ peers }: PolicyRule): RulePeers {
  const equal = lazily(() => firstBy(peers, (peer) => [peerKey(peer)]));
  const similar = lazily(() => firstBy(peers, likenessKeys));
  const blocks = lazily(() => {
    const groups = new Map<string, BlockPeer[]>();
    for (const peer of peers) {
      if (peer.type !== "ipBlock") continue;
      const group = groups.get(peer.cidr);
      if (group === undefined) groups.set(peer.cidr, [peer]);
      else group.push(peer);
    }
    return groups;
  });
  return {
    find: (wanted) => equal().get(peerKey(wanted)),
    has: (wanted) => equal().has(peerKey(wanted)),
    hasSimilar: (wanted) => likenessKeys(wanted).some((key) => similar().has(key)),
    blocks: (cidr) => blocks().get(cidr) ?? [],
  };
}

/** The first of some peers that is similar to another, found without comparing it with each. */
export function similarFinder(peers: readonly Peer[]): (wanted: Peer) => Peer | undefined {
  const places = new Map(peers.map((peer, index) => [peer, index]));
  const similar = firstBy(peers, likenessKeys);
  return (wanted) => {
    const found = likenessKeys(wanted).flatMap((key) => similar.get(key) ?? []);
    return found.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))[0];
  };
}

function firstBy(
  peers: readonly Peer[],
  keysOf: (peer: Peer) => readonly string[],
): ReadonlyMap<string, Peer> {
  const first = new Map<string, Peer>();
  for (const peer of peers)
    for (const key of keysOf(peer)) if (!first.has(key)) first.set(key, peer);
  return first;
}

/** Two peers are similar where they have one of these in common: a range, or a selector. */
function likenessKeys(peer: Peer): readonly string[] {
  if (peer.type === "ipBlock") return [`range ${peer.cidr}`];
  const { namespaceSelector, podSelector } = peer;
  const keys = [...keyOf("namespaces", namespaceSelector), ...keyOf("pods", podSelector)];
  return keys.length === 0 ? ["nothing"] : keys;
}

const keyOf = (what: string, selector: LabelSelector | undefined): readonly string[] =>
  selector === undefined ? [] : [`${what} ${selectorKey(selector)}`];
