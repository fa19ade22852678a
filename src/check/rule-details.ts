import type { Finding } from "../model/report.ts";
import { LINT_DETAILS } from "./lints/lint-details.ts";
import { RULE_IDS, RULES, type Rule, type RuleId } from "./rules.ts";

/** What a rule is told with where there is room: code scanning, and docs/rules.md. */
export interface RuleDetails {
  /** What is wrong and what it means, in a few sentences of plain text. */
  readonly description: string;
  /** As CVSS counts, from 0.1 to 10.0. */
  readonly severity: number;
  /** How often a finding is right. */
  readonly precision: "very-high" | "high" | "medium" | "low";
  readonly tags: readonly string[];
}

/** Where a rule has no entry of its own, its level and its summary say enough. */
const SEVERITY: Readonly<Record<Finding["level"], number>> = { error: 7.5, warning: 5, note: 2 };

export function detailsOf(id: RuleId): RuleDetails {
  const { level, summary }: Rule = RULES[id];
  return {
    description: `${summary}.`,
    severity: SEVERITY[level],
    precision: "high",
    tags: [],
    ...DETAILS[id],
  };
}

/** The severity of a rule by its id; 0 where there is no such rule. */
export function severityOf(rule: string): number {
  const id = RULE_IDS.find((known) => known === rule);
  return id === undefined ? 0 : detailsOf(id).severity;
}

const DETAILS: { readonly [Id in RuleId]?: Partial<RuleDetails> } = {
  ...LINT_DETAILS,
  NP001: {
    description:
      "A namespace has default-deny where some policy selects every pod of it, so that only what a rule allows is possible. This change takes that away from pods that had it: no policy selects them any more, or a rule now allows everything, or it opens whole networks on all ports to pods that no specific policy is about. It is decided for any pod labels, by all policies of the namespace together.",
    severity: 8.8,
    precision: "very-high",
    tags: ["isolation"],
  },
  NP002: {
    description:
      "Cloud providers hand out credentials of the node or of the workload at a link-local address, such as 169.254.169.254. A pod that reaches it can often act as its node. This change lets pods reach one of these addresses, on a port where credentials are served, that could not before. Policies only add up: an except in one of them takes nothing away from what another allows.",
    severity: 9.1,
    precision: "very-high",
    tags: ["cloud-metadata"],
  },
  NP004: {
    description:
      "A policy that named the pods of one application is gone, and so are all workloads of the repository that it selected. Pods with these labels would no longer be isolated, but none is left and no workload came with the change, so this is no weakened default-deny.",
    severity: 1,
  },
  NP003: {
    severity: 6.5,
    description:
      "The change adds a Namespace in which no policy selects every pod. Pods that no policy selects accept traffic from everyone and may send traffic to everyone.",
    precision: "very-high",
    tags: ["isolation"],
  },
  NP010: {
    severity: 6.5,
    description:
      "No policy, or not every one that would be needed, selects all pods of the namespace for ingress. Pods that no policy selects accept traffic from every pod of every namespace and from outside.",
    tags: ["isolation"],
  },
  NP011: {
    severity: 5.5,
    description:
      "No policy, or not every one that would be needed, selects all pods of the namespace for egress. Pods that no policy selects may send traffic to every pod of every namespace and to the internet.",
    tags: ["isolation"],
  },
  NP012: {
    severity: 2,
    description:
      "Pods are isolated for egress, and no rule lets them ask a resolver over UDP port 53. Names then fail to resolve after a timeout, which looks like an outage of whatever is called. Cluster DNS pods, node-local caches and the resolvers of clouds all count.",
    precision: "medium",
    tags: ["dns", "reliability"],
  },
  NP014: {
    severity: 7.1,
    description:
      "Cloud providers hand out credentials of the node or of the workload at a link-local address, such as 169.254.169.254. Some pods of the namespace can reach one, because no policy isolates their egress or because a rule allows it.",
    tags: ["cloud-metadata"],
  },
  NP017: {
    severity: 3.5,
    description:
      "Pods can now reach a cloud metadata address on ports where no known service hands out credentials. Port 53 alone, which is a resolver on some clouds, does not count.",
    tags: ["cloud-metadata"],
  },
  NP025: {
    severity: 4,
    description:
      "A NetworkPolicy holds only in its own namespace. Without metadata.namespace it lands wherever it is applied, which need not be where its author meant it.",
    tags: ["correctness"],
  },
  NP026: {
    severity: 3,
    description:
      "The manifests declare namespaces, and this policy is for one that they do not declare. A misspelt namespace protects nothing.",
    precision: "medium",
    tags: ["correctness"],
  },
  NP027: {
    severity: 4,
    description:
      "Two manifests that are applied together define the same NetworkPolicy in different ways. The one that is applied last wins, and no manifest says which that is. Both were evaluated, and the verdict is undecided.",
    tags: ["correctness"],
  },
  NP028: {
    severity: 5,
    description:
      "The API server drops fields that it does not know, or refuses the manifest, depending on how it is applied. A dropped selector or port leaves a rule that allows more than it says.",
    tags: ["correctness"],
  },
  NP080: {
    severity: 7,
    description:
      "The configuration names risks under failOn, and this change opens a flow of one of them. The flow and its cause are in the report.",
    tags: ["exposure"],
  },
  NP090: {
    severity: 2,
    description:
      "The configuration accepts findings until a day, and that day has passed. They count again.",
    precision: "very-high",
    tags: ["configuration"],
  },
  NP091: {
    severity: 2,
    description:
      "The configuration accepts a finding that is not there. Either it was mended, or the entry names something else than it should and protects nobody from surprise.",
    tags: ["configuration"],
  },
  NP040: {
    severity: 4.5,
    description:
      "A rule allows ingress from at least half of all public addresses. That is right for a public entry and wrong for everything behind it.",
    precision: "medium",
    tags: ["exposure"],
  },
  NP041: {
    severity: 3.8,
    description:
      "A rule allows egress to at least half of all public addresses on every TCP port. Whoever takes over such a pod can send anything anywhere.",
    precision: "medium",
    tags: ["exposure"],
  },
  NP042: {
    severity: 3.8,
    description:
      "A rule opens a port of a database, a queue, a cache, a remote shell or a control plane to every pod of other namespaces, rather than to the clients that need it. A rule without ports counts where a workload under it declares such a port.",
    precision: "medium",
    tags: ["exposure"],
  },
};
