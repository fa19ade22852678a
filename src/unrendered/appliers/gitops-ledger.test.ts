import { describe, expect, it } from "vitest";
import { changesOf } from "../../scope/snapshots.test-data.ts";
import { reasonOfObjects } from "./gitops-ledger.ts";

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
const referring = (rest: string): string =>
  object(`helm.${FLUX}`, "HelmRelease", `{chartRef: {kind: HelmChart, name: a}, ${rest}}`);
const chart = (rest: string): string =>
  object(`source.${FLUX}`, "HelmChart", `{chart: ./charts/web, ${rest}}`);
const managed = (labels: string): string =>
  object("cluster.open-cluster-management.io/v1", "ManagedCluster", "{}").replace(
    "name: a",
    `name: a, labels: {${labels}}`,
  );
const anchor = object("hnc.x-k8s.io/v1alpha2", "SubnamespaceAnchor", "{}");
const unknown = (path: string, rest = ""): string =>
  object("deploy.example.org/v1", "FolderSync", `{from: {path: ${path}}, ${rest}}`);
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
    ["a component", flux("{path: a}"), flux("{path: a, components: [b]}")],
    ["what is deleted", flux("{prune: true}"), flux("{prune: false}")],
    ["a field that nobody knows", flux("{}"), flux("{later: true}")],
    [
      "the namespace of a Kustomization",
      flux("{}"),
      flux("{}").replace("name: a", "name: a, namespace: b"),
    ],
    [
      "the labels of a namespace",
      application("{}"),
      application("{syncPolicy: {managedNamespaceMetadata: {labels: {a: b}}}}"),
    ],
    [
      "the project of an Application",
      folder("a: b"),
      application("{project: b, source: {path: shop, a: b}}"),
    ],
    ["a release by reference stops", referring(""), referring("suspend: true")],
    ["what a chart is made of", chart(""), chart("").replace("web", "other")],
    ["the labels of a cluster", managed("a: b"), managed("a: c")],
    ["a namespace below goes", anchor, ""],
    ["an unknown kind stops", unknown("shop"), unknown("shop", "on: false")],
    ["an unknown kind leads elsewhere", unknown("./shop/"), unknown("other")],
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
    [
      "what a Kustomization waits for",
      flux("{}"),
      flux("{dependsOn: [{name: b}], timeout: 1m, wait: true}"),
    ],
    ["the order of fields", flux("{path: a, prune: true}"), flux("{prune: true, path: a}")],
    [
      "how an Application is synced",
      application("{}"),
      application("{syncPolicy: {automated: {}}}"),
    ],
    ["a chart without policies of Flux", "", chart("").replace("web", "other")],
    ["a namespace below comes", "", anchor],
    ["an unknown kind without policies", "", unknown("other")],
    ["a path of a URL", "", object("networking.k8s.io/v1", "Ingress", "{rules: [{path: /shop}]}")],
  ])("%s: does not decide", async (_, base, head) => {
    expect(await decides(base, head)).toBe(false);
  });
});
