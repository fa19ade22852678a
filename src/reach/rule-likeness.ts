import type { LabelSelector, Peer, PolicyPort, PolicyRule } from "../model/policy.ts";
import { selectorKey } from "../policy/namespace-directory.ts";
import { indexPeers, similarFinder, type RulePeers } from "./peer-keys.ts";

/**
 * Which part of one revision's rule was which part of the other's. It is asked for every change, and thousands may
 * be of one rule; so what is worked out about two rules is kept.
 */
export interface RuleLikeness {
  peersOf(rule: PolicyRule): RulePeers;
  /** The rule that this one most likely was: most peers and ports in common, then the same position. */
  closestRule(
    rule: PolicyRule,
    rules: readonly PolicyRule[],
    index: number,
  ): PolicyRule | undefined;
  /** The peer that this one most likely was: one that is gone, and shares a selector or the place in the list. */
  closestPeer(peer: Peer, own: PolicyRule, other: PolicyRule): Peer | undefined;
  /** Whether a rule has every peer of another one. */
  hasAll(rule: PolicyRule, other: PolicyRule): boolean;
  /** The item with both selectors that became two items of the rule: AND turned into OR by one dash. */
  splitPeer(rule: PolicyRule, counterpart: PolicyRule): SplitPeer | undefined;
}

interface SplitPeer {
  readonly combined: Peer;
  readonly parts: readonly Peer[];
}

export function createRuleLikeness(): RuleLikeness {
  const peersOf = remember(indexPeers);
  const closest = rememberPairs((rule: PolicyRule, rules: readonly PolicyRule[]) =>
    mostAlike(rule, rules, peersOf),
  );
  const difference = rememberPairs((own: PolicyRule, other: PolicyRule) => {
    const gone = other.peers.filter((peer) => !peersOf(own).has(peer));
    const came = own.peers.filter((peer) => !peersOf(other).has(peer));
    return { gone, came, similar: similarFinder(gone) };
  });
  return {
    peersOf,
    closestRule: (rule, rules, index) => closest(rule, rules) ?? rules[index],
    closestPeer: (peer, own, other) => {
      const { gone, came, similar } = difference(own, other);
      const [only] = gone;
      return (
        similar(peer) ??
        (gone.length === 1 && came.length === 1 && only?.type === peer.type ? only : undefined)
      );
    },
    hasAll: rememberPairs((rule: PolicyRule, other: PolicyRule) =>
      other.peers.every((peer) => peersOf(rule).has(peer)),
    ),
    splitPeer: rememberPairs((rule: PolicyRule, counterpart: PolicyRule) =>
      splitAmong(peersOf(rule), counterpart.peers),
    ),
  };
}

function mostAlike(
  rule: PolicyRule,
  rules: readonly PolicyRule[],
  peersOf: (rule: PolicyRule) => RulePeers,
): PolicyRule | undefined {
  const own = peersOf(rule);
  const score = (candidate: PolicyRule): number =>
    candidate.peers.filter((peer) => own.hasSimilar(peer)).length * 2 +
    candidate.ports.filter((port) => rule.ports.some((other) => samePort(other, port))).length;
  let best: PolicyRule | undefined;
  let most = 0;
  for (const candidate of rules) {
    const points = score(candidate);
    if (points > most) [best, most] = [candidate, points];
  }
  return best;
}

function splitAmong(own: RulePeers, peers: readonly Peer[]): SplitPeer | undefined {
  for (const combined of peers) {
    if (combined.type !== "selectors") continue;
    const { podSelector, namespaceSelector, span } = combined;
    if (podSelector === undefined || namespaceSelector === undefined || own.has(combined)) continue;
    const wanted: readonly Peer[] = [
      { type: "selectors", namespaceSelector, span },
      { type: "selectors", podSelector, span },
    ];
    const parts = wanted.flatMap((part) => own.find(part) ?? []);
    if (parts.length === wanted.length) return { combined, parts };
  }
  return undefined;
}

function remember<K, V>(compute: (key: K) => V): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const before = answers.get(key);
    if (before !== undefined || answers.has(key)) return before as V;
    const answer = compute(key);
    answers.set(key, answer);
    return answer;
  };
}

function rememberPairs<A, B, V>(compute: (a: A, b: B) => V): (a: A, b: B) => V {
  const ofFirst = remember((a: A) => remember((b: B) => compute(a, b)));
  return (a, b) => ofFirst(a)(b);
}

export const sameSelector = (a: LabelSelector | undefined, b: LabelSelector | undefined): boolean =>
  a === undefined || b === undefined ? a === b : selectorKey(a) === selectorKey(b);

export const samePort = (a: PolicyPort, b: PolicyPort): boolean =>
  a.protocol === b.protocol && a.port === b.port && a.endPort === b.endPort;
