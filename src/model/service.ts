import type { Protocol } from "./policy.ts";
import type { Span } from "./span.ts";
import type { Labels } from "./workload.ts";

export interface ServicePort {
  readonly port: number;
  /** Where the pods listen: a number, or the name of a container port; equal to `port` unless set. */
  readonly target: number | string;
  readonly protocol: Protocol;
}

/** What a Service says about the pods behind it. Policies see the pods, never the Service. */
export interface Service {
  readonly name: string;
  /** As declared; absent where the manifest leaves it out. */
  readonly namespace?: string;
  /** Empty where nothing is selected: its endpoints are somebody else's. */
  readonly selector: Labels;
  readonly ports: readonly ServicePort[];
  readonly clusterIps: readonly string[];
  /** NodePort or LoadBalancer without `externalTrafficPolicy: Local`: nodes put their address in place of the client's. */
  readonly hidesClients: boolean;
  readonly span: Span;
}
