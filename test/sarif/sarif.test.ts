import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { hostileReport, HOSTILE_TEXTS } from "../../src/report/hostile-report.test-data.ts";
import { SAMPLES } from "../../src/report/sample-report.test-data.ts";
import { renderSarif } from "../../src/report/sarif.ts";
import { runReview } from "../../src/review.ts";
import { runScan, runStanding } from "../../src/scan.ts";
import { openDirectories } from "../../src/source/directory.ts";
import { createReading, textsOf } from "../../src/world/reading.ts";
import { createSchemaCheck, validateWithMultitool, type Opinion } from "./validate-sarif.ts";

const OPTIONS = {
  repositoryUri: "https://git.example/acme/net",
  projectUrl: "https://git.example/acme/netpol-review",
  rulesUrl: "https://git.example/acme/netpol-review/blob/v1/docs/rules.md",
};

const render = (report: Report): string => renderSarif(report, OPTIONS);

const errorsOf = (opinions: readonly Opinion[]): readonly string[] =>
  opinions.filter(({ level }) => level === "error").map(({ rule, text }) => `${rule} ${text}`);

const LONG = `${"x".repeat(200_000)}\n${"[a](b) ".repeat(50_000)}`;
const TEXTS = [
  ...HOSTILE_TEXTS,
  LONG,
  "../../etc/passwd",
  "/etc/passwd",
  "https://evil.test/a?b#c",
  "C:\\x",
];

let schemaErrors: (value: unknown) => readonly string[];
beforeAll(() => {
  schemaErrors = createSchemaCheck();
});

describe("SARIF of the sample reports", () => {
  const files = Object.fromEntries(
    Object.entries(SAMPLES).map(([name, report]) => [name, render(report)]),
  );

  test("is taken by code scanning", () => {
    const { red = "", weakened = "", scan = "" } = files;
    expect(errorsOf(validateWithMultitool({ red, weakened, scan }))).toEqual([]);
  }, 60_000);

  test.each(Object.entries(files))("fits the schema: %s", (_, text) => {
    expect(schemaErrors(JSON.parse(text))).toEqual([]);
  });
});

describe("SARIF of the example shop", () => {
  test("is taken by code scanning, without a complaint that could be mended", async () => {
    const files = { change: await sarifOfShop("base", "head"), scan: await sarifOfShop("head") };
    const opinions = validateWithMultitool(files);
    // 2002: messages by id. 2003: the revision, which folders have not. 2006: addresses that answer.
    // 2010, 2011: snippets. None of them is for code scanning.
    const known = ["SARIF2002", "SARIF2003", "SARIF2006", "SARIF2010", "SARIF2011"];
    expect(opinions.filter(({ rule }) => !known.includes(rule))).toEqual([]);
    for (const text of Object.values(files)) {
      expect(schemaErrors(JSON.parse(text))).toEqual([]);
      expect(JSON.parse(text).runs[0].results.length).toBeGreaterThan(3);
    }
  }, 60_000);
});

const SHOP = join(import.meta.dirname, "../../examples/shop");

async function sarifOfShop(...folders: readonly string[]): Promise<string> {
  const directories = folders.map((folder) => join(SHOP, folder));
  const opened = await openDirectories({ directories, maxFileBytes: 1_000_000 });
  if (!opened.ok) throw new Error(opened.error.message);
  const { source } = opened;
  const reading = createReading(source);
  const head = source.snapshots.at(-1);
  if (head === undefined) throw new Error("no snapshot");
  const isDiff = folders.length > 1;
  const report = await (isDiff ? runReview : runScan)({ source, reading, today: "2026-01-01" });
  return renderSarif(report, {
    ...OPTIONS,
    ...(isDiff ? { standing: await runStanding({ source, reading, today: "2026-01-01" }) } : {}),
    textAtHead: textsOf(head, reading),
  });
}

describe("SARIF of hostile reports", () => {
  const cases = Object.entries(SAMPLES).flatMap(([state, report]) =>
    TEXTS.map((text, index) => ({
      name: `${state}-${index}`,
      report: hostileReport(report, text),
    })),
  );

  test.each(cases)("fits the schema and is inert: $name", ({ report }) => {
    const text = render(report);
    expect(schemaErrors(JSON.parse(text))).toEqual([]);
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
    expect(text).not.toContain("##[");
    expect(text).not.toMatch(/^\s*::/mu);
    expect(text).not.toMatch(/\p{Surrogate}/u);
    expect(text.length).toBeLessThan(100_000);
    for (const message of messagesOf(JSON.parse(text))) expect(message).not.toMatch(/\]\(/u);
  });

  test("is taken by code scanning", () => {
    // All texts in one file for each state: the validator takes a second to start.
    const files = Object.fromEntries(
      ["red", "undecided", "scan"].map((state) => {
        const reports = cases.filter(({ name }) => name.startsWith(`${state}-`));
        const [first] = reports;
        if (first === undefined) throw new Error(state);
        const findings = reports.flatMap(({ report }) => report.findings);
        const ledger = reports.flatMap(({ report }) => report.ledger);
        return [state, render({ ...first.report, findings, ledger })];
      }),
    );
    expect(errorsOf(validateWithMultitool(files))).toEqual([]);
  }, 60_000);
});

/** Every text of the run that comes from a report. */
function messagesOf(log: {
  runs: { results: unknown; invocations: unknown }[];
}): readonly string[] {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("text" in value && typeof value.text === "string") texts.push(value.text);
    // The text of a fix is text of the file.
    for (const [key, inner] of Object.entries(value)) if (key !== "insertedContent") walk(inner);
  };
  for (const { results, invocations } of log.runs) walk([results, invocations]);
  return texts;
}

describe("the validators", () => {
  const [sample = ""] = Object.values(SAMPLES).map(render);
  const broken = (change: (result: Record<string, unknown>) => void): string => {
    const log = JSON.parse(sample);
    change(log.runs[0].results[0]);
    return JSON.stringify(log);
  };

  test("see a result without a place", () => {
    const text = broken((result) => delete result["locations"]);
    expect(errorsOf(validateWithMultitool({ text }))).not.toEqual([]);
  }, 60_000);

  test("see what is no SARIF", () => {
    expect(errorsOf(validateWithMultitool({ text: "no" }))).not.toEqual([]);
  }, 60_000);

  test("see a level that there is not", () => {
    const text = broken((result) => (result["level"] = "fatal"));
    expect(schemaErrors(JSON.parse(text))).not.toEqual([]);
  });
});
