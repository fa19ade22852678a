import type { ExceptBlock, Peer, PolicyPort, PolicyRule } from "../model/policy.ts";
import type { Span } from "../model/span.ts";
import type { Allow } from "../policy/compiled.ts";
import { rangeOf } from "../policy/network-policy.ts";
import { subtractAddresses } from "../space/addresses.ts";
import type { Region } from "../space/region.ts";
import { explainPeer, type PartChange } from "./explain-peer.ts";
import type { RulePeers } from "./peer-keys.ts";
import { samePort, type RuleLikeness } from "./rule-likeness.ts";

/** A clause, and the line behind it in the revision that allows the flow (`here`) and in the other (`there`). */
export interface Parts {
  readonly text: string;
  readonly here: Span | undefined;
  readonly there: Span | undefined;
}

export interface RuleQuestion {
  readonly allow: Allow;
  /** The rules of the same policy in the revision that allows the flow, and in the other. */
  readonly own: readonly PolicyRule[];
  readonly other: readonly PolicyRule[];
  /** Whether the flow opens: then the revision that allows it is the head. */
  readonly opening: boolean;
  readonly regions: readonly Region[];
  readonly likeness: RuleLikeness;
}

/** The same policy at both revisions: which part of which rule differs. */
export function explainRule(question: RuleQuestion): Parts {
  const { allow, other, opening, likeness } = question;
  const { rule, peer } = allow;
  const came = opening ? "added" : "removed";
  const counterpart = likeness.closestRule(rule, other, allow.ruleIndex);
  if (counterpart === undefined) return { text: `rule ${came}`, here: rule.span, there: undefined };
  return (
    explainSplitRule(question, counterpart) ??
    (peer === undefined
      ? explainNoPeers(question, counterpart)
      : (explainExcept(peer, question, counterpart) ??
        explainOtherPeer(peer, question, counterpart))) ??
    explainPorts(question, counterpart) ?? {
      text: "the namespaces it selects changed",
      here: (peer ?? rule).span,
      there: counterpart.span,
    }
  );
}

/** A dash before `ports` makes two rules of one: its peers on every port, and everyone on its ports. */
function explainSplitRule(
  { allow, own, other, opening, likeness }: RuleQuestion,
  counterpart: PolicyRule,
): Parts | undefined {
  if (
    other.some(({ peers }) => peers.length === 0) ||
    counterpart.peers.length === 0 ||
    counterpart.ports.length === 0
  )
    return undefined;
  const withPeers = own.find(
    (rule) =>
      rule.ports.length === 0 && rule.peers.length > 0 && likeness.hasAll(rule, counterpart),
  );
  const withPorts = own.find(
    ({ peers, ports }) =>
      peers.length === 0 && counterpart.ports.every((port) => ports.some((p) => samePort(p, port))),
  );
  if (withPeers === undefined || withPorts === undefined) return undefined;
  if (allow.rule !== withPeers && allow.rule !== withPorts) return undefined;
  const meant = allow.rule === withPorts ? "everyone" : "every port";
  const text = opening
    ? `the dash before \`ports\` makes it a rule of its own: ${meant} is meant`
    : `two rules became one: before, ${meant} was meant`;
  const [dash] = [withPeers, withPorts].toSorted((a, b) => b.span.startLine - a.span.startLine);
  return { text, here: dash?.span, there: counterpart.ports[0]?.span ?? counterpart.span };
}

function explainNoPeers(
  { allow: { rule }, opening }: RuleQuestion,
  counterpart: PolicyRule,
): Parts | undefined {
  const [first] = counterpart.peers;
  if (first === undefined) return undefined;
  return {
    text: opening ? "peers removed: everyone is meant" : "peers added: before, everyone was meant",
    here: rule.span,
    there: first.span,
  };
}

/** An exception that the counterpart of the same range has and this one lacks. */
function explainExcept(
  peer: Peer,
  { opening, regions, likeness }: RuleQuestion,
  counterpart: PolicyRule,
): Parts | undefined {
  if (peer.type !== "ipBlock") return undefined;
  const lost = lostExceptions(peer, likeness.peersOf(counterpart)).find(({ cidr }) =>
    regions.some(({ source, destination }) =>
      [source, destination].some(
        (end) =>
          end.type === "address" && subtractAddresses(end.addresses, rangeOf(cidr)).length === 0,
      ),
    ),
  );
  if (lost === undefined) return undefined;
  const left = peer.except.find(
    ({ cidr }) =>
      cidr !== lost.cidr && subtractAddresses(rangeOf(cidr), rangeOf(lost.cidr)).length === 0,
  );
  const text =
    left === undefined
      ? `except ${lost.cidr} ${opening ? "removed" : "added"}`
      : opening
        ? `except ${lost.cidr} became ${left.cidr}`
        : `except ${left.cidr} became ${lost.cidr}`;
  return { text, here: (left ?? peer.except[0] ?? peer).span, there: lost.span };
}

