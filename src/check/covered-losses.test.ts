import { describe, expect, it } from "vitest";
import type { Finding } from "../model/report.ts";
import type { AlternativeReading } from "../world/alternative-reading.ts";
import { coveredLosses } from "./covered-losses.ts";
import { findingOf } from "./rules.ts";

const EMPTY = { namespaces: new Map(), policies: [], workloads: [] };

const lost = (parts: Partial<Finding> = {}): Finding => ({
  ...findingOf("NP001", { scope: "base", namespace: "shop", message: "lost", certain: false }),
  ...parts,
});

const reading = (
  beside: string,
  findings: readonly Finding[],
  parts: Partial<AlternativeReading> = {},
) => ({
  reading: {
    scope: "base",
    beside,
    meets: true,
    base: EMPTY,
    head: EMPTY,
    namespaces: new Set(["shop"]),
    doubt: `with ${beside}`,
    place: { path: "a.yaml", side: "head" as const },
    ...parts,
  },
  review: {
    namespaces: [],
    flows: [],
    findings,
    unknown: [] as readonly string[],
    doubts: [],
    workloads: { came: [], went: [] },
    lintsGivenUp: false,
  },
});

/** Only `dev` and `prod` are alternatives. */
const mayMeet = (a: string, b: string): boolean =>
  ![a, b].every((x) => /^(?:dev|prod)$/.test(x)) || a === b;

const coverOf = (finding: Finding, ...readings: readonly ReturnType<typeof reading>[]) =>
  coveredLosses([finding], readings, mayMeet).get(finding);

describe("coveredLosses", () => {
  it("covers what a scope beside still isolates", () => {
    expect(coverOf(lost(), reading("prod", []))).toBe("with prod");
  });

  it("covers where a third scope shows the loss, which the one that isolates may meet", () => {
    expect(coverOf(lost(), reading("prod", []), reading("infra", [lost()]))).toBe("with prod");
  });

  it.each<readonly [string, Finding, readonly ReturnType<typeof reading>[]]>([
    ["a reading that shows the loss as well", lost(), [reading("prod", [lost()])]],
    ["an alternative that has the loss", lost(), [reading("prod", []), reading("dev", [lost()])]],
    ["another namespace", lost({ namespace: "other" }), [reading("prod", [])]],
    ["another scope", lost({ scope: "other" }), [reading("prod", [])]],
    ["a rule that opens", lost({ certain: true }), [reading("prod", [])]],
    ["scopes that do not meet", lost(), [reading("prod", [], { meets: false })]],
    ["nothing beside", lost(), []],
  ])("does not cover: %s", (_, finding, readings) => {
    expect(coverOf(finding, ...readings)).toBeUndefined();
  });

  it("does not cover what was too complex to compare", () => {
    const { reading: at, review } = reading("prod", []);
    expect(
      coverOf(lost(), { reading: at, review: { ...review, unknown: ["shop"] } }),
    ).toBeUndefined();
  });
});
