import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatAddress, isStrictSubset, parseAddress, parseCidr } from "./cidr.ts";

const MAX_IPV6 = 2n ** 128n - 1n;

describe("parseCidr", () => {
  it.each([
    { in: "10.0.0.0/8", want: "10.0.0.0/8" },
    { name: "host bits are masked off", in: "10.0.0.1/8", want: "10.0.0.0/8" },
    { name: "leading zeros are decimal", in: "010.000.0.00/08", want: "10.0.0.0/8" },
    { in: "0.0.0.0/0", want: "0.0.0.0/0" },
    { in: "128.0.0.0/1", want: "128.0.0.0/1" },
    { in: "1.2.3.4/32", want: "1.2.3.4/32" },
    { in: "::/0", want: "::/0" },
    { in: "FD00:0:0:1::5/64", want: "fd00:0:0:1::/64" },
    { in: "2001:0db8::00001/128", want: "2001:db8::1/128" },
    { in: "64:ff9b::192.0.2.0/120", want: "64:ff9b::c000:200/120" },
    { name: "IPv4-mapped is IPv4", in: "::ffff:10.0.0.0/104", want: "10.0.0.0/8" },
    { name: "IPv4-mapped, host bits", in: "::ffff:10.1.2.3/96", want: "0.0.0.0/0" },
    { name: "masked below the mapped prefix", in: "::ffff:10.0.0.0/90", want: "::ffc0:0:0/90" },
  ])("$in $name", ({ in: text, want }) => {
    expect(parseCidr(text)?.canonical).toBe(want);
  });

  it.each([
    { in: "0.0.0.0/1", first: 0n, last: 2n ** 31n - 1n, family: 4 },
    { in: "0.0.0.0/0", first: 0n, last: 2n ** 32n - 1n, family: 4 },
    { in: "::/0", first: 0n, last: MAX_IPV6, family: 6 },
    { in: "169.254.169.254/32", first: 0xa9fea9fen, last: 0xa9fea9fen, family: 4 },
    { in: "fe80::/10", first: 0xfe80n << 112n, last: (0xfec0n << 112n) - 1n, family: 6 },
  ])("the range of $in", ({ in: text, ...want }) => {
    expect(parseCidr(text)).toMatchObject(want);
  });

  it.each([
    "10.0.0.0",
    "10.0.0.0/",
    "10.0.0.0/33",
    "10.0.0.0/-1",
    "10.0.0.0/+8",
    "10.0.0.0/8/8",
    "10.0.0/8",
    "10.0.0.0.0/8",
    "10.0.0.256/8",
    "10.0.0. 1/8",
    "0x10.0.0.0/8",
    " 10.0.0.0/8",
    "::/129",
    ":::/8",
    "1::2::3/8",
    "1:2:3:4:5:6:7/8",
    "1:2:3:4:5:6:7:8:9/8",
    "1:2:3:4:5:6:7::8/8",
    "12345::/16",
    "8000:k00::/120",
    "fe80::1%eth0/64",
    "1.2.3.4::/96",
    "::1.2.3/96",
    "[::]/0",
    "/8",
    "",
  ])("%j is no CIDR", (text) => {
    // `1:2:3:4:5:6:7::8` has an ellipsis without a group to stand for.
    expect(parseCidr(text)).toBeUndefined();
  });
});

describe("isStrictSubset", () => {
  it.each([
    { inner: "10.1.0.0/16", outer: "10.0.0.0/8", want: true },
    { inner: "10.0.0.0/8", outer: "10.0.0.0/8", want: false },
    { inner: "10.0.0.0/7", outer: "10.0.0.0/8", want: false },
    { inner: "11.0.0.0/16", outer: "10.0.0.0/8", want: false },
    { inner: "fd00::/8", outer: "0.0.0.0/0", want: false },
    { inner: "10.0.0.0/8", outer: "::/0", want: false },
    { inner: "::ffff:10.1.0.0/112", outer: "10.0.0.0/8", want: true },
    // Go compares the lengths as they are written, 16 and 104.
    { inner: "10.1.0.0/16", outer: "::ffff:10.0.0.0/104", want: false },
  ])("$inner in $outer: $want", ({ inner, outer, want }) => {
    const [a, b] = [parseCidr(inner), parseCidr(outer)];
    expect(a !== undefined && b !== undefined && isStrictSubset(a, b)).toBe(want);
  });
});

describe("formatAddress", () => {
  it.each([
    { family: 4, value: 0xa9fea9fen, want: "169.254.169.254" },
    { family: 6, value: 0n, want: "::" },
    { family: 6, value: 1n, want: "::1" },
    { family: 6, value: 0x20010db8n << 96n, want: "2001:db8::" },
    { family: 6, value: (1n << 112n) | (1n << 64n) | 1n, want: "1:0:0:1::1" },
    { family: 6, value: (1n << 112n) | (1n << 48n) | 1n, want: "1::1:0:0:1" },
    { family: 6, value: 0x00010000000200030004000500060007n, want: "1:0:2:3:4:5:6:7" },
    { family: 6, value: 0xffff0a000001n, want: "::ffff:10.0.0.1" },
    { family: 6, value: MAX_IPV6, want: "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" },
  ] as const)("$want", ({ family, value, want }) => {
    expect(formatAddress(family, value)).toBe(want);
  });

  it("gives text that parses to the same address", () => {
    const group = fc.constantFrom(0n, 0n, 1n, 0xffffn, 0xfd00n);
    const ipv6 = fc
      .array(group, { minLength: 8, maxLength: 8 })
      .map((groups) => groups.reduce<bigint>((value, part) => (value << 16n) | part, 0n));
    fc.assert(
      fc.property(ipv6, (value) => {
        const parsed = parseAddress(formatAddress(6, value));
        const isMapped = value >> 32n === 0xffffn;
        expect(parsed).toEqual(
          isMapped ? { family: 4, value: value & 0xffffffffn } : { family: 6, value },
        );
      }),
    );
  });
});

describe("parseAddress", () => {
  it.each([
    { in: "169.254.169.254", want: { family: 4, value: 0xa9fea9fen } },
    { in: "::1", want: { family: 6, value: 1n } },
    { in: "::ffff:1.2.3.4", want: { family: 4, value: 0x01020304n } },
    { in: "fe80::1%eth0", want: undefined },
    { in: "localhost", want: undefined },
  ])("$in", ({ in: text, want }) => {
    expect(parseAddress(text)).toEqual(want);
  });
});
