import type { Tree } from "../../src/scope/snapshots.test-data.ts";
import { configMap, DENY, deployment, row, WEB, type Row } from "./row.ts";

const LOAD = '#@ load("@ytt:data", "data")\n';
const when = (value: string): string => `${LOAD}#@ if data.values.${value}:\n---\n${DENY}#@ end\n`;
const overlay = (by: string, part: string): string =>
  `#@ load("@ytt:overlay", "overlay")\n#@overlay/match by=${by}\n---\n${part}`;
const KIND = (kind: string): string => `overlay.subset({"kind": "${kind}"})`;
const part = (rest: string): string => `spec:\n  template:\n${rest}`;
const POLICIES: Tree = { "policies/web.yaml": WEB };

const ytt: readonly Row[] = [
  row("undecided", "a condition", {}, ["a.yaml", when("on"), when("off")]),
  row("undecided", "a value at the end of a line", {}, [
    "a.yaml",
    DENY.replace("{}", "{} #@ data.values.a"),
    DENY.replace("{}", "{} #@ data.values.b"),
  ]),
  row("undecided", "a data value", { "a.yaml": when("on") }, [
    "values.yaml",
    "#@data/values\n---\non: true\n",
    "#@data/values\n---\non: false\n",
  ]),
  row("undecided", "a data value without a mark", { "a.yaml": when("on") }, [
    "values.yaml",
    "on: true\n",
    "on: false\n",
  ]),
  row("undecided", "a default", { "a.yaml": when("on") }, [
    "schema.yaml",
    "#@data/values-schema\n---\non: true\n",
    "#@data/values-schema\n---\non: false\n",
  ]),
  row("pass", "another data value", { "a.yaml": when("on") }, [
    "values.yaml",
    "#@data/values\n---\non: true\nx: 1\n",
    "#@data/values\n---\non: true\nx: 2\n",
  ]),
  row("undecided", "an overlay for policies", POLICIES, [
    "o.yaml",
    undefined,
    overlay(KIND("NetworkPolicy"), "spec:\n  egress: [{}]\n"),
  ]),
  row("undecided", "an overlay for everything", POLICIES, [
    "o.yaml",
    undefined,
    overlay("overlay.all", "spec:\n  #@overlay/remove\n  policyTypes:\n"),
  ]),
  row("undecided", "labels by an overlay", POLICIES, [
    "o.yaml",
    overlay(KIND("Deployment"), part("    metadata: {labels: {app: web}}\n")),
    overlay(KIND("Deployment"), part("    metadata: {labels: {app: x}}\n")),
  ]),
  row("pass", "an image by an overlay", POLICIES, [
    "o.yaml",
    overlay(KIND("Deployment"), part("    spec: {image: a}\n")),
    overlay(KIND("Deployment"), part("    spec: {image: b}\n")),
  ]),
  row("undecided", "a library", { "a.yaml": `#@ load("lib.star", "on")\n${when("on")}` }, [
    "lib.star",
    "def on(): return True\n",
    "def on(): return False\n",
  ]),
  row("pass", "the image of a workload", POLICIES, [
    "a.yaml",
    `${LOAD}---\n${deployment("web")}`,
    `${LOAD}---\n${deployment("web").replace("web:1", "web:2")}`,
  ]),
];

const JSONNET =
  "local p = import 'params.libsonnet';\n{ np: if p.deny then { kind: 'NetworkPolicy' } }\n";
const from = (path: string): Tree => ({
  "j/main.jsonnet": JSONNET.replace("params.libsonnet", path),
});
const YES = "{ deny: true }\n";
const NO = "{ deny: false }\n";

