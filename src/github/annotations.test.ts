import { describe, expect, test } from "vitest";
import type { Finding, LedgerEntry, Report } from "../model/report.ts";
import { annotationsOf } from "./annotations.ts";

const span = (path: string) => ({
  path,
  startLine: 3,
  startColumn: 1,
  endLine: 4,
  endColumn: 9,
});

const finding = (parts: Partial<Finding>): Finding => ({
  rule: "NP001",
  level: "error",
  gate: true,
  message: "lost",
  scope: "all",
  ...parts,
});

const report = (findings: readonly Finding[], ledger: readonly LedgerEntry[] = []): Report => ({
  schemaVersion: 1,
  mode: "diff",
  head: { name: "head" },
  verdict: "fail",
  scopes: [],
  findings,
  ledger,
  assumptions: [],
  configuration: { files: [], failOn: ["gate"], warnOnly: false, rules: [], accepted: 0 },
  statistics: { filesChanged: 0, filesRead: 0, policiesRead: 0, namespaces: 0 },
});

const messages = (subject: Report): readonly string[] =>
  annotationsOf(subject).shown.map(({ level, message }) => `${level}: ${message}`);

describe("annotationsOf", () => {
  test("shows what fails the check, worst first", () => {
    const findings = [
      finding({ gate: false, level: "note", message: "a note" }),
      finding({ level: "warning", message: "a gate of the configuration" }),
      finding({ gate: false, message: "an error" }),
      finding({ gate: false, level: "warning", message: "a warning" }),
      finding({ message: "a gate" }),
    ];
    expect(messages(report(findings))).toEqual([
      "error: a gate",
      "error: an error",
      "warning: a gate of the configuration",
    ]);
  });

  test("names the rule and the lines", () => {
    const [annotation] = annotationsOf(report([finding({ location: span("a.yaml") })])).shown;
    expect(annotation).toEqual({
      level: "error",
      title: "NP001 default-deny-weakened",
      message: "lost",
      place: { file: "a.yaml", startLine: 3, endLine: 4 },
    });
  });

  test("names lines of the base in words, for the files of the pull request do not have them", () => {
    const location = { location: span("a.yaml"), side: "base" } as const;
    const [annotation] = annotationsOf(report([finding(location)])).shown;
    expect(annotation).not.toHaveProperty("place");
    expect(annotation?.message).toBe("lost (at the base: a.yaml:3)");
  });

  test("shows what leaves the verdict open, unless a finding tells it", () => {
    const entry = (path: string, decides: boolean): LedgerEntry => ({
      path,
      side: "head",
      reason: "too large",
      decides,
    });
    const findings = [finding({ gate: false, message: "unreadable", location: span("a.yaml") })];
    const ledger = [entry("a.yaml", true), entry("b.yaml", true), entry("c.yaml", false)];
    expect(messages(report(findings, ledger))).toEqual([
      "error: unreadable",
      "warning: b.yaml: too large",
    ]);
  });

  test("shows ten of each level and counts the rest", () => {
    const many = (level: Finding["level"]): Finding[] =>
      Array.from({ length: 12 }, () => finding({ level }));
    const { shown, left } = annotationsOf(report([...many("warning"), ...many("error")]));
    expect(shown.map(({ level }) => level).join(" ")).toBe(
      [...Array<string>(10).fill("error"), ...Array<string>(10).fill("warning")].join(" "),
    );
    expect(left).toBe(4);
  });

  test("holds no line break and no command of the runner's old syntax", () => {
    const text = "x\r\n::add-mask::y ##[error]z\u202e";
    expect(messages(report([finding({ message: text })]))).toEqual([
      "error: x ::add-mask::y ## [error]z",
    ]);
  });
});
