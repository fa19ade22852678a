import type { RuleDetails } from "../rule-details.ts";

const OUTSIDE =
  "Silent where pods or namespaces outside the repository could refute it, and in a review that read only a part of a large scope.";

/** The lints where there is room: what they mean, and when they keep silent. */
export const LINT_DETAILS = {
  NP013: {
    description:
      "A rule is there for DNS and finds no resolver: it asks for a label that no server gives kube-system, for a label that the resolver's pods do not have, or for the resolver in its own namespace. No other rule lets the same pods resolve names. A resolver of one's own under other labels is none of these.",
    severity: 6,
    precision: "high",
    tags: ["dns", "correctness"],
  },
  NP015: {
    description:
      "Policies only add up what they allow. Beside another policy that isolates the same pods, one that allows everything but an exception opens everything but the exception. Alone it does what its name says, and is not reported.",
    severity: 6.5,
    tags: ["correctness"],
  },
  NP016: {
    description:
      "An exception takes something away from its own ipBlock only. Another rule for the same pods allows a wider range around it, or everyone, on the same ports. A rule that names the excepted range itself is taken as meant, and port 53 does not count.",
    severity: 6,
    tags: ["correctness"],
  },
  NP020: {
    description: `A policy selects no pod of its namespace, where a pod has nearly the label that it asks for, or was selected before the change. ${OUTSIDE}`,
    severity: 6,
    precision: "high",
    tags: ["correctness"],
  },
  NP021: {
    description: `The peer of a rule finds no pod in the namespaces that it names, where a pod has nearly the label that it asks for. ${OUTSIDE}`,
    severity: 5,
    tags: ["correctness"],
  },
  NP022: {
    description:
      "A namespaceSelector matches no declared Namespace, and one is declared that it probably meant: of the wanted name, with nearly the wanted label, or matched before the change. The API server gives every namespace the label kubernetes.io/metadata.name and no other. Silent where the repository declares no Namespace.",
    severity: 5,
    tags: ["correctness"],
  },
  NP023: {
    description:
      "A namespaceSelector and a podSelector stand as two items of a list, which allows either, where pods that meet both were probably meant: no pod of the policy's own namespace fits the second, but one of the selected namespaces does, or both stood in one item before the change.",
    severity: 6.5,
    precision: "medium",
    tags: ["exposure", "correctness"],
  },
  NP024: {
    description:
      "One rule has peers and no ports, the next ports and no peers: together they allow the peers on every port, and everyone on these ports. Reported where both stood in one rule before the change, or where an ingress policy consists of these two rules and no port is one that people offer to everyone.",
    severity: 6.5,
    precision: "medium",
    tags: ["exposure", "correctness"],
  },
  NP030: {
    description:
      "Policies see packets after a Service has sent them to a pod, with the pod's port. The policy names the port of a Service, and the pods behind it listen on another. Silent where a pod declares that port too, and where the right port is allowed for the same peers.",
    severity: 6,
    tags: ["correctness"],
  },
  NP031: {
    description: `A port name is looked up on the pod that is connected to. None of the pods that the rule means declares it, so the entry lets nothing through. ${OUTSIDE}`,
    severity: 5,
    tags: ["correctness"],
  },
  NP032: {
    description:
      "A port without a protocol is a TCP port. Resolvers are asked over UDP first, and no rule allows that for these pods.",
    severity: 5,
    tags: ["dns", "correctness"],
  },
  NP033: {
    description:
      "Rules of a direction that policyTypes leaves out are accepted and ignored. And a policy with egress rules and without policyTypes also denies all ingress to its pods; that is reported where nothing else denies it.",
    severity: 6,
    precision: "very-high",
    tags: ["correctness"],
  },
  NP034: {
    description:
      "An ipBlock is the address of a Service, which a manifest or a distribution's default fixes. Most network plugins evaluate policies after that address has been replaced by a pod's or a node's. Silent for DNS, which node-local caches do serve on such an address, and where the rule lists other addresses too.",
    severity: 4,
    precision: "medium",
    tags: ["correctness"],
  },
  NP035: {
    description:
      "An ipBlock names public clients of pods behind a Service of type NodePort or LoadBalancer without externalTrafficPolicy Local. Nodes may then put their own address in place of the client's, so that the rule denies those it names.",
    severity: 4,
    precision: "medium",
    tags: ["correctness"],
  },
  NP051: {
    description: "Two policies of a namespace are equal but for their names.",
    severity: 1,
    precision: "very-high",
    tags: ["maintainability"],
  },
  NP060: {
    description:
      "Pods on the host network send and receive with the address of their node. In all known network plugins no policy holds for them.",
    severity: 5,
    tags: ["correctness"],
  },
  NP062: {
    description:
      "The repository installs Flannel and nothing that enforces policies, or switches the enforcement of Cilium or of the Amazon VPC CNI off. The API server accepts policies all the same; they have no effect. Silent where the repository does not say which plugin its cluster runs.",
    severity: 7,
    precision: "medium",
    tags: ["correctness"],
  },
} as const satisfies Readonly<Record<string, Partial<RuleDetails>>>;
