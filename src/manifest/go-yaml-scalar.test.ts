import { describe, expect, it } from "vitest";
import { keyText, resolvePlain, resolveTagged } from "./go-yaml-scalar.ts";

/** What go-yaml v2 makes of plain scalars, as sigs.k8s.io/yaml v1.6 printed it. */
describe("resolvePlain", () => {
  it.each([
    ...["yes", "Yes", "YES", "on", "On", "ON", "y", "Y", "true", "True", "TRUE"].map((text) => ({
      in: text,
      want: true,
    })),
    ...["no", "No", "NO", "off", "Off", "OFF", "n", "N", "false", "False", "FALSE"].map((text) => ({
      in: text,
      want: false,
    })),
    ...["", "~", "null", "Null", "NULL"].map((text) => ({ in: text, want: null })),
    ...["yES", "tRue", "nUll", "oN", "YE", "22:30", "1:30:00", "2024-01-02", "1.2.3"].map(
      (text) => ({ in: text, want: text }),
    ),
    ...["0o8", "0b2", "0x", "0b", "1e", "e5", ".", "+", "-", "--1", "1,000", "_1", "1e999"].map(
      (text) => ({ in: text, want: text }),
    ),
    { in: "010", want: 8 },
    { in: "0443", want: 291 },
    { in: "-010", want: -8 },
    { in: "080", want: 80 },
    { in: "09", want: 9 },
    { in: "0_8", want: 8 },
    { in: "0o14", want: 12 },
    { in: "0x50", want: 80 },
    { in: "0X5f", want: 95 },
    { in: "0b1010000", want: 80 },
    { in: "-0b1", want: -1 },
    { in: "1_000", want: 1000 },
    { in: "+80", want: 80 },
    { in: "-0", want: 0 },
    { in: "80.0", want: 80 },
    { in: "8e1", want: 80 },
    { in: "1.10", want: 1.1 },
    { in: "1.", want: 1 },
    { in: ".5", want: 0.5 },
    { in: ".5_0", want: 0.5 },
    { in: "+.5", want: 0.5 },
    { in: ".inf", want: Infinity },
    { in: "-.INF", want: -Infinity },
    { in: ".NaN", want: NaN },
    { in: "18446744073709551615", want: 2 ** 64 },
    { in: "99999999999999999999", want: 1e20 },
    { in: "0x1ffffffffffffffff", want: "0x1ffffffffffffffff" },
  ])("$in", ({ in: text, want }) => {
    expect(resolvePlain(text)).toBe(want);
  });
});

describe("resolveTagged", () => {
  it.each([
    { tag: "str", in: "80", want: "80" },
    { tag: "str", in: "yes", want: "yes" },
    { tag: "int", in: "010", want: 8 },
    { tag: "bool", in: "yes", want: true },
    { tag: "null", in: "~", want: null },
    { tag: "float", in: "1", want: 1 },
    { tag: "binary", in: "aGk=", want: "hi" },
  ])("!!$tag $in", ({ tag, in: text, want }) => {
    expect(resolveTagged(`tag:yaml.org,2002:${tag}`, text)).toEqual({ type: "value", value: want });
  });

  it.each([
    { tag: "int", in: "yes" },
    { tag: "int", in: "1.0" },
    { tag: "bool", in: "1" },
    { tag: "null", in: "x" },
    { tag: "float", in: "x" },
    { tag: "binary", in: "?" },
  ])("!!$tag $in fails", ({ tag, in: text }) => {
    expect(resolveTagged(`tag:yaml.org,2002:${tag}`, text)).toMatchObject({ type: "error" });
  });

  it("takes any other tag for text", () => {
    expect(resolveTagged("!env", "80")).toEqual({ type: "value", value: "80" });
  });
});

describe("keyText", () => {
  it.each([
    { in: "y", want: "true" },
    { in: "off", want: "false" },
    { in: "1", want: "1" },
    { in: "010", want: "8" },
    { in: "1.10", want: "1.1" },
    { in: "100000.25", want: "100000.25" },
    { in: "1e6", want: "1e+06" },
    { in: "1e-5", want: "1e-05" },
    { in: "0.1", want: "0.1" },
    { in: ".inf", want: ".inf" },
    { in: "-.inf", want: "-.inf" },
    { in: ".nan", want: ".nan" },
    { in: "~", want: undefined },
    { in: "9223372036854775807", want: "9223372036854775807" },
    { in: "9223372036854775808", want: undefined },
    { in: "name", want: "name" },
  ])("$in", ({ in: text, want }) => {
    expect(keyText(resolvePlain(text), text)).toBe(want);
  });
});
