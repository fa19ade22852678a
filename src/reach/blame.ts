import type { ExceptBlock, NetworkPolicy, Peer, PolicyPort, PolicyRule } from "../model/policy.ts";
import type { Blame, PolicyPlace } from "../model/report.ts";
import type { Side, Span } from "../model/span.ts";
import { selectorKey } from "../policy/namespace-directory.ts";
import { rangeOf } from "../policy/network-policy.ts";
import { subtractAddresses, type Addresses } from "../space/addresses.ts";
import type { Region } from "../space/region.ts";
import { policyKey, type World } from "../world/world.ts";
import type { FlowChange } from "./compare.ts";
import type { Isolation } from "./evaluator.ts";
import { peerOf } from "./gains.ts";
import type { MovedWorkload } from "./moved-workload.ts";

/** Why the flows changed: the places in both revisions, and one clause that says it. */
export interface Explanation {
  readonly blame: Blame;
  readonly text: string;
}

/** A revision as blame needs it: what stood there, and what the reader calls it. */
interface Revisions {
  readonly base: World;
  readonly head: World;
}

/**
 * The decision behind a change. What opens is written at head and was not at base; what closes is the
 * reverse, so the same search runs with the revisions swapped.
 */
export function explainChange(
  change: FlowChange,
  worlds: Revisions,
  regions: readonly Region[] = change.regions,
): Explanation {
  const opening = change.change !== "closed";
  const [to, from] = opening ? [worlds.head, worlds.base] : [worlds.base, worlds.head];
  const { text, here, there } =
    change.cause.type === "rule"
      ? explainRule(change, change.cause.allow, { to, from, opening, regions })
      : explainIsolation(change, change.cause.isolation, { to, opening });
  const places = opening ? { head: here, base: there } : { base: here, head: there };
  const moved = change.workload;
  const blame: Blame = {
    side: change.direction,
    ...(moved === undefined
      ? {
          ...(places.base === undefined ? {} : { base: places.base }),
          ...(places.head === undefined ? {} : { head: places.head }),
        }
      : { base: placeOfMove(moved, "base"), head: placeOfMove(moved, "head") }),
  };
  return moved === undefined
    ? { blame, text }
    : { blame, text: `${movedText(change)} of ${moved.head.kind} ${moved.head.name} changed` };
}

/** Where a workload got what moved it: its labels, or its hostNetwork. */
export function placeOfMove(moved: MovedWorkload, side: Side): Span {
  const workload = moved[side];
  return moved.base.hostNetwork === moved.head.hostNetwork
    ? workload.labelsSpan
    : (workload.hostNetworkSpan ?? workload.labelsSpan);
}

function movedText({ workload }: FlowChange): string {
  if (workload === undefined) return "";
  if (workload.base.hostNetwork !== workload.head.hostNetwork) return "hostNetwork";
  const same = JSON.stringify(workload.base.labels) === JSON.stringify(workload.head.labels);
  return same ? "named ports" : "pod labels";
}

interface Parts {
  readonly text: string;
  /** In the revision that allows the flow, and in the one that does not. */
  readonly here: Span | undefined;
  readonly there: Span | undefined;
}

interface RuleContext {
  readonly to: World;
  readonly from: World;
  readonly opening: boolean;
  readonly regions: readonly Region[];
}

type RuleAllow = Extract<FlowChange["cause"], { type: "rule" }>["allow"];

function explainRule(change: FlowChange, allow: RuleAllow, context: RuleContext): Parts {
  const { opening } = context;
  const { name, namespace } = allow.policy;
  const other = findPolicy(context.from, namespace, name);
  const here = (allow.peer ?? allow.rule).span;
  if (other === undefined) {
    const isolating = isolatedBy(context.from, namespace)[0];
    const text = isRejected(context.from, namespace, name)
      ? rejectedText(name)
      : `policy ${name} ${opening ? "added" : removedText(context.from, namespace, name)}`;
    return { text, here, there: opening ? isolating?.span : undefined };
  }
  const own = findPolicy(context.to, namespace, name);
  if (own !== undefined && selectorKey(own.podSelector) !== selectorKey(other.podSelector))
    return {
      text: `podSelector of ${name} changed`,
      here: own.podSelector.span,
      there: other.podSelector.span,
    };
  if (!other.policyTypes.includes(change.direction))
    return {
      text: `policyTypes of ${name} ${opening ? "gained" : "lost"} ${title(change.direction)}`,
      here,
      there: other.policyTypesSpan,
    };
  return (
    explainRelabelled(change, context) ?? explainWithin(allow, other[change.direction], context)
  );
}

const title = (direction: string): string => (direction === "ingress" ? "Ingress" : "Egress");

