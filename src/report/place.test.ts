import { expect, test } from "vitest";
import { formatPlace } from "./place.ts";

test("a place is what editors open", () => {
  const span = { path: "a/b.yaml", startLine: 3, startColumn: 5, endLine: 9, endColumn: 1 };
  expect(formatPlace(span)).toBe("a/b.yaml:3");
});
