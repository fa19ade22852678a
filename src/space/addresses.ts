import {
  intersectIntervals,
  intervalsContain,
  sameIntervals,
  subtractIntervals,
  type Intervals,
} from "./intervals.ts";

/**
 * IPv4 and IPv6 addresses on one line: IPv4 from 0, IPv6 behind it. The families never overlap, so
 * `0.0.0.0/0` holds no IPv6 address and `::/0` no IPv4 one.
 */
export type Addresses = Intervals<bigint>;

export const IPV6_OFFSET = 2n ** 32n;
const END = IPV6_OFFSET + 2n ** 128n;

export const ALL_ADDRESSES: Addresses = [[0n, END]];
export const ALL_IPV4: Addresses = [[0n, IPV6_OFFSET]];
export const ALL_IPV6: Addresses = [[IPV6_OFFSET, END]];

export type Family = 4 | 6;

/** The point of an address on the line. */
export const pointOf = (family: Family, value: bigint): bigint =>
  family === 4 ? value : value + IPV6_OFFSET;

export const familyOfPoint = (point: bigint): Family => (point < IPV6_OFFSET ? 4 : 6);

/** Addresses `first` to `last`, both included, of one family. */
export const addressRange = (family: Family, first: bigint, last: bigint): Addresses => [
  [pointOf(family, first), pointOf(family, last) + 1n],
];

export const intersectAddresses = (a: Addresses, b: Addresses): Addresses =>
  b === ALL_ADDRESSES ? a : a === ALL_ADDRESSES ? b : intersectIntervals(a, b);

export const subtractAddresses = (a: Addresses, b: Addresses): Addresses =>
  b === ALL_ADDRESSES ? [] : subtractIntervals(a, b);

export const isAllAddresses = (set: Addresses): boolean =>
  set === ALL_ADDRESSES || sameIntervals(set, ALL_ADDRESSES);

export const hasPoint = (set: Addresses, point: bigint): boolean => intervalsContain(set, point);
