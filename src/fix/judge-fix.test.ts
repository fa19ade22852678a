import { describe, expect, test } from "vitest";
import type { Finding, FlowRow, LedgerEntry, Report } from "../model/report.ts";
import { findingKey, goneFrom, reachesGoal } from "./judge-fix.ts";
import type { Goal } from "./proposal.ts";

const end = (text: string) => ({ text, type: "pods" as const, workloads: [], more: 0 });

const row = (change: FlowRow["change"], ports: string, parts: Partial<FlowRow> = {}): FlowRow => ({
  change,
  namespace: "shop",
  source: end("a"),
  destination: end("b"),
  ports,
  existing: false,
  risk: "same-namespace",
  blame: { side: "ingress" },
  cause: "",
  blockedBy: [],
  ...parts,
});

const finding = (rule: string, message = "", gate = false): Finding => ({
  rule,
  level: "warning",
  gate,
  message,
  scope: "s",
});

const unread: LedgerEntry = { path: "x", side: "head", reason: "r", decides: true };

interface Parts {
  readonly flows?: readonly FlowRow[];
  readonly findings?: readonly Finding[];
  readonly ledger?: readonly LedgerEntry[];
}

const reportOf = ({ flows = [], findings = [], ledger = [] }: Parts): Report => ({
  schemaVersion: 1,
  mode: "diff",
  head: { name: "head" },
  verdict: "pass",
  scopes: [{ name: "s", namespaces: [], flows, policies: [] }],
  findings,
  ledger,
  configuration: { files: [], warnOnly: false, failOn: [], rules: [], accepted: 0 },
  assumptions: [],
  statistics: { filesChanged: 0, filesRead: 0, policiesRead: 0, namespaces: 0 },
});

interface Row {
  readonly name: string;
  readonly goal: Goal;
  readonly unpatched: Parts;
  readonly patched: Parts;
  readonly step?: Parts;
  readonly want: boolean;
}

const back: Goal = { type: "back" };
const narrow: Goal = { type: "narrow" };
const widen: Goal = { type: "widen" };
const redirect: Goal = { type: "redirect", isMeant: ({ ports }) => ports === "2" };
const opened = row("opened", "1");
const narrower = row("opened", "1", { source: end("part of a") });
const closed = row("closed", "1");

describe("a goal is reached", () => {
  test.each<Row>([
    {
      name: "what opened is gone",
      goal: back,
      unpatched: { flows: [opened] },
      patched: {},
      want: true,
    },
    {
      name: "another flow opened",
      goal: back,
      unpatched: { flows: [opened] },
      patched: { flows: [narrower] },
      want: false,
    },
    {
      name: "less is open",
      goal: narrow,
      unpatched: { flows: [opened] },
      patched: { flows: [narrower] },
      step: { flows: [closed] },
      want: true,
    },
    {
      name: "less is open, and something else",
      goal: narrow,
      unpatched: { flows: [opened] },
      patched: { flows: [narrower] },
      step: { flows: [closed, row("opened", "2")] },
      want: false,
    },
    {
      name: "less is open, and one side is wider",
      goal: narrow,
      unpatched: { flows: [opened] },
      patched: { flows: [narrower] },
      step: { flows: [row("masked", "2")] },
      want: false,
    },
    {
      name: "what base allowed is closed",
      goal: narrow,
      unpatched: { flows: [opened] },
      patched: { flows: [closed] },
      step: { flows: [closed] },
      want: false,
    },
    {
      name: "it is not what was meant",
      goal: { ...narrow, isMeant: () => false },
      unpatched: { flows: [opened] },
      patched: { flows: [narrower] },
      step: {},
      want: false,
    },
    {
      name: "it brings base back, whatever was meant",
      goal: { ...narrow, isMeant: () => false },
      unpatched: { flows: [opened] },
      patched: {},
      want: true,
    },
    {
      name: "nobody knows whether something opened",
      goal: narrow,
      unpatched: { flows: [opened] },
      patched: { flows: [narrower] },
      step: { ledger: [unread] },
      want: false,
    },
    {
      name: "more is open, as at base",
      goal: widen,
      unpatched: { flows: [closed] },
      patched: { flows: [row("closed", "2")] },
      step: { flows: [opened] },
      want: true,
    },
    {
      name: "more is open than at base",
      goal: widen,
      unpatched: { flows: [closed] },
      patched: { flows: [opened] },
      step: { flows: [opened] },
      want: false,
    },
    {
      name: "more is open and something closed",
      goal: widen,
      unpatched: { flows: [closed] },
      patched: { flows: [row("closed", "2")] },
      step: { flows: [opened, closed] },
      want: false,
    },
    {
      name: "traffic went where it was meant to",
      goal: redirect,
      unpatched: { flows: [opened] },
      patched: {},
      step: { flows: [row("opened", "2")] },
      want: true,
    },
    {
      name: "traffic went elsewhere too",
      goal: redirect,
      unpatched: { flows: [opened] },
      patched: {},
      step: { flows: [row("opened", "2"), row("opened", "3")] },
      want: false,
    },
    {
      name: "a gate fails on the way",
      goal: redirect,
      unpatched: { flows: [opened] },
      patched: {},
      step: { findings: [finding("NP001", "", true)] },
      want: false,
    },
    {
      name: "there is another finding",
      goal: back,
      unpatched: { flows: [opened] },
      patched: { findings: [finding("NP012")] },
      want: false,
    },
    {
      name: "a finding became smaller",
      goal: back,
      unpatched: { flows: [opened], findings: [finding("NP002", "a and b")] },
      patched: { findings: [finding("NP002", "a")] },
      want: true,
    },
    {
      name: "something is unreadable now",
      goal: back,
      unpatched: { flows: [opened] },
      patched: { ledger: [unread] },
      want: false,
    },
  ])("or not: $name", async ({ goal, unpatched, patched, step, want }) => {
    const trial = {
      unpatched: reportOf(unpatched),
      patched: reportOf(patched),
      step: async () => {
        if (step === undefined) throw new Error("was not needed");
        return reportOf(step);
      },
    };
    expect(await reachesGoal(goal, trial)).toBe(want);
  });
});

describe("what is gone", () => {
  const [a, b] = [finding("NP001", "ingress"), finding("NP001", "egress")];

  test("is the finding that is not there any more", () => {
    const gone = goneFrom(reportOf({ findings: [a, b] }), reportOf({ findings: [b] }));
    expect([...gone.findings]).toEqual([findingKey(a)]);
  });

  test("is not the finding that now says something else", () => {
    const other = finding("NP001", "some of the ingress");
    const gone = goneFrom(reportOf({ findings: [a, b] }), reportOf({ findings: [other] }));
    expect([...gone.findings]).toEqual([]);
  });

  test("is the row, and surely so where no row is new", () => {
    const before = reportOf({ flows: [opened, row("masked", "2")] });
    expect(goneFrom(before, reportOf({ flows: [] }))).toMatchObject({ surely: true });
    const gone = goneFrom(before, reportOf({ flows: [narrower] }));
    expect(gone.rows.size).toBe(2);
    expect(gone.surely).toBe(false);
  });
});
