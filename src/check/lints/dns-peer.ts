import { NAME_LABEL } from "../../model/name-label.ts";
import type { LabelSelector, Requirement } from "../../model/policy.ts";
import type { Span } from "../../model/span.ts";
import { peerKey } from "../../policy/network-policy.ts";
import { peerOf, subjectOf } from "../../reach/gains.ts";
import { namespaceLabel } from "../../reach/pod-words.ts";
import { boxMatches, boxOfSelector, type LabelBox } from "../../space/label-box.ts";
import { reachesResolver } from "../dns.ts";
import { isDnsRule } from "./dns-words.ts";
import type { Fault } from "./fault.ts";
import type { LintFacts } from "./lint-facts.ts";
import { isNearText } from "./near-text.ts";
import { createSubjectIndex, type SubjectIndex } from "./subject-index.ts";
import { selectorPeers, type SelectorPeer } from "./walk.ts";

interface Mistake {
  readonly text: string;
  readonly location: Span;
}

/**
 * Peers of DNS rules that find no resolver of a stock cluster, for a reason that can be named, while no
 * other rule lets the same pods resolve names. A resolver of one's own is none of these.
 */
export function findDnsPeers(facts: LintFacts): readonly Fault[] {
  const resolving = new Map<string, SubjectIndex<LabelBox>>();
  return [...selectorPeers(facts.world)].flatMap(
    ({ policy, namespace, direction, rule, peer }): readonly Fault[] => {
      if (direction !== "egress" || !isDnsRule(rule)) return [];
      const mistake = mistakeOf(peer, namespace, facts);
      const subject = mistake && boxOfSelector(policy.podSelector);
      if (mistake === undefined || subject === undefined) return [];
      const index = resolving.get(namespace) ?? resolvingSubjects(namespace, facts);
      resolving.set(namespace, index);
      if (index.covers(subject)) return [];
      return [
        {
          rule: "NP013",
          namespace,
          about: peerKey(peer),
          message: `NetworkPolicy ${policy.name} allows DNS to nobody: ${mistake.text}; its pods in ${namespaceLabel(namespace)} cannot resolve names`,
          location: mistake.location,
        },
      ];
    },
  );
}

/** The pods that some rule surely lets reach a resolver. */
function resolvingSubjects(namespace: string, { evaluator }: LintFacts): SubjectIndex<LabelBox> {
  const subjects = evaluator.side(namespace, "egress").allows.flatMap(({ region }) => {
    if (!reachesResolver(peerOf(region, "egress"), region.ports, "surely")) return [];
    const subject = subjectOf(region, "egress");
    return subject.type === "pod" ? [subject.labels] : [];
  });
  return createSubjectIndex(subjects, (labels) => labels);
}

const SYSTEM = "kube-system";

function mistakeOf(peer: SelectorPeer, own: string, facts: LintFacts): Mistake | undefined {
  const { namespaceSelector, podSelector } = peer;
  if (namespaceSelector === undefined)
    return podSelector !== undefined && own !== SYSTEM && own !== "" && asksForResolver(podSelector)
      ? {
          text: `without a namespaceSelector the peer means pods of ${own}, and the resolver runs in ${SYSTEM}`,
          location: podSelector.span,
        }
      : undefined;
  return (
    namespaceMistake(namespaceSelector, facts) ??
    (podSelector && meansSystem(namespaceSelector) ? podMistake(podSelector) : undefined)
  );
}

/** The one value that a requirement wants. */
const only = ({ operator, values }: Requirement): string | undefined =>
  operator === "In" && values.length === 1 ? values[0] : undefined;

/** Keys under which people look for the name of a namespace. No server sets them. */
const NAME_KEYS = /^(?:name|namespace|ns|k8s-app|kubernetes\.io\/name|metadata\.name)$/;

function namespaceMistake(selector: LabelSelector, { world }: LintFacts): Mistake | undefined {
  for (const requirement of selector.requirements) {
    const value = only(requirement);
    const { key, span } = requirement;
    if (value === SYSTEM && (NAME_KEYS.test(key) || isNearText(key, NAME_LABEL))) {
      const declared = world.namespaces.get(SYSTEM);
      if (declared?.labels[key] === SYSTEM) continue;
      return {
        text: `${SYSTEM} has no label \`${key}: ${SYSTEM}\` unless somebody sets it; write \`${NAME_LABEL}: ${SYSTEM}\``,
        location: span,
      };
    }
    if (
      key === NAME_LABEL &&
      value !== undefined &&
      isNearText(value, SYSTEM) &&
      !world.namespaces.has(value)
    )
      return { text: `\`${value}\` is not \`${SYSTEM}\``, location: span };
  }
  return undefined;
}

const meansSystem = ({ requirements }: LabelSelector): boolean =>
  requirements.some(
    (requirement) => requirement.key === NAME_LABEL && only(requirement) === SYSTEM,
  );

/** What the resolver's pods carry: on stock clusters, and where the CoreDNS chart installed it. */
const RESOLVERS = [
  { "k8s-app": "kube-dns" },
  { "k8s-app": "node-local-dns" },
  { "k8s-app": "coredns", "app.kubernetes.io/name": "coredns" },
  { "app.kubernetes.io/name": "rke2-coredns", "k8s-app": "kube-dns" },
];

const asksForResolver = (selector: LabelSelector): boolean => {
  const box = boxOfSelector(selector);
  return box !== undefined && box.size > 0 && RESOLVERS.some((labels) => boxMatches(box, labels));
};

/** `app: kube-dns`, `k8s-app: kubedns`: a name of the resolver where it does not stand. */
function podMistake(selector: LabelSelector): Mistake | undefined {
  const [requirement, another] = selector.requirements;
  const value = requirement && only(requirement);
  if (requirement === undefined || another !== undefined || value === undefined) return undefined;
  if (asksForResolver(selector)) return undefined;
  const { key, span } = requirement;
  const isMeant =
    ["kube-dns", "coredns", "kubedns", "core-dns", "dns"].includes(value) ||
    isNearText(value, "kube-dns");
  return isMeant
    ? {
        text: `the resolver's pods do not have the label \`${key}: ${value}\`; write \`k8s-app: kube-dns\``,
        location: span,
      }
    : undefined;
}
