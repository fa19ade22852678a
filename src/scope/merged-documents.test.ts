import { expect, it } from "vitest";
import { loadFile } from "./load-file.ts";
import { joinMergedDocuments } from "./merged-documents.ts";

const policy = (name: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${name}\nspec:\n  podSelector: {}\n`;

const messagesOf = (text: string): readonly string[] =>
  joinMergedDocuments(loadFile("a.yaml", text, new TextEncoder().encode(text)).problems).map(
    ({ message, span }) => `${span.startLine}: ${message.slice(0, 30)}`,
  );

it.each([
  {
    name: "two merged documents",
    text: policy("a") + policy("b"),
    want: ["7: `---` is missing before this l"],
  },
  {
    name: "three merged documents",
    text: policy("a") + policy("b") + policy("c"),
    want: ["7: `---` is missing before this l", "13: `---` is missing before this l"],
  },
  {
    name: "a key twice",
    text: `${policy("a")}  policyTypes: []\n  policyTypes: []\n`,
    want: ['8: the key "policyTypes" stands h'],
  },
  {
    name: "a kind twice",
    text: `${policy("a")}kind: NetworkPolicy\n`,
    want: ['7: the key "kind" stands here and'],
  },
  { name: "nothing", text: policy("a"), want: [] },
])("$name", ({ text, want }) => {
  expect(messagesOf(text)).toEqual(want);
});
