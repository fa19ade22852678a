import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as core from "@actions/core";
import type { Report } from "../model/report.ts";
import { readFacts } from "../report/facts.ts";

/** The action's outputs; action.yml declares the same names, which a test checks. */
export const OUTPUT_NAMES = [
  "verdict",
  "opened",
  "closed",
  "masked",
  "findings",
  "json-report",
  "markdown-report",
  "sarif-report",
] as const;

type OutputName = (typeof OUTPUT_NAMES)[number];

export interface ReportTexts {
  readonly json: string;
  readonly markdown: string;
  /** Absent where nobody asked for it. */
  readonly sarif: (() => Promise<string>) | undefined;
}

const setAll = (values: Partial<Record<OutputName, string | number>>): void => {
  for (const [name, value] of Object.entries(values)) core.setOutput(name, value);
};

/** Sets the outputs and writes the files that two of them name. */
export async function writeOutputs(
  temp: string,
  report: Report,
  { json, markdown, sarif }: ReportTexts,
): Promise<void> {
  // First what needs no file: a full disk must not take the verdict away from later steps.
  setAll({
    verdict: report.verdict,
    ...readFacts(report).flows,
    findings: report.findings.length,
  });
  // A folder of its own: a job can review twice.
  const folder = await mkdtemp(join(temp, "netpol-review-"));
  const jsonPath = join(folder, "report.json");
  const markdownPath = join(folder, "report.md");
  await writeFile(jsonPath, json);
  await writeFile(markdownPath, markdown);
  setAll({ "json-report": jsonPath, "markdown-report": markdownPath });
  if (sarif === undefined) return;
  const sarifPath = join(folder, "report.sarif");
  await writeFile(sarifPath, await sarif());
  setAll({ "sarif-report": sarifPath });
}
