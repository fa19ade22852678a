import { describe, expect, it } from "vitest";
import { parseCommand } from "./arguments.ts";
import { knownWidth } from "./terminal.ts";

const parse = (line: string) => parseCommand(line.split(" ").filter((word) => word !== ""));

describe("parseCommand", () => {
  it.each([
    { in: "help", want: { name: "help" } },
    { in: "diff --help", want: { name: "help" } },
    { in: "scan --version", want: { name: "version" } },
    {
      in: "diff a b",
      want: { name: "diff", base: "a", head: "b", dirs: false, repo: ".", format: "text" },
    },
    {
      in: "diff --dirs a b --format json --no-color",
      want: {
        name: "diff",
        base: "a",
        head: "b",
        dirs: true,
        repo: ".",
        format: "json",
        color: false,
      },
    },
    { in: "scan", want: { name: "scan", directory: ".", format: "text" } },
    {
      in: "scan d --rev main --output o",
      want: { name: "scan", directory: "d", rev: "main", format: "text", output: "o" },
    },
    {
      in: "scan d --config c --organisation-config o --fail-on error,to-internet --warn-only",
      want: {
        name: "scan",
        directory: "d",
        format: "text",
        config: "c",
        organisationConfig: "o",
        overrides: { failOn: ["error", "to-internet"], warnOnly: true },
      },
    },
    {
      in: "scan --cni Cilium",
      want: { name: "scan", directory: ".", format: "text", cni: "cilium" },
    },
    {
      in: "flows d --namespace n --scope s",
      want: { name: "flows", directory: "d", namespace: "n", scope: "s", format: "text" },
    },
    {
      in: "query d --from a/b --to 1.1.1.1 --port 65535 --protocol udp",
      want: {
        name: "query",
        directory: "d",
        from: "a/b",
        to: "1.1.1.1",
        port: 65_535,
        protocol: "UDP",
        format: "text",
      },
    },
  ])("reads: $in", ({ in: line, want }) => {
    expect(parse(line)).toEqual({ ok: true, command: want });
  });

  it.each([
    { in: "diff a", want: "two revisions" },
    { in: "diff a b c", want: "two revisions" },
    { in: "scan a b", want: "one directory" },
    { in: "scan --format json --format text", want: "--format stands more than once" },
    { in: "scan -h --help", want: "--help stands more than once" },
    { in: "flows", want: "one directory" },
    { in: "flows d --format markdown", want: "text or json" },
    { in: "scan --format xml", want: "text, markdown, json" },
    { in: "query d --port 1", want: "--from and --to" },
    { in: "query d --from a --to b", want: "--port" },
    { in: "query d --from a --to b --port 0", want: "--port" },
    { in: "query d --from a --to b --port 65536", want: "--port" },
    { in: "query d --from a --to b --port http", want: "--port" },
    { in: "query d --from a --to b --port 1 --protocol icmp", want: "TCP, UDP, SCTP" },
    { in: "scan --fail-on errors", want: "--fail-on takes one or more of gate, error, warning" },
    { in: "scan --cni cillium", want: "--cni takes one of antrea" },
    { in: "scan --fail-on ,", want: "--fail-on takes" },
    { in: "scan --fail-on errors", want: '"errors" is none of them' },
    { in: "toString", want: "there is no command toString" },
    { in: "scann --namespace n", want: "there is no command scann; did you mean scan?" },
    { in: "scan --colour", want: "there is no option --colour; did you mean --color?" },
    { in: "scan -x", want: "there is no option -x" },
    { in: "query d --from --to b", want: "--from needs a value" },
    { in: "query d --from", want: "--from needs a value" },
    { in: "scan --color=1", want: "--color takes no value" },
    { in: "diff a b --namespace n", want: "--namespace is an option of flows and query" },
    { in: "flows d --warn-only", want: "--warn-only is an option of diff and scan" },
    { in: "scan --dirs", want: "--dirs is an option of diff, not of scan" },
    { in: "diff a..b", want: "as two arguments: diff a b" },
    { in: "diff a..", want: "as two arguments: diff a HEAD" },
    { in: "diff a...b", want: "as two arguments: diff $(git merge-base a b) b" },
  ])("refuses: $in", ({ in: line, want }) => {
    const result = parse(line);
    expect(result.ok ? "" : result.message).toContain(want);
  });

  it("takes no words at all for a call for help that is no success", () => {
    expect(parse("")).toEqual({ ok: false, message: "", usage: true });
  });
});

describe("knownWidth", () => {
  it.each([
    { columns: 0, want: undefined },
    { columns: undefined, want: undefined },
    { columns: 80, want: 80 },
  ])("of $columns is $want", ({ columns, want }) => {
    expect(knownWidth(columns)).toBe(want);
  });
});
