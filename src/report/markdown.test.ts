import { describe, expect, test } from "vitest";
import type { Report, ScopeReport } from "../model/report.ts";
import { renderMarkdown } from "./markdown.ts";
import {
  changedReport,
  decommissionedReport,
  doubtfulReport,
  greenReport,
  overlaysReport,
  redReport,
  scanReport,
  undecidedReport,
  weakenedReport,
} from "./sample-report.test-data.ts";

const firstLine = (report: Report): string => renderMarkdown(report).split("\n")[0] ?? "";

const repeat = <Item>(item: Item, amount: number): readonly Item[] =>
  Array.from({ length: amount }, () => item);

const [redScope] = redReport.scopes as readonly [ScopeReport];

describe("the first line", () => {
  test.each([
    {
      report: redReport,
      want: "### ❌ NetworkPolicy review: metadata block lost in <code>payments</code>",
    },
    { report: greenReport, want: "### ✅ NetworkPolicy review: no flow changes" },
    { report: undecidedReport, want: "### ⚠️ NetworkPolicy review: could not decide" },
    {
      report: changedReport,
      want: "### ✅ NetworkPolicy review: 2 flows opened, 1 closed; default-deny and metadata block kept",
    },
    {
      report: weakenedReport,
      want: "### ❌ NetworkPolicy review: default-deny weakened in <code>payments</code> and 1 other namespace",
    },
    {
      report: decommissionedReport,
      want: "### ✅ NetworkPolicy review: no flow opened, 1 closed; namespace <code>batch</code> decommissioned",
    },
    {
      report: scanReport,
      want: "### ✅ NetworkPolicy scan of <code>main</code>: 3 namespaces, 9 policies, 1 warning, 1 note",
    },
  ])("$want", ({ report, want }) => {
    expect(firstLine(report)).toBe(want);
  });

  test("names the finding that fails where no namespace lost anything", () => {
    const [finding] = redReport.findings;
    if (finding === undefined) throw new Error("no finding");
    const report: Report = {
      ...changedReport,
      verdict: "fail",
      findings: [{ ...finding, message: "`web` lost its DNS", gate: true }],
    };
    expect(firstLine(report)).toBe("### ❌ NetworkPolicy review: <code>web</code> lost its DNS");
  });

  test("is the marker if one is given", () => {
    const text = renderMarkdown(greenReport, { marker: "<!-- netpol-review -->" });
    expect(text).toMatch(/^<!-- netpol-review -->\n### ✅/u);
  });
});

describe("the proof of a green report", () => {
  const proof =
    "Proved for any pod: 2 files changed, allowed traffic is identical in all 4 namespaces that have policies.";

  test("is given where no flow changed", () => {
    expect(renderMarkdown(greenReport)).toContain(proof);
  });

  const [greenScope] = greenReport.scopes as readonly [ScopeReport];
  const [namespace] = greenScope.namespaces;
  const [flow] = redScope.flows;
  if (namespace === undefined || flow === undefined) throw new Error("samples are empty");

  test.each<{ name: string; report: Report }>([
    {
      name: "a flow is masked",
      report: {
        ...greenReport,
        scopes: [{ ...greenScope, flows: [{ ...flow, change: "masked" }] }],
      },
    },
    {
      name: "a side is unknown",
      report: {
        ...greenReport,
        scopes: [{ ...greenScope, namespaces: [{ ...namespace, egress: "unknown" }] }],
      },
    },
    { name: "something decides", report: { ...greenReport, ledger: undecidedReport.ledger } },
    { name: "the verdict is another", report: { ...greenReport, verdict: "undecided" } },
    { name: "it is a scan", report: { ...greenReport, mode: "scan" } },
  ])("is not given where $name", ({ report }) => {
    expect(renderMarkdown(report)).not.toContain("Proved");
  });
});

describe("what is proved of the namespaces that the change does not touch", () => {
  test("stands in the last row", () => {
    expect(renderMarkdown(redReport)).toContain(
      "| all others | = unchanged | = unchanged | – | – |",
    );
  });

  test("is not claimed where something could not be read", () => {
    expect(renderMarkdown(weakenedReport)).not.toContain("all others");
  });
});

describe("a finding in doubt", () => {
  test("stands open below what could refute it", () => {
    const text = renderMarkdown(doubtfulReport);
    expect(text).toMatch(/missing value <code>region<\/code>\n\n- ⚠️ error: pods of /u);
    expect(text).not.toContain("not fail the check");
  });

  test("is a finding like others once everything is read", () => {
    const text = renderMarkdown({ ...doubtfulReport, ledger: [] });
    expect(text).toContain("1 finding that does not fail the check");
  });
});

describe("folding", () => {
  const many: Report = {
    ...redReport,
    scopes: [
      { ...redScope, flows: redScope.flows.slice(0, 1).flatMap((flow) => repeat(flow, 30)) },
    ],
  };

  test("shows eight rows and folds the rest", () => {
    const [shown = "", folded = ""] = renderMarkdown(many).split("22 more flows</summary>");
    expect(shown.match(/🔴 opened/gu)).toHaveLength(8);
    expect(folded.match(/🔴 opened/gu)).toHaveLength(22);
  });
});

describe("several scopes", () => {
  const text = renderMarkdown(overlaysReport);

  test("the one that fails comes first", () => {
    expect(text.match(/^#### .*$/gmu)).toEqual([
      "#### <code>overlays&#47;prod</code>: 4 opened, 1 closed, 1 masked",
      "#### <code>overlays&#47;stage</code>: 1 closed",
    ]);
  });

  test("findings say where they belong, unchanged scopes are counted", () => {
    expect(text).toContain("1 scope without a change.");
  });
});

describe("places", () => {
  test("link to the revision that has the lines", () => {
    const text = renderMarkdown(weakenedReport, {
      fileUrl: ({ path, startLine }, side) => `https://git.example/${side}/${path}#L${startLine}`,
    });
    expect(text).toContain(
      "· was [<code>payments&#47;policies&#46;yaml&#58;1</code>](https://git.example/base/",
    );
    expect(text).toContain(
      "· [<code>open&#46;yaml&#58;5</code>](https://git.example/head/open.yaml#L5)",
    );
  });

  test("are text where there is no address, or none of the web", () => {
    expect(renderMarkdown(weakenedReport, { fileUrl: () => undefined })).not.toContain("](");
    expect(renderMarkdown(weakenedReport, { fileUrl: () => "javascript:alert(1)" })).not.toContain(
      "](",
    );
  });
});
