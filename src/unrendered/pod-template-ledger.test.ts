import { describe, expect, it } from "vitest";
import { loadFile } from "../scope/load-file.ts";
import { ledgerOfPodTemplates } from "./pod-template-ledger.ts";
import type { PolicyWords } from "./policy-words.ts";

const words = (...known: readonly string[]): PolicyWords => ({
  any: known.length > 0,
  selects: () => true,
  mention: (word) => known.includes(word),
});

const POLICIES = words("app", "web", "http");

/** A template in flow style. */
const pod = (labels: string, spec = "", ports = ""): string =>
  `{metadata: {labels: {${labels}}}, spec: {${spec}containers: [{name: c, image: i, ports: [${ports}]}]}}`;

/** An object that keeps its template where nobody reads it. */
const maker = (template: string, metadata = "name: a, namespace: shop", kind = "Fleet"): string =>
  `apiVersion: example.org/v1\nkind: ${kind}\nmetadata: {${metadata}}\nspec:\n  pods: ${template}\n`;

const load = (text: string) =>
  text === "" ? [] : [loadFile("a.yaml", text, new TextEncoder().encode(text))];

const changed = (base: string, head: string, policies = POLICIES): readonly string[] =>
  ledgerOfPodTemplates([{ base: load(base), head: load(head) }], policies).map(
    ({ reason, decides, span }) => {
      expect(decides).toBe(true);
      expect(span?.startLine).toBe(5);
      return reason.replace(/^.* in which (.*) changed: .*$/, "$1");
    },
  );

interface Row {
  readonly name: string;
  readonly base: string;
  readonly head: string;
  readonly want: readonly string[];
}

describe("ledgerOfPodTemplates", () => {
  it.each<Row>([
    {
      name: "a label that a policy selects",
      base: maker(pod("app: web")),
      head: maker(pod("app: web2")),
      want: ["the label app"],
    },
    {
      name: "a label that comes",
      base: maker(pod("")),
      head: maker(pod("app: other")),
      want: ["the label app"],
    },
    {
      name: "a value that no policy names",
      base: maker(pod("app: a")),
      head: maker(pod("app: b")),
      want: [],
    },
    {
      name: "a label that no policy selects",
      base: maker(pod("app: web, version: '1'")),
      head: maker(pod("app: web, version: '2'")),
      want: [],
    },
    {
      name: "the host network",
      base: maker(pod("app: web")),
      head: maker(pod("app: web", "hostNetwork: true, ")),
      want: ["`hostNetwork`"],
    },
    {
      name: "a port that a policy names",
      base: maker(pod("", "", "{name: http, containerPort: 80}")),
      head: maker(pod("", "", "{name: http, containerPort: 81}")),
      want: ["the port http"],
    },
    {
      name: "another port",
      base: maker(pod("", "", "{name: x, containerPort: 80}, {containerPort: 1}")),
      head: maker(pod("", "", "{name: x, containerPort: 81}, {containerPort: 2}")),
      want: [],
    },
    {
      name: "the namespace",
      base: maker(pod("app: web")),
      head: maker(pod("app: web"), "name: a, namespace: other"),
      want: ["the namespace"],
    },
    {
      name: "an image",
      base: maker(pod("app: web")),
      head: maker(pod("app: web").replace("image: i", "image: j")),
      want: [],
    },
    { name: "a new object", base: "", head: maker(pod("app: web")), want: [] },
    { name: "an object that goes", base: maker(pod("app: web")), head: "", want: [] },
    {
      name: "another kind of the same name",
      base: maker(pod("app: web")),
      head: maker(pod("app: web2"), undefined, "Squadron"),
      want: ["the label app"],
    },
    {
      name: "a workload of the same name that goes",
      base: maker(pod("app: web"), undefined, "Rollout").replace("pods:", "template:"),
      head: maker(pod("app: web2")),
      want: ["the label app"],
    },
    {
      name: "what is read as a workload",
      base: maker(pod("app: web")).replace("pods:", "template:"),
      head: maker(pod("app: web2")).replace("pods:", "template:"),
      want: [],
    },
    {
      name: "one of a list whose order changes",
      base: maker(`[{name: a, pod: ${pod("app: web")}}, {name: b, pod: ${pod("app: b")}}]`),
      head: maker(`[{name: b, pod: ${pod("app: b")}}, {name: a, pod: ${pod("app: web")}}]`),
      want: [],
    },
    {
      name: "one that joins a list",
      base: maker(`[{name: a, pod: ${pod("app: web")}}]`),
      head: maker(`[{name: b, pod: ${pod("app: b")}}, {name: a, pod: ${pod("app: web")}}]`),
      want: [],
    },
    {
      name: "a definition of fields",
      base: maker(pod("app: web"), undefined, "CustomResourceDefinition"),
      head: maker(pod("app: web2"), undefined, "CustomResourceDefinition"),
      want: [],
    },
  ])("$name", ({ base, head, want }) => {
    expect(changed(base, head)).toEqual(want);
  });

  it("says nothing where there is no policy", () => {
    expect(changed(maker(pod("app: web")), maker(pod("app: x")), words())).toEqual([]);
  });
});
