import type { Peer } from "../model/policy.ts";
import type { Finding } from "../model/report.ts";
import { splitCells } from "../reach/cells.ts";
import type { SideComparison } from "../reach/compare.ts";
import { describeAnyOf } from "../reach/describe-pods.ts";
import type { NamespaceSide } from "../reach/evaluator.ts";
import { isolatedPods, lostIsolation, subjectOf } from "../reach/gains.ts";
import { hollowedPods } from "../reach/hollowed.ts";
import { namespaceLabel } from "../reach/pod-words.ts";
import type { NamespaceSet } from "../space/endpoint.ts";
import { intersectBoxes, subtractFromBoxes, type LabelBox } from "../space/label-box.ts";
import { isAllPorts, NO_PORTS, unitePorts } from "../space/ports.ts";
import type { DiffFacts, Weakening } from "./facts.ts";
import { placeOfGain } from "./places.ts";
import { findingOf } from "./rules.ts";

/** The pods of a side whose default-deny got weaker, and in which of the three forms. */
export function findWeakening(
  side: SideComparison,
  everywhere: readonly NamespaceSet[],
): Weakening | undefined {
  let lost = lostIsolation(side.base, side.head);
  // Isolation under a rule that allows everything held nothing back.
  for (const labels of openPods(side.base, side)) lost = subtractFromBoxes(lost, labels);
  if (lost.length > 0) return { form: "lost", pods: lost };
  const opened = voidPods(side.base, side.head, side);
  if (opened.length > 0) return { form: "void", pods: opened };
  const hollowed = side.workload === undefined ? hollowedPods(side, everywhere) : [];
  return hollowed.length > 0 ? { form: "hollowed", pods: hollowed } : undefined;
}

/** Still selected, but a rule without peers and ports allows everything, and none did at base. */
function voidPods(
  base: NamespaceSide,
  head: NamespaceSide,
  side: SideComparison,
): readonly LabelBox[] {
  let opened = openPods(head, side);
  for (const labels of openPods(base, side)) opened = subtractFromBoxes(opened, labels);
  const isolated = isolatedPods(base);
  return opened.flatMap((labels) => isolated.flatMap((box) => intersectBoxes(box, labels) ?? []));
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
    const { form, pods } = weakening;
    return [
      findingOf("NP001", {
        scope: facts.scope,
        namespace,
        message: messageOf(side, form, pods),
        ...(form === "lost" ? { certain: false } : {}),
        ...place,
      }),
    ];
  });
}

function messageOf(
  side: SideComparison,
  form: Weakening["form"],
  pods: readonly LabelBox[],
): string {
  const who = describeWho(side, pods);
  const way = side.direction === "ingress" ? "from" : "to";
  switch (form) {
    case "lost":
      return `${who}: no policy isolates ${side.direction} any more, so traffic ${way} everyone is allowed`;
    case "void":
      return `${who}: still selected, but a rule without peers and ports now allows all ${side.direction}`;
    case "hollowed":
      return `${who}: ${side.direction} ${way} ${describeWide(side)} is now allowed on every port`;
  }
}

function describeWho(side: SideComparison, pods: readonly LabelBox[]): string {
  if (side.workload !== undefined)
    return `${side.workload.head.kind} ${side.workload.head.name} in ${namespaceLabel(side.workload.namespace)}`;
  const labels = describeAnyOf(pods);
  const which = labels === "" ? "all pods" : `pods ${labels}`;
  return `${which} in ${namespaceLabel(side.namespace)}`;
}

/** The broad peers that came, and a word to those who meant them as a block. */
function describeWide({ gains }: SideComparison): string {
  const allows = gains.flatMap(({ cause }) => (cause.type === "rule" ? [cause.allow] : []));
  const peers = [
    ...new Set(allows.flatMap(({ peer }) => (peer === undefined ? [] : describePeer(peer)))),
  ];
  const named = allows.find(({ policy }) => /deny|block|isolat|restrict/i.test(policy.name));
  const remark =
    named === undefined
      ? ""
      : ` (${named.policy.name} blocks nothing: policies only add what they allow)`;
  return (peers.length === 0 ? "everyone" : peers.slice(0, 3).join(" and ")) + remark;
}

function describePeer(peer: Peer): readonly string[] {
  if (peer.type === "selectors")
    return peer.namespaceSelector === undefined ? [] : ["pods of all namespaces"];
  const except = peer.except.map(({ cidr }) => cidr).join(", ");
  return [except === "" ? peer.cidr : `${peer.cidr} except ${except}`];
}
