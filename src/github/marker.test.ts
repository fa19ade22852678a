import { describe, expect, test } from "vitest";
import { markerLine, readMarker } from "./marker.ts";

const MARKER = { head: "a".repeat(40), runId: 12345678901 };
const LINE = markerLine(MARKER);

describe("readMarker", () => {
  test.each([
    { name: "its line", in: LINE },
    { name: "a comment", in: `${LINE}\n### text` },
    { name: "a comment that was edited in a browser", in: `${LINE}\r\n### text` },
    {
      name: "a field of a later version",
      in: LINE.replace(" -->", " part=b-2 -->"),
    },
  ])("reads $name", ({ in: body }) => {
    expect(readMarker(body)).toEqual(MARKER);
  });

  test.each([
    { name: "no marker", in: "### text" },
    { name: "a marker further down", in: `text\n${LINE}` },
    { name: "a quoted marker", in: `> ${LINE}` },
    { name: "text behind the marker", in: `${LINE} text` },
    { name: "another action's marker", in: "<!-- netpol-reviewer head=a run=1 -->" },
  ])("finds none in $name", ({ in: body }) => {
    expect(readMarker(body)).toBeUndefined();
  });

  test("reads a marker without fields as one of an older run", () => {
    expect(readMarker("<!-- netpol-review -->\ntext")).toEqual({ head: "", runId: 0 });
  });
});
