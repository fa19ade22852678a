import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { RULE_IDS, RULES } from "../check/rules.ts";
import type { Finding, Report, Standing } from "../model/report.ts";
import { redReport, scanReport, undecidedReport } from "./sample-report.test-data.ts";
import { MAX_DESCRIPTION, MAX_GZIP_BYTES, MAX_RESULTS, MAX_TAGS } from "./sarif-limits.ts";
import { renderSarif, type SarifOptions } from "./sarif.ts";

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: object; readonly region: object };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly baselineState?: string;
  readonly fixes?: object;
  readonly suppressions?: object;
}

const runOf = (report: Report, options: SarifOptions = {}) =>
  JSON.parse(renderSarif(report, options)).runs[0];

const resultsOf = (report: Report, options: SarifOptions = {}): readonly Result[] =>
  runOf(report, options).results;

const notificationsOf = (report: Report, options: SarifOptions = {}): readonly string[] =>
  runOf(report, options).invocations[0].toolExecutionNotifications.map(
    ({ descriptor, message }: { descriptor: { id: string }; message: { text: string } }) =>
      `${descriptor.id}: ${message.text}`,
  );

const finding = (parts: Partial<Finding> = {}): Finding => ({
  rule: "NP010",
  level: "warning",
  gate: false,
  message: "no pod of shop is isolated for ingress",
  location: { path: "shop/ns.yaml", startLine: 3, startColumn: 2, endLine: 4, endColumn: 9 },
  scope: "all",
  namespace: "shop",
  ...parts,
});

const reportOf = (mode: Report["mode"], ...findings: readonly Finding[]): Report => ({
  ...(mode === "scan" ? scanReport : redReport),
  ledger: [],
  scopes: [],
  findings,
});

const standingOf = (base: readonly Finding[], head: readonly Finding[]): Standing => ({
  base: reportOf("scan", ...base),
  head: reportOf("scan", ...head),
});

describe("the rules of a run", () => {
  const { rules } = runOf(reportOf("scan"), { rulesUrl: "https://h/rules.md" }).tool.driver;

  test("are all rules, sorted, whatever fired", () => {
    expect(rules.map(({ id }: { id: string }) => id)).toEqual(RULE_IDS);
  });

  test("keep within the limits of code scanning, and lead to their page", () => {
    for (const rule of rules) {
      expect(rule.shortDescription.text.length).toBeLessThanOrEqual(MAX_DESCRIPTION);
      expect(rule.fullDescription.text.length).toBeLessThan(MAX_DESCRIPTION);
      expect(rule.properties.tags.length).toBeLessThanOrEqual(MAX_TAGS);
      expect(rule.properties.tags).toContain("security");
      expect(rule.properties["security-severity"]).toMatch(/^\d\d?\.\d$/u);
      expect(rule.name).toMatch(/^(?:[A-Z][a-z]*)+$/u);
      expect(rule.helpUri).toMatch(/^https:\/\/h\/rules\.md#np\d+-[a-z-]+$/u);
    }
  });

  test("are what results point at", () => {
    for (const id of RULE_IDS) {
      const [result] = resultsOf(reportOf("scan", finding({ rule: id })));
      expect(RULE_IDS[result?.ruleIndex ?? -1]).toBe(id);
    }
  });
});

describe("a result", () => {
  test("has a place as code scanning counts", () => {
    const location = {
      path: "a b/ü#1%.yaml",
      startLine: 3,
      startColumn: 2,
      endLine: 4,
      endColumn: 9,
    };
    const [result] = resultsOf(reportOf("scan", finding({ location })));
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri: "a%20b/%C3%BC%231%25.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 3, startColumn: 2, endLine: 4, endColumn: 9 },
    });
  });

  test.each([
    { path: "a:b.yaml", uri: "a%3Ab.yaml" },
    { path: "/a.yaml", uri: "%2Fa.yaml" },
    { path: "a?b.yaml", uri: "a%3Fb.yaml" },
    { path: "a\ufffdFF.yaml", uri: "a%EF%BF%BDFF.yaml" },
  ])("writes $path as a relative address", ({ path, uri }) => {
    const location = { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
    const [result] = resultsOf(reportOf("scan", finding({ location })));
    expect(result?.locations[0]?.physicalLocation).toEqual({
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
    });
  });

  test("does not depend on what fails the check", () => {
    const gating = finding({ rule: "NP001", level: "error", gate: true });
    const report = reportOf("diff", gating);
    const warnOnly: Report = { ...report, verdict: "pass", findings: [{ ...gating, gate: false }] };
    expect(renderSarif(warnOnly)).toBe(renderSarif({ ...report, verdict: "fail" }));
  });

  test("carries the change that mends it", () => {
    const fix = {
      title: "nest it",
      path: "a b.yaml",
      startLine: 2,
      endLine: 3,
      replacement: "x:\n  y",
    };
    const [result] = resultsOf(reportOf("scan", finding({ fix })));
    expect(result?.fixes).toEqual([
      {
        description: { text: "nest it" },
        artifactChanges: [
          {
            artifactLocation: { uri: "a%20b.yaml", uriBaseId: "%SRCROOT%" },
            replacements: [
              {
                deletedRegion: { startLine: 2, endLine: 3 },
                insertedContent: { text: "x:\n  y" },
              },
            ],
          },
        ],
      },
    ]);
  });

  test("says who answers for it", () => {
    const accepted = { reason: "old [cluster](x)", owner: "@ops", expires: "2026-03-31" };
    const [result] = resultsOf(reportOf("scan", finding({ accepted })));
    expect(result?.suppressions).toEqual([
      {
        kind: "external",
        status: "accepted",
        justification: "old [cluster] (x) (@ops, until 2026-03-31)",
      },
    ]);
  });

  test("is not hidden by one in the same place that is accepted", () => {
    const accepted = { reason: "r", owner: "o", expires: "2026-03-31" };
    const findings = [finding({ accepted, message: "old", level: "error" }), finding()];
    const [result, ...others] = resultsOf(reportOf("scan", ...findings));
    expect(others).toEqual([]);
    expect([result?.suppressions, result?.level]).toEqual([undefined, "warning"]);
    expect(result?.message.text).toBe("no pod of shop is isolated for ingress");
  });

  test("has help of its own, but not the rule's again", () => {
    const texts = resultsOf(
      reportOf(
        "scan",
        finding({ help: RULES.NP010.help }),
        finding({ rule: "NP011", help: "did you mean `web`?" }),
      ),
    ).map(({ message }) => message.text);
    expect(texts).toEqual([
      "no pod of shop is isolated for ingress",
      "no pod of shop is isolated for ingress\nFix: did you mean `web`?",
    ]);
  });

  test("stands for all scopes that share its line, and all it says there", () => {
    const report: Report = {
      ...reportOf(
        "scan",
        finding({ scope: "dev" }),
        finding({ scope: "prod" }),
        finding({ scope: "prod", message: "other" }),
      ),
      scopes: ["dev", "prod"].map((name) => ({ name, namespaces: [], flows: [], policies: [] })),
    };
    expect(resultsOf(report).map(({ message }) => message.text)).toEqual([
      "no pod of shop is isolated for ingress\nScopes: dev, prod.\nother\nScope: prod.",
    ]);
  });
});

