import type {
  Direction,
  LabelSelector,
  NetworkPolicy,
  Peer,
  PolicyPort,
  PolicyRule,
  Protocol,
} from "../model/policy.ts";
import type { Labels, NamedPort } from "../model/workload.ts";
import { addressesOf } from "../policy/network-policy.ts";
import { hasPoint } from "../space/addresses.ts";
import type { PlacedPolicy } from "../world/world.ts";

/** One pod of one revision, or one address outside the cluster. Addresses as in space/addresses.ts. */
export type PointEnd =
  | { readonly type: "address"; readonly address: bigint }
  | {
      readonly type: "pod";
      readonly namespace: string;
      readonly namespaceLabels: Labels;
      readonly labels: Labels;
      /** Unknown for a pod that only a manifest describes. */
      readonly address?: bigint;
      readonly ports: readonly NamedPort[];
      readonly hostNetwork?: boolean;
    };

export interface PointFlow {
  readonly source: PointEnd;
  readonly destination: PointEnd;
  readonly protocol: Protocol;
  readonly port: number;
}

/** Why one side lets a flow pass or not. */
export interface SideDecision {
  readonly direction: Direction;
  readonly allowed: boolean;
  /** Policies that isolate this end in this direction; none means everything is allowed. */
  readonly isolatedBy: readonly NetworkPolicy[];
  readonly allowedBy: readonly { readonly policy: NetworkPolicy; readonly rule: PolicyRule }[];
}

export interface PointOptions {
  readonly ipBlockMatchesPods: boolean;
}

/**
 * Decides a single flow straight from the API text, without the set algebra: the reference that the
 * symbolic answer is checked against, and the engine of `query`.
 */
export function decideFlow(
  policies: readonly PlacedPolicy[],
  flow: PointFlow,
  options: PointOptions,
): { readonly allowed: boolean; readonly egress: SideDecision; readonly ingress: SideDecision } {
  const egress = decideSide(policies, flow, "egress", options);
  const ingress = decideSide(policies, flow, "ingress", options);
  return { allowed: egress.allowed && ingress.allowed, egress, ingress };
}

function decideSide(
  policies: readonly PlacedPolicy[],
  flow: PointFlow,
  direction: Direction,
  options: PointOptions,
): SideDecision {
  const [self, other] =
    direction === "ingress" ? [flow.destination, flow.source] : [flow.source, flow.destination];
  if (self.type === "address" || self.hostNetwork === true)
    return { direction, allowed: true, isolatedBy: [], allowedBy: [] };
  const isolatedBy = policies
    .filter(
      ({ policy, namespace }) =>
        namespace === self.namespace &&
        policy.policyTypes.includes(direction) &&
        selects(policy.podSelector, self.labels),
    )
    .map(({ policy }) => policy);
  const allowedBy = isolatedBy.flatMap((policy) =>
    policy[direction]
      .filter(
        ({ peers, ports }) =>
          (peers.length === 0 ||
            peers.some((peer) => matchesPeer(peer, other, self.namespace, options))) &&
          (ports.length === 0 || ports.some((port) => matchesPort(port, flow))),
      )
      .map((rule) => ({ policy, rule })),
  );
  return {
    direction,
    allowed: isolatedBy.length === 0 || allowedBy.length > 0,
    isolatedBy,
    allowedBy,
  };
}

/** All requirements hold; `NotIn` holds for a missing key as well. */
function selects(selector: LabelSelector, labels: Labels): boolean {
  return selector.requirements.every(({ key, operator, values }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case "In":
        return value !== undefined && values.includes(value);
      case "NotIn":
        return value === undefined || !values.includes(value);
      case "Exists":
        return value !== undefined;
      case "DoesNotExist":
        return value === undefined;
    }
  });
}

function matchesPeer(
  peer: Peer,
  other: PointEnd,
  ownNamespace: string,
  options: PointOptions,
): boolean {
  if (peer.type === "ipBlock") {
    if (other.type === "pod" && !options.ipBlockMatchesPods && other.hostNetwork !== true)
      return false;
    return other.address !== undefined && hasPoint(addressesOf(peer), other.address);
  }
  if (other.type === "address" || other.hostNetwork === true) return false;
  const inNamespace =
    peer.namespaceSelector === undefined
      ? other.namespace === ownNamespace
      : selects(peer.namespaceSelector, other.namespaceLabels);
  return inNamespace && (peer.podSelector === undefined || selects(peer.podSelector, other.labels));
}

/** A named port is resolved on the destination, by name and protocol, in both directions. */
function matchesPort(entry: PolicyPort, { destination, protocol, port }: PointFlow): boolean {
  if (entry.protocol !== protocol) return false;
  if (entry.port === undefined) return true;
  if (typeof entry.port === "number")
    return entry.port <= port && port <= (entry.endPort ?? entry.port);
  // A pod on the host network is its node: an address, which declares no names.
  if (destination.type === "address" || destination.hostNetwork === true) return false;
  return destination.ports.some(
    (declared) =>
      declared.name === entry.port && declared.protocol === protocol && declared.port === port,
  );
}
