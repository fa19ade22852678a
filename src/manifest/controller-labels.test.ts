import { describe, expect, it } from "vitest";
import { couldBe } from "../model/added-labels.ts";
import { decodeWorkload } from "./decode-workload.ts";
import { parseManifest } from "./parse-manifest.ts";

const TEMPLATE = "template: {metadata: {labels: {app: a}}, spec: {}}";

/** The labels that are added, with the value where it is known. */
function addedTo(kind: string, spec: string, metadata = "name: w") {
  const group = { Job: "batch/v1", CronJob: "batch/v1", ReplicationController: "v1" };
  const version = kind in group ? group[kind as keyof typeof group] : "apps/v1";
  const text = `{apiVersion: ${version}, kind: ${kind}, metadata: {${metadata}}, spec: {${spec}}}`;
  const [object] = parseManifest("a.yaml", text).objects;
  if (object === undefined) throw new Error("no object");
  return decodeWorkload(object).workload?.addedLabels;
}

const keys = (...args: Parameters<typeof addedTo>) =>
  addedTo(...args)?.map(({ key, value }) => (value === undefined ? key : `${key}=${value}`));

const UIDS = ["controller-uid", "batch.kubernetes.io/controller-uid"];

describe("labels that controllers add", () => {
  it.each([
    { kind: "Deployment", spec: TEMPLATE, want: ["pod-template-hash"] },
    { kind: "ReplicaSet", spec: TEMPLATE, want: undefined },
    { kind: "ReplicationController", spec: TEMPLATE, want: undefined },
    {
      kind: "DaemonSet",
      spec: TEMPLATE,
      want: ["controller-revision-hash", "pod-template-generation"],
    },
    {
      kind: "StatefulSet",
      spec: TEMPLATE,
      want: [
        "controller-revision-hash",
        "statefulset.kubernetes.io/pod-name",
        "apps.kubernetes.io/pod-index",
      ],
    },
    {
      kind: "Job",
      spec: TEMPLATE,
      want: ["job-name=w", "batch.kubernetes.io/job-name=w", ...UIDS],
    },
    { kind: "Job", spec: `manualSelector: true, ${TEMPLATE}`, want: undefined },
    {
      kind: "Job",
      spec: `manualSelector: true, completionMode: Indexed, ${TEMPLATE}`,
      want: ["batch.kubernetes.io/job-completion-index"],
    },
    {
      kind: "CronJob",
      spec: `jobTemplate: {spec: {completionMode: Indexed, ${TEMPLATE}}}`,
      want: [
        "job-name",
        "batch.kubernetes.io/job-name",
        ...UIDS,
        "batch.kubernetes.io/job-completion-index",
      ],
    },
  ])("$kind, $spec", ({ kind, spec, want }) => {
    expect(keys(kind, spec)).toEqual(want);
  });

  it("a name that the server makes up is not known", () => {
    expect(keys("Job", TEMPLATE, "generateName: w-")?.[0]).toBe("job-name");
  });

  it("what the template says is not added", () => {
    expect(
      keys("Deployment", "template: {metadata: {labels: {pod-template-hash: x}}, spec: {}}"),
    ).toBe(undefined);
  });

  it.each([
    { kind: "StatefulSet", spec: TEMPLATE, index: 1, could: "w-0", couldNot: "x-0" },
    { kind: "StatefulSet", spec: TEMPLATE, index: 2, could: "10", couldNot: "first" },
    {
      kind: "CronJob",
      spec: `jobTemplate: {spec: {${TEMPLATE}}}`,
      index: 0,
      could: "w-28000000",
      couldNot: "w",
    },
    { kind: "Deployment", spec: TEMPLATE, index: 0, could: "5d4f8c7b9", couldNot: "Stable!" },
  ])("values of $kind have a form", ({ kind, spec, index, could, couldNot }) => {
    const label = addedTo(kind, spec)?.[index] ?? { key: "" };
    expect([couldBe(label, could), couldBe(label, couldNot)]).toEqual([true, false]);
  });
});
