import { describe, expect, it } from "vitest";
import { mayMakePods } from "./pod-makers.ts";

const object = (apiVersion: string, kind: string, metadata: string, rest = ""): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a${metadata}}\n${rest}`;
const here = ", namespace: shop";
const HELM = "helm.toolkit.fluxcd.io/v2";

describe("mayMakePods", () => {
  it.each([
    ["a release", "a.yaml", object(HELM, "HelmRelease", here), true],
    [
      "a release that lands here",
      "a.yaml",
      object(HELM, "HelmRelease", ", namespace: b", "spec: {targetNamespace: shop}\n"),
      true,
    ],
    ["a release that lands anywhere", "a.yaml", object(HELM, "HelmRelease", ""), true],
    ["a release elsewhere", "a.yaml", object(HELM, "HelmRelease", ", namespace: b"), false],
    ["an operator's object", "a.yaml", object("db.example.org/v1", "Cluster", here), true],
    ["a monitor", "a.yaml", object("monitoring.coreos.com/v1", "ServiceMonitor", here), false],
    ["a monitor's server", "a.yaml", object("monitoring.coreos.com/v1", "Prometheus", here), true],
    ["a workload, which is read", "a.yaml", object("apps/v1", "Deployment", here), false],
    ["a Service", "a.yaml", object("v1", "Service", here), false],
    ["an Ingress", "a.yaml", object("networking.k8s.io/v1", "Ingress", here), false],
    ["a list of plain objects", "a.yaml", "apiVersion: v1\nkind: List\nitems: []\n", false],
    ["a helmfile", "helmfile.yaml", "releases: [{namespace: shop}]\n", true],
    ["a helmfile for another", "helmfile.yaml", "releases: [{namespace: b}]\n", false],
    ["a chart", "web/Chart.yaml", "apiVersion: v2\nname: web\n", true],
    ["a kustomization", "kustomization.yaml", "resources: [a.yaml]\n", false],
    ["a kustomization of elsewhere", "kustomization.yaml", "resources: [https://a.b/c]\n", true],
    ["a generator", "a.tf", 'namespace = "shop"', true],
    ["what cannot be read", "a.yaml", "apiVersion: db.example.org/v1\nkind: [\n", true],
  ])("%s", (_, path, text, want) => {
    expect(mayMakePods(path, text, "shop")).toBe(want);
  });
});