/** The rule is the same; a namespace that it selects got or lost the labels it asks for. */
function explainRelabelled(
  change: FlowChange,
  { to, from, regions }: RuleContext,
): Parts | undefined {
  for (const region of regions) {
    const peer = peerOf(region, change.direction);
    if (peer.type !== "pod" || peer.namespaces.type !== "known") continue;
    for (const name of peer.namespaces.names) {
      const now = to.namespaces.get(name);
      const before = from.namespaces.get(name);
      if (now === undefined || before === undefined) continue;
      if (JSON.stringify(now.labels) === JSON.stringify(before.labels)) continue;
      return { text: `labels of namespace ${name} changed`, here: now.span, there: before.span };
    }
  }
  return undefined;
}

/** The same policy at both revisions: which part of which rule differs. */
function explainWithin(
  allow: RuleAllow,
  rules: readonly PolicyRule[],
  { opening, regions }: RuleContext,
): Parts {
  const [gone, came] = opening ? ["removed", "added"] : ["added", "removed"];
  const { rule, peer } = allow;
  const counterpart = closestRule(rule, rules, allow.ruleIndex);
  const here = (peer ?? rule).span;
  if (counterpart === undefined) return { text: `rule ${came}`, here: rule.span, there: undefined };
  const lost = peer?.type === "ipBlock" ? lostExcept(peer, counterpart, regions) : undefined;
  if (lost !== undefined && peer !== undefined)
    return { text: `except ${lost.cidr} ${gone}`, here: peer.span, there: lost.span };
  if (peer === undefined && counterpart.peers.length > 0)
    return { text: `peers ${gone}: everyone is meant`, here: rule.span, there: counterpart.span };
  if (peer !== undefined && !counterpart.peers.some((other) => sameRange(other, peer))) {
    const combined = opening ? splitPeer(rule, counterpart) : undefined;
    if (combined !== undefined)
      return {
        text: "two list items are OR; before, one item was AND",
        here,
        there: combined.span,
      };
    return { text: `peer ${came}`, here, there: counterpart.span };
  }
  const port = rule.ports.find(
    (entry) => !counterpart.ports.some((candidate) => samePort(candidate, entry)),
  );
  if (port !== undefined && counterpart.ports.length > 0)
    return { text: `${portText(port)} ${came}`, here: port.span, there: counterpart.span };
  if (rule.ports.length === 0 && counterpart.ports.length > 0)
    return { text: `ports ${gone}: every port is meant`, here: rule.span, there: counterpart.span };
  return { text: "the namespaces it selects changed", here, there: counterpart.span };
}

const portText = ({ protocol, port, endPort }: PolicyPort): string =>
  port === undefined
    ? `${protocol} (any port)`
    : `port ${port}${endPort === undefined ? "" : `-${endPort}`}`;

function explainIsolation(
  change: FlowChange,
  isolation: readonly Isolation[],
  { to, opening }: { readonly to: World; readonly opening: boolean },
): Parts {
  const [first] = isolation;
  if (first === undefined) return { text: "isolation changed", here: undefined, there: undefined };
  const { ref, subjectSpan } = first.policy;
  const own = findPolicy(to, ref.namespace, ref.name);
  const verb = opening ? "no longer isolates" : "now isolates";
  const changed =
    own === undefined
      ? isRejected(to, ref.namespace, ref.name)
        ? rejectedText(ref.name)
        : `policy ${ref.name} ${opening ? removedText(to, ref.namespace, ref.name) : "added"}`
      : !own.policyTypes.includes(change.direction)
        ? `policyTypes of ${ref.name} ${opening ? "lost" : "gained"} ${title(change.direction)}`
        : `podSelector of ${ref.name} changed`;
  const here =
    own === undefined
      ? undefined
      : own.policyTypes.includes(change.direction)
        ? own.podSelector.span
        : own.policyTypesSpan;
  return {
    text: `${changed}: it ${verb} these pods`,
    here,
    there: own === undefined ? ref.span : subjectSpan,
  };
}

/** Gone, or in another namespace than before. */
function removedText(world: World, namespace: string, name: string): string {
  const moved = world.policies.find(
    (placed) => placed.policy.name === name && placed.namespace !== namespace,
  );
  return moved?.namespace === "" ? "lost its namespace" : "removed";
}

const isRejected = ({ rejected }: World, namespace: string, name: string): boolean =>
  rejected?.has(policyKey(namespace, name)) === true;

const rejectedText = (name: string): string =>
  `the API server rejects ${name}: it is not applied, or stays as it was`;

export function findPolicy(
  world: World,
  namespace: string,
  name: string,
): NetworkPolicy | undefined {
  return world.policies.find(
    (placed) => placed.namespace === namespace && placed.policy.name === name,
  )?.policy;
}

const isolatedBy = (world: World, namespace: string): readonly NetworkPolicy[] =>
  world.policies
    .filter((placed) => placed.namespace === namespace)
    .map(({ policy }) => policy)
    .toSorted((a, b) => a.podSelector.requirements.length - b.podSelector.requirements.length);

