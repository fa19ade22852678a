import { describe, expect, it } from "vitest";
import type { ManifestObject } from "../model/object.ts";
import { decodeNamespace } from "./decode-namespace.ts";
import { decodeWorkload } from "./decode-workload.ts";
import { parseManifest } from "./parse-manifest.ts";

function parse(text: string): ManifestObject {
  const [object] = parseManifest("a.yaml", text).objects;
  if (object === undefined) throw new Error("no object");
  return object;
}

const TEMPLATE =
  "metadata: {labels: {app: a}}, spec: {containers: [{ports: [{containerPort: 80}]}]}";

describe("decodeWorkload", () => {
  it.each([
    { kind: "Deployment", apiVersion: "apps/v1", spec: `{template: {${TEMPLATE}}}` },
    { kind: "Deployment", apiVersion: "extensions/v1beta1", spec: `{template: {${TEMPLATE}}}` },
    { kind: "StatefulSet", apiVersion: "apps/v1", spec: `{template: {${TEMPLATE}}}` },
    { kind: "DaemonSet", apiVersion: "apps/v1", spec: `{template: {${TEMPLATE}}}` },
    { kind: "ReplicaSet", apiVersion: "apps/v1", spec: `{template: {${TEMPLATE}}}` },
    { kind: "ReplicationController", apiVersion: "v1", spec: `{template: {${TEMPLATE}}}` },
    { kind: "Job", apiVersion: "batch/v1", spec: `{template: {${TEMPLATE}}}` },
    {
      kind: "CronJob",
      apiVersion: "batch/v1",
      spec: `{jobTemplate: {spec: {template: {${TEMPLATE}}}}}`,
    },
  ])("$kind of $apiVersion", ({ kind, apiVersion, spec }) => {
    const object = parse(
      `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: w, namespace: ns, labels: {app: other}}\nspec: ${spec}\n`,
    );
    expect(decodeWorkload(object)).toMatchObject({
      workload: {
        kind,
        name: "w",
        namespace: "ns",
        labels: { app: "a" },
        labelsSpan: { startLine: 4 },
        ports: [{ name: "", port: 80, protocol: "TCP" }],
        hostNetwork: false,
        ips: [],
      },
      problems: [],
    });
  });

  it.each([
    { type: "argoproj.io/v1alpha1/Rollout", added: ["rollouts-pod-template-hash"], faults: 0 },
    { type: "apps.openshift.io/v1/DeploymentConfig", added: ["deploymentconfig"], faults: 0 },
    { type: "example.org/v1/Deployment", added: undefined, faults: 0 },
    { type: "apps/v2/Deployment", added: ["pod-template-hash"], faults: 1 },
  ])("$type, as whoever makes pods", ({ type, added, faults }) => {
    const at = type.lastIndexOf("/");
    const object = parse(
      `apiVersion: ${type.slice(0, at)}\nkind: ${type.slice(at + 1)}\nmetadata: {name: w}\nspec: {template: {${TEMPLATE}}}\n`,
    );
    const { workload, problems } = decodeWorkload(object);
    expect(workload).toMatchObject({ kind: type.slice(at + 1), labels: { app: "a" } });
    expect(workload?.addedLabels?.map(({ key }) => key)).toEqual(added);
    expect(problems).toHaveLength(faults);
  });

  it("a Pod, with its addresses and owner", () => {
    const object = parse(`apiVersion: v1
kind: Pod
metadata:
  name: p
  labels: {app: a}
  ownerReferences:
  - {kind: Node, name: n}
  - {kind: ReplicaSet, name: r, controller: true}
spec:
  hostNetwork: true
  containers:
  - ports:
    - {name: web, containerPort: 8080}
    - {name: dns, containerPort: 53, protocol: UDP}
  initContainers:
  - ports: [{containerPort: 1}]
  - restartPolicy: Always
    ports: [{name: side, containerPort: 2}]
status:
  phase: Running
  podIP: 10.0.0.1
  podIPs: [{ip: 10.0.0.1}, {ip: "fd00::1"}]
`);
    expect(decodeWorkload(object)).toMatchObject({
      workload: {
        labels: { app: "a" },
        labelsSpan: { startLine: 5 },
        ports: [
          { name: "web", port: 8080, protocol: "TCP" },
          { name: "dns", port: 53, protocol: "UDP" },
          { name: "side", port: 2, protocol: "TCP" },
        ],
        hostNetwork: true,
        ips: ["10.0.0.1", "fd00::1"],
        owner: { kind: "ReplicaSet", name: "r" },
      },
      problems: [],
    });
  });

  it.each(["Succeeded", "Failed"])("a Pod that has %s is neither", (phase) => {
    const object = parse(
      `apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nstatus: {phase: ${phase}}\n`,
    );
    expect(decodeWorkload(object)).toEqual({ problems: [] });
  });

  const inPod = (metadata: string, spec: string) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {metadata: ${metadata}, spec: ${spec}}}\n`;

  it.each([
    { in: inPod("{labels: {app: on}}", "{}"), want: ['spec.template.metadata.labels["app"]'] },
    { in: inPod("{labels: [a]}", "{}"), want: ["spec.template.metadata.labels"] },
    { in: inPod("{}", "{hostNetwork: 'true'}"), want: ["spec.template.spec.hostNetwork"] },
    { in: inPod("{}", "{containers: {}}"), want: ["spec.template.spec.containers"] },
    {
      in: inPod("{}", "{containers: [{ports: [{containerPort: '80'}, {}]}]}"),
      want: [
        "spec.template.spec.containers[0].ports[0].containerPort",
        "spec.template.spec.containers[0].ports[1].containerPort",
      ],
    },
    {
      in: "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {}\n",
      want: ["spec.template"],
    },
    { in: "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\n", want: ["spec"] },
    { in: "apiVersion: apps/v2\nkind: Deployment\nmetadata: {name: a}\n", want: ["kind", "spec"] },
  ])("refuses $in", ({ in: text, want }) => {
    const { workload, problems } = decodeWorkload(parse(text));
    expect(workload).toBeUndefined();
    expect(problems.map(({ field }) => field)).toEqual(want);
  });

  it("has no label that only an object prototype has", () => {
    const { workload } = decodeWorkload(parse(inPod("{labels: {app: a}}", "{}")));
    expect(workload?.labels["constructor"]).toBeUndefined();
  });
});

describe("decodeNamespace", () => {
  const decode = (metadata: string) =>
    decodeNamespace(parse(`apiVersion: v1\nkind: Namespace\nmetadata: ${metadata}\n`));

  it.each([
    { in: "{name: a}", want: { "kubernetes.io/metadata.name": "a" } },
    {
      in: "{name: a, labels: {team: x, kubernetes.io/metadata.name: wrong}}",
      want: { team: "x", "kubernetes.io/metadata.name": "a" },
    },
  ])("$in", ({ in: metadata, want }) => {
    expect(decode(metadata)).toMatchObject({
      namespace: { name: "a", labels: want },
      problems: [],
    });
  });

  it.each([
    { in: "{name: a, labels: {team: 1}}", want: ['metadata.labels["team"]'] },
    { in: "{name: a.b}", want: ["metadata.name"] },
    { in: "{}", want: ["metadata.name"] },
  ])("refuses $in", ({ in: metadata, want }) => {
    const { namespace, problems } = decode(metadata);
    expect(namespace).toBeUndefined();
    expect(problems.map(({ field }) => field)).toEqual(want);
  });
});
