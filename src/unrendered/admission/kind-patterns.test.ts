import { describe, expect, it } from "vitest";
import { selectedByKind, selectedByResource } from "./kind-patterns.ts";

describe("selectedByKind", () => {
  it.each([
    ["NetworkPolicy", true, false],
    ["networking.k8s.io/v1/NetworkPolicy", true, false],
    ["networking.k8s.io/*/NetworkPolicy", true, false],
    ["*/NetworkPolicy", true, false],
    ["Network*", true, false],
    ["networking.k8s.io/v1/*", true, false],
    ["*", true, true],
    ["*/*", true, true],
    ["Pod", false, true],
    ["v1/Pod", false, true],
    ["Pod/exec", false, true],
    ["apps/v1/*", false, true],
    ["apps/v1/Deployment", false, true],
    ["ConfigMap", false, false],
    ["cilium.io/v2/NetworkPolicy", false, false],
  ])("%s", (pattern, policies, labelled) => {
    expect(selectedByKind(pattern)).toEqual({ policies, labelled });
  });
});

describe("selectedByResource", () => {
  it.each([
    [["networking.k8s.io"], ["networkpolicies"], true, false],
    [["*"], ["*"], true, true],
    [["*"], ["*/*"], true, true],
    [[""], ["pods/status"], false, true],
    [[""], ["configmaps"], false, false],
    [["apps"], ["deployments"], false, true],
    [["networking.k8s.io"], ["ingresses"], false, false],
  ])("%j %j", (groups, resources, policies, labelled) => {
    expect(selectedByResource(groups, resources)).toEqual({ policies, labelled });
  });
});
