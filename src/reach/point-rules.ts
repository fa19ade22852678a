import type { NetworkPolicy, Peer, PolicyRule, Protocol } from "../model/policy.ts";
import { addressesOf } from "../policy/network-policy.ts";
import { hasPoint, type Addresses } from "../space/addresses.ts";
import { uniteIntervals } from "../space/intervals.ts";
import { allOf, answerOf, anyOf, open, type Answer } from "./answer.ts";
import { describeAddresses } from "./describe-addresses.ts";
import { holdsAddresses, holdsUnknownAddress } from "./pod-addresses.ts";
import { textOf, type PointEnd, type PointPod } from "./point-end.ts";
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
  const rules = candidates.flatMap(({ policy, rules: all }) =>
    all.map((rule) => ({ policy, rule, ...admitsByRule(rule, context) })),
  );
  // Ranges that hold one address hold it together, whichever rule they stand in.
  const ranges = rules.map(({ addresses }) => addresses).reduce(uniteIntervals, NO_ADDRESS);
  const byAddress = holdsOther(ranges, context);
  return {
    answer: anyOf([byAddress, ...rules.map(({ answer }) => answer)]),
    by: rules
      .filter(
        ({ answer, addresses }) =>
          answer === "yes" || (byAddress === "yes" && addresses.length > 0),
      )
      .map(({ policy, rule }) => ({ policy, rule })),
  };
}

interface RuleAdmission {
  /** Without what depends on an unknown address. */
  readonly answer: Answer;
  /** Of a peer whose address is not known: those that the rule surely allows. */
  readonly addresses: Addresses;
}

function admitsByRule({ peers, ports }: PolicyRule, context: RuleContext): RuleAdmission {
  const port = hitsSomePort(ports, context.flow);
  if (port === "no") return { answer: "no", addresses: NO_ADDRESS };
  if (peers.length === 0) return { answer: port, addresses: NO_ADDRESS };
  const matches = peers.map((peer) => matchesPeer(peer, context));
  const ranges = matches.reduce<Addresses>(
    (sum, { addresses }) => uniteIntervals(sum, addresses),
    NO_ADDRESS,
  );
  const peer = anyOf(matches.map(({ answer }) => answer));
  if (port === "yes") return { answer: peer, addresses: ranges };
  return { answer: allOf([port, anyOf([peer, holdsOther(ranges, context)])]), addresses: [] };
}

const answered = (answer: Answer): RuleAdmission => ({ answer, addresses: NO_ADDRESS });

function matchesPeer(peer: Peer, { other, namespace, options }: RuleContext): RuleAdmission {
  if (peer.type === "ipBlock") {
    if (other.type === "address")
      return answered(answerOf(hasPoint(addressesOf(peer), other.address)));
    if (!options.ipBlockMatchesPods && other.hostNetwork !== true) return answered("no");
    return { answer: "no", addresses: addressesOf(peer) };
  }
  if (other.type === "address" || other.hostNetwork === true) return answered("no");
  const inNamespace =
    peer.namespaceSelector === undefined
      ? answerOf(other.namespace === namespace)
      : findsNamespace(peer.namespaceSelector, other);
  const isPod = peer.podSelector === undefined ? "yes" : findsPod(peer.podSelector, other);
  return answered(allOf([inNamespace, isPod]));
}

/** Whether the address of a pod is in these ranges. */
function holdsOther(ranges: Addresses, { other, options }: RuleContext): Answer {
  if (ranges.length === 0 || other.type === "address") return "no";
  const holds = holdsPod(ranges, other, options);
  if (holds !== "unknown") return holds === "all" ? "yes" : "no";
  return open(`whether ${textOf(other)} has an address in ${describeAddresses(ranges)}`);
}

const holdsPod = (
  ranges: Addresses,
  { address, otherAddresses = [] }: PointPod,
  { assumesIpv4 }: PointOptions,
): ReturnType<typeof holdsUnknownAddress> =>
  address === undefined
    ? holdsUnknownAddress(ranges, assumesIpv4)
    : holdsAddresses(ranges, [address, ...otherAddresses]);
