import { describe, expect, it } from "vitest";
import { pathFilter, type Acceptance, type Config } from "../config/config.ts";
import { DEFAULT_CONFIG } from "../config/default-config.ts";
import { RISKS } from "../config/fail-on.ts";
import type { EndpointText, FailOn, Finding, FlowRow, LedgerEntry } from "../model/report.ts";
import type { Span } from "../model/span.ts";
import { judge, type JudgeRequest } from "./judge.ts";
import { findingOf, RULES, type RuleId } from "./rules.ts";

const TODAY = "2026-03-31";
const span = (path: string, startLine = 1): Span => ({
  path,
  startLine,
  startColumn: 1,
  endLine: startLine,
  endColumn: 2,
});

const finding = (rule: RuleId, parts: Partial<Finding> = {}): Finding => ({
  ...findingOf(rule, { scope: "prod", namespace: "shop", message: `about ${rule}` }),
  location: span("shop/policies.yaml"),
  ...parts,
});

const end = (text: string): EndpointText => ({ text, type: "pods", workloads: [], more: 0 });
const flow = (risk: FlowRow["risk"], change: FlowRow["change"] = "opened"): FlowRow => ({
  change,
  risk,
  namespace: "shop",
  source: end("shop/web"),
  destination: end("shop/db"),
  ports: "TCP 5432",
  existing: true,
  blame: { base: span("old.yaml"), side: "ingress" },
  cause: "",
  blockedBy: [],
});

const acceptance = (parts: Partial<Acceptance> = {}): Acceptance => ({
  rule: "NP001",
  reason: "known",
  owner: "team-a",
  expires: TODAY,
  span: span(".github/netpol-review.yml", 7),
  isShared: false,
  ...parts,
});

const unread: LedgerEntry = { path: "x.yaml", side: "head", reason: "not YAML", decides: true };

interface Given {
  readonly findings?: readonly Finding[];
  readonly flows?: readonly FlowRow[];
  readonly ledger?: readonly LedgerEntry[];
  readonly config?: Partial<Config>;
  readonly mode?: JudgeRequest["mode"];
  readonly isReviewed?: boolean;
}

const judged = ({
  findings = [],
  flows = [],
  ledger = [],
  config = {},
  mode = "diff",
  isReviewed = true,
}: Given) =>
  judge({
    mode,
    today: TODAY,
    isReviewed: () => isReviewed,
    scopes: [{ name: "prod", findings, flows, ledger }],
    ledger,
    config: { ...DEFAULT_CONFIG, ...config },
  });

const summary = (given: Given): readonly string[] =>
  judged(given).findings.map(
    ({ rule, level, gate, accepted }) =>
      `${rule} ${level}${gate ? " gate" : ""}${accepted === undefined ? "" : " accepted"}`,
  );

const rules = (...entries: [RuleId, NonNullable<ReturnType<Config["rules"]["get"]>>][]) =>
  new Map<string, NonNullable<ReturnType<Config["rules"]["get"]>>>(entries);

describe("without a configuration", () => {
  it.each(Object.entries(RULES))("%s counts as the table says", (id, { level, gate }) => {
    const given = { findings: [finding(id as RuleId)] };
    expect(summary(given)).toEqual([`${id} ${level}${gate ? " gate" : ""}`]);
    expect(judged(given).verdict).toBe(gate ? "fail" : "pass");
  });

  it.each<{ name: string; given: Given; want: string }>([
    { name: "nothing", given: {}, want: "pass" },
    { name: "a gate", given: { findings: [finding("NP001")] }, want: "fail" },
    { name: "something unread", given: { ledger: [unread] }, want: "undecided" },
    {
      name: "a gate and something unread",
      given: { findings: [finding("NP001")], ledger: [unread] },
      want: "fail",
    },
    {
      name: "a gate that what is unread may refute",
      given: { findings: [finding("NP001", { certain: false })], ledger: [unread] },
      want: "undecided",
    },
    { name: "an opened flow", given: { flows: [flow("from-internet")] }, want: "pass" },
  ])("$name: $want", ({ given, want }) => {
    expect(judged(given).verdict).toBe(want);
  });
});

