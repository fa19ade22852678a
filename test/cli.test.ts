import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../src/model/report.ts";
import { temporaryRepository } from "../src/source/testing/repository.ts";
import { temporaryDirectory } from "../src/source/testing/temporary.ts";
import { bundleProgram, type BundledProgram } from "./bundled-program.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

let program: BundledProgram;
beforeAll(async () => {
  program = await bundleProgram("cli.js");
});
afterAll(() => program[Symbol.asyncDispose]());

/** Runs the program as its users do: a process, its exit code and what it prints. */
function cli(...args: readonly string[]) {
  const node = join(ROOT, "node_modules/.bin/node");
  const { status, stdout, stderr } = spawnSync(node, [program.file, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" },
  });
  return { status, stdout, stderr };
}

const CONFIG = ".github/netpol-review.yml";
const policy = (spec: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: shop}\nspec: ${spec}\n`;
const DENY = policy("{podSelector: {}, policyTypes: [Ingress, Egress]}");
const OPEN = policy("{podSelector: {}, policyTypes: [Ingress]}");

describe("the program", () => {
  it("helps", () => {
    const { status, stdout } = cli("--help");
    expect([status, stdout.includes("netpol-review diff BASE HEAD")]).toEqual([0, true]);
  });

  it("teaches whoever says nothing, and does not call it a success", () => {
    const { status, stdout, stderr } = cli();
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("netpol-review diff BASE HEAD");
  });

  it.each([
    { args: ["diff", "a"], want: "two revisions" },
    { args: ["diff", "HEAD", "no-such-revision"], want: "no-such-revision" },
    { args: ["diff", "--dirs", "no-such-folder", "src"], want: "no-such-folder" },
    { args: ["diff", "--dirs", "src", "package.json"], want: "package.json is a file" },
    { args: ["scan", "examples/shop/base", "--config", "no-such-file"], want: "no-such-file" },
    {
      args: ["query", "examples/shop/base", "--from", "a/b", "--to", "1.1.1.1", "--port", "1"],
      want: "there is no workload a/b",
    },
  ])("exits with 3: $args", ({ args, want }) => {
    const { status, stdout, stderr } = cli(...args);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^netpol-review: /);
    expect(stderr).toContain(want);
    expect(stderr).not.toContain("internal error");
  });

  it.each([
    { name: "nothing", files: { "x.txt": "x" }, want: 0 },
    { name: "a lost default-deny", files: { "shop/deny.yaml": OPEN }, want: 1 },
    { name: "a policy nobody can read", files: { "shop/more.yaml": `${DENY}  - [` }, want: 2 },
  ])("compares revisions: $name", ({ files, want }) => {
    using repository = temporaryRepository();
    repository.write("shop/deny.yaml", DENY);
    const base = repository.commit();
    for (const [path, text] of Object.entries(files)) repository.write(path, text);
    repository.commit();
    expect(cli("diff", base, "main", "--repo", repository.path).status).toBe(want);
  });

  it("is configured by the base revision only", () => {
    using repository = temporaryRepository();
    repository.write("shop/deny.yaml", DENY);
    const bare = repository.commit();
    repository.write(CONFIG, "exclude: ['shop/**']\n");
    repository.write("shop/deny.yaml", OPEN);
    const excluding = repository.commit();
    repository.write("shop/deny.yaml", DENY);
    const before = repository.commit();
    repository.write("shop/deny.yaml", OPEN);
    const after = repository.commit();
    const diff = (base: string, head: string) => cli("diff", base, head, "--repo", repository.path);
    expect(diff(bare, excluding).status).toBe(1);
    expect(diff(before, after).status).toBe(0);
  });

  it("reads as much of many files as of a few: configuration, fixes and services", () => {
    const run = (files: number) => {
      using repository = temporaryRepository();
      for (let index = 0; index < files; index += 1)
        repository.write(`apps/${index}.yaml`, `kind: ConfigMap\nmetadata: {name: a${index}}\n`);
      repository.write(CONFIG, "exclude: ['old/**']\n");
      repository.write("old/deny.yaml", DENY.replace("shop", "old"));
      repository.write("shop/deny.yaml", DENY);
      const base = repository.commit();
      repository.write(CONFIG, "exclude: []\n");
      repository.write("old/deny.yaml", OPEN.replace("shop", "old"));
      repository.write("shop/deny.yaml", OPEN);
      repository.commit();
      const { stdout } = cli("diff", base, "main", "--repo", repository.path, "--format", "json");
      const { findings, ledger, verdict } = JSON.parse(stdout) as Report;
      return { findings, ledger, verdict };
    };
    const few = run(3);
    expect(few.findings.some(({ fix }) => fix !== undefined)).toBe(true);
    expect(few.ledger).toMatchObject([
      {
        path: CONFIG,
        reason: "`exclude` leaves 1 changed file out: old/deny.yaml",
        decides: false,
      },
      { path: CONFIG, reason: expect.stringContaining("counts after the merge"), decides: false },
    ]);
    expect(run(1_000)).toEqual(few);
  });

  describe("with a configuration in the base revision", () => {
    const inDays = (days: number): string =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const accepting = (expires: string): string =>
      ["NP001", "NP002"]
        .map((rule) => `- {rule: ${rule}, reason: r, owner: team-a, expires: ${expires}}\n`)
        .join("");

    /** The default-deny of `shop` loses egress. */
    const lose = (config: string, ...args: readonly string[]) => {
      using repository = temporaryRepository();
      repository.write("shop/deny.yaml", DENY);
      if (config !== "") repository.write(CONFIG, config);
      const base = repository.commit();
      repository.write("shop/deny.yaml", OPEN);
      repository.commit();
      const options = ["--repo", repository.path, "--format", "json", ...args];
      const { status, stdout } = cli("diff", base, "main", ...options);
      return { status, report: JSON.parse(stdout) as Report };
    };

    it.each([
      { config: "", args: [], status: 1, verdict: "fail" },
      { config: "", args: ["--warn-only"], status: 0, verdict: "fail" },
      { config: "warnOnly: true\n", args: [], status: 0, verdict: "fail" },
      { config: "rules: {NP001: off, NP002: off}\n", args: [], status: 0, verdict: "pass" },
      {
        config: "rules: {NP001: off, NP002: off}\n",
        args: ["--fail-on", "error,to-internet"],
        status: 1,
        verdict: "fail",
      },
      {
        config: "rules: {NP001: off, NP002: off}\nfailOn: to-internet\n",
        args: ["--fail-on", "gate"],
        status: 0,
        verdict: "pass",
      },
      { config: `accept:\n${accepting(inDays(1))}`, args: [], status: 0, verdict: "pass" },
      { config: `accept:\n${accepting(inDays(-1))}`, args: [], status: 1, verdict: "fail" },
    ])("$verdict, exit $status: $config $args", ({ config, args, status, verdict }) => {
      const result = lose(config, ...args);
      expect([result.status, result.report.verdict]).toEqual([status, verdict]);
    });

    it("finds the entry that has expired", () => {
      const { report } = lose(`accept:\n${accepting(inDays(-1))}`);
      expect(report.findings.filter(({ rule }) => rule === "NP090")).toMatchObject([
        { location: { path: CONFIG, startLine: 2 }, side: "base", scope: "" },
        { location: { path: CONFIG, startLine: 3 }, side: "base", scope: "" },
      ]);
    });

    it.each([
      { name: "good", text: "exclude: []\n", want: 0 },
      { name: "wrong", text: "failOn: x\n", want: 2 },
      { name: "not text", text: "\u0000[", want: 2 },
    ])("does not let a change bring one that is $name: exit $want", ({ text, want }) => {
      using repository = temporaryRepository();
      repository.write("shop/deny.yaml", DENY);
      const base = repository.commit();
      repository.write(CONFIG, text);
      repository.commit();
      const { status, stdout } = cli("diff", base, "main", "--repo", repository.path);
      expect(status).toBe(want);
      expect(stdout).toContain(
        want === 0
          ? "the new one counts after the merge"
          : `${CONFIG}:1: with this configuration no review can run after the merge`,
      );
    });
  });

  it("lets a scan fail where it is told to", () => {
    const scan = (...args: readonly string[]) => cli("scan", "examples/shop/head", ...args).status;
    expect([scan(), scan("--fail-on", "warning")]).toEqual([0, 1]);
  });

  describe("with a configuration in the directory", () => {
    const CASES = [
      { name: "broken", text: "failOn: [", want: 3 },
      { name: "strict", text: "failOn: warning\n", want: 1 },
    ];
    /** Writes a base with this configuration, and a head that loses its default-deny. */
    const writePair = (top: string, text: string) => {
      const [base, head] = [join(top, "base"), join(top, "head")];
      mkdirSync(join(base, ".github"), { recursive: true });
      mkdirSync(head);
      writeFileSync(join(base, CONFIG), text);
      writeFileSync(join(base, "deny.yaml"), DENY);
      writeFileSync(join(head, "deny.yaml"), OPEN);
      return { base, head };
    };

    it.each(CASES)("diff --dirs obeys that of the base, which is $name", ({ text, want }) => {
      using top = temporaryDirectory();
      const { base, head } = writePair(top.path, text);
      const { status, stderr } = cli("diff", "--dirs", base, head);
      expect([status, stderr.includes(`${CONFIG}:1: `)]).toEqual([want, want === 3]);
      expect(cli("diff", "--dirs", head, base).status).toBe(want === 3 ? 2 : 0);
    });

    it.each(CASES)("scan obeys its own, which is $name", ({ text, want }) => {
      using repository = temporaryRepository();
      repository.write("deny.yaml", OPEN);
      repository.write(CONFIG, text);
      repository.commit();
      for (const args of [[], ["--rev", "HEAD"]]) {
        const { status, stderr } = cli("scan", repository.path, ...args);
        expect([status, stderr.includes(`${CONFIG}:1: `)]).toEqual([want, want === 3]);
      }
    });

    it("is not read where --config names another one", () => {
      using top = temporaryDirectory();
      const { base, head } = writePair(top.path, "failOn: x\n");
      const path = join(top.path, "c.yml");
      writeFileSync(path, "warnOnly: true\n");
      expect(cli("diff", "--dirs", base, head, "--config", path).status).toBe(0);
      expect(cli("scan", base, "--config", path).status).toBe(0);
    });

    it("has to be a file", () => {
      using top = temporaryDirectory();
      const { base, head } = writePair(top.path, "");
      rmSync(join(base, CONFIG));
      symlinkSync("/dev/null", join(base, CONFIG));
      const { status, stderr } = cli("diff", "--dirs", base, head);
      expect([status, stderr.includes("is a symlink")]).toEqual([3, true]);
    });
  });

  it("prints every mistake of a configuration on its own line", () => {
    using directory = temporaryDirectory();
    const path = join(directory.path, "c.yml");
    writeFileSync(path, "failOn: x\nscope: []\n");
    const { status, stderr } = cli("scan", "examples/shop/base", "--config", path);
    expect([status, stderr.trim().split("\n").length]).toEqual([3, 2]);
    expect(stderr).toMatch(/c\.yml:1: failOn: .*\n.*c\.yml:2: scope: unknown key; did you mean/);
  });

  it("names file and line of a wrong configuration", () => {
    using repository = temporaryRepository();
    repository.write(CONFIG, "# x\nscope: []\n");
    const base = repository.commit();
    repository.write("deny.yaml", DENY);
    repository.commit();
    const { status, stderr } = cli("diff", base, "main", "--repo", repository.path);
    expect([status, stderr.includes(`${CONFIG}:2: scope: unknown key`)]).toEqual([3, true]);
  });

  it("lists flows and answers queries", () => {
    const flows = cli("flows", "examples/shop/base", "--format", "json");
    expect(flows.status).toBe(0);
    expect(JSON.parse(flows.stdout)).not.toEqual([]);
    const query = (to: string, port: string) =>
      cli("query", "examples/shop/base", "--from", "orders/orders-api", "--to", to, "--port", port);
    expect(query("169.254.169.254", "80")).toMatchObject({ status: 1 });
    const allowed = query("orders/orders-db", "5432");
    expect([allowed.status, allowed.stdout.split("\n")[0]]).toEqual([
      0,
      "allowed: orders/orders-api -> orders/orders-db TCP 5432",
    ]);
  });

  it("writes what stands at head as SARIF, marked by what the change did", () => {
    using repository = temporaryRepository();
    repository.write("shop/deny.yaml", DENY);
    repository.write("ns.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n");
    const base = repository.commit();
    repository.write("shop/deny.yaml", `# moved\n${OPEN}`);
    repository.commit();
    const printed = cli("diff", base, "main", "--repo", repository.path, "--format", "sarif");
    expect(printed.status).toBe(1);
    const told = (text: string) =>
      JSON.parse(text).runs[0].results.map(
        ({ ruleId, baselineState }: { ruleId: string; baselineState?: string }) => [
          ruleId,
          baselineState,
        ],
      );
    expect(told(printed.stdout)).toEqual([
      ["NP002", "new"],
      ["NP001", "new"],
      ["NP014", "new"],
      ["NP011", "new"],
    ]);
    const again = cli("diff", "main", "main", "--repo", repository.path, "--format", "sarif");
    expect([again.status, told(again.stdout)]).toEqual([
      0,
      [
        ["NP014", "unchanged"],
        ["NP011", "unchanged"],
      ],
    ]);
    expect(cli("flows", repository.path, "--format", "sarif").status).toBe(3);
  });

  it.each([
    { args: ["diff", "--dirs", "examples/shop/base", "examples/shop/head"], status: 1 },
    { args: ["scan", "examples/shop/head"], status: 0 },
  ])("writes a page: $args", ({ args, status }) => {
    const page = cli(...args, "--format", "html");
    expect([page.status, page.stdout.slice(0, 15)]).toEqual([status, "<!doctype html>"]);
    expect(page.stdout).toContain("<code>monitoring</code>");
    expect(page.stdout.trimEnd().endsWith("</html>")).toBe(true);
  });

  it("writes a scan where it is told to", () => {
    using directory = temporaryDirectory();
    const output = join(directory.path, "report.json");
    const { status, stdout } = cli(
      "scan",
      "examples/shop/base",
      "--format",
      "json",
      "--output",
      output,
    );
    expect([status, stdout]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(output, "utf8"))).toMatchObject({
      mode: "scan",
      verdict: "pass",
    });
    const lost = cli("scan", "examples/shop/base", "--output", join(directory.path, "no", "x"));
    expect([lost.status, lost.stderr.includes("cannot write")]).toEqual([3, true]);
  });
});
