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
  test("shows findings worst first", () => {
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
      "warning: a warning",
      "notice: a note",
    ]);
  });

  test("shows nothing that somebody answers for", () => {
    const accepted = { reason: "known", owner: "@a/b", expires: "2027-01-01" };
    const level = "warning";
    expect(messages(report([finding({ gate: false, level, accepted })]))).toEqual([]);
  });

  test("puts what leaves the verdict open before warnings that fail nothing", () => {
    const entry = { path: "b.yaml", side: "head", reason: "too large", decides: true } as const;
    const findings = [
      finding({ gate: false, level: "warning", message: "sure", location: span("b.yaml") }),
      finding({ gate: false, level: "warning", message: "refutable", certain: false }),
    ];
    expect(messages(report(findings, [entry]))).toEqual([
      "warning: b.yaml: too large",
      "warning: sure",
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

  test("shows ten errors and ten warnings, leaves room for our own notices, and counts the rest", () => {
    const many = (level: Finding["level"]): Finding[] =>
      Array.from({ length: 12 }, () => finding({ level }));
    const all = [...many("note"), ...many("warning"), ...many("error")];
    const { shown, left } = annotationsOf(report(all));
    const levels = { error: 10, warning: 10, notice: 8 };
    expect(shown.map(({ level }) => level)).toEqual(
      Object.entries(levels).flatMap(([level, amount]) => Array<string>(amount).fill(level)),
    );
    expect(left).toBe(8);
  });

  test("holds no line break and no command of the runner's old syntax", () => {
    const text = "x\r\n::add-mask::y ##[error]z\u202e";
    expect(messages(report([finding({ message: text })]))).toEqual([
      "error: x ::add-mask::y ## [error]z",
    ]);
  });
});