describe("failOn", () => {
  const findings = [finding("NP040"), finding("NP012"), finding("NP002", { gate: false })];
  const gates = (failOn: readonly FailOn[], mode: JudgeRequest["mode"] = "diff") =>
    summary({ findings, config: { failOn }, mode }).filter((line) => line.endsWith("gate"));

  it.each<{ failOn: readonly FailOn[]; want: readonly string[] }>([
    { failOn: ["gate"], want: [] },
    { failOn: ["from-internet"], want: [] },
    { failOn: ["error"], want: ["NP002 error gate"] },
    { failOn: ["warning"], want: ["NP002 error gate", "NP012 warning gate"] },
    { failOn: ["note"], want: ["NP002 error gate", "NP012 warning gate", "NP040 note gate"] },
  ])("$failOn", ({ failOn, want }) => {
    expect(gates(failOn)).toEqual(want);
    expect(gates(failOn, "scan")).toEqual(want);
  });

  it("keeps the gates whatever it says", () => {
    const config = { failOn: ["from-internet"] } as const;
    expect(summary({ findings: [finding("NP001")], config })).toEqual(["NP001 error gate"]);
  });

  it.each<{ failOn: readonly FailOn[]; want: readonly string[] }>([
    { failOn: ["metadata"], want: ["metadata"] },
    { failOn: ["to-internet"], want: ["metadata", "from-internet", "to-internet"] },
    { failOn: ["same-namespace", "metadata"], want: [...RISKS] },
    { failOn: ["note"], want: [] },
  ])("$failOn takes opened flows from a risk on", ({ failOn, want }) => {
    const { findings: made } = judged({
      flows: RISKS.map((risk) => flow(risk)),
      config: { failOn },
    });
    expect(made.map(({ message }) => /\((.*?)\)/.exec(message)?.[1])).toEqual(want);
  });

  it("makes findings of opened flows, and of no others", () => {
    const flows = [
      flow("from-internet"),
      flow("sensitive-port"),
      flow("from-internet", "closed"),
      flow("from-internet", "masked"),
    ];
    const { verdict, findings: made } = judged({ flows, config: { failOn: ["from-internet"] } });
    expect([verdict, made.length]).toEqual(["fail", 1]);
    expect(made[0]).toMatchObject({
      rule: "NP080",
      gate: true,
      scope: "prod",
      message: "flow opened (from-internet): shop/web → shop/db on TCP 5432",
      location: { path: "old.yaml" },
      side: "base",
    });
  });

  it("does not make a failure of what an unread manifest may refute", () => {
    const config = { failOn: ["warning", "from-internet"] } as const;
    const given = { findings: [finding("NP003"), finding("NP017")], ledger: [unread], config };
    expect(summary(given)).toEqual(["NP017 warning gate", "NP003 warning"]);
    const flows = [flow("from-internet")];
    const { verdict, findings: made } = judged({ flows, ledger: [unread], config });
    expect([verdict, made[0]?.certain]).toEqual(["undecided", false]);
    expect(made[0]?.message).toContain("unless x.yaml says otherwise");
  });
});

describe("rules", () => {
  it.each<{ name: string; rule: RuleId; setting: Parameters<typeof rules>[0][1]; want: string }>([
    { name: "an error is no gate", rule: "NP012", setting: "error", want: "NP012 error" },
    { name: "a gate at error stays", rule: "NP001", setting: "error", want: "NP001 error gate" },
    { name: "a gate below error goes", rule: "NP001", setting: "warning", want: "NP001 warning" },
    {
      name: "a gate may be wanted",
      rule: "NP040",
      setting: { level: "warning", gate: true },
      want: "NP040 warning gate",
    },
    { name: "a gate alone", rule: "NP012", setting: { gate: true }, want: "NP012 warning gate" },
    { name: "no gate", rule: "NP001", setting: { gate: false }, want: "NP001 error" },
  ])("$name", ({ rule, setting, want }) => {
    const config = { rules: rules([rule, setting]) };
    expect(summary({ findings: [finding(rule)], config })).toEqual([want]);
  });

  it("what is no gate is none for failOn either", () => {
    const config = { rules: rules(["NP012", { gate: false }]), failOn: ["note"] } as const;
    expect(summary({ findings: [finding("NP012")], config })).toEqual(["NP012 warning"]);
  });

  it("off leaves findings out and counts them", () => {
    const { verdict, findings, configuration } = judged({
      findings: [finding("NP001"), finding("NP001"), finding("NP003")],
      config: { rules: rules(["NP001", "off"]) },
    });
    expect([verdict, findings.map(({ rule }) => rule)]).toEqual(["pass", ["NP003"]]);
    expect(configuration.rules).toEqual([{ rule: "NP001", level: "off", gate: false, hidden: 2 }]);
  });

  it("that stay as they are are no change", () => {
    const config = { rules: rules(["NP001", "error"], ["NP012", { level: "warning" }]) };
    expect(judged({ config }).configuration.rules).toEqual([]);
  });

  it("off leaves what is unread undecided", () => {
    const config = { rules: rules(["NP001", "off"]) };
    expect(judged({ config, ledger: [unread] }).verdict).toBe("undecided");
  });
});

