import { describe, expect, test } from "vitest";
import { parseManifest } from "../manifest/parse-manifest.ts";
import { applyFix, readManifestText } from "./manifest-text.ts";
import { proposeForFinding } from "./propose-fixes.ts";
import type { Site } from "./proposal.ts";

const manifest = (rule: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p, namespace: shop }
spec:
  podSelector: {}
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              ${rule}
      ports:
        - port: 80 # http
          protocol: TCP
        - { port: 53, protocol: UDP }
`;

/** The site of a place that is given by its line. */
function siteAt(text: string, line: number): Site {
  const found = readManifestText("p.yaml", new TextEncoder().encode(text));
  const [object] = found?.objects ?? [];
  if (found === undefined || object === undefined) throw new Error("no policy");
  const column = { startColumn: 1, endColumn: 200 };
  return {
    manifest: found,
    object,
    span: { path: "p.yaml", startLine: line, endLine: line, ...column },
  };
}

const service = (ports: string) =>
  parseManifest(
    "s.yaml",
    `apiVersion: v1\nkind: Service\nmetadata: { name: s }\nspec: { ports: ${ports} }\n`,
  ).objects;

describe("a namespaceSelector by another label than the name", () => {
  test.each([
    { rule: "name: kube-system", want: "kubernetes.io/metadata.name: kube-system" },
    {
      rule: '"name": "kube-system" # dns',
      want: '"kubernetes.io/metadata.name": "kube-system" # dns',
    },
  ])("becomes $want", ({ rule, want }) => {
    for (const id of ["NP013", "NP022"]) {
      const [proposal, ...others] = proposeForFinding(id, siteAt(manifest(rule), 10), []);
      expect(others).toEqual([]);
      expect(proposal && applyFix({ text: manifest(rule) }, proposal.fix)).toBe(manifest(want));
      expect(proposal?.goal.type).toBe("redirect");
    }
  });

  test.each(["team: payments", "{ kubernetes.io/metadata.name: a, name: a }"])(
    "%s stays: nobody knows what it means",
    (rule) => {
      const text = manifest(rule).replace("matchLabels:\n              {", "matchLabels: {");
      expect(proposeForFinding("NP022", siteAt(text, 10), [])).toEqual([]);
    },
  );
});

describe("the port of a Service", () => {
  const text = manifest("a: b");
  const proposals = (ports: string, line = 12) =>
    proposeForFinding("NP030", siteAt(text, line), service(ports));

  test("becomes the port of the pods", () => {
    const [proposal, ...others] = proposals("[{ port: 80, targetPort: 8080 }]");
    expect(others).toEqual([]);
    expect(proposal && applyFix({ text }, proposal.fix)).toBe(
      text.replace("port: 80 #", "port: 8080 #"),
    );
  });

  test.each([
    { name: "leads to the same port", ports: "[{ port: 80 }]" },
    { name: "leads to a name", ports: "[{ port: 80, targetPort: http }]" },
    { name: "has another protocol", ports: "[{ port: 80, targetPort: 8080, protocol: UDP }]" },
    {
      name: "is that of two with different targets",
      ports: "[{ port: 80, targetPort: 8080 }, { port: 80, targetPort: 9090 }]",
    },
  ])("stays where it $name", ({ ports }) => {
    expect(proposals(ports)).toEqual([]);
  });

  test("stays on other lines", () => {
    expect(proposals("[{ port: 80, targetPort: 8080 }]", 5)).toEqual([]);
  });
});

test("other rules have no proposals", () => {
  expect(proposeForFinding("NP027", siteAt(manifest("name: a"), 10), [])).toEqual([]);
});
