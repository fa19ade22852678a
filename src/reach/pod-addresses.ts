import { lazily } from "../model/lazily.ts";
import { rangeOf } from "../policy/network-policy.ts";
import {
  ALL_ADDRESSES,
  ALL_IPV4,
  hasPoint,
  intersectAddresses,
  subtractAddresses,
  type Addresses,
} from "../space/addresses.ts";

/** Loopback, link-local, multicast and reserved: no pod with a network of its own has one of these. */
const NEVER_OF_PODS = [
  "0.0.0.0/8",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "224.0.0.0/3",
  "::/127",
  "fe80::/10",
  "ff00::/8",
];

const podAddresses = lazily(() =>
  NEVER_OF_PODS.map(rangeOf).reduce(subtractAddresses, ALL_ADDRESSES),
);
/** The IPv4 addresses that a pod may have. */
export const podIpv4 = lazily(() => intersectAddresses(podAddresses(), ALL_IPV4));

/**
 * Whether a pod of unknown address has one of these. All that pods may have over IPv4, which nearly every cluster
 * speaks, is enough, unless no IP version is assumed.
 */
export function holdsUnknownAddress(
  addresses: Addresses,
  assumesIpv4 = true,
): "all" | "none" | "unknown" {
  if (addresses === ALL_ADDRESSES) return "all";
  const wanted = assumesIpv4 ? podIpv4() : podAddresses();
  if (subtractAddresses(wanted, addresses).length === 0) return "all";
  return intersectAddresses(addresses, podAddresses()).length === 0 ? "none" : "unknown";
}

/** Whether a pod with these addresses has one in the set. */
export function holdsAddresses(
  addresses: Addresses,
  own: readonly bigint[],
): "all" | "none" | "unknown" {
  const inside = own.filter((point) => hasPoint(addresses, point)).length;
  return inside === 0 ? "none" : inside === own.length ? "all" : "unknown";
}