const languages: readonly Row[] = [
  row("undecided", "jsonnet: what is imported", from("params.libsonnet"), [
    "j/params.libsonnet",
    YES,
    NO,
  ]),
  row("undecided", "jsonnet: what is imported from elsewhere", from("../lib/p.libsonnet"), [
    "lib/p.libsonnet",
    YES,
    NO,
  ]),
  row("undecided", "jsonnet: what is imported from a library folder", from("lib/p.libsonnet"), [
    "vendor/lib/p.libsonnet",
    YES,
    NO,
  ]),
  row(
    "undecided",
    "jsonnet: what is imported by what is imported",
    { ...from("params.libsonnet"), "j/params.libsonnet": "import 'deep.libsonnet'\n" },
    ["j/deep.libsonnet", YES, NO],
  ),
  row("undecided", "jsonnet: data", from("params.json"), [
    "j/params.json",
    '{"deny": true}',
    '{"deny": false}',
  ]),
  row(
    "undecided",
    "jsonnet: what imports it",
    { "lib/np.libsonnet": "{ deny:: true, np: if $.deny then { kind: 'NetworkPolicy' } }\n" },
    [
      "env/main.jsonnet",
      "(import '../lib/np.libsonnet') + { deny:: true }\n",
      "(import '../lib/np.libsonnet') + { deny:: false }\n",
    ],
  ),
  row("pass", "jsonnet: something else", from("params.libsonnet"), ["k/other.libsonnet", YES, NO]),
  row("pass", "jsonnet: an image", from("params.libsonnet"), [
    "j/params.libsonnet",
    "{\n  image: 'a:1',\n}\n",
    "{\n  image: 'a:2',\n}\n",
  ]),
  row(
    "undecided",
    "cue: a file of the package",
    { "c/np.cue": 'package a\nif deny { np: kind: "NetworkPolicy" }\n' },
    ["c/values.cue", "package a\ndeny: true\n", "package a\ndeny: false\n"],
  ),
  row(
    "undecided",
    "dhall: what is imported",
    { "c/np.dhall": 'let p = ./p.dhall in if p.deny then { kind = "NetworkPolicy" } else {=}\n' },
    ["c/p.dhall", "{ deny = True }\n", "{ deny = False }\n"],
  ),
  row(
    "undecided",
    "Terraform: variables of the folder",
    { "t/np.tf": 'resource "kubernetes_network_policy" "a" { count = var.on ? 1 : 0 }\n' },
    ["t/x.tfvars", "on = true\n", "on = false\n"],
  ),
  row(
    "pass",
    "Terraform: another folder",
    { "t/np.tf": 'resource "kubernetes_network_policy" "a" {}\n' },
    ["u/x.tfvars", "on = true\n", "on = false\n"],
  ),
];

const kptfile = (rest: string): string =>
  `apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata: {name: p}\n${rest}`;
const BELOW: Tree = { "p/deny.yaml": DENY };
const FIELDS = "pipeline: {mutators: [{image: apply-setters, configPath: setters.yaml}]}\n";

const kpt: readonly Row[] = [
  row("undecided", "a function", BELOW, [
    "p/Kptfile",
    kptfile(""),
    kptfile("pipeline: {mutators: [{image: set-namespace, configMap: {namespace: x}}]}\n"),
  ]),
  row("undecided", "the fields of a function", { ...BELOW, "p/Kptfile": kptfile(FIELDS) }, [
    "p/setters.yaml",
    configMap("{cidr: 10.0.0.0/8}"),
    configMap("{cidr: 0.0.0.0/0}"),
  ]),
  row("pass", "where a package comes from", BELOW, [
    "p/Kptfile",
    kptfile("upstream: {git: {ref: v1}}\n"),
    kptfile("upstream: {git: {ref: v2}}\n"),
  ]),
  row("undecided", "a function beside workloads", POLICIES, [
    "p/Kptfile",
    kptfile(""),
    kptfile("pipeline: {mutators: [{image: set-labels}]}\n"),
  ]),
  row(
    "undecided",
    "the code of a function",
    { ...BELOW, "p/Kptfile": kptfile(FIELDS.replace("setters.yaml", "fn.yaml")) },
    [
      "p/fn.yaml",
      "apiVersion: x/v1\nkind: StarlarkRun\nmetadata: {name: a}\nsource: a\n",
      "apiVersion: x/v1\nkind: StarlarkRun\nmetadata: {name: a}\nsource: b\n",
    ],
  ),
];

const group = (title: string, rows: readonly Row[]): readonly Row[] =>
  rows.map((each) => ({ ...each, name: `${title}: ${each.name}` }));

export const LANGUAGES: readonly Row[] = [
  ...group("ytt", ytt),
  ...group("a language", languages),
  ...group("kpt", kpt),
];
