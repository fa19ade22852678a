import { expect, test } from "vitest";
import { createLineHashes } from "./line-hash.ts";

const hashesOf = (text: string): readonly string[] => {
  const hashOf = createLineHashes(text);
  const lines = text.split(/\r\n|\r|\n/u);
  expect(hashOf(lines.length + 1)).toBeUndefined();
  expect(hashOf(0)).toBeUndefined();
  return lines.map((_, index) => hashOf(index + 1) ?? "");
};

const GREETINGS = [
  "e9496ae3ebfced30:1",
  "fb7c023a8b9ccb3f:1",
  "ce8ba1a563dcdaca:1",
  "e20e36e16fcb0cc8:1",
  "b3edc88f2938467e:1",
  "c8e28b0b4002a3a0:1",
  "c129715d7a2bc9a3:1",
];

/** The answers of github/codeql-action, from its own tests (src/fingerprints.test.ts). */
test.each([
  { name: "nothing", text: "", want: ["c129715d7a2bc9a3:1"] },
  {
    name: "indented lines",
    text: " a\nb\n  \t\tc\n d",
    want: ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
  },
  {
    name: "no newline at the end",
    text: " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End",
    want: [
      "8b7cf3e952e7aeb2:1",
      "b1ae1287ec4718d9:1",
      "bff680108adb0fcc:1",
      "c6805c5e1288b612:1",
      "b86d3392aea1be30:1",
      "e6ceba753e1a442:1",
    ],
  },
  { name: "LF", text: " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", want: GREETINGS },
  { name: "CR", text: " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", want: GREETINGS },
  {
    name: "CR LF",
    text: " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n",
    want: GREETINGS,
  },
  {
    name: "a mixture",
    text: " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n",
    want: GREETINGS,
  },
  {
    name: "the same line again and again",
    text: "Lorem ipsum dolor sit amet.\n".repeat(10),
    want: [
      "a7f2ff13bc495cf2:1",
      "a7f2ff13bc495cf2:2",
      "a7f2ff13bc495cf2:3",
      "a7f2ff13bc495cf2:4",
      "a7f2ff13bc495cf2:5",
      "a7f2ff13bc495cf2:6",
      "a7f2ff1481e87703:1",
      "a9cf91f7bbf1862b:1",
      "55ec222b86bcae53:1",
      "cc97dc7b1d7d8f7b:1",
      "c129715d7a2bc9a3:1",
    ],
  },
])("the lines of $name", ({ text, want }) => {
  expect(hashesOf(text)).toEqual(want);
});