describe("fingerprints", () => {
  const text = "kind: A\n---\nkind: Namespace\nmetadata:\n  name: shop\n";
  const printOf = (content: string | undefined, startLine: number): string | undefined => {
    const { location } = finding();
    if (location === undefined) throw new Error("no location");
    const moved = finding({ location: { ...location, startLine } });
    const [result] = resultsOf(reportOf("scan", moved), { textAtHead: () => content });
    return result?.partialFingerprints["primaryLocationLineHash"];
  };

  test("follow a line that moves", () => {
    expect(printOf(`# a\n# b\n${text}`, 5)).toBe(printOf(text, 3));
    expect(printOf(text, 3)).not.toBe(printOf(text, 1));
  });

  test("do without the text of the file", () => {
    expect(printOf(undefined, 3)).toMatch(/^[0-9a-f]{32}$/u);
    expect(printOf(undefined, 5)).toBe(printOf(undefined, 3));
  });
});

describe("findings whose lines are gone", () => {
  const lost = finding({ rule: "NP001", level: "error", side: "base", namespace: "shop" });
  const placeOf = (options: SarifOptions): unknown =>
    resultsOf(reportOf("diff", lost), options).find(({ ruleId }) => ruleId === "NP001")
      ?.locations[0]?.physicalLocation;

  test("are shown at the top of their file", () => {
    const textAtHead = (path: string) => (path === "shop/ns.yaml" ? "a: b\r\n" : undefined);
    expect(placeOf({ textAtHead })).toEqual({
      artifactLocation: { uri: "shop/ns.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 5 },
    });
    const [result] = resultsOf(reportOf("diff", lost), { textAtHead });
    expect(result?.message.text).toContain("It was at shop/ns.yaml:3.");
  });

  test("are shown at the namespace where the file is gone too", () => {
    const location = { path: "b.yaml", startLine: 7, startColumn: 1, endLine: 7, endColumn: 2 };
    expect(placeOf({ standing: standingOf([], [finding({ location })]) })).toMatchObject({
      artifactLocation: { uri: "b.yaml" },
      region: { startLine: 7 },
    });
  });

  test("are told by the run where nothing is left", () => {
    expect(resultsOf(reportOf("diff", lost))).toEqual([]);
    expect(notificationsOf(reportOf("diff", lost))).toEqual([
      "no-place: NP001: no pod of shop is isolated for ingress (shop/ns.yaml:3 at the base)",
    ]);
  });
});

describe("a pull request", () => {
  const statesOf = (report: Report, standing: Standing): readonly string[] =>
    resultsOf(report, { standing }).map(
      ({ ruleId, baselineState, level }) => `${ruleId} ${baselineState} ${level}`,
    );
  const { location } = finding();
  if (location === undefined) throw new Error("no location");
  const moved = finding({ location: { ...location, path: "moved.yaml", startLine: 90 } });

  test("tells what stands from what is new, though lines and files move", () => {
    const other = finding({ rule: "NP011" });
    expect(statesOf(reportOf("diff"), standingOf([finding()], [moved, other]))).toEqual([
      "NP011 new warning",
      "NP010 unchanged warning",
    ]);
  });

  test("says nothing of what it mended", () => {
    expect(statesOf(reportOf("diff"), standingOf([finding()], []))).toEqual([]);
  });

  test("counts equal ones", () => {
    const here = (startLine: number) => finding({ location: { ...location, startLine } });
    const standing = standingOf([here(1)], [here(1), here(9)]);
    expect(statesOf(reportOf("diff"), standing).toSorted()).toEqual([
      "NP010 new warning",
      "NP010 unchanged warning",
    ]);
  });

  test("adds what only the change tells", () => {
    const caused = finding({ rule: "NP002", level: "error", gate: true });
    expect(statesOf(reportOf("diff", caused), standingOf([finding()], [finding()]))).toEqual([
      "NP002 new error",
      "NP010 unchanged warning",
    ]);
  });

  test("tells what both tell once, as new and as grave as the worse of them", () => {
    const caused = finding({ level: "error", message: "no pod of shop is isolated any more" });
    const standing = standingOf([finding()], [finding()]);
    expect(statesOf(reportOf("diff", caused), standing)).toEqual(["NP010 new error"]);
  });

  test("is compared with the branch: both have one category", () => {
    const category = (report: Report): string =>
      runOf(report).automationDetails.id.replace(/[^/]*$/u, "");
    expect(category(reportOf("diff"))).toBe("netpol-review/");
    expect(category(reportOf("scan"))).toBe("netpol-review/");
  });

  test("is no comparison in a scan", () => {
    expect(resultsOf(reportOf("scan", finding()))[0]?.baselineState).toBeUndefined();
  });
});

test("what could not be analysed is told by the run, with its place", () => {
  const [invocation] = runOf(undecidedReport).invocations;
  expect(invocation.executionSuccessful).toBe(true);
  expect(invocation.toolExecutionNotifications).toEqual([
    {
      descriptor: { id: "not-analysed", index: 0 },
      level: "error",
      message: { text: "charts/api/templates/netpol.yaml: did not render: missing value `region`" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "charts/api/templates/netpol.yaml", uriBaseId: "%SRCROOT%" },
            region: { startLine: 7, startColumn: 1, endLine: 7, endColumn: 20 },
          },
        },
      ],
    },
  ]);
});

