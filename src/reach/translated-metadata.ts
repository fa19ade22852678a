import { parseCidr } from "../model/cidr.ts";
import { lazily } from "../model/lazily.ts";
import { intersectAddresses, pointOf, type Addresses } from "../space/addresses.ts";
import { metadataPoints } from "./metadata-addresses.ts";

/**
 * Where translators (NAT64) put IPv4 addresses inside IPv6: the well-known prefix of RFC 6052, and that for local
 * use of RFC 8215. RFC 6052 forbids link-local addresses behind the first; not every translator obeys.
 */
const PREFIXES = lazily(() => ["64:ff9b::/96", "64:ff9b:1::/48"].map(rangeOf));
const INTERNET = lazily(() => rangeOf("2000::/3"));

function rangeOf(text: string): readonly [start: bigint, end: bigint] {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(`not a CIDR: ${text}`);
  return [pointOf(6, cidr.first), pointOf(6, cidr.last) + 1n];
}

/** An IPv4 address fills the last 32 bits, whatever stands before. */
const EMBEDDED = 2n ** 32n;
const MAX_INTERVALS = 10_000;

/**
 * The IPv4 metadata addresses that a translator would reach for some addresses, one for each. The IPv6 internet as
 * such is no translator: a range that holds half of it or more names none.
 */
export function translatedMetadata(addresses: Addresses): Addresses {
  const [from, to] = INTERNET();
  // Sorted, and mostly IPv4: then there is nothing to look at.
  const highest = addresses.at(-1)?.[1] ?? 0n;
  if (PREFIXES().every(([first]) => highest <= first)) return [];
  return PREFIXES().flatMap(([first, last]) =>
    addresses.slice(0, MAX_INTERVALS).flatMap(([start, end]): Addresses => {
      const [low, high] = [start > first ? start : first, end < last ? end : last];
      if (low >= high) return [];
      const isInternet = intersectAddresses([[start, end]], [[from, to]]).some(
        ([a, b]) => (b - a) * 2n >= to - from,
      );
      return isInternet ? [] : embeddedIn(low, high);
    }),
  );
}

const embeddedIn = (low: bigint, high: bigint): Addresses =>
  metadataPoints().flatMap(({ point }): Addresses => {
    if (point >= EMBEDDED) return [];
    const value = low - pointOf(6, 0n);
    const gap = (point - (value % EMBEDDED) + EMBEDDED) % EMBEDDED;
    const found = low + gap;
    return found < high ? [[found, found + 1n]] : [];
  });
