import type { Direction, LabelSelector, Peer, PolicyRule } from "../model/policy.ts";
import type { Span } from "../model/span.ts";
import type { PodEndpoint } from "../space/endpoint.ts";
import type { LabelBox } from "../space/label-box.ts";
import type { Region } from "../space/region.ts";

/** Which object a rule belongs to, for print and blame. */
export interface PolicyRef {
  readonly kind: "NetworkPolicy";
  readonly namespace: string;
  readonly name: string;
  readonly span: Span;
}

/** One box of flows that a rule allows, on its side, and the place in the manifest that says so. */
export interface Allow {
  readonly region: Region;
  readonly policy: PolicyRef;
  readonly rule: PolicyRule;
  readonly ruleIndex: number;
  /** Absent where the rule names no peer and so means everyone. */
  readonly peer?: Peer;
  readonly subject: LabelSelector;
}

/** A policy as the evaluator sees it: whom it selects, which directions it isolates, what it allows. */
export interface CompiledPolicy {
  readonly ref: PolicyRef;
  /** Absent where the selector contradicts itself and matches no pod. */
  readonly subject?: LabelBox;
  readonly subjectSpan: Span;
  readonly endpoint: PodEndpoint;
  readonly isolates: Readonly<Record<Direction, boolean>>;
  /** Compiled when asked for: most comparisons need one direction of a policy. */
  readonly allows: (direction: Direction) => readonly Allow[];
}
