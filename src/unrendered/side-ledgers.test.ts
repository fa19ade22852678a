import { describe, expect, it } from "vitest";
import { readKustomizeGraph } from "../scope/kustomize-graph.ts";
import { changesOf } from "../scope/snapshots.test-data.ts";
import { chartSources } from "./chart/chart-files.ts";
import { readCharts } from "./chart/chart-model.ts";
import { ledgerOfChartValues } from "./chart/chart-values.ts";
import { ledgerOfEnforcement } from "./enforcement-ledger.ts";
import { ledgerOfMentions } from "./mention-ledger.ts";
import { ledgerOfPatches } from "./kustomize/patch-ledger.ts";
import type { PolicyWords } from "./policy-words.ts";
import { ledgerOfValues } from "./values-ledger.ts";
import { ledgerOfVariables } from "./variable-ledger.ts";

const POLICIES: PolicyWords = {
  any: true,
  selects: () => true,
  mention: (word) => word === "app",
};

interface Row {
  readonly name: string;
  readonly base: string;
  readonly head: string;
  readonly want: boolean;
}

const object = (kind: string, rest: string): string =>
  `apiVersion: x/v1\nkind: ${kind}\nmetadata: {name: a}\n${rest}\n`;

describe("ledgerOfValues", () => {
  it.each<Row>([
    {
      name: "a key",
      base: "networkPolicy: {on: true}",
      head: "networkPolicy: {on: false}",
      want: true,
    },
    {
      name: "beside a key",
      base: "networkPolicy: {}\ntag: a",
      head: "networkPolicy: {}\ntag: b",
      want: false,
    },
    {
      name: "values as text",
      base: object("Application", "spec: {helm: {values: 'networkPolicy: {on: true}'}}"),
      head: object("Application", "spec: {helm: {values: 'networkPolicy: {on: false}'}}"),
      want: true,
    },
    {
      name: "beside values as text",
      base: object("ConfigMap", "data:\n  values.yaml: |\n    networkPolicy: {}\n    tag: a"),
      head: object("ConfigMap", "data:\n  values.yaml: |\n    networkPolicy: {}\n    tag: b"),
      want: false,
    },
    {
      name: "a parameter",
      base: "set: [{name: networkPolicy.on, value: 'true'}]",
      head: "set: [{name: networkPolicy.on, value: 'false'}]",
      want: true,
    },
    {
      name: "permissions for policies",
      base: object("Role", "rules: [{resources: [networkpolicies], verbs: [get]}]"),
      head: object("Role", "rules: [{resources: [networkpolicies], verbs: [get, list]}]"),
      want: false,
    },
  ])("$name", async ({ base, head, want }) => {
    const { changes, texts } = await changesOf({ "a.yaml": base }, { "a.yaml": head });
    expect(ledgerOfValues(changes, texts)).toHaveLength(want ? 1 : 0);
  });
});

describe("ledgerOfMentions", () => {
  const renderers = (patch: string): string =>
    object(
      "HelmRelease",
      `spec:\n  version: 1\n  postRenderers: [{target: {kind: NetworkPolicy}, patch: ${patch}}]`,
    );

  it.each<Row>([
    { name: "a patch inside", base: renderers("a"), head: renderers("b"), want: true },
    {
      name: "beside it",
      base: renderers("a"),
      head: renderers("a").replace("1", "2"),
      want: false,
    },
    {
      name: "a manifest in a text",
      base: object("ConfigMap", "data: {a: x}"),
      head: object("ConfigMap", 'data: {a: "kind: NetworkPolicy\\n"}'),
      want: true,
    },
    {
      name: "a definition",
      base: object("CustomResourceDefinition", "spec: {names: {kind: NetworkPolicy}}"),
      head: object("CustomResourceDefinition", "spec: {names: {kind: NetworkPolicy, plural: a}}"),
      want: false,
    },
    {
      name: "Argo CD's exclusions",
      base: object("ConfigMap", "data: {resource.exclusions: a}"),
      head: object("ConfigMap", "data: {resource.exclusions: b}"),
      want: true,
    },
  ])("$name", async ({ base, head, want }) => {
    const { changes, texts } = await changesOf({ "a.yaml": base }, { "a.yaml": head });
    expect(ledgerOfMentions(changes, texts)).toHaveLength(want ? 1 : 0);
  });
});

