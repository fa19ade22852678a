import type { Span } from "./span.ts";

export type Protocol = "TCP" | "UDP" | "SCTP";
export const PROTOCOLS: readonly Protocol[] = ["TCP", "UDP", "SCTP"];

export type Direction = "ingress" | "egress";
export const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];

export type Operator = "In" | "NotIn" | "Exists" | "DoesNotExist";

export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  /** Empty for Exists and DoesNotExist. */
  readonly values: readonly string[];
  readonly span: Span;
}

/** `matchLabels` and `matchExpressions` together; no requirement matches everything. */
export interface LabelSelector {
  readonly requirements: readonly Requirement[];
  readonly span: Span;
}

export interface ExceptBlock {
  readonly cidr: string;
  readonly span: Span;
}

export type Peer =
  | {
      readonly type: "selectors";
      readonly podSelector?: LabelSelector;
      readonly namespaceSelector?: LabelSelector;
      readonly span: Span;
    }
  | {
      readonly type: "ipBlock";
      readonly cidr: string;
      readonly except: readonly ExceptBlock[];
      readonly span: Span;
    };

/** One entry of `ports`, protocol defaulted. Without `port` it means every port of the protocol. */
export interface PolicyPort {
  readonly protocol: Protocol;
  readonly port?: number | string;
  readonly endPort?: number;
  /** Where the protocol is written; absent where it is TCP by default. */
  readonly protocolSpan?: Span;
  readonly span: Span;
}

export interface PolicyRule {
  /** Empty: every peer, external addresses included. */
  readonly peers: readonly Peer[];
  /** Empty: every port of every protocol. */
  readonly ports: readonly PolicyPort[];
  readonly span: Span;
}

/**
 * A `networking.k8s.io/v1` NetworkPolicy that the API server would accept, defaulted as
 * `pkg/apis/networking/v1/defaults.go` does. Rules of a direction outside `policyTypes` are kept here
 * and ignored by the compiler.
 */
export interface NetworkPolicy {
  readonly name: string;
  /** As declared; absent where the manifest leaves it out. */
  readonly namespace?: string;
  readonly podSelector: LabelSelector;
  readonly policyTypes: readonly Direction[];
  /** Where policyTypes stand; the spec where they are defaulted. */
  readonly policyTypesSpan: Span;
  readonly ingress: readonly PolicyRule[];
  readonly egress: readonly PolicyRule[];
  /** What may keep the policy from being applied, although the API server accepts it; absent where nothing does. */
  readonly marks?: readonly Mark[];
  readonly span: Span;
}

/** An annotation or field by which a tool leaves an object out, or deletes it again. */
export interface Mark {
  /** Foreign text in part. */
  readonly text: string;
  readonly span: Span;
}
