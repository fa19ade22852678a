import { describe, expect, test } from "vitest";
import type { Finding, NamespaceReport, Report } from "../model/report.ts";
import { renderMarkdown } from "./markdown.ts";
import { scanReport } from "./sample-report.test-data.ts";
import { renderTerminal } from "./terminal.ts";

const AMOUNT = 500;

const namespaceAt = (index: number): NamespaceReport => {
  const name = `team-${String(index).padStart(3, "0")}`;
  return {
    name,
    label: name,
    state: "kept",
    ingress: "unchanged",
    egress: "unchanged",
    defaultDeny: {
      ingress: index % 100 === 42 ? "none" : "kept",
      egress: index < 250 ? "kept" : "none",
    },
    metadata: index < 250 ? "blocked" : "reachable",
    dns: index === 7 ? "blocked" : "reachable",
    exposure: {
      fromInternet: index === 3 ? "some-ports" : "none",
      fromAllNamespaces: "none",
      toInternet: index < 250 ? "none" : "every-port",
    },
  };
};

const namespaces = Array.from({ length: AMOUNT }, (_, index) => namespaceAt(index));

const findings = namespaces.flatMap(({ name, defaultDeny }): readonly Finding[] =>
  defaultDeny.egress === "kept"
    ? []
    : [
        {
          rule: "NP011",
          level: "warning",
          gate: false,
          message: `no pod of ${name} is isolated for egress`,
          location: {
            path: `${name}.yaml`,
            startLine: 1,
            startColumn: 1,
            endLine: 1,
            endColumn: 2,
          },
          scope: "manifests",
          namespace: name,
        },
      ],
);

const report: Report = {
  ...scanReport,
  scopes: [{ name: "manifests", namespaces, flows: [], policies: [] }],
  findings,
};

const SUMMARY =
  "Of 500 namespaces, 495 isolate all pods for ingress and 250 for egress; the metadata service is reachable from 250, rules open 1 to the internet, names cannot be resolved in 1.";

describe("a scan of 500 namespaces", () => {
  test("is a sentence and a handful of groups, worst first, above all of them", () => {
    const text = renderMarkdown(report, { maxLength: 349_525 });
    const [top = "", fold = ""] = text.split("<details>");
    expect(top).toContain(SUMMARY);
    const rows = top.split("\n").filter((line) => line.startsWith("| <code>"));
    expect(rows.length).toBe(6);
    expect(rows[0]).toMatch(
      /^\| <code>team-342<\/code>, <code>team-442<\/code> \| no pod \| no pod /u,
    );
    expect(rows.at(-1)).toMatch(
      /<\/code> and 242 more \| all pods \| all pods \| blocked \| reachable \| – \|$/u,
    );
    expect(fold.match(/^\| <code>team-/gmu)).toHaveLength(AMOUNT);
    expect(text).toContain("<code>NP011</code>: 250 findings");
  });

  test.each([349_525, 65_536, 20_000])("fits into %i characters", (maxLength) => {
    const text = renderMarkdown(report, { maxLength });
    expect(text.length).toBeLessThanOrEqual(maxLength);
    expect(text).toContain(SUMMARY);
  });

  test("is short in a terminal", () => {
    const text = renderTerminal(report, { color: false });
    expect(text).toContain(SUMMARY);
    expect(text).toContain("team-342, team-442");
    expect(text.split("\n").length).toBeLessThan(40);
  });
});
