/**
 * A case whose expectations the specification contradicts. It is run with its manifests mended, so that the
 * rest of it is still asked; as it stands it has to fail, or the dispute is stale and fails the run.
 */
export interface Dispute {
  readonly suite: string;
  readonly case: string;
  /** The sentence of the specification, where it stands, and what it means here. */
  readonly argument: string;
  readonly mends: readonly Mend[];
}

/** Text that stands in a file, and what it is read as. */
export interface Mend {
  readonly path: string;
  readonly text: string;
  readonly readAs: string;
}

export const DISPUTED: readonly Dispute[] = [
  {
    suite: "npguard/list",
    case: "example_pods_w_same_owner_and_labels_gap_with_good_match_expression",
    argument:
      "kubernetes pkg/apis/networking/validation: the name of a NetworkPolicy is a DNS-1123 subdomain, so `use_common_labels_same_values` is refused and isolates nothing; apimachinery pkg/api/validation ValidateOwnerReferences: `kind must not be empty`",
    mends: [
      {
        path: "netpol.yaml",
        text: "name: use_common_labels_same_values",
        readAs: "name: use-common-labels-same-values",
      },
      {
        path: "pods.yaml",
        text: "- name: internal-security",
        readAs: "- kind: Pod\n      name: internal-security",
      },
    ],
  },
  {
    suite: "npguard/list",
    case: "minikube_resources",
    argument:
      "kubernetes.io Pod Lifecycle, pod phase: `Succeeded: All Containers in the Pod have terminated in success, and will not be restarted`, so nothing of these pods can connect",
    mends: [{ path: "pods.yaml", text: "phase: Succeeded", readAs: "phase: Running" }],
  },
  {
    suite: "npguard/list",
    case: "netpol_named_port_test_2",
    argument:
      "kubernetes pkg/apis/core/validation validateContainerPorts: a port without `containerPort` is `Required value`, so the server refuses the Deployment pod-a",
    mends: [{ path: "pods.yaml", text: "containerport: 3535", readAs: "containerPort: 3535" }],
  },
];