/** The rule that this one most likely was: most peers and ports in common, then the same position. */
function closestRule(
  rule: PolicyRule,
  rules: readonly PolicyRule[],
  index: number,
): PolicyRule | undefined {
  const score = (candidate: PolicyRule): number =>
    candidate.peers.filter((peer) => rule.peers.some((own) => similarPeer(own, peer))).length * 2 +
    candidate.ports.filter((port) => rule.ports.some((own) => samePort(own, port))).length;
  const best = rules.toSorted((a, b) => score(b) - score(a))[0];
  if (best !== undefined && score(best) > 0) return best;
  return rules[index];
}

const similarPeer = (a: Peer, b: Peer): boolean =>
  samePeer(a, b) ||
  (a.type === "ipBlock" && b.type === "ipBlock" && a.cidr === b.cidr) ||
  (a.type === "selectors" &&
    b.type === "selectors" &&
    ((a.namespaceSelector !== undefined &&
      b.namespaceSelector !== undefined &&
      selectorKey(a.namespaceSelector) === selectorKey(b.namespaceSelector)) ||
      (a.podSelector !== undefined &&
        b.podSelector !== undefined &&
        selectorKey(a.podSelector) === selectorKey(b.podSelector))));

/** Equal but for exceptions, which explain other flows than these. */
const sameRange = (a: Peer, b: Peer): boolean =>
  a.type === "ipBlock" && b.type === "ipBlock" ? a.cidr === b.cidr : samePeer(a, b);

function samePeer(a: Peer, b: Peer): boolean {
  if (a.type === "ipBlock")
    return (
      b.type === "ipBlock" &&
      a.cidr === b.cidr &&
      a.except.length === b.except.length &&
      a.except.every(({ cidr }) => b.except.some((other) => other.cidr === cidr))
    );
  return (
    b.type === "selectors" &&
    sameSelector(a.podSelector, b.podSelector) &&
    sameSelector(a.namespaceSelector, b.namespaceSelector)
  );
}

const sameSelector = (
  a: NetworkPolicy["podSelector"] | undefined,
  b: NetworkPolicy["podSelector"] | undefined,
): boolean => (a === undefined || b === undefined ? a === b : selectorKey(a) === selectorKey(b));

const samePort = (a: PolicyPort, b: PolicyPort): boolean =>
  a.protocol === b.protocol && a.port === b.port && a.endPort === b.endPort;

/** An exception that the counterpart of the same range has and this one lacks. */
function lostExcept(
  peer: Extract<Peer, { type: "ipBlock" }>,
  rule: PolicyRule,
  regions: readonly Region[],
): ExceptBlock | undefined {
  return lostExceptions(peer, rule).find(({ cidr }) =>
    regions.some(({ source, destination }) =>
      [source, destination].some(
        (end) =>
          end.type === "address" && subtractAddresses(end.addresses, rangeOf(cidr)).length === 0,
      ),
    ),
  );
}

function lostExceptions(
  peer: Extract<Peer, { type: "ipBlock" }>,
  rule: PolicyRule,
): readonly ExceptBlock[] {
  return rule.peers
    .filter((other) => other.type === "ipBlock")
    .filter(({ cidr }) => cidr === peer.cidr)
    .flatMap(({ except }) => except)
    .filter(({ cidr }) => !peer.except.some((own) => own.cidr === cidr));
}

/** The ranges that a rule's address peer excepts in one revision only: their flows are a row of their own. */
export function exceptionsBehind(change: FlowChange, worlds: Revisions): readonly Addresses[] {
  if (change.cause.type !== "rule") return [];
  const { peer, policy } = change.cause.allow;
  if (peer?.type !== "ipBlock") return [];
  const from = change.change === "closed" ? worlds.head : worlds.base;
  const other = findPolicy(from, policy.namespace, policy.name);
  const rules = other?.[change.direction] ?? [];
  return rules.flatMap((rule) => lostExceptions(peer, rule)).map(({ cidr }) => rangeOf(cidr));
}

/** The item with both selectors that became two items of this rule: AND turned into OR by one dash. */
function splitPeer(rule: PolicyRule, counterpart: PolicyRule): Peer | undefined {
  const has = (wanted: Peer): boolean => rule.peers.some((peer) => samePeer(peer, wanted));
  return counterpart.peers.find(
    (peer) =>
      peer.type === "selectors" &&
      peer.podSelector !== undefined &&
      peer.namespaceSelector !== undefined &&
      has({ type: "selectors", podSelector: peer.podSelector, span: peer.span }) &&
      has({ type: "selectors", namespaceSelector: peer.namespaceSelector, span: peer.span }),
  );
}

/** The policies that still block a masked flow. */
export const placesOf = (isolation: readonly Isolation[]): readonly PolicyPlace[] => {
  const places = new Map(
    isolation.map(({ policy: { ref } }) => [
      `${ref.namespace}/${ref.name}/${ref.span.path}/${ref.span.startLine}`,
      { namespace: ref.namespace, name: ref.name, span: ref.span },
    ]),
  );
  return [...places.values()];
};
