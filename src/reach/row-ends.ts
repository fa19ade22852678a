import type { EndpointText } from "../model/report.ts";
import { rangeOf } from "../policy/network-policy.ts";
import {
  ALL_IPV4,
  ALL_IPV6,
  isAllAddresses,
  subtractAddresses,
  type Addresses,
} from "../space/addresses.ts";
import type { PodEndpoint } from "../space/endpoint.ts";
import { normalizeIntervals, sameIntervals } from "../space/intervals.ts";
import { isNoPorts, portRange, subtractPorts, unitePorts } from "../space/ports.ts";
import type { Region } from "../space/region.ts";
import { describeAddresses } from "./describe-addresses.ts";
import { describePods, type PodWords } from "./describe-pods.ts";
import { describeLabels } from "./label-words.ts";
import { resolvePortNames } from "./moved-workload.ts";
import { isEveryPod } from "./row-groups.ts";

/** The one IP version that pods are meant by, where the other end does not say so anyway. */
export function familyOf(regions: readonly Region[]): "IPv4" | "IPv6" | undefined {
  const ends = regions.flatMap(({ source, destination }) => [source, destination]);
  if (ends.some(({ type }) => type === "address")) return undefined;
  const isIn = (family: Addresses): boolean =>
    ends.every(({ addresses }) => sameIntervals(addresses, family));
  return isIn(ALL_IPV6) ? "IPv6" : isIn(ALL_IPV4) ? "IPv4" : undefined;
}

/** Regions of one cause mostly share their ends; each is described once. */
function distinctPods(ends: readonly PodEndpoint[]): readonly PodEndpoint[] {
  const distinct = new Map<string, PodEndpoint>();
  for (const end of ends) {
    const { namespaces } = end;
    const where =
      namespaces.type === "known"
        ? [...namespaces.names].join()
        : `? ${describeLabels(namespaces.labels)}`;
    distinct.set(`${where} / ${describeLabels(end.labels)} / ${end.addresses.join()}`, end);
  }
  return [...distinct.values()];
}

/** A region of pods found by their address alone. */
const isEcho = ({ source, destination }: Region): boolean =>
  [source, destination].some((end) => !isAllAddresses(end.addresses));

interface EndWords {
  readonly words: PodWords;
  /** Whether the same rule means pods by their addresses, which are no rows of their own. */
  readonly meansPods: boolean;
}

const DNS_PORTS = unitePorts(portRange("TCP", 53, 53), portRange("UDP", 53, 53));

/** Where pods get their addresses from (RFC 1918, RFC 6598, RFC 4193): of the internet it goes without saying. */
const isPrivate = (addresses: Addresses): boolean =>
  PRIVATE.some((cidr) => subtractAddresses(addresses, rangeOf(cidr)).length === 0);

const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"];

/** One end of the flows of a row. */
export function describeEnds(
  regions: readonly Region[],
  end: "source" | "destination",
  { words, meansPods }: EndWords,
): EndpointText {
  const ends = regions.map((region) => region[end]);
  const outside = ends.filter((endpoint) => endpoint.type === "address");
  const addresses = normalizeIntervals(outside.flatMap((endpoint) => endpoint.addresses));
  const pods = distinctPods(ends.filter((endpoint) => endpoint.type === "pod"));
  if (outside.length === 0)
    return describePods(pods, words, (workload) =>
      end === "source"
        ? true
        : regions.some((region) => resolvePortNames(region, workload) !== undefined),
    );
  const asked = regions.every(({ ports }) => isNoPorts(subtractPorts(ports, DNS_PORTS)));
  const range = describeAddresses(addresses, { asked: asked ? "names" : "anything" });
  const text =
    meansPods && isPrivate(addresses) ? `${range} (and pods with such an address)` : range;
  const nothing = { workloads: [], more: 0 };
  if (isAllAddresses(addresses) && pods.some(isEveryPod))
    return { text: "anyone (any pod, any address)", type: "anyone", ...nothing };
  if (pods.length === 0 || regions.every(isEcho)) return { text, type: "addresses", ...nothing };
  const described = describePods(pods, words);
  const { workloads, more } = described;
  return { text: `${text}, and ${described.text}`, type: "anyone", workloads, more };
}
