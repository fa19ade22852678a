import { execFile, execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { afterAll, describe, expect, it } from "vitest";
import type { FlowRow, Report, WitnessEnd } from "../model/report.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderProbes } from "./probes.ts";
import { redReport } from "./sample-report.test-data.ts";

const folder = mkdtempSync(join(tmpdir(), "probes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Stands for kubectl. Pods connect as RESULT says, those of the control namespace as CONTROL says; `exec`
 * runs the command here, on this machine's own table of listening processes.
 */
const KUBECTL = `#!/bin/sh
printf '%s\\n' "$*" >>"$LOG"
case $1 in
  create) cat >>"$LOG"; printf '\\n' >>"$LOG"; [ "$RESULT" != refused-by-server ] ;;
  logs) [ "$3" = default ] && printf '%s\\n' "$CONTROL" || printf '%s\\n' "$RESULT" ;;
  get) printf '%s' "$PODS" ;;
  exec) [ "$EXEC" = no ] && exit 126; while [ "$1" != -- ]; do shift; done; shift; exec "$@" ;;
esac
`;
const kubectl = join(folder, "kubectl");
writeFileSync(kubectl, KUBECTL);
chmodSync(kubectl, 0o755);

const pod = (namespace: string, app: string, kind = "Deployment"): WitnessEnd => ({
  type: "pod",
  namespace,
  labels: [{ name: "app", value: app }],
  kind,
});
const address: WitnessEnd = { type: "address", address: "169.254.169.254" };

function row(
  change: FlowRow["change"],
  source: WitnessEnd,
  destination: WitnessEnd,
  port: number | string = 80,
): FlowRow {
  const [flow] = redReport.scopes.flatMap(({ flows }) => flows);
  if (flow === undefined) throw new Error("a row is wanted");
  return {
    ...flow,
    change,
    witness: {
      source: "shop/web",
      destination: "db's $(touch pwned) `x`\n::error::",
      protocol: "TCP",
      port,
      ends: { source, destination },
    },
  };
}

const reportOf = (...flows: readonly FlowRow[]): Report => ({
  ...redReport,
  scopes: redReport.scopes.slice(0, 1).map((scope) => ({ ...scope, flows })),
});

const scriptOf = (...flows: readonly FlowRow[]): string => renderProbes(reportOf(...flows)) ?? "";

interface Run {
  readonly code: number;
  readonly output: string;
  readonly calls: string;
}

/** Asynchronous: the listener of the test has to answer meanwhile. */
function run(script: string, scenario: Readonly<Record<string, string>>): Promise<Run> {
  const log = join(folder, "log");
  writeFileSync(log, "");
  const path = join(folder, "probe.sh");
  writeFileSync(path, script);
  const options = {
    cwd: folder,
    env: { PATH: env["PATH"], KUBECTL: kubectl, LOG: log, PROBE_SECONDS: "1", ...scenario },
  };
  return new Promise((resolve) => {
    execFile("sh", [path], options, (error, output) => {
      const code = typeof error?.code === "number" ? error.code : 0;
      resolve({ code, output, calls: readFileSync(log, "utf8") });
    });
  });
}

describe("the script", () => {
  const script = scriptOf(
    row("opened", pod("shop", "web"), address),
    row("closed", pod("shop", "web"), pod("shop", "db"), 5432),
  );

  it("is POSIX shell", () => {
    execFileSync("sh", ["-n"], { input: script });
  });

  it.each([
    {
      name: "reached as it should be",
      RESULT: "open",
      CONTROL: "closed",
      want: "PASS 1: ALLOW",
      code: 0,
    },
    {
      name: "not reached, and not from elsewhere",
      RESULT: "closed",
      CONTROL: "closed",
      want: "INCONCLUSIVE 1: ALLOW",
      code: 2,
    },
    {
      name: "not reached, but from elsewhere",
      RESULT: "closed",
      CONTROL: "open",
      want: "FAIL 1: ALLOW",
      code: 1,
    },
    {
      name: "the pod is not admitted",
      RESULT: "refused-by-server",
      CONTROL: "open",
      want: "the probe pod did not run",
      code: 2,
    },
    {
      name: "the pod never answers",
      RESULT: "",
      CONTROL: "open",
      want: "the probe pod did not run",
      code: 2,
    },
  ])("an address: $name", async ({ RESULT, CONTROL, want, code }) => {
    const done = await run(scriptOf(row("opened", pod("shop", "web"), address)), {
      RESULT,
      CONTROL,
    });
    expect(done).toMatchObject({ code, output: expect.stringContaining(want) });
    expect(done.calls).toContain('"labels":{"app":"web"}');
    if (RESULT !== "refused-by-server")
      expect(done.calls).toMatch(/^delete pod -n shop netpol-probe-\d+-1 /m);
  });

  it.each([
    {
      name: "denied, and the pod listens",
      listen: true,
      RESULT: "closed",
      want: "PASS 1: DENY",
      code: 0,
    },
    {
      name: "denied, and nothing listens",
      listen: false,
      RESULT: "closed",
      want: "INCONCLUSIVE 1: DENY",
      code: 2,
    },
    {
      name: "denied, and nobody can look",
      listen: true,
      RESULT: "closed",
      EXEC: "no",
      want: "INCONCLUSIVE 1: DENY",
      code: 2,
    },
    { name: "still allowed", listen: true, RESULT: "open", want: "FAIL 1: DENY", code: 1 },
    {
      name: "no such pod runs",
      listen: true,
      RESULT: "closed",
      PODS: "",
      want: "no running pod app=db in shop",
      code: 2,
    },
  ])(
    "a pod: $name",
    async ({ listen, RESULT, want, code, EXEC = "yes", PODS = "db-0 10.1.2.3" }) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
      const { port } = server.address() as AddressInfo;
      if (!listen) await new Promise((resolve) => server.close(resolve));
      try {
        const done = await run(
          scriptOf(row("closed", pod("shop", "web"), pod("shop", "db"), port)),
          {
            RESULT,
            EXEC,
            PODS,
          },
        );
        expect(done).toMatchObject({ code, output: expect.stringContaining(want) });
        expect(done.calls).toContain("get pods -n shop -l app=db");
      } finally {
        if (listen) server.close();
      }
    },
  );

  it("executes nothing that a manifest says", async () => {
    const done = await run(script, { RESULT: "open", CONTROL: "open", PODS: "db-0 10.1.2.3" });
    expect(done.output.split("\n")).toHaveLength(3);
    expect(done.output).toContain("db's $(touch pwned) `x` ::error:::80");
    expect(() => readFileSync(join(folder, "pwned"))).toThrow(/ENOENT/);
  });
});

describe("what is tried", () => {
  it.each([
    { name: "a masked flow", flow: row("masked", pod("shop", "web"), address) },
    { name: "a named port", flow: row("opened", pod("shop", "web"), address, "http") },
    { name: "an address as the source", flow: row("opened", address, pod("shop", "web")) },
    {
      name: "pods that a controller would adopt",
      flow: row("opened", pod("shop", "x", "DaemonSet"), address),
    },
    {
      name: "any pod as the destination",
      flow: row("opened", pod("shop", "web"), { type: "pod", namespace: "shop", labels: [] }),
    },
    { name: "no namespace", flow: row("opened", { type: "pod", labels: [] }, address) },
    { name: "a namespace that is none", flow: row("opened", pod("-n kube-system", "x"), address) },
    { name: "a label that is none", flow: row("opened", pod("shop", "$(x)"), address) },
    {
      name: "an address that is none",
      flow: row("opened", pod("shop", "x"), { type: "address", address: "a; b" }),
    },
  ])("leaves out $name", ({ flow }) => {
    expect(renderProbes(reportOf(flow))).toBeUndefined();
  });

  it("is bounded, with opened and closed flows", () => {
    const many = (change: "opened" | "closed"): readonly FlowRow[] =>
      Array.from({ length: 500 }, (_, index) => row(change, pod("shop", `a${index}`), address));
    const script = scriptOf(...many("opened"), ...many("closed"));
    expect(script.match(/^try_address .*'ALLOW'/gm)).toHaveLength(3);
    expect(script.match(/^try_address .*'DENY'/gm)).toHaveLength(3);
    expect(scriptOf(...many("opened")).match(/^try_\w+ '/gm)).toHaveLength(6);
  });

  it("is folded in the comment", () => {
    const text = renderMarkdown(reportOf(row("opened", pod("shop", "web"), address)));
    expect(text).toContain("Verify after deploy (1 probe, with a control)");
    expect(text).toContain("try_address '1' 'ALLOW'");
  });
});
