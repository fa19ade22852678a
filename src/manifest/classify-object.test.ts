import { describe, expect, it } from "vitest";
import { classifyObject, type ObjectClass } from "./classify-object.ts";
import { parseManifest } from "./parse-manifest.ts";

const classify = (type: string, rest = ""): ObjectClass | undefined => {
  const at = type.lastIndexOf("/");
  const text = `apiVersion: ${type.slice(0, at)}\nkind: ${type.slice(at + 1)}\nmetadata: {name: a}\n${rest}`;
  const [object] = parseManifest("a.yaml", text).objects;
  return object && classifyObject(object);
};

describe("classifyObject", () => {
  it.each<{ in: string; want: ObjectClass }>([
    { in: "networking.k8s.io/v1/NetworkPolicy", want: "network-policy" },
    // No server serves these two, and decoding says so.
    { in: "networking.k8s.io/v1beta1/NetworkPolicy", want: "network-policy" },
    { in: "k8sV1/NetworkPolicy", want: "network-policy" },
    { in: "v1/Namespace", want: "namespace" },
    { in: "v1/Pod", want: "workload" },
    { in: "apps/v1/Deployment", want: "workload" },
    { in: "batch/v1beta1/CronJob", want: "workload" },
    { in: "projectcalico.org/v3/NetworkPolicy", want: "foreign-policy" },
    { in: "projectcalico.org/v3/GlobalNetworkSet", want: "foreign-policy" },
    { in: "crd.projectcalico.org/v1/Tier", want: "foreign-policy" },
    { in: "cilium.io/v2/CiliumNetworkPolicy", want: "foreign-policy" },
    { in: "cilium.io/v2/CiliumClusterwideNetworkPolicy", want: "foreign-policy" },
    { in: "policy.networking.k8s.io/v1alpha1/BaselineAdminNetworkPolicy", want: "foreign-policy" },
    { in: "crd.antrea.io/v1beta1/ClusterNetworkPolicy", want: "foreign-policy" },
    { in: "k8s.ovn.org/v1/EgressFirewall", want: "foreign-policy" },
    { in: "k8s.cni.cncf.io/v1beta1/MultiNetworkPolicy", want: "foreign-policy" },
    { in: "networking.gke.io/v1alpha1/FQDNNetworkPolicy", want: "foreign-policy" },
    { in: "networking.k8s.aws/v1alpha1/ApplicationNetworkPolicy", want: "foreign-policy" },
    { in: "extensions/v1beta1/NetworkPolicy", want: "foreign-policy" },
    { in: "example.org/v1/FancyNetworkPolicy", want: "foreign-policy" },
    { in: "example.org/v1/Namespace", want: "other" },
    { in: "example.org/v1/Deployment", want: "other" },
    { in: "networking.k8s.io/v1/Ingress", want: "other" },
    { in: "cilium.io/v2/CiliumNode", want: "other" },
    { in: "v1/constructor", want: "other" },
    { in: "constructor/v1/name", want: "other" },
  ])("$in is $want", ({ in: type, want }) => {
    expect(classify(type)).toBe(want);
  });

  it.each<{ in: string; rest: string; want: ObjectClass }>([
    {
      in: "argoproj.io/v1alpha1/Rollout",
      rest: "spec: {template: {spec: {containers: [{name: a}]}}}",
      want: "workload",
    },
    {
      in: "serving.knative.dev/v1/Service",
      rest: "spec: {template: {spec: {containers: [{image: a}]}}}",
      want: "workload",
    },
    {
      in: "argoproj.io/v1alpha1/Rollout",
      rest: "spec: {workloadRef: {kind: Deployment, name: a}}",
      want: "other",
    },
    {
      in: "karpenter.sh/v1/NodePool",
      rest: "spec: {template: {metadata: {labels: {app: a}}, spec: {}}}",
      want: "other",
    },
    {
      in: "agones.dev/v1/Fleet",
      rest: "spec: {template: {spec: {template: {spec: {containers: [{name: a}]}}}}}",
      want: "other",
    },
  ])("$in with $rest is $want", ({ in: type, rest, want }) => {
    expect(classify(type, rest)).toBe(want);
  });

  const generate = "spec: {rules: [{generate: {kind: NetworkPolicy, data: {}}}]}\n";
  const validate = "spec: {rules: [{match: {any: [{resources: {kinds: [NetworkPolicy]}}]}}]}\n";
  it.each<{ name: string; in: string; rest: string; want: ObjectClass }>([
    {
      name: "Kyverno, generates",
      in: "kyverno.io/v1/ClusterPolicy",
      rest: generate,
      want: "foreign-policy",
    },
    {
      name: "Kyverno, validates",
      in: "kyverno.io/v1/ClusterPolicy",
      rest: validate,
      want: "other",
    },
    {
      name: "Kyverno, CEL",
      in: "policies.kyverno.io/v1alpha1/GeneratingPolicy",
      rest: 'spec: {variables: [{expression: \'{"kind": dyn("NetworkPolicy")}\'}]}\n',
      want: "foreign-policy",
    },
    {
      name: "Kyverno, copies",
      in: "kyverno.io/v1/ClusterPolicy",
      rest: "spec: {rules: [{generate: {cloneList: {kinds: [networking.k8s.io/v1/NetworkPolicy]}}}]}\n",
      want: "foreign-policy",
    },
    {
      name: "a manifest as text",
      in: "policy.open-cluster-management.io/v1/ConfigurationPolicy",
      rest: 'spec: {object-templates-raw: "- objectDefinition:\\n    kind: NetworkPolicy\\n"}\n',
      want: "foreign-policy",
    },
    {
      name: "Template",
      in: "template.openshift.io/v1/Template",
      rest: "objects: [{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy}]\n",
      want: "foreign-policy",
    },
    { name: "Template without one", in: "v1/Template", rest: "objects: []\n", want: "other" },
    { name: "the same below another kind", in: "v1/ConfigMap", rest: generate, want: "other" },
  ])("$name: $want", ({ in: type, rest, want }) => {
    expect(classify(type, rest)).toBe(want);
  });
});
