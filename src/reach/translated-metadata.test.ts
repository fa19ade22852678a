import { describe, expect, it } from "vitest";
import { formatAddress, parseCidr } from "../model/cidr.ts";
import {
  addressRange,
  IPV6_OFFSET,
  subtractAddresses,
  type Addresses,
} from "../space/addresses.ts";
import { translatedMetadata } from "./translated-metadata.ts";

function range(text: string): Addresses {
  const cidr = parseCidr(text);
  if (cidr === undefined) throw new Error(text);
  return addressRange(cidr.family, cidr.first, cidr.last);
}

const found = (addresses: Addresses): readonly string[] =>
  translatedMetadata(addresses).map(([point]) => formatAddress(6, point - IPV6_OFFSET));

describe("translatedMetadata", () => {
  it.each([
    ["64:ff9b::a9fe:a9fe/128", ["64:ff9b::a9fe:a9fe"]],
    ["64:ff9b::169.254.42.42/128", ["64:ff9b::a9fe:2a2a"]],
    ["64:ff9b:1::a9fe:a9fe/128", ["64:ff9b:1::a9fe:a9fe"]],
    ["64:ff9b:1:abcd::a9fe:a9fe/127", ["64:ff9b:1:abcd::a9fe:a9fe"]],
    ["64:ff9b::a9fe:a9ff/128", []],
    ["64:ff9b:2::a9fe:a9fe/128", []],
    ["64:ff9b::a9ff:0/112", []],
    ["::/0", []],
    ["2000::/3", []],
    ["169.254.169.254/32", []],
  ])("%s: %j", (text, want) => {
    expect(found(range(text))).toEqual(want);
  });

  it.each(["64:ff9b::/96", "64:ff9b:1::/48", "64:ff9b:1:2::/64", "64::/16", "::/3"])(
    "%s holds all",
    (text) => {
      expect(found(range(text)).length).toBeGreaterThanOrEqual(9);
    },
  );

  it("is empty for the internet without what is private", () => {
    const internet = subtractAddresses(range("::/0"), range("fc00::/7"));
    expect(found(internet)).toEqual([]);
  });
});
