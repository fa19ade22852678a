import { describe, expect, it } from "vitest";
import { reasonOfObjects } from "./gitops-ledger.ts";
import { changesOf } from "./snapshots.test-data.ts";

const FLUX = "toolkit.fluxcd.io/v1";

const object = (apiVersion: string, kind: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`;

const argo =
  (kind: string) =>
  (spec: string): string =>
    object("argoproj.io/v1alpha1", kind, spec);
const application = argo("Application");
const project = argo("AppProject");
const folder = (rest: string): string => application(`{source: {path: shop, ${rest}}}`);
const registry = (rest: string): string => application(`{source: {chart: web, ${rest}}}`);
const image = (tag: string): string => `{name: image.tag, value: ${tag}}`;
const flux = (spec: string): string => object(`kustomize.${FLUX}`, "Kustomization", spec);
const git = (spec: string): string => object(`source.${FLUX}`, "GitRepository", spec);
const release = (rest: string, chart = "chart: ./charts/web"): string =>
  object(`helm.${FLUX}`, "HelmRelease", `{chart: {spec: {${chart}}}, ${rest}}`);
const repository = object(`source.${FLUX}`, "HelmRepository", "{url: a}");

type Row = readonly [name: string, base: string, head: string];

async function decides(base: string, head: string): Promise<boolean> {
  const { changes, texts } = await changesOf({ "a.yaml": base }, { "a.yaml": head });
  const policyPaths = (): readonly string[] => ["charts/web/templates/np.yaml", "shop/np.yaml"];
  return changes.some((change) => reasonOfObjects(change, { texts, policyPaths })?.decides);
}

describe("reasonOfObjects", () => {
  it.each<Row>([
    ["an Application comes", "", folder("")],
    [
      "an Application in a list",
      "",
      `kind: List\nitems: [{apiVersion: argoproj.io/v1, kind: Application}]`,
    ],
    ["files of values", folder("helm: {valueFiles: [a]}"), folder("helm: {valueFiles: [b]}")],
    ["a parameter", folder("helm: {parameters: []}"), folder("helm: {parameters: [{name: a}]}")],
    ["the revision of a folder", folder("targetRevision: a"), folder("targetRevision: b")],
    ["a hydrator", application("{}"), application("{sourceHydrator: {drySource: {path: b}}}")],
    ["a template's patch", "", argo("ApplicationSet")("{templatePatch: a}")],
    ["a project's destinations", project("{}"), project("{destinations: [{namespace: a}]}")],
    ["a project's sources", project("{}"), project("{sourceRepos: [a]}")],
    ["a project's kinds", project("{}"), project("{clusterResourceWhitelist: []}")],
    ["metadata for all", flux("{}"), flux("{commonMetadata: {labels: {a: b}}}")],
    ["the address of a source", git("{url: a}"), git("{url: b}")],
    ["the branch of a source", git("{ref: {branch: a}}"), git("{ref: {branch: b}}")],
    ["a branch for a tag", git("{ref: {branch: a}}"), git("{ref: {tag: b}}")],
    ["a source stops", git("{}"), git("{suspend: true}")],
    ["a release comes", "", release("")],
    ["a release goes", release(""), ""],
    ["a release stops", release(""), release("suspend: true")],
    ["the namespace of a release", release(""), release("targetNamespace: a")],
    ["values from elsewhere", release(""), release("valuesFrom: [{name: a}]")],
    ["files of a release", release(""), release("", "chart: ./charts/web, valuesFiles: [a]")],
    ["the chart of a release", release(""), release("", "chart: ./charts/other")],
    [
      "the chart of a release by its source",
      "",
      release("", "chart: charts, sourceRef: {kind: GitRepository}"),
    ],
    [
      "a release beside a chart from a registry",
      registry(""),
      `${registry("")}---\n${release("")}`,
    ],
  ])("%s: decides", async (_, base, head) => {
    expect(await decides(base, head)).toBe(true);
  });

  it.each<Row>([
    ["a Rollout", "", argo("Rollout")("{template: {}}")],
    ["a CronWorkflow", argo("CronWorkflow")("{template: a}"), ""],
    ["a Rollout in a template", "", `${argo("Rollout")("{}")}{{ if }}`],
    ["a HelmRepository comes", "", repository],
    ["a HelmRepository goes", repository, ""],
    ["the version of a source", git("{ref: {tag: a}}"), git("{ref: {tag: b}}")],
    ["the interval of a source", git("{interval: 1m}"), git("{interval: 2m}")],
    ["the version of a chart", registry("targetRevision: 1"), registry("targetRevision: 2")],
    ["values as text", folder("helm: {values: a}"), folder("helm: {values: b}")],
    [
      "an image",
      folder(`helm: {parameters: [${image("a")}]}`),
      folder(`helm: {parameters: [${image("b")}]}`),
    ],
    ["the interval of a release", release("interval: 1m"), release("interval: 2m")],
    ["the values of a release", release("values: {a: b}"), release("values: {a: c}")],
    ["the version of a release", release(""), release("", "chart: ./charts/web, version: 2")],
    ["a chart without policies", "", release("", "chart: ./charts/other")],
    ["a chart by name", "", release("", "chart: charts")],
  ])("%s: does not decide", async (_, base, head) => {
    expect(await decides(base, head)).toBe(false);
  });
});
