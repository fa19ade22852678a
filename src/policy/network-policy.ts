import { parseCidr } from "../model/cidr.ts";
import type { Direction, LabelSelector, Peer, PolicyPort } from "../model/policy.ts";
import { addressRange, subtractAddresses, type Addresses } from "../space/addresses.ts";
import { anyAddress, podsIn, type Endpoint, type PodEndpoint } from "../space/endpoint.ts";
import { normalizeIntervals } from "../space/intervals.ts";
import { ANY_LABELS, boxOfSelector } from "../space/label-box.ts";
import {
  ALL_PORTS,
  isNoPorts,
  NO_PORTS,
  portRange,
  unitePorts,
  type Ports,
} from "../space/ports.ts";
import { NO_NAMES, portNameKey, type PortNames, type Region } from "../space/region.ts";
import type { PlacedPolicy } from "../world/world.ts";
import type { Allow, CompiledPolicy, PolicyRef } from "./compiled.ts";
import { selectorKey, type NamespaceDirectory } from "./namespace-directory.ts";

export interface CompileOptions {
  readonly directory: NamespaceDirectory;
  /** Whether an `ipBlock` also matches pods by their address: the API text leaves it open. */
  readonly ipBlockMatchesPods: boolean;
}

/** Turns one `networking.k8s.io/v1` NetworkPolicy into the boxes of flows that it allows. */
export function compileNetworkPolicy(
  { policy, namespace }: PlacedPolicy,
  options: CompileOptions,
): CompiledPolicy {
  const ref: PolicyRef = { kind: "NetworkPolicy", namespace, name: policy.name, span: policy.span };
  const subject = boxOfSelector(policy.podSelector);
  const endpoint = podsIn(options.directory.named(namespace), subject);
  const allowsOf = (direction: Direction): readonly Allow[] =>
    // Rules of a direction outside policyTypes are ignored, not an error.
    subject === undefined || !policy.policyTypes.includes(direction)
      ? []
      : compileRules(policy, direction, { ref, namespace, endpoint, options });
  return {
    ref,
    ...(subject === undefined ? {} : { subject }),
    subjectSpan: policy.podSelector.span,
    endpoint,
    isolates: {
      ingress: policy.policyTypes.includes("ingress"),
      egress: policy.policyTypes.includes("egress"),
    },
    allows: allowsOf,
  };
}

interface RuleContext {
  readonly ref: PolicyRef;
  readonly namespace: string;
  readonly endpoint: PodEndpoint;
  readonly options: CompileOptions;
}

function compileRules(
  policy: PlacedPolicy["policy"],
  direction: Direction,
  context: RuleContext,
): readonly Allow[] {
  const allows: Allow[] = [];
  for (const [ruleIndex, rule] of policy[direction].entries()) {
    const ports = portBoxes(rule.ports);
    const peers: readonly (Peer | undefined)[] = rule.peers.length === 0 ? [undefined] : rule.peers;
    for (const peer of peers) {
      const common = {
        policy: context.ref,
        subject: policy.podSelector,
        rule,
        ruleIndex,
        ...(peer === undefined ? {} : { peer }),
      };
      for (const box of ports) {
        for (const other of endpointsOf(peer, context)) {
          // A named port is looked up on the destination; an address outside the cluster declares none.
          const named = box.names.size > 0;
          if (named && direction === "egress" && other.type === "address") continue;
          const ends =
            direction === "ingress"
              ? { source: other, destination: context.endpoint }
              : { source: context.endpoint, destination: other };
          const region: Region = { ...ends, ports: box.ports, names: box.names };
          allows.push({ ...common, region });
        }
      }
    }
  }
  return allows;
}

