import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import schema from "../../schema/report.schema.json" with { type: "json" };
import type { Report } from "../model/report.ts";
import { renderJson } from "./json.ts";
import { redReport, SAMPLES } from "./sample-report.test-data.ts";

const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** The names of all properties that the schema knows, in its order. */
function propertyNames(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = "properties" in value ? Object.keys(value.properties as object) : [];
  return [...new Set([...own, ...Object.values(value).flatMap(propertyNames)])];
}

describe("the schema", () => {
  test.each(Object.entries(SAMPLES))("accepts the %s report", (_, report) => {
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
  });

  test.each([
    { name: "an unknown verdict", report: { ...redReport, verdict: "maybe" } },
    { name: "another version", report: { ...redReport, schemaVersion: 2 } },
    { name: "a property of its own", report: { ...redReport, extra: true } },
    { name: "a missing ledger", report: { ...redReport, ledger: undefined } },
    { name: "line 0", report: { ...redReport, ledger: [{ path: "a", span: { startLine: 0 } }] } },
  ])("rejects $name", ({ report }) => {
    expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false);
  });
});

describe("renderJson", () => {
  test("is the same whatever order the keys were set in", () => {
    const reversed = JSON.parse(JSON.stringify(redReport), (_, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    ) as Report;
    expect(Object.keys(reversed)[0]).toBe("statistics");
    expect(renderJson(reversed)).toBe(renderJson(redReport));
  });

  test("leaves nothing out", () => {
    for (const report of Object.values(SAMPLES))
      expect(JSON.parse(renderJson(report))).toEqual(report);
    const names = propertyNames(schema);
    const everything: unknown = Object.fromEntries(names.map((name) => [name, 1]));
    const kept = JSON.parse(renderJson(everything as Report)) as object;
    expect(Object.keys(kept).toSorted()).toEqual(names.toSorted());
  });

  test("begins with what a reader looks for, and ends with a newline", () => {
    const text = renderJson(redReport);
    expect(text).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"mode": "diff",\n {2}"base": \{\n/u);
    expect(text.endsWith("}\n")).toBe(true);
  });
});