/** The exceptions that a rule of the other revision has for the range of this peer, and the peer lacks. */
export function lostExceptions(
  peer: Extract<Peer, { type: "ipBlock" }>,
  others: RulePeers,
): readonly ExceptBlock[] {
  const blocks = others.blocks(peer.cidr);
  if (blocks.length === 0) return [];
  const kept = new Set(peer.except.map(({ cidr }) => cidr));
  return blocks.flatMap(({ except }) => except).filter(({ cidr }) => !kept.has(cidr));
}

function explainOtherPeer(
  peer: Peer,
  { allow: { rule }, opening, likeness }: RuleQuestion,
  counterpart: PolicyRule,
): Parts | undefined {
  const others = likeness.peersOf(counterpart);
  // Exceptions explain other flows than these: the range alone counts.
  const isThere = peer.type === "ipBlock" ? others.blocks(peer.cidr).length > 0 : others.has(peer);
  if (counterpart.peers.length === 0 || isThere) return undefined;
  const split = likeness.splitPeer(rule, counterpart);
  if (split?.parts.includes(likeness.peersOf(rule).find(peer) ?? peer) === true) {
    const [dash] = split.parts.toSorted((a, b) => b.span.startLine - a.span.startLine);
    return {
      text: opening
        ? "two list items are OR; before, one item was AND"
        : "one list item is AND; before, two items were OR",
      here: dash?.span,
      there: split.combined.span,
    };
  }
  const before = likeness.closestPeer(peer, rule, counterpart);
  if (before === undefined && opening && isOneOfTwo(peer, rule, others))
    return {
      text: "two list items are OR; in one item they would be AND",
      here: peer.span,
      there: counterpart.span,
    };
  if (before === undefined)
    return {
      text: `peer ${opening ? "added" : "removed"}`,
      here: peer.span,
      there: counterpart.span,
    };
  return opening
    ? partsOf(explainPeer(before, peer), opening)
    : partsOf(explainPeer(peer, before), opening);
}

export const partsOf = ({ text, base, head }: PartChange, opening: boolean): Parts => ({
  text,
  here: opening ? head : base,
  there: opening ? base : head,
});

/** A new namespaceSelector and a new podSelector, one below the other as items of their own. */
function isOneOfTwo(peer: Peer, rule: PolicyRule, others: RulePeers): boolean {
  if (peer.type !== "selectors") return false;
  const index = rule.peers.indexOf(peer);
  return [rule.peers[index - 1], rule.peers[index + 1]].some(
    (other) =>
      other?.type === "selectors" &&
      !others.has(other) &&
      [peer, other].some((one) => isLone(one, "namespaceSelector")) &&
      [peer, other].some((one) => isLone(one, "podSelector")),
  );
}

/** With this selector, and without the other. */
const isLone = (
  peer: Extract<Peer, { type: "selectors" }>,
  only: "namespaceSelector" | "podSelector",
): boolean =>
  peer[only] !== undefined &&
  peer[only === "podSelector" ? "namespaceSelector" : "podSelector"] === undefined &&
  peer[only].requirements.length > 0;

function explainPorts(
  { allow: { rule }, opening }: RuleQuestion,
  counterpart: PolicyRule,
): Parts | undefined {
  if (counterpart.ports.length === 0) return undefined;
  const [first = counterpart] = counterpart.ports;
  if (rule.ports.length === 0)
    return {
      text: opening
        ? "ports removed: every port is meant"
        : "ports added: before, every port was meant",
      here: rule.span,
      there: first.span,
    };
  const came = rule.ports.filter((port) => !counterpart.ports.some((p) => samePort(p, port)));
  const gone = counterpart.ports.filter((port) => !rule.ports.some((p) => samePort(p, port)));
  const [port] = came;
  const [before] = gone;
  if (port === undefined) return undefined;
  if (before === undefined || came.length > 1 || gone.length > 1)
    return {
      text: `${came
        .map((entry) => portText(entry))
        .slice(0, SHOWN)
        .join(", ")} ${opening ? "added" : "removed"}`,
      here: port.span,
      there: (before ?? first).span,
    };
  const [old, now] = opening ? [before, port] : [port, before];
  const differs = old.protocol !== now.protocol;
  return {
    text: `${portText(old, differs)} became ${portText(now, differs)}`,
    here: port.span,
    there: before.span,
  };
}

const SHOWN = 4;

/** TCP goes without saying, unless the protocol is the point. */
function portText({ protocol, port, endPort }: PolicyPort, isPoint = protocol !== "TCP"): string {
  if (port === undefined) return `${protocol} (any port)`;
  const number = endPort === undefined ? `${port}` : `${port}-${endPort}`;
  return isPoint ? `port ${protocol} ${number}` : `port ${number}`;
}
