import { describe, expect, it } from "vitest";
import { appliesFolder } from "./applied-folders.ts";
import { deploysTo } from "./deploys-to.ts";

const object = (apiVersion: string, kind: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`;
const flux = (spec: string): string =>
  object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", spec);
const application = (source: string): string =>
  object("argoproj.io/v1alpha1", "Application", `{source: ${source}}`);
const set = (directories: string, rest = ""): string =>
  object(
    "argoproj.io/v1alpha1",
    "ApplicationSet",
    `{generators: [{matrix: {generators: [{git: {directories: [${directories}]}}]}}], template: {spec: {destination: {namespace: '{{path.basename}}'}, ${rest}}}}`,
  );

describe("appliesFolder", () => {
  it.each([
    ["Flux, above", flux("{path: ./apps}"), true],
    ["Flux, everything", flux("{}"), true],
    ["Flux, beside", flux("{path: ./other}"), false],
    ["Flux, where a kustomization lists", flux("{path: ./listed}"), false],
    ["Argo CD, all below", application("{path: ., directory: {recurse: true}}"), true],
    ["Argo CD, one folder", application("{path: apps}"), false],
    ["a pattern", set("{path: apps/*}"), true],
    ["a pattern for below", set("{path: apps/*/*}"), true],
    ["a pattern for above", set("{path: '*'}"), false],
    ["a pattern for above, with all below", set("{path: '*'}", "recurse: true"), true],
    ["any depth", set("{path: '**'}"), true],
    ["left out", set("{path: apps/*}, {path: apps/docs, exclude: true}"), false],
    ["another pattern", set("{path: other/*}"), false],
    ["Fleet", object("fleet.cattle.io/v1alpha1", "GitRepo", "{paths: [apps]}"), true],
    ["Config Sync", object("configsync.gke.io/v1", "RootSync", "{git: {dir: apps}}"), true],
  ])("%s", (_, text, want) => {
    const hasKustomization = (folder: string): boolean => folder === "listed";
    const folder = text.includes("listed") ? "listed/docs" : "apps/docs";
    expect(appliesFolder(text, folder, hasKustomization)).toBe(want);
  });
});

describe("deploysTo", () => {
  it.each([
    ["a helmfile", "releases: [{chart: a, namespace: shop}]", true],
    ["a helmfile for another", "releases: [{chart: a, namespace: other}]", false],
    ["a folder that is found", set("{path: apps/*}"), true],
    ["a folder that is not", set("{path: other/*}"), false],
    ["a list", object("argoproj.io/v1", "ApplicationSet", "{elements: [{team: shop}]}"), true],
    [
      "Carvel",
      object("kappctrl.k14s.io/v1alpha1", "App", "{deploy: [{kapp: {intoNs: shop}}]}"),
      true,
    ],
    [
      "what a project allows",
      object("argoproj.io/v1alpha1", "AppProject", "{destinations: [{namespace: shop}]}"),
      false,
    ],
    [
      "a mention",
      "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nsubjects: [{namespace: shop}]\n",
      false,
    ],
  ])("%s", (_, text, want) => {
    expect(deploysTo(text, "shop", () => ["apps/shop"])).toBe(want);
  });
});