describe("accept", () => {
  const accepting = (parts: Partial<Acceptance>, given: Given = {}): readonly string[] =>
    summary({ findings: [finding("NP001")], config: { accept: [acceptance(parts)] }, ...given });

  it("takes the gate and keeps the finding, up to and with the last day", () => {
    const config = { accept: [acceptance()] };
    const { verdict, findings, configuration } = judged({ findings: [finding("NP001")], config });
    expect([verdict, configuration.accepted]).toEqual(["pass", 1]);
    expect(findings).toMatchObject([
      { gate: false, accepted: { reason: "known", owner: "team-a", expires: TODAY } },
    ]);
  });

  it("says that it expired, and fails again", () => {
    const { verdict, findings } = judged({
      findings: [finding("NP001")],
      config: { accept: [acceptance({ expires: "2026-03-30" })] },
    });
    expect(verdict).toBe("fail");
    expect(findings).toMatchObject([
      { rule: "NP001", gate: true },
      {
        rule: "NP090",
        gate: false,
        location: { path: ".github/netpol-review.yml", startLine: 7 },
        side: "base",
        message: "what team-a accepts of NP001 expired on 2026-03-30: known",
      },
    ]);
  });

  it.each<{ name: string; parts: Partial<Acceptance>; accepted: boolean }>([
    { name: "its scope", parts: { scope: "prod" }, accepted: true },
    { name: "another scope", parts: { scope: "dev" }, accepted: false },
    { name: "its namespace", parts: { namespace: "shop" }, accepted: true },
    { name: "another namespace", parts: { namespace: "sho" }, accepted: false },
    { name: "its path", parts: { matchesPath: pathFilter(["shop/**"]) }, accepted: true },
    { name: "another path", parts: { matchesPath: pathFilter(["*.yaml"]) }, accepted: false },
    { name: "its message", parts: { message: "out NP0" }, accepted: true },
    { name: "another message", parts: { message: "OUT" }, accepted: false },
    { name: "another rule", parts: { rule: "NP002" }, accepted: false },
  ])("$name: $accepted", ({ parts, accepted }) => {
    expect(accepting(parts)).toEqual([accepted ? "NP001 error accepted" : "NP001 error gate"]);
  });

  it("does not accept by path what has no place", () => {
    const { location: _, ...placeless } = finding("NP001");
    const config = { accept: [acceptance({ matchesPath: pathFilter(["**"]) })] };
    expect(summary({ findings: [placeless], config })).toEqual(["NP001 error gate"]);
  });

  it("looks at what the configuration makes of a finding", () => {
    const config = {
      failOn: ["sensitive-port"],
      accept: [acceptance({ rule: "NP080", message: "shop/web → shop/db" })],
    } as const;
    expect(summary({ flows: [flow("sensitive-port")], config })).toEqual(["NP080 error accepted"]);
  });

  it("and what is lowered leave nothing to doubt", () => {
    const lowered = judged({
      findings: [finding("NP001", { certain: false })],
      ledger: [unread],
      config: { rules: rules(["NP001", "warning"]) },
    });
    expect(lowered.findings).toMatchObject([{ message: "about NP001" }]);
    expect(lowered.findings[0]).not.toHaveProperty("certain");
  });

  it("leaves nothing to doubt", () => {
    const findings = [finding("NP001", { certain: false })];
    expect(accepting({}, { findings, ledger: [unread] })).toEqual(["NP001 error accepted"]);
  });

  it.each<{ name: string; parts: Partial<Acceptance>; scan: readonly string[] }>([
    { name: "not found", parts: { rule: "NP010" }, scan: ["NP091 warning"] },
    { name: "not found, where only a change could bring it", parts: {}, scan: [] },
    { name: "expired", parts: { expires: "2026-01-01" }, scan: ["NP090 warning"] },
  ])("says in a scan what was $name", ({ parts, scan }) => {
    const config = { accept: [acceptance(parts)] };
    expect(summary({ config, mode: "scan" })).toEqual(scan);
    expect(summary({ config })).toEqual([]);
    // An organisation's entries are for other repositories too.
    const shared = { accept: [acceptance({ ...parts, isShared: true })] };
    expect(summary({ config: shared, mode: "scan" })).toEqual([]);
  });

  it("names a place outside of what is reviewed in words", () => {
    const config = { accept: [acceptance({ expires: "2026-01-01" })] };
    const [, remark] = judged({ findings: [finding("NP001")], config, isReviewed: false }).findings;
    expect(remark?.message).toContain("(.github/netpol-review.yml:7)");
    expect(remark).not.toHaveProperty("location");
  });

  it("lets remarks fail a scan only, and only where failOn says so", () => {
    const config = { accept: [acceptance({ expires: "2026-01-01" })] };
    const findings = [finding("NP001", { gate: false, level: "note" })];
    const failOn = ["warning"] as const;
    const remarks = (mode: JudgeRequest["mode"]) =>
      summary({ findings, config: { ...config, failOn }, mode });
    expect(remarks("diff")).toEqual(["NP090 warning", "NP001 note"]);
    expect(remarks("scan")).toEqual(["NP090 warning gate", "NP001 note"]);
  });
});

it("a gate comes first, then the graver level", () => {
  const findings = [finding("NP040"), finding("NP012"), finding("NP001")];
  expect(summary({ findings })).toEqual(["NP001 error gate", "NP012 warning", "NP040 note"]);
});
