import { expect, test } from "vitest";
import { MAX_FINGERPRINTS, lineMarker, readLineMarker, withoutMarker } from "./review-marker.ts";

const print = "0123456789abcdef".repeat(2);
const marker = { state: "open", key: "0123456789ab", fingerprints: [print] } as const;

test("a marker is read as it was written", () => {
  for (const fingerprints of [[print], Array.from({ length: MAX_FINGERPRINTS }, () => print)])
    for (const state of ["open", "resolved"] as const) {
      const written = { ...marker, state, fingerprints };
      expect(readLineMarker(`${lineMarker(written)}\ntext`)).toEqual(written);
      expect(withoutMarker(`${lineMarker(written)}\r\ntext`)).toBe("text");
    }
});

test.each([
  "",
  `text\n${lineMarker(marker)}`,
  `> ${lineMarker(marker)}`,
  lineMarker(marker).replace("open", "closed"),
  lineMarker(marker).replace(print, `${print}0`),
  lineMarker({ ...marker, fingerprints: [] }),
  "<!-- netpol-review head=0 run=1 -->",
])("%j is no marker", (body) => {
  expect(readLineMarker(body)).toBeUndefined();
});
