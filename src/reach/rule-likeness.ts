import type { LabelSelector, Peer, PolicyPort, PolicyRule } from "../model/policy.ts";
import { selectorKey } from "../policy/namespace-directory.ts";

/** Which part of one revision's rule was which part of the other's. */

/** The rule that this one most likely was: most peers and ports in common, then the same position. */
export function closestRule(
  rule: PolicyRule,
  rules: readonly PolicyRule[],
  index: number,
): PolicyRule | undefined {
  const score = (candidate: PolicyRule): number =>
    candidate.peers.filter((peer) => rule.peers.some((own) => similarPeer(own, peer))).length * 2 +
    candidate.ports.filter((port) => rule.ports.some((own) => samePort(own, port))).length;
  let best: PolicyRule | undefined;
  let most = 0;
  for (const candidate of rules) {
    const points = score(candidate);
    if (points > most) [best, most] = [candidate, points];
  }
  return best ?? rules[index];
}

/** The peer that this one most likely was: one that is gone, and shares a selector or the place in the list. */
export function closestPeer(peer: Peer, own: PolicyRule, other: PolicyRule): Peer | undefined {
  const gone = other.peers.filter((entry) => !hasPeer(own, entry));
  const came = own.peers.filter((entry) => !hasPeer(other, entry));
  const similar = gone.find((entry) => similarPeer(entry, peer));
  if (similar !== undefined) return similar;
  const [only] = gone;
  return gone.length === 1 && came.length === 1 && only?.type === peer.type ? only : undefined;
}

export const hasPeer = ({ peers }: PolicyRule, wanted: Peer): boolean =>
  peers.some((peer) => samePeer(peer, wanted));

/** Equal but for exceptions, which explain other flows than these. */
export const sameRange = (a: Peer, b: Peer): boolean =>
  a.type === "ipBlock" && b.type === "ipBlock" ? a.cidr === b.cidr : samePeer(a, b);

const similarPeer = (a: Peer, b: Peer): boolean =>
  samePeer(a, b) ||
  (a.type === "ipBlock" && b.type === "ipBlock" && a.cidr === b.cidr) ||
  (a.type === "selectors" &&
    b.type === "selectors" &&
    (shareSelector(a.namespaceSelector, b.namespaceSelector) ||
      shareSelector(a.podSelector, b.podSelector)));

const shareSelector = (a: LabelSelector | undefined, b: LabelSelector | undefined): boolean =>
  a !== undefined && b !== undefined && selectorKey(a) === selectorKey(b);

export function samePeer(a: Peer, b: Peer): boolean {
  if (a.type === "ipBlock") {
    if (b.type !== "ipBlock" || a.cidr !== b.cidr || a.except.length !== b.except.length)
      return false;
    const others = new Set(b.except.map(({ cidr }) => cidr));
    return a.except.every(({ cidr }) => others.has(cidr));
  }
  return (
    b.type === "selectors" &&
    sameSelector(a.podSelector, b.podSelector) &&
    sameSelector(a.namespaceSelector, b.namespaceSelector)
  );
}

export const sameSelector = (a: LabelSelector | undefined, b: LabelSelector | undefined): boolean =>
  a === undefined || b === undefined ? a === b : selectorKey(a) === selectorKey(b);

export const samePort = (a: PolicyPort, b: PolicyPort): boolean =>
  a.protocol === b.protocol && a.port === b.port && a.endPort === b.endPort;
