import { groupBy } from "../model/group-by.ts";
import type { Allow } from "../policy/compiled.ts";
import { holdsFor } from "../reach/added-labels.ts";
import type { Finding } from "../model/report.ts";
import { lazily } from "../model/lazily.ts";
import { describePods, type PodWords } from "../reach/describe-pods.ts";
import { describePorts } from "../reach/describe-ports.ts";
import type { NamespaceSide } from "../reach/evaluator.ts";
import { sensitivePorts } from "../reach/risk.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { isAllAddresses } from "../space/addresses.ts";
import type { Endpoint } from "../space/endpoint.ts";
import {
  intersectPorts,
  isAllOf,
  isNoPorts,
  NO_PORTS,
  portRange,
  subtractPorts,
  unitePorts,
} from "../space/ports.ts";
import type { Ports } from "../space/ports.ts";
import { NO_NAMES } from "../space/region.ts";
import type { PlacedWorkload } from "../world/world.ts";
import { findingOf } from "./rules.ts";

export interface PortContext {
  readonly scope: string;
  readonly namespace: string;
  readonly label: string;
  readonly workloads: readonly PlacedWorkload[];
  readonly words: PodWords;
}

/** Cassandra and the kubelet, and as often webhooks: 7000 of Argo CD, 10250 of cert-manager. */
const AMBIGUOUS = unitePorts(portRange("TCP", 7000, 7000), portRange("TCP", 10_250, 10_250));

/** One finding for each rule that opens a port of data or control to whole other namespaces. */
export function checkSensitivePorts(
  { allows }: NamespaceSide,
  context: PortContext,
): readonly Finding[] {
  const reported = new Set<unknown>();
  const byPlace = lazily(() => groupBy(allows, placeOf));
  return allows.flatMap((allow) => {
    const place = placeOf(allow);
    if (reported.has(place) || !opensOtherNamespaces(allow.region.source, context.namespace))
      return [];
    const ports = subtractPorts(
      intersectPorts(portsOf(allow, context.workloads), sensitivePorts()),
      AMBIGUOUS,
    );
    if (isNoPorts(ports)) return [];
    reported.add(place);
    const { scope, namespace, label } = context;
    const pods = (byPlace().get(place) ?? []).flatMap(({ region: { source } }) =>
      source.type === "pod" ? [source] : [],
    );
    const message = `${describePods(pods, context.words).text} may reach ${describePorts(ports, NO_NAMES)} in ${label}, by policy ${allow.policy.name}`;
    return [findingOf("NP042", { scope, namespace, message, location: place.span })];
  });
}

/** What a reader looks at: the peer, or a rule without any. */
const placeOf = ({ peer, rule }: Allow): Allow["rule"] | NonNullable<Allow["peer"]> => peer ?? rule;

/** Whole namespaces, others than this one: a rule that names the pods over there is what one wants. */
function opensOtherNamespaces(peer: Endpoint, own: string): boolean {
  if (peer.type === "address" || peer.labels.size > 0 || !isAllAddresses(peer.addresses))
    return false;
  const { namespaces } = peer;
  if (namespaces.type === "known") return [...namespaces.names].some((name) => name !== own);
  const names = namespaces.labels.get(NAME_LABEL);
  return !(
    names !== undefined &&
    !names.negated &&
    names.values.size === 1 &&
    names.values.has(own)
  );
}

/**
 * The ports that a rule names. A rule for every port, or for a named one, is judged by the ports that the
 * workloads under it declare: without any, nobody knows that there is a database behind it.
 */
function portsOf({ region }: Allow, workloads: readonly PlacedWorkload[]): Ports {
  const { destination, ports, names } = region;
  if (names.size === 0 && !isAllOf(ports, "TCP")) return ports;
  if (destination.type === "address") return NO_PORTS;
  const wanted = new Set([...names.keys()].map((key) => key.slice(key.indexOf("/") + 1)));
  return workloads
    .filter(
      ({ workload }) => !workload.hostNetwork && holdsFor(destination.labels, workload) !== "none",
    )
    .flatMap(({ workload }) => workload.ports)
    .filter(({ name, protocol }) => protocol === "TCP" && (wanted.size === 0 || wanted.has(name)))
    .map(({ port }) => portRange("TCP", port, port))
    .reduce(unitePorts, NO_PORTS);
}
