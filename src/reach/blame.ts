import type { NetworkPolicy, Peer, PolicyPort, PolicyRule } from "../model/policy.ts";
import type { Blame, PolicyPlace } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { selectorKey } from "../policy/namespace-directory.ts";
import type { World } from "../world/world.ts";
import type { FlowChange } from "./compare.ts";
import type { Isolation } from "./evaluator.ts";

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
export function explainChange(change: FlowChange, worlds: Revisions): Explanation {
  const opening = change.change !== "closed";
  const [to, from] = opening ? [worlds.head, worlds.base] : [worlds.base, worlds.head];
  const { text, here, there } =
    change.cause.type === "rule"
      ? explainRule(change, change.cause.allow, { to, from, opening })
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
      : { base: moved.base.labelsSpan, head: moved.head.labelsSpan }),
  };
  return moved === undefined
    ? { blame, text }
    : { blame, text: `${movedText(change)} of ${moved.head.kind} ${moved.head.name} changed` };
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
}

type RuleAllow = Extract<FlowChange["cause"], { type: "rule" }>["allow"];

function explainRule(change: FlowChange, allow: RuleAllow, context: RuleContext): Parts {
  const { opening } = context;
  const { name, namespace } = allow.policy;
  const other = findPolicy(context.from, namespace, name);
  const here = (allow.peer ?? allow.rule).span;
  if (other === undefined) {
    const isolating = isolatedBy(context.from, namespace)[0];
    const text = `policy ${name} ${opening ? "added" : "removed"}`;
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
  return explainWithin(allow, other[change.direction], context);
}

const title = (direction: string): string => (direction === "ingress" ? "Ingress" : "Egress");

/** The same policy at both revisions: which part of which rule differs. */
function explainWithin(
  allow: RuleAllow,
  rules: readonly PolicyRule[],
  { opening }: RuleContext,
): Parts {
  const [gone, came] = opening ? ["removed", "added"] : ["added", "removed"];
  const { rule, peer } = allow;
  const counterpart = closestRule(rule, rules, allow.ruleIndex);
  const here = (peer ?? rule).span;
  if (counterpart === undefined) return { text: `rule ${came}`, here: rule.span, there: undefined };
  const lost = peer?.type === "ipBlock" ? lostExcept(peer, counterpart) : undefined;
  if (lost !== undefined && peer !== undefined)
    return { text: `except ${lost.cidr} ${gone}`, here: peer.span, there: lost.span };
  if (peer === undefined && counterpart.peers.length > 0)
    return { text: `peers ${gone}: everyone is meant`, here: rule.span, there: counterpart.span };
  if (peer !== undefined && !counterpart.peers.some((candidate) => samePeer(candidate, peer))) {
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
      ? `policy ${ref.name} ${opening ? "removed" : "added"}`
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
): { readonly cidr: string; readonly span: Span } | undefined {
  for (const other of rule.peers) {
    if (other.type !== "ipBlock" || other.cidr !== peer.cidr) continue;
    const lost = other.except.find(({ cidr }) => !peer.except.some((own) => own.cidr === cidr));
    if (lost !== undefined) return lost;
  }
  return undefined;
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
