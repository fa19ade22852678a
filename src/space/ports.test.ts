import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROTOCOLS, type Protocol } from "../model/policy.ts";
import {
  ALL_PORTS,
  hasPort,
  intersectPorts,
  isAllOf,
  isAllPorts,
  isNoPorts,
  NO_PORTS,
  portRange,
  samePorts,
  subtractPorts,
  unitePorts,
  type Ports,
} from "./ports.ts";

const EDGES = [1, 2, 80, 81, 443, 8_080, 65_534, 65_535];
const protocol = fc.constantFrom<Protocol>(...PROTOCOLS);
const edge = fc.constantFrom(...EDGES);
const range = fc
  .tuple(protocol, edge, edge)
  .map(([of, a, b]) => portRange(of, Math.min(a, b), Math.max(a, b)));
const ports = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(ALL_PORTS, NO_PORTS) },
  {
    weight: 6,
    arbitrary: fc
      .array(range, { maxLength: 5 })
      .map((ranges) => ranges.reduce(unitePorts, NO_PORTS)),
  },
);

const POINTS = PROTOCOLS.flatMap((of) =>
  [...EDGES, 3, 79, 9_000].map((port) => [of, port] as const),
);
const members = (set: Ports): readonly string[] =>
  POINTS.filter(([of, port]) => hasPort(set, of, port)).map((point) => point.join(" "));

describe("ports", () => {
  it("unite, intersect and subtract as their members do", () => {
    fc.assert(
      fc.property(ports, ports, (a, b) => {
        const [inA, inB] = [members(a), members(b)];
        expect(members(subtractPorts(a, b))).toEqual(inA.filter((port) => !inB.includes(port)));
        expect(members(intersectPorts(a, b))).toEqual(inA.filter((port) => inB.includes(port)));
        expect(members(unitePorts(a, b)).toSorted()).toEqual(
          [...new Set([...inA, ...inB])].toSorted(),
        );
        expect(samePorts(unitePorts(subtractPorts(a, b), intersectPorts(a, b)), a)).toBe(true);
        expect(isNoPorts(intersectPorts(subtractPorts(a, b), b))).toBe(true);
        expect(samePorts(a, b)).toBe(inA.join() === inB.join());
      }),
      { numRuns: 500 },
    );
  });

  it("of one protocol say nothing about another", () => {
    const tcp = portRange("TCP", 80);
    expect([hasPort(tcp, "TCP", 80), hasPort(tcp, "UDP", 80), hasPort(tcp, "SCTP", 80)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isAllOf(portRange("TCP"), "TCP")).toBe(true);
    expect(isAllPorts(portRange("TCP"))).toBe(false);
  });

  it("run from 1 to 65535, both included", () => {
    const last = portRange("UDP", 8_000, 65_535);
    expect([0, 7_999, 8_000, 65_535, 65_536].map((port) => hasPort(last, "UDP", port))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
    expect(isAllPorts(PROTOCOLS.map((of) => portRange(of)).reduce(unitePorts))).toBe(true);
    expect(isAllOf(portRange("TCP", 2), "TCP")).toBe(false);
  });
});