describe("ledgerOfMentions of commands", () => {
  const job = (command: string): string =>
    object("Job", `spec: {template: {spec: {containers: [{name: a, ${command}}]}}}`);

  it.each<Row>([
    {
      name: "a list",
      base: "",
      head: job("command: [kubectl, delete, networkpolicy, --all, -n, shop]"),
      want: true,
    },
    {
      name: "a command with arguments",
      base: "",
      head: job("command: [kubectl], args: [-n, shop, delete, netpol, web]"),
      want: true,
    },
    {
      name: "a script",
      base: "",
      head: job(
        'command: [sh, -c], args: ["set -e; kubectl -n shop delete networkpolicies --all"]',
      ),
      want: true,
    },
    {
      name: "reading",
      base: "",
      head: job("command: [kubectl, get, networkpolicy]"),
      want: false,
    },
    {
      name: "deleting something else",
      base: "",
      head: job('command: [sh, -c, "kubectl delete pod a; kubectl get netpol"]'),
      want: false,
    },
    {
      name: "another image",
      base: job("image: a, command: [kubectl, delete, netpol, --all]"),
      head: job("image: b, command: [kubectl, delete, netpol, --all]"),
      want: false,
    },
    {
      name: "one that goes",
      base: job("command: [kubectl, delete, netpol]"),
      head: "",
      want: false,
    },
    {
      name: "permissions",
      base: "",
      head: object("Role", "rules: [{resources: [networkpolicies], verbs: [delete]}]"),
      want: false,
    },
  ])("$name", async ({ base, head, want }) => {
    const { changes, texts } = await changesOf({ "a.yaml": base }, { "a.yaml": head });
    expect(ledgerOfMentions(changes, texts)).toHaveLength(want ? 1 : 0);
  });
});

