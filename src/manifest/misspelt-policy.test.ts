import { expect, it } from "vitest";
import { mayMisspellPolicy } from "./misspelt-policy.ts";

const object = (kind: string, group = "networking.k8s.io"): string =>
  `apiVersion: ${group}/v1\n${kind}\nmetadata: {name: a}\n`;

it.each([
  { in: object("kind: Networkpolicy"), want: true },
  { in: object('"kind" : "NetworkPolcy"'), want: true },
  { in: `kind: Ingress\n---\n${object("kind:\n  networkPolicy")}`, want: true },
  { in: '{"kind":"networkpolicy","apiVersion":"networking.k8s.io/v1"}', want: true },
  { in: object("kind: NetworkPolicy"), want: false },
  { in: object("kind: Ingress"), want: false },
  { in: object("kind: Networkpolicy", "example.org"), want: false },
])("$in", ({ in: text, want }) => {
  expect(mayMisspellPolicy(text)).toBe(want);
});
