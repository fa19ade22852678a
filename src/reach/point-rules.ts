import type { NetworkPolicy, Peer, PolicyRule, Protocol } from "../model/policy.ts";
import { addressesOf } from "../policy/network-policy.ts";
import { familyOfPoint, hasPoint, type Addresses } from "../space/addresses.ts";
import { uniteIntervals } from "../space/intervals.ts";
import { allOf, answerOf, anyOf, itself, open, type Answer } from "./answer.ts";
import { describeAddresses } from "./describe-addresses.ts";
import { holdsAddresses, holdsUnknownAddress } from "./pod-addresses.ts";
import { textOf, type PointEnd } from "./point-end.ts";
import { findsNamespace, findsPod, hitsSomePort } from "./point-match.ts";

export interface PointOptions {
  readonly ipBlockMatchesPods: boolean;
  /** False: a pod whose address is not known may have one of any IP version. True unless set. */
  readonly assumesIpv4?: boolean;
}

/** A policy that selects the pod whose side is decided, with its rules for that side. */
export interface Candidate {
  readonly policy: NetworkPolicy;
  readonly rules: readonly PolicyRule[];
}

export interface RuleContext {
  readonly flow: {
    readonly destination: PointEnd;
    readonly protocol: Protocol;
    readonly port: number;
  };
  /** The end whose side it is. */
  readonly self: PointEnd;
  /** The end that rules name as their peer. */
  readonly other: PointEnd;
  /** That of the policies. */
  readonly namespace: string;
  readonly options: PointOptions;
}

export interface Admission {
  readonly answer: Answer;
  readonly by: readonly { readonly policy: NetworkPolicy; readonly rule: PolicyRule }[];
}

const NO_ADDRESS: Addresses = [];

/** Whether one of the rules lets the flow pass, and which do. */
export function admits(candidates: readonly Candidate[], context: RuleContext): Admission {
  const answers: Answer[] = [];
  const by: { policy: NetworkPolicy; rule: PolicyRule }[] = [];
  const byRange: { policy: NetworkPolicy; rule: PolicyRule }[] = [];
  let ranges = NO_ADDRESS;
  for (const { policy, rules } of candidates)
    for (const rule of rules) {
      const { answer, addresses } = admitsByRule(rule, context);
      answers.push(answer);
      if (answer === "yes") by.push({ policy, rule });
      else if (addresses.length > 0) byRange.push({ policy, rule });
      // Ranges that hold one address hold it together, whichever rule they stand in.
      ranges = uniteIntervals(ranges, addresses);
    }
  const byAddress = holdsOther(ranges, context);
  return {
    answer: byAddress === "no" ? anyOf(answers, itself) : anyOf([byAddress, ...answers], itself),
    by: byAddress === "yes" ? [...by, ...byRange] : by,
  };
}

interface RuleAdmission {
  /** Without what depends on the address, where that is not one that is known. */
  readonly answer: Answer;
  /** The addresses that the rule surely allows, where it is not known that the peer has just one. */
  readonly addresses: Addresses;
}

const answered = (answer: Answer): RuleAdmission => ({ answer, addresses: NO_ADDRESS });

function admitsByRule({ peers, ports }: PolicyRule, context: RuleContext): RuleAdmission {
  const port = hitsSomePort(ports, context.flow);
  if (port === "no" || peers.length === 0) return answered(port);
  const peer = anyOf(peers, (one) => isPeer(one, context));
  const addresses = rangesOf(peers, context);
  if (port === "yes") return { answer: peer, addresses };
  const isSome = anyOf([peer, holdsOther(addresses, context)], itself);
  return answered(allOf([port, isSome], itself));
}

/** Whether an `ipBlock` has anything to do with this end. */
const isByAddress = ({ other, options }: RuleContext): boolean =>
  other.type === "address" || other.hostNetwork === true || options.ipBlockMatchesPods;

const hasOneAddress = (end: PointEnd): boolean =>
  end.type === "address" || (end.address !== undefined && (end.otherAddresses?.length ?? 0) === 0);

/** Whether a peer means the other end; an address that is not the only one is for {@link rangesOf}. */
function isPeer(peer: Peer, context: RuleContext): Answer {
  const { other, namespace } = context;
  if (peer.type === "ipBlock") {
    const { address } = other;
    if (address === undefined || !hasOneAddress(other) || !isByAddress(context)) return "no";
    return answerOf(hasPoint(addressesOf(peer), address));
  }
  if (other.type === "address" || other.hostNetwork === true) return "no";
  const inNamespace =
    peer.namespaceSelector === undefined
      ? answerOf(other.namespace === namespace)
      : findsNamespace(peer.namespaceSelector, other);
  if (inNamespace === "no" || peer.podSelector === undefined) return inNamespace;
  return allOf([inNamespace, findsPod(peer.podSelector, other)], itself);
}

/** The addresses that peers name, where the other end may have one of several. */
function rangesOf(peers: readonly Peer[], context: RuleContext): Addresses {
  if (hasOneAddress(context.other) || !isByAddress(context)) return NO_ADDRESS;
  return peers.reduce<Addresses>(
    (sum, peer) => (peer.type === "ipBlock" ? uniteIntervals(sum, addressesOf(peer)) : sum),
    NO_ADDRESS,
  );
}

/** Whether the address of a pod is in these ranges. */
function holdsOther(ranges: Addresses, { self, other, options }: RuleContext): Answer {
  if (ranges.length === 0 || other.type === "address") return "no";
  const own = inFamiliesOf(self, addressesOfEnd(other));
  const holds =
    own.length === 0
      ? holdsUnknownAddress(ranges, options.assumesIpv4)
      : holdsAddresses(ranges, own);
  if (holds !== "unknown") return holds === "all" ? "yes" : "no";
  return open(`whether ${textOf(other)} has an address in ${describeAddresses(ranges)}`);
}

const addressesOfEnd = (end: PointEnd): readonly bigint[] =>
  end.address === undefined
    ? []
    : [end.address, ...(end.type === "pod" ? (end.otherAddresses ?? []) : [])];

/** Both ends of a flow speak one IP version: of a pod that has two, what the other end knows counts. */
function inFamiliesOf(self: PointEnd, own: readonly bigint[]): readonly bigint[] {
  const families = new Set(addressesOfEnd(self).map(familyOfPoint));
  const common = own.filter((point) => families.has(familyOfPoint(point)));
  return common.length === 0 ? own : common;
}
