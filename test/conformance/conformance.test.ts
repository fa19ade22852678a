import process from "node:process";
import { describe, expect, it } from "vitest";
import { checkLine } from "./check-line.ts";
import { cellsOf, differs, subtractTables, tableOf } from "./flow-table.ts";
import { ALL_PORTS, portRange } from "../../src/space/ports.ts";
import type { ProbeLine } from "./probe-line.ts";
import { runSuite } from "./run-suite.ts";
import { conformanceData } from "./shared-data.ts";
import { SUITES } from "./suites.ts";

const { path, present } = conformanceData();
if (!present)
  process.stderr.write(`no conformance data in ${path}: the conformance suites were NOT run\n`);

/** The whole of it is `npm run conformance`. */
const FAST = ["k8s-e2e-netpol", "invalid-networkpolicy"];

describe.skipIf(!present)("conformance, the fast suites", () => {
  it.each(SUITES.filter(({ name }) => FAST.includes(name)))("$name", async (suite) => {
    const { failed, cells } = await runSuite(suite, path);
    expect(failed).toEqual([]);
    expect(cells).toBeGreaterThan(0);
  });
});

const pod = (name: string, ip: string): ProbeLine["pods"][number] => ({
  ns: "a",
  name,
  labels: { app: name },
  ip,
  ports: [],
});

/** Nobody may reach `x` but who has an address in 10.0.0.0/8. */
const line: ProbeLine = {
  id: "own/1",
  namespaces: { a: { "kubernetes.io/metadata.name": "a" } },
  pods: [pod("x", "192.0.2.1"), pod("y", "10.0.0.1")],
  policies: [
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: "p", namespace: "a" },
      spec: {
        podSelector: { matchLabels: { app: "x" } },
        ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }],
      },
    },
  ],
  probes: [
    { from: "a/y", to: "a/x", protocol: "TCP", port: 80, expect: true, assumed: true },
    { from: "a/x", to: "a/y", protocol: "TCP", port: 80, expect: true },
  ],
};

describe("a probe line", () => {
  it.each([true, false])("holds where ipBlock matches pods: %s", (matches) => {
    expect(checkLine(line, matches)).toEqual({ cells: 6, failed: [] });
  });

  it("fails in every engine where the expectation is wrong", () => {
    const wrong = { ...line, probes: line.probes.map((probe) => ({ ...probe, expect: false })) };
    expect(checkLine(wrong, true).failed).toHaveLength(6);
  });

  it("fails where a policy does not decode", () => {
    const broken = { ...line, policies: [{ ...line.policies[0], spec: { podSelector: 1 } }] };
    expect(checkLine(broken, true).failed.map(({ cell }) => cell)).toEqual(["own/1"]);
  });
});

describe("tables of flows", () => {
  const everywhere = tableOf([
    { source: "a/x[Pod]", destination: "0.0.0.0-255.255.255.255", ports: ALL_PORTS },
  ]);
  const web = tableOf([
    { source: "a/x[Pod]", destination: "10.0.0.0-10.255.255.255", ports: portRange("TCP", 80, 80) },
  ]);

  it("differ where one port of one range does", () => {
    const cells = cellsOf(everywhere, subtractTables(everywhere, web), []);
    expect(cells.map(differs)).toEqual([false, true, false]);
  });

  it("subtract to nothing from themselves", () => {
    expect(subtractTables(everywhere, everywhere).size).toBe(0);
  });
});
