import { describe, expect, it } from "vitest";
import { changesOf } from "../../scope/snapshots.test-data.ts";
import { ledgerOfAdmission } from "./admission-ledger.ts";

const object = (apiVersion: string, kind: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\nspec: ${spec}\n`;

const kyverno = (kinds: string, rule: string): string =>
  object(
    "kyverno.io/v1",
    "ClusterPolicy",
    `{rules: [{match: {any: [{resources: {kinds: [${kinds}]}}]}, ${rule}}]}`,
  );
const relabel = "mutate: {patchStrategicMerge: {metadata: {labels: {app: b}}}}";
const pull = "mutate: {patchStrategicMerge: {spec: {imagePullSecrets: [{name: a}]}}}";
const admission = (resources: string, expression: string): string =>
  object(
    "admissionregistration.k8s.io/v1",
    "MutatingAdmissionPolicy",
    `{matchConstraints: {resourceRules: [{apiGroups: ["*"], resources: [${resources}]}]}, mutations: [{expression: '${expression}'}]}`,
  );
const webhook = (resources: string): string =>
  `apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nwebhooks: [{name: a, clientConfig: {caBundle: a}, rules: [{apiGroups: ["*"], resources: [${resources}]}]}]\n`;
const gatekeeper = (kind: string, location: string): string =>
  object("mutations.gatekeeper.sh/v1", kind, `{applyTo: [{kinds: [Pod]}], location: ${location}}`);
const generate = object(
  "kyverno.io/v1",
  "ClusterPolicy",
  "{rules: [{generate: {kind: NetworkPolicy}}]}",
).replace("name: a", "name: make-policies");
const exception = (name: string): string =>
  object("kyverno.io/v2", "PolicyException", `{exceptions: [{policyName: ${name}}]}`);

async function decides(text: string, other = ""): Promise<boolean> {
  const { changes, texts } = await changesOf(
    { "a.yaml": other },
    { "a.yaml": text, "policies.yaml": generate },
  );
  const policyIds = changes.flatMap(({ path, head }) =>
    path === "policies.yaml" && head !== undefined ? [head.id] : [],
  );
  return ledgerOfAdmission(changes, { texts, policyIds }).length > 0;
}

describe("ledgerOfAdmission", () => {
  it.each([
    ["labels of pods", kyverno("Pod", relabel)],
    ["labels of namespaces", kyverno("Namespace", relabel)],
    ["policies by group", kyverno("networking.k8s.io/v1/NetworkPolicy", pull)],
    ["everything", kyverno("'*'", pull)],
    [
      "targets",
      kyverno(
        "ConfigMap",
        "mutate: {targets: [{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy}]}",
      ),
    ],
    [
      "a cleanup",
      object(
        "kyverno.io/v2",
        "ClusterCleanupPolicy",
        "{match: {any: [{resources: {kinds: ['*/NetworkPolicy']}}]}}",
      ),
    ],
    [
      "a deletion",
      object(
        "policies.kyverno.io/v1",
        "DeletingPolicy",
        "{matchConstraints: {resourceRules: [{apiGroups: [networking.k8s.io], resources: [networkpolicies]}]}}",
      ),
    ],
    ["an admission policy for policies", admission("networkpolicies", "x")],
    ["an admission policy for labels", admission("pods", "labels")],
    [
      "its binding",
      object(
        "admissionregistration.k8s.io/v1",
        "MutatingAdmissionPolicyBinding",
        "{policyName: a}",
      ),
    ],
    ["a webhook for policies", webhook("networkpolicies")],
    ["labels by Gatekeeper", gatekeeper("AssignMetadata", "metadata.labels.app")],
    ["the network by Gatekeeper", gatekeeper("Assign", "spec.hostNetwork")],
    ["an exception from what makes policies", exception("make-policies")],
  ])("%s: decides", async (_, text) => {
    expect(await decides(text)).toBe(true);
    expect(await decides("", text)).toBe(true);
  });

  it.each([
    ["pods without their labels", kyverno("Pod", pull)],
    ["a check of policies", kyverno("NetworkPolicy", "validate: {message: labels}")],
    ["labels of something else", kyverno("ConfigMap", relabel)],
    ["an admission policy for pods", admission("pods", "image")],
    ["a webhook for pods", webhook("pods")],
    ["an annotation by Gatekeeper", gatekeeper("AssignMetadata", "metadata.annotations.a")],
    ["an image by Gatekeeper", gatekeeper("AssignImage", "spec.containers.labels")],
    ["an exception from a check", exception("require-labels")],
  ])("%s: does not decide", async (_, text) => {
    expect(await decides(text)).toBe(false);
  });

  it("does not decide where only the certificate of a webhook changes", async () => {
    const before = webhook("'*'");
    expect(await decides(before.replace("caBundle: a", "caBundle: b"), before)).toBe(false);
  });
});
