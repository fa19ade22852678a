import { expect, it } from "vitest";
import { rangeOf } from "../policy/network-policy.ts";
import { ALL_ADDRESSES, subtractAddresses, type Addresses } from "../space/addresses.ts";
import { uniteIntervals } from "../space/intervals.ts";
import { describeAddresses } from "./describe-addresses.ts";

const range = (...cidrs: readonly string[]): Addresses =>
  cidrs.map(rangeOf).reduce<Addresses>(uniteIntervals, []);
const except = (all: Addresses, ...cidrs: readonly string[]): Addresses =>
  subtractAddresses(all, range(...cidrs));

it.each([
  { in: ALL_ADDRESSES, want: "any address" },
  { in: range("0.0.0.0/0"), want: "internet (IPv4)" },
  { in: range("::/0"), want: "internet (IPv6)" },
  { in: range("0.0.0.0/1", "128.0.0.0/1"), want: "internet (IPv4)" },
  { in: range("10.0.0.0/8"), want: "10.0.0.0/8" },
  { in: range("203.0.113.7/32"), want: "203.0.113.7" },
  { in: range("10.0.0.0/8", "192.168.0.0/16"), want: "10.0.0.0/8, 192.168.0.0/16" },
  { in: range("169.254.169.254/32"), want: "cloud metadata 169.254.169.254" },
  { in: range("10.0.0.0/8", "fd00::/8"), want: "10.0.0.0/8 and fd00::/8" },
  { in: except(range("0.0.0.0/0"), "10.0.0.0/8"), want: "internet except 10.0.0.0/8" },
  {
    in: except(range("10.0.0.0/8"), "10.1.2.0/24"),
    want: "10.0.0.0/8 except 10.1.2.0/24",
  },
])("$want", ({ in: addresses, want }) => {
  expect(describeAddresses(addresses)).toBe(want);
});

it("calls a metadata address that is only asked for names a resolver", () => {
  expect(describeAddresses(range("169.254.169.254/32"), { asked: "names" })).toBe(
    "169.254.169.254 (DNS)",
  );
  expect(describeAddresses(range("169.254.0.0/16"), { asked: "names" })).toBe("169.254.0.0/16");
});
