import type { Finding } from "../model/report.ts";

export interface Rule {
  readonly name: string;
  readonly level: Finding["level"];
  /** Fails the check by default. */
  readonly gate: boolean;
  /**
   * Its findings rest on something that is absent, so that a manifest that could not be read may refute them:
   * they then leave the verdict open instead of failing the check. Single findings say so with `certain`.
   */
  readonly refutable?: true;
  /** Only a comparison finds it: that a scan does not says nothing. */
  readonly onlyInChanges?: true;
  readonly summary: string;
  readonly help: string;
}

/** Every rule that can speak. Ids are stable: other tools store them. */
export const RULES = {
  NP001: {
    name: "default-deny-weakened",
    level: "error",
    gate: true,
    onlyInChanges: true,
    summary:
      "Pods that were isolated by default are isolated no longer, or everything is allowed to them",
    help: "Keep a policy with `podSelector: {}` and this direction in `policyTypes`, and open only what an application needs in policies that select that application.",
  },
  NP002: {
    name: "metadata-opened",
    level: "error",
    gate: true,
    onlyInChanges: true,
    summary: "Pods that could not reach a cloud metadata address now can",
    help: "Leave the metadata addresses out of every rule of the namespace: an `except` in one policy does not help where another policy allows them. An egress rule without `to` allows them as well.",
  },
  NP003: {
    name: "new-namespace-without-default-deny",
    level: "warning",
    gate: false,
    refutable: true,
    onlyInChanges: true,
    summary: "A new namespace has no default-deny",
    help: "Add a policy with `podSelector: {}`, `policyTypes: [Ingress, Egress]` and no rules.",
  },
  NP004: {
    name: "application-retired",
    level: "note",
    gate: false,
    onlyInChanges: true,
    summary: "An application and the policy that isolated it are gone together",
    help: "Give the namespace a default-deny, so that it does not depend on each application's policy.",
  },
  NP010: {
    name: "no-default-deny-ingress",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "Some pods of the namespace accept traffic from everyone",
    help: "Add a policy with `podSelector: {}`, `policyTypes: [Ingress]` and no rules.",
  },
  NP011: {
    name: "no-default-deny-egress",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "Some pods of the namespace may send traffic to everyone",
    help: "Add a policy with `podSelector: {}`, `policyTypes: [Egress]` and no rules, and one that allows DNS.",
  },
  NP012: {
    name: "egress-isolated-without-dns",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "Pods are denied egress and cannot reach a DNS resolver",
    help: "Allow egress to UDP and TCP 53 in namespace kube-system, pods `k8s-app: kube-dns` (or your cluster's resolver).",
  },
  NP013: {
    name: "dns-peer-cannot-match",
    level: "error",
    gate: false,
    refutable: true,
    summary: "A rule for DNS names pods or a namespace that no resolver has",
    help: "Allow egress to UDP and TCP 53 in one peer with `namespaceSelector` `kubernetes.io/metadata.name: kube-system` and `podSelector` `k8s-app: kube-dns`.",
  },
  NP014: {
    name: "metadata-reachable",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "Some pods of the namespace can reach a cloud metadata address",
    help: "Isolate egress, and leave the metadata addresses out of every rule.",
  },
  NP015: {
    name: "deny-named-policy-allows",
    level: "warning",
    gate: false,
    summary: "A policy is called a block and opens everything but an exception",
    help: "Remove the policy: what no policy allows is denied. Put the exception into the rules that allow the rest.",
  },
  NP016: {
    name: "except-defeated",
    level: "warning",
    gate: false,
    summary: "Another rule allows what an `except` leaves out",
    help: "Repeat the `except` in the other rule, or narrow that rule: exceptions hold for their own `ipBlock` only.",
  },
  NP017: {
    name: "metadata-address-opened-on-other-port",
    level: "warning",
    gate: false,
    onlyInChanges: true,
    summary: "Pods can now reach a cloud metadata address, on ports where no known service answers",
    help: "Leave the metadata addresses out of the rule: a provider may serve them elsewhere tomorrow.",
  },
  NP020: {
    name: "dangling-subject",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "A policy selects no pod, so it protects nothing",
    help: "Correct the `podSelector` to the labels of the pod template.",
  },
  NP021: {
    name: "dangling-peer",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "A peer finds no pod, so its rule allows nothing",
    help: "Correct the `podSelector` of the peer to the labels of the pod template.",
  },
  NP022: {
    name: "namespace-label-unknown",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "A `namespaceSelector` asks for a label that the namespace does not have",
    help: "Select namespaces by `kubernetes.io/metadata.name`, which the API server sets, or add the label to the Namespace.",
  },
  NP023: {
    name: "and-or-suspect",
    level: "warning",
    gate: false,
    summary: "Two list items mean OR where AND was probably meant",
    help: "Write `podSelector` without a dash below `namespaceSelector`, so that both stand in one item.",
  },
  NP024: {
    name: "split-rule-suspect",
    level: "warning",
    gate: false,
    summary: "A dash before `ports` makes a rule of its own, for every address",
    help: "Write `ports` without a dash below `from` or `to`, so that both stand in one rule.",
  },
  NP025: {
    name: "namespace-missing",
    level: "warning",
    gate: false,
    summary: "A policy names no namespace, so where it lands depends on who applies it",
    help: "Set `metadata.namespace`.",
  },
  NP026: {
    name: "namespace-undeclared",
    level: "note",
    gate: false,
    refutable: true,
    summary: "A policy lands in a namespace that no manifest declares, though others are declared",
    help: "Check the spelling of `metadata.namespace`.",
  },
  NP027: {
    name: "defined-twice",
    level: "warning",
    gate: false,
    summary: "The same object is defined twice in one scope; which one wins is unknown",
    help: "Remove one of them, or tell the scopes apart in the configuration.",
  },
  NP028: {
    name: "unknown-field",
    level: "warning",
    gate: false,
    summary: "A field that the API server drops or refuses",
    help: "Correct the field name; a dropped field mostly widens what is left.",
  },
  NP030: {
    name: "service-port-not-target-port",
    level: "error",
    gate: false,
    refutable: true,
    summary: "A policy names the port of a Service, and the pods listen on another",
    help: "Write the port on which the pods listen, the `targetPort` of the Service.",
  },
  NP031: {
    name: "named-port-undeclared",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "No selected pod declares the name of a port",
    help: "Write the name as the container declares it, or the number.",
  },
  NP032: {
    name: "dns-port-without-protocol",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "Port 53 without a protocol means TCP, and DNS needs UDP",
    help: "List port 53 twice, with `protocol: UDP` and with `protocol: TCP`.",
  },
  NP033: {
    name: "policytypes-surprise",
    level: "error",
    gate: false,
    summary: "`policyTypes` and the rules of a policy do not fit together",
    help: "Add the direction to `policyTypes`, or remove its rules.",
  },
  NP034: {
    name: "cluster-ip-in-ipblock",
    level: "warning",
    gate: false,
    summary: "An `ipBlock` is the address of a Service",
    help: "Select the pods behind the Service, or write the addresses of its endpoints: for the API server, those of the control plane.",
  },
  NP035: {
    name: "snat-ipblock",
    level: "warning",
    gate: false,
    summary: "An `ipBlock` names clients whose address the pods may not see",
    help: "Set `externalTrafficPolicy: Local`, or restrict the clients at the load balancer with `loadBalancerSourceRanges`.",
  },
  NP040: {
    name: "internet-ingress",
    level: "note",
    gate: false,
    summary: "Some pods of the namespace accept traffic from the internet",
    help: "Name the load balancer's or gateway's addresses or namespace instead.",
  },
  NP041: {
    name: "unrestricted-egress",
    level: "note",
    gate: false,
    summary: "Some pods of the namespace may send traffic to the internet on every port",
    help: "Name addresses and ports.",
  },
  NP042: {
    name: "sensitive-port-across-namespaces",
    level: "note",
    gate: false,
    summary: "A port of a database, a queue or a control plane is open to whole other namespaces",
    help: "Add a `podSelector` beside the `namespaceSelector`, in the same list item, that names the clients.",
  },
  NP051: {
    name: "duplicate-policy",
    level: "note",
    gate: false,
    summary: "Two policies of a namespace say the same",
    help: "Remove one of them.",
  },
  NP060: {
    name: "host-network-subject",
    level: "warning",
    gate: false,
    summary: "A policy selects pods on the host network, for which no policy holds",
    help: "Protect these pods with a firewall on the nodes, or take `hostNetwork` away.",
  },
  NP062: {
    name: "cni-not-enforcing",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "The network plugin of the cluster does not enforce policies",
    help: "Add a policy engine beside Flannel (its chart has `netpol.enabled`), use a plugin that enforces policies, or switch its enforcement on.",
  },
  NP080: {
    name: "flow-fails-check",
    level: "error",
    gate: true,
    refutable: true,
    onlyInChanges: true,
    summary: "A flow opened whose risk fails the check, as `failOn` in the configuration says",
    help: "Narrow the rule that opens it, or have the flow accepted in the configuration.",
  },
  NP090: {
    name: "acceptance-expired",
    level: "warning",
    gate: false,
    summary: "What the configuration accepts of this rule has expired, so its findings count again",
    help: "Mend what was accepted, or renew the entry with its owner.",
  },
  NP091: {
    name: "acceptance-unused",
    level: "warning",
    gate: false,
    refutable: true,
    summary: "The configuration accepts something that was not found",
    help: "Remove the entry, or correct what it names.",
  },
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** The rule of an id that comes from outside; undefined where there is none. */
export const ruleOf = (id: string): Rule | undefined =>
  Object.hasOwn(RULES, id) ? RULES[id as RuleId] : undefined;
/** All rules in order of their ids. */
export const RULE_IDS: readonly RuleId[] = (Object.keys(RULES) as RuleId[]).toSorted();

/** A finding of a rule, with the level and gate that the rule has by default. */
export function findingOf(
  rule: RuleId,
  parts: Pick<Finding, "message" | "scope"> &
    Partial<Pick<Finding, "location" | "side" | "namespace" | "help" | "certain">>,
): Finding {
  const { level, gate, help } = RULES[rule];
  return { rule, level, gate, help, ...parts };
}
