import type { Finding } from "../model/report.ts";
import type { Allow } from "../policy/compiled.ts";
import { splitCells } from "../reach/cells.ts";
import type { SideComparison } from "../reach/compare.ts";
import { describePodsOf } from "../reach/label-words.ts";
import type { NamespaceSide } from "../reach/evaluator.ts";
import { lostIsolation, subjectOf } from "../reach/gains.ts";
import { hollowedPods, voidPods } from "../reach/hollowed.ts";
import { formerName, traitOfMove } from "../reach/blame.ts";
import type { MovedWorkload } from "../reach/moved-workload.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import type { WidePeer } from "../reach/practically-all.ts";
import type { LabelBox } from "../space/label-box.ts";
import { subtractEach } from "../space/label-union.ts";
import { isAllPorts, NO_PORTS, unitePorts } from "../space/ports.ts";
import type { DiffFacts, Weakening } from "./diff-facts.ts";
import { placeOfGain } from "./places.ts";
import { findingOf } from "./rules.ts";

/** The pods of a side whose default-deny got weaker, and in which of the three forms (docs/gates.md). */
export function findWeakening(side: SideComparison): Weakening | undefined {
  // Whatever went, nothing is allowed that was not.
  if (side.gains.length === 0 && side.verdict !== "unknown") return undefined;
  let lost = lostIsolation(side.base, side.head);
  // Isolation under a rule that allows everything held nothing back.
  if (lost.length > 0) lost = subtractEach(lost, openPods(side.base, side));
  if (lost.length > 0) return { form: "lost", pods: lost, peers: [] };
  const opened = voidPods(side);
  if (opened !== undefined) return { form: "void", ...opened };
  const hollowed = side.workload === undefined ? hollowedPods(side) : undefined;
  return hollowed && { form: "hollowed", ...hollowed };
}

/** Pods for which the rules without peers allow, together, every port of every protocol. */
function openPods({ allows }: NamespaceSide, { direction }: SideComparison): readonly LabelBox[] {
  const peerless = allows.filter(
    ({ peer, region }) => peer === undefined && region.names.size === 0,
  );
  const subjects = peerless.flatMap((allow) => {
    const subject = subjectOf(allow.region, direction);
    return subject.type === "pod" ? [{ labels: subject.labels, ports: allow.region.ports }] : [];
  });
  const cells = splitCells(
    subjects.map(({ labels }) => labels),
    subjects.map(({ labels }) => labels),
  );
  return cells
    .filter(({ members }) => {
      const ports = [...members].map((index) => subjects[index]?.ports ?? NO_PORTS);
      return isAllPorts(ports.reduce(unitePorts, NO_PORTS));
    })
    .map(({ labels }) => labels);
}

/** Gate: default-deny weakened, for any pod, both directions. */
export function checkDefaultDeny(facts: DiffFacts): readonly Finding[] {
  return [...facts.weakenings].flatMap(([side, weakening]) => {
    const namespace = side.workload?.namespace ?? side.namespace;
    const place = placeOfGain(side, facts);
    return [
      findingOf("NP001", {
        scope: facts.scope,
        namespace,
        message: messageOf(side, weakening),
        ...(weakening.form === "lost" ? { certain: false, help: helpForLost(side) } : {}),
        ...(side.workload === undefined ? {} : { help: helpForMoved(side.workload) }),
        ...place,
      }),
    ];
  });
}

/** The policies are as they were: it is the workload that has to come back. */
const MOVED_HELP: Readonly<Record<ReturnType<typeof traitOfMove>, string>> = {
  "pod labels":
    "Give the pods labels that a policy with this direction selects, or let a policy select the labels that they have now.",
  namespace:
    "Give the namespace that it moved to the default-deny and the policies that the former one has for it.",
  hostNetwork:
    "No policy reaches pods on the host network: remove `hostNetwork: true`, or protect the node's address by other means.",
  "named ports": "Name the ports as the policies do.",
  "controller's labels":
    "Select the pods by labels of the pod template: what a controller adds goes with its name and kind.",
};

export const helpForMoved = (moved: MovedWorkload): string => MOVED_HELP[traitOfMove(moved)];

/** The policies whose isolation is gone are what has to come back, whatever rules there are. */
export function helpForLost({ base }: SideComparison): string {
  const names = base.isolation
    .toSorted((a, b) => a.labels.size - b.labels.size)
    .map(({ policy }) => policy.ref.name);
  const [broadest = ""] = names;
  return `Restore the isolation that policy \`${broadest}\` gave these pods, and open only what an application needs, in policies that select that application.`;
}

