import { RISKS } from "../config/fail-on.ts";
import type { Risk } from "../model/report.ts";
import { parseCidr } from "../model/cidr.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { lazily } from "../model/lazily.ts";
import {
  ALL_IPV4,
  addressRange,
  intersectAddresses,
  subtractAddresses,
  type Addresses,
} from "../space/addresses.ts";
import type { Endpoint } from "../space/endpoint.ts";
import { intersectPorts, isAllPorts, isNoPorts, NO_PORTS, type Ports } from "../space/ports.ts";
import type { Region } from "../space/region.ts";
import { normalizeIntervals } from "../space/intervals.ts";
import { metadataAddresses, METADATA_PORTS } from "./metadata-addresses.ts";
import { translatedMetadata } from "./translated-metadata.ts";

/** Not the internet: the IANA special-purpose registry (RFC 6890), multicast and reserved space. */
const SPECIAL_IPV4 = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

const range = (cidr: string): Addresses => {
  const parsed = parseCidr(cidr);
  return parsed === undefined ? [] : addressRange(parsed.family, parsed.first, parsed.last);
};

/** Addresses that belong to hosts on the public IPv4 internet. */
export const publicIpv4 = lazily((): Addresses =>
  SPECIAL_IPV4.reduce((rest, cidr) => subtractAddresses(rest, range(cidr)), ALL_IPV4),
);

/** Global unicast, the only part of IPv6 that the internet routes (RFC 4291, IANA IPv6 registry). */
export const publicIpv6 = lazily((): Addresses => range("2000::/3"));

const internet = lazily((): Addresses => [...publicIpv4(), ...publicIpv6()]);

/** Ports behind which data or a control plane lies. */
const SENSITIVE = [
  22, 1433, 1521, 2379, 2380, 3306, 3389, 5432, 5672, 5984, 6379, 6443, 7000, 8500, 9042, 9092,
  9200, 9300, 10250, 11211, 26257, 27017,
];

/** Databases, queues, caches, remote shells and cluster control, over TCP. */
export const sensitivePorts = lazily((): Ports => ({
  ...NO_PORTS,
  TCP: normalizeIntervals(SENSITIVE.map((port) => [port, port + 1] as const)),
}));

const meets = (endpoint: Endpoint, addresses: Addresses): boolean =>
  endpoint.type === "address" && intersectAddresses(endpoint.addresses, addresses).length > 0;

export const reachesMetadata = ({ destination, ports }: Region): boolean =>
  !isNoPorts(intersectPorts(ports, METADATA_PORTS)) &&
  (meets(destination, metadataAddresses()) || meetsTranslated(destination));

const meetsTranslated = (endpoint: Endpoint): boolean =>
  endpoint.type === "address" && translatedMetadata(endpoint.addresses).length > 0;

/** Where a region stands in the order in which a reader wants to see it. */
export function riskOf(region: Region): Risk {
  if (reachesMetadata(region)) return "metadata";
  const { source, destination, ports } = region;
  if (meets(source, internet())) return "from-internet";
  if (meets(destination, internet())) return "to-internet";
  if (source.type === "address" || destination.type === "address") return "across-namespaces";
  if (inOneNamespace(source, destination)) return "same-namespace";
  return isNoPorts(intersectPorts(ports, sensitivePorts()))
    ? "across-namespaces"
    : "sensitive-port";
}

function inOneNamespace(source: Endpoint, destination: Endpoint): boolean {
  const a = singleNamespace(source);
  return a !== undefined && a === singleNamespace(destination);
}

function singleNamespace(endpoint: Endpoint): string | undefined {
  if (endpoint.type === "address") return undefined;
  const { namespaces } = endpoint;
  const name = namespaces.type === "known" ? namespaces.names : namespaces.labels.get(NAME_LABEL);
  if (name === undefined) return undefined;
  if ("size" in name) return name.size === 1 ? [...name][0] : undefined;
  return !name.negated && !name.absent && name.values.size === 1 ? [...name.values][0] : undefined;
}

/** Lower is worse. Any port weighs more than some port of the same risk. */
export const weightOf = (risk: Risk, ports: Ports): number =>
  RISKS.indexOf(risk) * 2 + (isAllPorts(ports) ? 0 : 1);

export const worstRisk = (risks: readonly Risk[]): Risk =>
  RISKS.find((risk) => risks.includes(risk)) ?? "same-namespace";
