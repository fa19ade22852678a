import { expect, it } from "vitest";
import { ALL_PORTS, NO_PORTS, portRange, unitePorts, type Ports } from "../space/ports.ts";
import { describePorts } from "./describe-ports.ts";

const ports = (...all: readonly Ports[]): Ports => all.reduce(unitePorts, NO_PORTS);
const many = ports(...[1, 3, 5, 7, 9, 11, 13, 15].map((port) => portRange("TCP", port, port)));

it.each([
  { in: ALL_PORTS, names: {}, want: "any port" },
  { in: portRange("TCP"), names: {}, want: "TCP any port" },
  { in: portRange("TCP", 80, 80), names: {}, want: "TCP 80" },
  {
    in: ports(portRange("TCP", 443, 443), portRange("TCP", 8_000, 8_080), portRange("UDP")),
    names: {},
    want: "TCP 443, 8000-8080; UDP any port",
  },
  { in: many, names: {}, want: "TCP 1, 3, 5, 7, 9, 11 and 2 more ranges" },
  { in: portRange("TCP"), names: { "TCP/http": true }, want: 'TCP port "http"' },
  { in: ALL_PORTS, names: { "TCP/http": false }, want: 'any port (unless named "http")' },
])("$want", ({ in: set, names, want }) => {
  expect(describePorts(set, new Map(Object.entries(names)))).toBe(want);
});