describe("many findings", () => {
  const many = (amount: number, text: (index: number) => string): readonly Finding[] =>
    Array.from({ length: amount }, (_, index) => {
      const location = {
        path: text(index),
        startLine: 1,
        startColumn: 1,
        endLine: 1,
        endColumn: 2,
      };
      const isBad = index % 1_000 === 7;
      return finding({
        location,
        rule: isBad ? "NP002" : "NP042",
        level: isBad ? "error" : "note",
      });
    });

  test("are cut to what code scanning takes, worst first, and counted", () => {
    const report = reportOf("scan", ...many(MAX_RESULTS + 10, (index) => `${index}.yaml`));
    const results = resultsOf(report);
    expect(results.length).toBe(MAX_RESULTS);
    expect(results.slice(0, 27).map(({ level }) => level)).toEqual([
      ...Array.from({ length: 26 }, () => "error"),
      "note",
    ]);
    expect(notificationsOf(report)[0]).toMatch(/^too-many-results: 25000 of 25010 results/u);
  });

  test("are cut to the size that code scanning takes", () => {
    let seed = 1;
    const noise = (index: number): string => {
      const words = Array.from({ length: 400 }, () => {
        seed = (seed * 48_271) % 2_147_483_647;
        return seed.toString(36);
      });
      return `${index}/${words.join("-")}.yaml`;
    };
    const report = reportOf("scan", ...many(8_000, noise));
    const text = renderSarif(report);
    expect(gzipSync(text).length).toBeLessThanOrEqual(MAX_GZIP_BYTES);
    const { results } = JSON.parse(text).runs[0];
    expect(results.length).toBe(4_000);
    expect(results[0].level).toBe("error");
  });

  test("are the same bytes in any order", () => {
    const findings = many(50, (index) => `${index % 7}.yaml`);
    expect(renderSarif(reportOf("scan", ...findings.toReversed()))).toBe(
      renderSarif(reportOf("scan", ...findings)),
    );
  });
});
