import { describe, expect, it } from "vitest";
import { applyMarksOf } from "./apply-marks.ts";
import { decodeNetworkPolicy } from "./decode-network-policy.ts";
import { parseManifest } from "./parse-manifest.ts";

function marksOf(metadata: string, wrap = (text: string): string => text): readonly string[] {
  const text = wrap(
    `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {${metadata}}}`,
  );
  return parseManifest("a.yaml", text).objects.flatMap((object) =>
    applyMarksOf(object).map((mark) => mark.text),
  );
}

const annotated = (key: string, value: string): string =>
  `name: a, annotations: {${key}: "${value}"}`;

describe("applyMarksOf", () => {
  it.each([
    annotated("config.kubernetes.io/local-config", "true"),
    annotated("config.kubernetes.io/local-config", "yes"),
    annotated("kustomize.toolkit.fluxcd.io/reconcile", "disabled"),
    annotated("kustomize.toolkit.fluxcd.io/ssa", "Ignore"),
    annotated("kustomize.toolkit.fluxcd.io/ssa", "IfNotPresent"),
    annotated("argocd.argoproj.io/hook", "Skip"),
    annotated("helm.sh/hook", "post-install"),
    annotated("kluctl.io/delete", "true"),
    annotated("kluctl.io/ignore", "True"),
    "name: a, labels: {addonmanager.kubernetes.io/mode: EnsureExists}",
    "name: a, labels: {cleanup.kyverno.io/ttl: 1h}",
    "name: a, ownerReferences: [{kind: ConfigMap, name: gone, uid: x}]",
    "name: a, resourceVersion: '1'",
    "name: a, managedFields: [{manager: kubectl, operation: Update}]",
    "generateName: a-",
  ])("%s", (metadata) => {
    expect(marksOf(metadata)).toHaveLength(1);
  });

  it.each([
    annotated("config.kubernetes.io/local-config", "false"),
    annotated("kustomize.toolkit.fluxcd.io/ssa", "Merge"),
    annotated("kustomize.toolkit.fluxcd.io/prune", "disabled"),
    annotated("kluctl.io/delete", "false"),
    "name: a, labels: {addonmanager.kubernetes.io/mode: Reconcile}",
    annotated("argocd.argoproj.io/sync-options", "Prune=false"),
    annotated("argocd.argoproj.io/compare-options", "IgnoreExtraneous"),
    annotated("helm.sh/resource-policy", "keep"),
    "name: a, ownerReferences: []",
    "name: a, generateName: a-",
    "name: a, deletionTimestamp: null",
    "name: a, managedFields: []",
  ])("nothing: %s", (metadata) => {
    expect(marksOf(metadata)).toEqual([]);
  });

  it("marks the items of a kind that is no list", () => {
    const inItems = (kind: string) => (text: string) =>
      `apiVersion: v1\nkind: ${kind}\nitems:\n  - ${text}\n`;
    expect(marksOf("name: a", inItems("Lists"))).toHaveLength(1);
    expect(marksOf("name: a", inItems("List"))).toEqual([]);
  });

  it("marks a policy with an unknown field, wherever it stands, once", () => {
    const policy = (text: string) =>
      parseManifest(
        "a.yaml",
        `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\n${text}\n`,
      ).objects.flatMap(
        (object) => decodeNetworkPolicy(object).policy?.marks?.map((mark) => mark.text) ?? [],
      );
    expect(policy("spec: {owner: me, description: x}")).toEqual([
      "unknown field spec.owner: kubectl refuses it under strict validation",
    ]);
    expect(policy("status: {}")).toHaveLength(1);
    expect(policy("spec: {ingress: [{ports: [{port: 80, endport: 90}]}]}")).toHaveLength(1);
    expect(policy("spec: {podSelector: {}}")).toEqual([]);
  });
});