describe("ledgerOfEnforcement", () => {
  const settings = (name: string, data: string): string =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: {${data}}\n`;
  const agent = (args: string): string =>
    object("DaemonSet", `spec: {template: {spec: {containers: [{name: a, args: [${args}]}]}}}`);

  it.each<Omit<Row, "want"> & { readonly want: readonly (readonly [string, boolean])[] }>([
    {
      name: "Cilium, off",
      base: settings("cilium-config", "enable-policy: default"),
      head: settings("cilium-config", "enable-policy: never"),
      want: [["switched off (`enable-policy: never`)", true]],
    },
    {
      name: "Cilium, on",
      base: settings("cilium-config", "enable-policy: never"),
      head: settings("cilium-config", "enable-policy: always"),
      want: [["switched on (`enable-policy: always`)", false]],
    },
    {
      name: "Cilium, stricter",
      base: settings("cilium-config", "enable-policy: default"),
      head: settings("cilium-config", "enable-policy: always"),
      want: [],
    },
    {
      name: "Cilium, new and off",
      base: "",
      head: settings("cilium-config", "enable-policy: never"),
      want: [["switched off", true]],
    },
    {
      name: "something else",
      base: settings("cilium-config", "enable-policy: never, debug: 'true'"),
      head: settings("cilium-config", "enable-policy: never, debug: 'false'"),
      want: [],
    },
    {
      name: "the VPC CNI, off",
      base: settings("amazon-vpc-cni", "enable-network-policy-controller: 'true'"),
      head: settings("amazon-vpc-cni", "enable-network-policy-controller: 'false'"),
      want: [["switched off", true]],
    },
    {
      name: "the VPC CNI, gone",
      base: settings("amazon-vpc-cni", "enable-network-policy-controller: 'true'"),
      head: settings("amazon-vpc-cni", "other: 'true'"),
      want: [["is gone", true]],
    },
    {
      name: "an argument",
      base: agent("--enable-network-policy=true"),
      head: agent("--enable-network-policy=false"),
      want: [["switched off (`enable-network-policy: false`)", true]],
    },
    {
      name: "an argument with its value behind it",
      base: agent("--enable-policy, default"),
      head: agent("--enable-policy, never"),
      want: [["switched off", true]],
    },
    {
      name: "values",
      base: "policyEnforcementMode: default",
      head: "policyEnforcementMode: never",
      want: [["switched off", true]],
    },
    {
      name: "values as text",
      base: object("Application", "spec: {helm: {values: 'policyEnforcementMode: default'}}"),
      head: object("Application", "spec: {helm: {values: 'policyEnforcementMode: never'}}"),
      want: [["switched off", true]],
    },
  ])("$name", async ({ base, head, want }) => {
    const { changes, texts } = await changesOf({ "a.yaml": base }, { "a.yaml": head });
    const entries = ledgerOfEnforcement(changes, texts);
    expect(entries).toHaveLength(want.length);
    want.forEach(([words, decides], index) => {
      expect(entries[index]?.reason).toContain(words);
      expect(entries[index]?.decides).toBe(decides);
    });
    // Nothing is rendered from these.
    expect(ledgerOfValues(changes, texts)).toEqual([]);
  });
});

describe("ledgerOfPatches", () => {
  const deployment = (template: string): string =>
    object("Deployment", `spec: {template: ${template}}`);

  it.each<Row>([
    {
      name: "deletes",
      base: "",
      head: "$patch: delete\napiVersion: x\nkind: NetworkPolicy\n",
      want: true,
    },
    {
      name: "an operation in one line",
      base: "[]",
      head: '[{"op":"remove","path":"/spec/egress/0"}]',
      want: true,
    },
    {
      name: "an image",
      base: deployment("{image: a}"),
      head: deployment("{image: b}"),
      want: false,
    },
    {
      name: "pod labels",
      base: deployment("{labels: {a: b}}"),
      head: deployment("{labels: {a: c}}"),
      want: true,
    },
    {
      name: "one operation beside another",
      base: "- {op: add, path: /metadata/labels/a}",
      head: "- {op: add, path: /metadata/labels/a}\n- {op: add, path: /spec/replicas}",
      want: false,
    },
    ...(
      [
        ["/spec", true],
        ["/kind", true],
        ["/spec/suspend", true],
        ["/spec/path", true],
        ["/metadata/annotations", true],
        ["/metadata/annotations/kustomize.toolkit.fluxcd.io~1reconcile", true],
        ["/metadata/annotations/example.org~1note", false],
        ["/spec/replicas", false],
      ] as const
    ).map(([path, want]) => ({
      name: `operates on ${path}`,
      base: "",
      head: `- {op: replace, path: ${path}, value: x}`,
      want,
    })),
    {
      name: "a transformer",
      base: "",
      head: "apiVersion: builtin\nkind: NamespaceTransformer\nmetadata: {namespace: x}",
      want: true,
    },
    {
      name: "another kind of policy",
      base: "",
      head: object("AuthorizationPolicy", "spec: {}"),
      want: false,
    },
  ])("$name", async ({ base, head, want }) => {
    const list = { "kustomization.yaml": "patches: [{path: a.yaml}]\n" };
    const { changes, texts } = await changesOf({ "a.yaml": base }, { "a.yaml": head, ...list });
    const [kustomization] = changes.filter(({ path }) => path !== "a.yaml");
    const graph = readKustomizeGraph(kustomization?.head ? [kustomization.head] : [], texts);
    const entries = ledgerOfPatches(changes, { texts, graph, policies: POLICIES });
    expect(entries).toHaveLength(want ? 1 : 0);
  });
});

describe("ledgerOfVariables", () => {
  const settings = (value: string, kind = "ConfigMap"): string =>
    object(kind, `data: {POD_CIDR: ${value}, OTHER: ${value}}`);

  it.each<Row & { readonly policy: string }>([
    {
      name: "held",
      policy: "cidr: ${POD_CIDR}",
      base: settings("a"),
      head: settings("b"),
      want: true,
    },
    {
      name: "held with a default",
      policy: "cidr: ${POD_CIDR:=x}",
      base: settings("a"),
      head: settings("b"),
      want: true,
    },
    {
      name: "not held",
      policy: "cidr: ${ELSE}",
      base: settings("a"),
      head: settings("b"),
      want: false,
    },
    {
      name: "in no store of variables",
      policy: "cidr: ${POD_CIDR}",
      base: settings("a", "X"),
      head: settings("b", "X"),
      want: false,
    },
  ])("$name", async ({ policy, base, head, want }) => {
    const { changes, texts } = await changesOf(
      { "a.yaml": base },
      { "a.yaml": head, "np.yaml": policy },
    );
    const policyIds = changes.flatMap(({ path, head: now }) =>
      path === "np.yaml" && now ? [now.id] : [],
    );
    expect(ledgerOfVariables(changes, { texts, policyIds })).toHaveLength(want ? 1 : 0);
  });
});

describe("ledgerOfChartValues", () => {
  const TEMPLATE =
    '{{ if .Values.net.on }}{{ index .Values "my-net" "on" }}{{ .Values.image.tag }}\nkind: NetworkPolicy';

  it.each<Row>([
    { name: "read by a template", base: "net: {on: true}", head: "net: {on: false}", want: true },
    { name: "read by index", base: "my-net: {on: true}", head: "my-net: {on: false}", want: true },
    {
      name: "below a subchart",
      base: "app: {net: {on: true}}",
      head: "app: {net: {on: false}}",
      want: true,
    },
    { name: "not read", base: "net: {on: true, x: 1}", head: "net: {on: true, x: 2}", want: false },
    { name: "the image", base: "image: {tag: a}", head: "image: {tag: b}", want: false },
    {
      name: "in a HelmRelease",
      base: object("HelmRelease", "spec: {values: {net: {on: true}}}"),
      head: object("HelmRelease", "spec: {values: {net: {on: false}}}"),
      want: true,
    },
    {
      name: "as a field of another object",
      base: object("Deployment", "spec: {net: {on: true}}"),
      head: object("Deployment", "spec: {net: {on: false}}"),
      want: false,
    },
  ])("$name", async ({ base, head, want }) => {
    const path = "chart/templates/np.yaml";
    const { changes, texts } = await changesOf(
      { "a.yaml": base },
      { "a.yaml": head, [path]: TEMPLATE },
    );
    const charts = new Set(["chart"]);
    const files = chartSources(
      changes.flatMap(({ head: now }) => now ?? []),
      charts,
    );
    const model = readCharts(files, charts, texts);
    const entries = ledgerOfChartValues(
      changes.filter((change) => change.path !== path),
      { texts, charts, model, policies: POLICIES },
    );
    expect(entries.map((entry) => entry.path)).toEqual(want ? ["a.yaml"] : []);
  });
});
