import { describe, expect, test } from "vitest";
import { chooseRevisions, type RevisionChoice, type RevisionFacts } from "./choose-revisions.ts";

const MERGE = "c".repeat(40);
const BASE = "b".repeat(40);
const HEAD = "a".repeat(40);

const PULL: RevisionFacts = {
  event: {
    kind: "pull-request",
    number: 7,
    baseSha: BASE,
    headSha: HEAD,
    merge: "checked-out",
  },
  testMerge: MERGE,
};
const QUEUE: RevisionFacts = { event: { kind: "merge-group", baseSha: BASE, headSha: HEAD } };
const other = (name: string, facts: Partial<RevisionFacts> = {}): RevisionFacts => ({
  event: { kind: "other", name },
  ...facts,
});
const revision = (name: string) => ({ kind: "revision", revision: name }) as const;
const mergeBase = (head: string) => ({ kind: "merge-base", of: [BASE, head] }) as const;

describe("chooseRevisions", () => {
  test.each<{ name: string; in: RevisionFacts; want: RevisionChoice }>([
    {
      name: "the target before and after the merge",
      in: PULL,
      want: { kind: "diff", base: { kind: "first-parent", of: MERGE }, head: MERGE },
    },
    {
      name: "the merge base where there is no test merge",
      in: { ...PULL, testMerge: undefined },
      want: { kind: "diff", base: mergeBase(HEAD), head: HEAD },
    },
    {
      name: "the given base and the merge",
      in: { ...PULL, base: "v1" },
      want: { kind: "diff", base: revision("v1"), head: MERGE },
    },
    {
      name: "the given head and its merge base",
      in: { ...PULL, head: "topic" },
      want: { kind: "diff", base: mergeBase("topic"), head: "topic" },
    },
    {
      name: "what is given",
      in: { ...PULL, base: "v1", head: "v2" },
      want: { kind: "diff", base: revision("v1"), head: "v2" },
    },
    { name: "a scan", in: other("workflow_dispatch"), want: { kind: "scan", head: "HEAD" } },
    {
      name: "a scan of the given head",
      in: other("push", { head: "v2" }),
      want: { kind: "scan", head: "v2" },
    },
    {
      name: "the given base and what is checked out",
      in: other("push", { base: "v1" }),
      want: { kind: "diff", base: revision("v1"), head: "HEAD" },
    },
    {
      name: "a scan where a push has nothing before it",
      in: other("push", { base: "0".repeat(40) }),
      want: { kind: "scan", head: "HEAD" },
    },
    {
      name: "what a merge queue builds on, and what it builds",
      in: QUEUE,
      want: { kind: "diff", base: revision(BASE), head: HEAD },
    },
    {
      name: "what is given in a merge queue",
      in: { ...QUEUE, base: "v1", head: "v2" },
      want: { kind: "diff", base: revision("v1"), head: "v2" },
    },
  ])("chooses $name", ({ in: facts, want }) => {
    expect(chooseRevisions(facts)).toEqual(want);
  });
});
