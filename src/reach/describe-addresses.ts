import { formatAddress } from "../model/cidr.ts";
import {
  ALL_IPV4,
  ALL_IPV6,
  intersectAddresses,
  IPV6_OFFSET,
  isAllAddresses,
  subtractAddresses,
  type Addresses,
  type Family,
} from "../space/addresses.ts";
import { intervalsContain } from "../space/intervals.ts";
import { metadataPoints } from "./metadata-addresses.ts";

const SHOWN = 4;

/** What is asked of the addresses: port 53 of a metadata address is a resolver and hands out no credentials. */
type AskedFor = "names" | "anything";

export interface AddressWords {
  readonly asked?: AskedFor;
  /** More blocks than these are not listed. */
  readonly shown?: number;
}

/**
 * Addresses in words, never as fragments: `internet`, `internet except 10.0.0.0/8`,
 * `cloud metadata 169.254.169.254`, `203.0.113.0/24`.
 */
export function describeAddresses(
  addresses: Addresses,
  { asked = "anything", shown = SHOWN }: AddressWords = {},
): string {
  if (isAllAddresses(addresses)) return "any address";
  const words = [
    describeFamily(intersectAddresses(addresses, ALL_IPV4), 4, { asked, shown }),
    describeFamily(intersectAddresses(addresses, ALL_IPV6), 6, { asked, shown }),
  ].filter((word) => word !== "");
  return words.join(" and ");
}

function describeFamily(
  addresses: Addresses,
  family: Family,
  { asked, shown }: Required<AddressWords>,
): string {
  if (addresses.length === 0) return "";
  const [whole, internet] =
    family === 4 ? [ALL_IPV4, "internet (IPv4)"] : [ALL_IPV6, "internet (IPv6)"];
  const rest = subtractAddresses(whole, addresses);
  if (rest.length === 0) return internet;
  const single = onlyMetadata(addresses);
  if (single !== undefined)
    return asked === "names" ? `${single} (DNS)` : `cloud metadata ${single}`;
  const blocks = cidrsOf(addresses, family, shown);
  const missing = cidrsOf(rest, family, shown);
  // The shorter list, unless what is there is short enough.
  const isShort = (list: readonly string[]): boolean =>
    list.length <= SHOWN || missing === undefined || list.length <= missing.length;
  if (blocks !== undefined && isShort(blocks))
    return blocks.join(", ") + (asked === "names" ? "" : metadataInside(addresses));
  if (missing !== undefined)
    return `${internet.replace(" (IPv4)", "")} except ${missing.join(", ")}`;
  const hull = hullOf(addresses, family);
  const gaps = cidrsOf(subtractAddresses(hull, addresses), family, shown);
  if (gaps !== undefined) return `${cidrsOf(hull, family, 1)?.[0] ?? ""} except ${gaps.join(", ")}`;
  return sizeOf(addresses) > sizeOf(rest) ? `most of the ${internet}` : `parts of the ${internet}`;
}

/** Whether there are words for the addresses that leave nothing out. */
export const isSayable = (addresses: Addresses, shown = SHOWN): boolean =>
  !/\b(?:most|parts) of the /.test(describeAddresses(addresses, { shown }));

/** A small range around a metadata address is most likely about it. */
function metadataInside(addresses: Addresses): string {
  const inside = metadataPoints().filter(({ point }) => intervalsContain(addresses, point));
  const [first] = inside;
  return first === undefined || sizeOf(addresses) > SMALL_RANGE
    ? ""
    : ` (cloud metadata ${first.address}${inside.length > 1 ? " and others" : ""})`;
}

const SMALL_RANGE = 2n ** 16n;

/** The smallest CIDR block that holds all the addresses. */
function hullOf(addresses: Addresses, family: Family): Addresses {
  const offset = family === 4 ? 0n : IPV6_OFFSET;
  const first = (addresses[0]?.[0] ?? offset) - offset;
  const last = (addresses.at(-1)?.[1] ?? offset + 1n) - 1n - offset;
  let size = 1n;
  while (first / size !== last / size) size <<= 1n;
  const start = (first / size) * size + offset;
  return [[start, start + size]];
}

function onlyMetadata(addresses: Addresses): string | undefined {
  if (sizeOf(addresses) > BigInt(SHOWN)) return undefined;
  const inside = metadataPoints().filter(({ point }) => intervalsContain(addresses, point));
  return sizeOf(addresses) === BigInt(inside.length)
    ? inside.map(({ address }) => address).join(", ")
    : undefined;
}

const sizeOf = (addresses: Addresses): bigint =>
  addresses.reduce((sum, [start, end]) => sum + (end - start), 0n);

/** The same addresses as at most so many CIDR blocks, if so few do. */
function cidrsOf(
  addresses: Addresses,
  family: Family,
  shown: number,
): readonly string[] | undefined {
  const offset = family === 4 ? 0n : IPV6_OFFSET;
  const bits = family === 4 ? 32 : 128;
  const blocks: string[] = [];
  for (const [first, end] of addresses) {
    let start = first - offset;
    const stop = end - offset;
    while (start < stop) {
      if (blocks.length === shown) return undefined;
      let size = start === 0n ? 1n << BigInt(bits) : start & -start;
      while (size > stop - start) size >>= 1n;
      const prefix = bits - (size.toString(2).length - 1);
      const text = formatAddress(family, start);
      blocks.push(prefix === bits ? text : `${text}/${prefix}`);
      start += size;
    }
  }
  return blocks;
}