function messageOf(side: SideComparison, { form, pods, peers }: Weakening): string {
  const who = describeWho(side, pods);
  const { direction } = side;
  const way = direction === "ingress" ? "from" : "to";
  switch (form) {
    case "lost":
      return side.workload === undefined
        ? `${who}: no policy isolates ${direction} any more, so traffic ${way} everyone is allowed`
        : `${who} ${leavesWhat(side)} for ${direction}: its ${traitOfMove(side.workload)} changed`;
    case "void":
      return rulesOf(side).some(({ peer, rule }) => peer === undefined && rule.ports.length === 0)
        ? `${who}: still selected, but a rule without peers and ports now allows all ${direction}`
        : `${who}: still selected, but ${direction} ${way} practically everyone is now allowed (${describeWide(side, peers)}, ${portsOf(side)})`;
    case "hollowed":
      return `${who}: ${direction} ${way} ${describeWide(side, peers)} is now allowed ${portsOf(side)}`;
  }
}

/** What isolated a workload that moved: the default-deny, or else policies that named its pods. */
function leavesWhat({ base }: SideComparison): string {
  const isForAll = base.isolation.some(({ policy }) => policy.subject?.size === 0);
  if (isForAll) return "leaves the default-deny";
  const names = [...new Set(base.isolation.map(({ policy }) => policy.ref.name))];
  return `is no longer isolated by ${names.length === 1 ? "policy" : "policies"} ${listSome(names)}`;
}

/** A moved workload by name, and by the one it had. */
export function describeMoved(moved: MovedWorkload): string {
  const former = formerName(moved);
  const was = former === undefined ? "" : ` (was ${former})`;
  if (moved.from !== moved.namespace)
    return `${moved.head.kind} ${moved.head.name} in ${namespaceLabel(moved.namespace)}${was}`;
  return `${moved.head.kind} ${moved.head.name}${was} in ${namespaceLabel(moved.namespace)}`;
}

function describeWho(side: SideComparison, pods: readonly LabelBox[]): string {
  if (side.workload !== undefined) return describeMoved(side.workload);
  return describePodsOf(pods, namespaceLabel(side.namespace), "all pods");
}

const rulesOf = ({ gains }: SideComparison): readonly Allow[] =>
  gains.flatMap(({ cause }) => (cause.type === "rule" ? [cause.allow] : []));

const portsOf = (side: SideComparison): string =>
  rulesOf(side).some(
    ({ rule: { ports } }) => ports.length === 0 || ports.some(({ port }) => port === undefined),
  )
    ? "on every port"
    : "on most ports";

const WIDE_WORDS: Readonly<Record<WidePeer, string>> = {
  pods: "the pods of all namespaces",
  ipv4: "the internet",
  ipv6: "the IPv6 internet",
};

/** The wide peers that came, with what the rules leave out, and a word to those who meant them as a block. */
function describeWide(side: SideComparison, peers: readonly WidePeer[]): string {
  const allows = rulesOf(side);
  const except = allows.flatMap(({ peer }) => (peer?.type === "ipBlock" ? peer.except : []));
  const named = allows.find(({ policy }) => /deny|block|isolat|restrict/i.test(policy.name));
  const words = peers
    .filter((peer) => peer !== "ipv6" || !peers.includes("ipv4"))
    .map((peer) =>
      peer === "pods" && !meansAllPods(allows) ? "nearly all pods" : WIDE_WORDS[peer],
    )
    .join(" and ");
  return (
    words +
    (except.length === 0 ? "" : ` except ${listSome(except.map(({ cidr }) => cidr))}`) +
    (named === undefined
      ? ""
      : ` (${named.policy.name} blocks nothing: policies only add what they allow)`)
  );
}

/** Outright, and not by leaving something out. */
const meansAllPods = (allows: readonly Allow[]): boolean =>
  allows.some(
    ({ peer }) =>
      peer === undefined ||
      (peer.type === "selectors" &&
        peer.namespaceSelector?.requirements.length === 0 &&
        (peer.podSelector?.requirements.length ?? 0) === 0),
  );

const SHOWN = 3;
const listSome = (texts: readonly string[]): string => {
  const all = [...new Set(texts)];
  return all.slice(0, SHOWN).join(", ") + (all.length > SHOWN ? " and others" : "");
};
