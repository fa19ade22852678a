/**
 * Addresses and CIDRs as the API server's legacy parser reads them: `ParseCIDRSloppy` and `ParseIPSloppy`
 * of k8s.io/utils `net/parse.go`, a fork of Go 1.16's `net` package. Leading zeros are decimal, host bits
 * are masked off, and an IPv4-mapped IPv6 address is an IPv4 one.
 */
export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

export interface Cidr {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** Masked, RFC 5952: `10.0.0.0/8`, `fd00::/8`. */
  readonly canonical: string;
  /** The prefix length as written; that of an IPv4-mapped CIDR counts from 128 bits. */
  readonly maskBits: number;
}

/** The addresses `::ffff:0:0/96`, which Go's `net.IP.To4` takes for IPv4. */
const MAPPED_FIRST = 0xffff00000000n;
const MAPPED_LAST = 0xffffffffffffn;
const MAPPED_BITS = 96;

/** Reads a CIDR; undefined where the legacy parser refuses the text. */
export function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf("/");
  if (slash < 0) return undefined;
  const mask = text.slice(slash + 1);
  // Go's dtoi takes any number of leading zeros and no sign.
  if (!/^\d+$/.test(mask)) return undefined;
  const maskBits = Number(mask);
  const address = text.slice(0, slash);
  const v4 = parseIPv4(address);
  if (v4 !== undefined)
    return maskBits > 32 ? undefined : cidrOf(4, v4, { bits: maskBits, maskBits });
  const v6 = parseIPv6(address);
  if (v6 === undefined || maskBits > 128) return undefined;
  const network = maskOff(v6, 128 - maskBits);
  return isMapped(network) && maskBits >= MAPPED_BITS
    ? cidrOf(4, network - MAPPED_FIRST, { bits: maskBits - MAPPED_BITS, maskBits })
    : cidrOf(6, network, { bits: maskBits, maskBits });
}

/** Reads a bare address; undefined where it is none. Zones (`fe80::1%eth0`) are refused. */
export function parseAddress(text: string): Address | undefined {
  const v4 = parseIPv4(text);
  if (v4 !== undefined) return { family: 4, value: v4 };
  const v6 = parseIPv6(text);
  if (v6 === undefined) return undefined;
  return isMapped(v6) ? { family: 4, value: v6 - MAPPED_FIRST } : { family: 6, value: v6 };
}

/** Writes an address: dotted for IPv4, RFC 5952 for IPv6. */
export function formatAddress(family: 4 | 6, value: bigint): string {
  if (family === 4) return dotted(value);
  if (isMapped(value)) return `::ffff:${dotted(value - MAPPED_FIRST)}`;
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(16 * (7 - index))) & 0xffffn).toString(16),
  );
  const [start, length] = longestZeroRun(groups);
  if (length < 2) return groups.join(":");
  return `${groups.slice(0, start).join(":")}::${groups.slice(start + length).join(":")}`;
}

/**
 * Whether `inner` may be an `except` of `outer`: `must be a strict subset of cidr`
 * (kubernetes/kubernetes `pkg/apis/networking/validation/validation.go`, ValidateIPBlock).
 */
export const isStrictSubset = (inner: Cidr, outer: Cidr): boolean =>
  inner.family === outer.family &&
  inner.first >= outer.first &&
  inner.first <= outer.last &&
  inner.maskBits > outer.maskBits;

const isMapped = (value: bigint): boolean => value >= MAPPED_FIRST && value <= MAPPED_LAST;

const maskOff = (value: bigint, hostBits: number): bigint =>
  (value >> BigInt(hostBits)) << BigInt(hostBits);

function cidrOf(family: 4 | 6, value: bigint, length: { bits: number; maskBits: number }): Cidr {
  const hostBits = (family === 4 ? 32 : 128) - length.bits;
  const first = maskOff(value, hostBits);
  return {
    family,
    first,
    last: first + (1n << BigInt(hostBits)) - 1n,
    canonical: `${formatAddress(family, first)}/${length.bits}`,
    maskBits: length.maskBits,
  };
}

const dotted = (value: bigint): string =>
  [24n, 16n, 8n, 0n].map((shift) => ((value >> shift) & 0xffn).toString()).join(".");

/** RFC 5952 section 4.2.3: the longest run of zero groups, the first of equal ones. */
function longestZeroRun(groups: readonly string[]): readonly [start: number, length: number] {
  let best: readonly [number, number] = [0, 0];
  let start = 0;
  for (const [index, group] of groups.entries()) {
    if (group !== "0") start = index + 1;
    else if (index + 1 - start > best[1]) best = [start, index + 1 - start];
  }
  return best;
}

function parseIPv4(text: string): bigint | undefined {
  const parts = text.split(".", 5);
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^\d+$/.test(part)) return undefined;
    const octet = Number(part);
    if (octet > 255) return undefined;
    value = (value << 8n) | BigInt(octet);
  }
  return value;
}

function parseIPv6(text: string): bigint | undefined {
  const halves = text.split("::", 3);
  if (halves.length > 2) return undefined;
  const [head = "", tail] = halves;
  const left = parseGroups(head, tail === undefined);
  const right = tail === undefined ? [] : parseGroups(tail, true);
  if (left === undefined || right === undefined) return undefined;
  const missing = 8 - left.length - right.length;
  // "Ellipsis must represent at least one 0 group."
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const zeros = Array.from({ length: missing }, () => 0n);
  return [...left, ...zeros, ...right].reduce((value, group) => (value << 16n) | group, 0n);
}

/** The 16-bit groups of one side of `::`; only the last part of the text may be a dotted IPv4 address. */
function parseGroups(text: string, endsText: boolean): bigint[] | undefined {
  if (text === "") return [];
  const parts = text.split(":", 9);
  const groups: bigint[] = [];
  for (const [index, part] of parts.entries()) {
    if (endsText && index === parts.length - 1 && part.includes(".")) {
      const v4 = parseIPv4(part);
      if (v4 === undefined) return undefined;
      groups.push(v4 >> 16n, v4 & 0xffffn);
    } else {
      // Go's xtoi takes leading zeros of any number.
      if (!/^0*[0-9a-fA-F]{1,4}$/.test(part)) return undefined;
      groups.push(BigInt(`0x${part}`));
    }
  }
  return groups;
}
