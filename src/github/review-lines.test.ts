import { describe, expect, test } from "vitest";
import { readDiffLines } from "./review-lines.ts";

const PATCH = `@@ -1,4 +1,5 @@ kind: NetworkPolicy
 a
-b
+B
+b2
 c\r
--- d
+++ d
@@ -20,2 +21 @@
 x
-y
\\ No newline at end of file`;

describe("readDiffLines", () => {
  const lines = readDiffLines(PATCH);

  test.each([
    { side: "RIGHT", line: 1, want: { text: "a", hunk: 0, isChange: false } },
    { side: "RIGHT", line: 3, want: { text: "b2", hunk: 0, isChange: true } },
    { side: "RIGHT", line: 4, want: { text: "c", isChange: false } },
    { side: "RIGHT", line: 5, want: { text: "++ d", isChange: true } },
    { side: "LEFT", line: 2, want: { text: "b", isChange: true } },
    { side: "LEFT", line: 4, want: { text: "-- d", isChange: true } },
    { side: "RIGHT", line: 21, want: { text: "x", hunk: 1, isChange: false } },
    { side: "LEFT", line: 21, want: { text: "y", hunk: 1, isChange: true } },
  ] as const)("knows line $line on the $side", ({ side, line, want }) => {
    expect(lines.find(side, line)).toMatchObject(want);
  });

  test.each([
    { side: "RIGHT", line: 6 },
    { side: "RIGHT", line: 20 },
    { side: "LEFT", line: 1 },
    { side: "LEFT", line: 22 },
  ] as const)("knows no line $line on the $side", ({ side, line }) => {
    expect(lines.find(side, line)).toBeUndefined();
  });

  test.each([undefined, "", "Binary files differ", "@@ -1,9 +1,9 @@\n a"])("takes %j", (patch) => {
    expect(readDiffLines(patch).find("RIGHT", 1)).toBeUndefined();
  });
});