/** The pods and addresses that a peer means; without a peer, everyone. */
function endpointsOf(peer: Peer | undefined, context: RuleContext): readonly Endpoint[] {
  const { directory, ipBlockMatchesPods } = context.options;
  if (peer === undefined)
    return [anyAddress, ...directory.everywhere.map((namespaces) => podsIn(namespaces))];
  if (peer.type === "selectors") {
    const labels = peer.podSelector === undefined ? ANY_LABELS : boxOfSelector(peer.podSelector);
    if (labels === undefined) return [];
    const namespaces =
      peer.namespaceSelector === undefined
        ? [directory.named(context.namespace)]
        : directory.select(peer.namespaceSelector);
    return namespaces.map((set) => podsIn(set, labels));
  }
  const addresses = addressesOf(peer);
  if (addresses.length === 0) return [];
  const outside: Endpoint = { type: "address", addresses };
  if (!ipBlockMatchesPods) return [outside];
  return [outside, ...directory.everywhere.map((set) => ({ ...podsIn(set), addresses }))];
}

/** The addresses of an `ipBlock`: in `cidr` and in no `except`. Families never cross. */
export function addressesOf(peer: Extract<Peer, { type: "ipBlock" }>): Addresses {
  // All at once: one by one, each step would copy what the others left.
  const excepted = normalizeIntervals(peer.except.flatMap(({ cidr }) => rangeOf(cidr)));
  return subtractAddresses(rangeOf(peer.cidr), excepted);
}

/** The addresses of one CIDR. Text that is none holds no address; decoding has reported it. */
export function rangeOf(cidr: string): Addresses {
  const range = parseCidr(cidr);
  return range === undefined ? [] : addressRange(range.family, range.first, range.last);
}

interface PortBox {
  readonly ports: Ports;
  readonly names: PortNames;
}

/** Numbered ports make one box together; each named port is a box of its own. */
function portBoxes(ports: readonly PolicyPort[]): readonly PortBox[] {
  if (ports.length === 0) return [{ ports: ALL_PORTS, names: NO_NAMES }];
  const boxes = ports.flatMap(({ protocol, port }): readonly PortBox[] => {
    if (typeof port !== "string") return [];
    return [{ ports: portRange(protocol), names: new Map([[portNameKey(protocol, port), true]]) }];
  });
  const numbered = numberedPorts(ports);
  if (isNoPorts(numbered)) return boxes;
  return [{ ports: numbered, names: NO_NAMES }, ...boxes];
}

/** The ports that a rule gives by number, or as all of a protocol. */
export function numberedPorts(ports: readonly PolicyPort[]): Ports {
  let numbered = NO_PORTS;
  for (const { protocol, port, endPort } of ports)
    if (typeof port !== "string")
      numbered = unitePorts(
        numbered,
        port === undefined ? portRange(protocol) : portRange(protocol, port, endPort ?? port),
      );
  return numbered;
}

/**
 * Subject, peer and ports of an allowed region as text, without places. Equal keys at both revisions mean an
 * equal region, as long as no namespace changed its labels in between.
 */
export const allowKey = ({ subject, peer, region }: Allow): string =>
  `${selectorKey(subject)} ${peerKey(peer)} ${JSON.stringify([region.ports, [...region.names]])}`;

/** The key of each; one peer of a rule means addresses and pods, whose keys are the same text. */
export function allowKeys(allows: readonly Allow[]): readonly string[] {
  let last: Allow | undefined;
  let key = "";
  return allows.map((allow) => {
    const isSame =
      last !== undefined &&
      last.peer === allow.peer &&
      last.subject === allow.subject &&
      last.region.ports === allow.region.ports &&
      last.region.names === allow.region.names;
    if (!isSame) key = allowKey(allow);
    last = allow;
    return key;
  });
}

/** A peer as text, without places. */
export function peerKey(peer: Peer | undefined): string {
  if (peer === undefined) return "*";
  if (peer.type === "ipBlock")
    return `${peer.cidr}-${peer.except
      .map(({ cidr }) => cidr)
      .toSorted()
      .join()}`;
  const key = (selector: LabelSelector | undefined): string =>
    selector === undefined ? "-" : selectorKey(selector);
  return `${key(peer.namespaceSelector)}/${key(peer.podSelector)}`;
}
