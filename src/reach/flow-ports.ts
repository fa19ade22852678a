import { NAME_LABEL } from "../model/name-label.ts";
import type { Direction } from "../model/policy.ts";
import type { Allow } from "../policy/compiled.ts";
import type { NamespaceDirectory } from "../policy/namespace-directory.ts";
import {
  ALL_ADDRESSES,
  ALL_IPV4,
  hasPoint,
  intersectAddresses,
  type Addresses,
} from "../space/addresses.ts";
import type { Endpoint } from "../space/endpoint.ts";
import {
  ALL_PORTS,
  intersectPorts,
  isNoPorts,
  NO_PORTS,
  samePorts,
  unitePorts,
  type Ports,
} from "../space/ports.ts";
import { hasValue, isAnyValue } from "../space/value-set.ts";
import { holdsFor, type Holds } from "./added-labels.ts";
import {
  bothSides,
  boundsOf,
  NOTHING_ALLOWED,
  type Bounds,
  type Dependence,
  type RulesFor,
} from "./flow-bounds.ts";
import type { End } from "./flow-ends.ts";
import { peerOf } from "./gains.ts";
import { resolvePortNames } from "./moved-workload.ts";
import { podIpv4, holdsUnknownAddress } from "./pod-addresses.ts";

export interface FlowContext {
  readonly rulesFor: RulesFor;
  readonly directory: NamespaceDirectory;
}

/** The ports on which one end reaches another. */
export function portsBetween(
  source: End,
  destination: End,
  { rulesFor, directory }: FlowContext,
): Bounds {
  const side = (self: End, other: End, direction: Direction): Bounds =>
    boundsOf(rulesFor(self, direction), (allows) =>
      measure(allows, { other, destination, direction, directory }),
    );
  const egress = side(source, destination, "egress");
  if (isNoPorts(egress.possible)) return NOTHING_ALLOWED;
  return bothSides(egress, side(destination, source, "ingress"));
}

interface Context {
  /** The end that the rules name as their peer. */
  readonly other: End;
  readonly destination: End;
  readonly direction: Direction;
  readonly directory: NamespaceDirectory;
}

/** Ports for a peer whose address lies in a set. */
interface Entry {
  readonly addresses: Addresses;
  readonly ports: Ports;
}

function measure(
  allows: readonly Allow[],
  { other, destination, direction, directory }: Context,
): Bounds {
  const certain: Entry[] = [];
  const possible: Entry[] = [];
  const dependsOn: Dependence[] = [];
  for (const { region } of allows) {
    const peer = peerOf(region, direction);
    const { holds, for: reasons } = holdsPeer(peer, other, directory);
    if (holds === "none") continue;
    const resolved = resolvePortNames(region, destination.workload);
    if (resolved === undefined) continue;
    const entry = { addresses: peer.addresses, ports: resolved.ports };
    possible.push(entry);
    if (holds === "all") certain.push(entry);
    else dependsOn.push(...reasons);
  }
  const surely = other.pods.map((pod) => certainPorts(certain, pod));
  const maybe = other.pods.map((pod) => possiblePorts(possible, pod));
  const bounds = {
    certain: surely.reduce(intersectPorts, ALL_PORTS),
    possible: maybe.reduce(unitePorts, NO_PORTS),
  };
  // Without what the labels leave open, the addresses would.
  const byAddress = maybe.some((ports, index) => {
    const sure = surely[index];
    return sure !== undefined && !samePorts(sure, ports);
  });
  const isPartial = possible.some(({ addresses }) => addresses !== ALL_ADDRESSES);
  if (isPartial && (byAddress || other.pods.length > 1)) dependsOn.push("pod addresses");
  return { ...bounds, dependsOn };
}

interface PeerAnswer {
  readonly holds: Holds;
  readonly for: readonly Dependence[];
}

const NO_PEER: PeerAnswer = { holds: "none", for: [] };

/** Whether a peer means an end, apart from addresses. */
function holdsPeer(
  endpoint: Endpoint,
  { workload, namespace }: End,
  directory: NamespaceDirectory,
): PeerAnswer {
  if (endpoint.type === "address" || workload.hostNetwork)
    return workload.hostNetwork && endpoint.type === "address"
      ? { holds: "all", for: [] }
      : NO_PEER;
  const ofLabels = holdsFor(endpoint.labels, workload);
  if (ofLabels === "none") return NO_PEER;
  const { namespaces } = endpoint;
  const ofNamespace =
    namespaces.type === "known"
      ? namespaces.names.has(namespace)
        ? "all"
        : "none"
      : directory.known.has(namespace)
        ? "none"
        : holdsNamespace(namespaces.labels, namespace);
  if (ofNamespace === "none") return NO_PEER;
  const reasons: Dependence[] = [];
  if (ofLabels === "unknown") reasons.push("labels of controllers");
  if (ofNamespace === "unknown") reasons.push("namespace labels");
  return { holds: reasons.length === 0 ? "all" : "unknown", for: reasons };
}

/** Of a namespace that is only named, the name is the one label that is known. */
function holdsNamespace(
  labels: Extract<Endpoint, { type: "pod" }>["labels"],
  namespace: string,
): Holds {
  const name = labels.get(NAME_LABEL);
  if (name !== undefined && !hasValue(name, namespace)) return "none";
  return [...labels].every(([key, values]) => key === NAME_LABEL || isAnyValue(values))
    ? "all"
    : "unknown";
}

/** What all the addresses that a pod may have are allowed, or one of those that it has. */
function certainPorts(entries: readonly Entry[], pod: readonly bigint[]): Ports {
  if (pod.length > 0) return portsAt(entries, pod);
  const ports = entries
    .filter(({ addresses }) => holdsUnknownAddress(addresses) === "all")
    .reduce((sum, entry) => unitePorts(sum, entry.ports), NO_PORTS);
  const partial = entries.filter(({ addresses }) => holdsUnknownAddress(addresses) !== "all");
  if (partial.length < 2) return ports;
  // Ranges that hold all addresses hold them together.
  const cuts = [
    podIpv4(),
    ...partial.map(({ addresses }) => intersectAddresses(addresses, ALL_IPV4)),
  ];
  const common = [...new Set(cuts.flat().map(([start]) => start))]
    .concat(cuts.flat().map(([, end]) => end))
    .filter((point) => hasPoint(podIpv4(), point))
    .map((point) => portsAt(partial, [point]))
    .reduce(intersectPorts, ALL_PORTS);
  return unitePorts(ports, common);
}

const portsAt = (entries: readonly Entry[], points: readonly bigint[]): Ports =>
  entries
    .filter(({ addresses }) => points.some((point) => hasPoint(addresses, point)))
    .reduce((sum, { ports }) => unitePorts(sum, ports), NO_PORTS);

const possiblePorts = (entries: readonly Entry[], pod: readonly bigint[]): Ports =>
  pod.length > 0
    ? portsAt(entries, pod)
    : entries
        .filter(({ addresses }) => holdsUnknownAddress(addresses) !== "none")
        .reduce((sum, { ports }) => unitePorts(sum, ports), NO_PORTS);
