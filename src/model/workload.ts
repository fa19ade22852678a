import type { AddedLabel } from "./added-labels.ts";
import type { Protocol } from "./policy.ts";
import type { Span } from "./span.ts";

export type Labels = Readonly<Record<string, string>>;

export interface NamespaceObject {
  readonly name: string;
  readonly labels: Labels;
  readonly span: Span;
}

/** The workloads of Kubernetes itself. */
export type WorkloadKind =
  | "Pod"
  | "Deployment"
  | "StatefulSet"
  | "DaemonSet"
  | "ReplicaSet"
  | "ReplicationController"
  | "Job"
  | "CronJob";

export interface NamedPort {
  readonly name: string;
  readonly port: number;
  readonly protocol: Protocol;
}

/** Pods of one controller: what the pod template says, not the labels of the controller itself. */
export interface Workload {
  /** One of Kubernetes, or of whoever makes pods from the same template: a Rollout, a DeploymentConfig. */
  readonly kind: string;
  readonly name: string;
  /** As declared; absent where the manifest leaves it out. */
  readonly namespace?: string;
  readonly labels: Labels;
  /** What the controller adds to the pod labels; absent where it adds none. */
  readonly addedLabels?: readonly AddedLabel[];
  /** Where the pod labels stand; the object where it has none. */
  readonly labelsSpan: Span;
  /** Every declared container port, sidecar init containers included; unnamed ones have name "". */
  readonly ports: readonly NamedPort[];
  /** Images of the containers without tag and digest: what stays when a workload is renamed. */
  readonly images?: readonly string[];
  readonly hostNetwork: boolean;
  /** Where hostNetwork is set. */
  readonly hostNetworkSpan?: Span;
  /** `status.podIP(s)`, only in dumps of live pods. */
  readonly ips: readonly string[];
  /** Kind and name of the controlling owner of a Pod, where the dump names one. */
  readonly owner?: { readonly kind: string; readonly name: string };
  readonly span: Span;
}
