import type { AddedLabel } from "../model/added-labels.ts";
import { WORKLOAD_GROUPS } from "./kinds.ts";

/** What decides, beside its kind and name, which labels a controller adds. */
export interface ControllerTraits {
  readonly kind: string;
  /** API group of the kind; Kubernetes' own unless it is given. */
  readonly group?: string;
  /** Empty where the server makes the name up. */
  readonly name: string;
  /** Of the pod template: what stands there is not added. */
  readonly labels: Readonly<Record<string, string>>;
  /** `manualSelector` of a Job: then nothing is added to find its pods by. */
  readonly manualSelector: boolean;
  /** `completionMode: Indexed`. */
  readonly indexed: boolean;
}

const HASH = /^[a-z0-9]{1,63}$/;
const NUMBER = /^(?:0|[1-9]\d*)$/;
const UID = /^[0-9a-f-]{36}$/;

/** A name that the server or a controller makes out of another one. */
const namedAfter = (name: string, rest: string): RegExp =>
  name === "" ? /./ : new RegExp(`^${name.replaceAll(/[^a-z0-9-]/g, "\\$&")}-${rest}$`);

/**
 * The labels that the controllers of Kubernetes add to their pods (kubernetes/kubernetes `pkg/controller`, and
 * `pkg/registry/batch/job/strategy.go`), as every supported version does.
 */
export function controllerLabels(traits: ControllerTraits): readonly AddedLabel[] {
  return added(traits).filter(({ key }) => !Object.hasOwn(traits.labels, key));
}

function added(traits: ControllerTraits): readonly AddedLabel[] {
  const { kind, name, group = "" } = traits;
  if (!WORKLOAD_GROUPS.includes(group)) return (CUSTOM[`${group}/${kind}`] ?? none)(name);
  switch (kind) {
    case "Deployment":
      return [{ key: "pod-template-hash", form: HASH }];
    case "DaemonSet":
      return [
        { key: "controller-revision-hash", form: HASH },
        { key: "pod-template-generation", form: NUMBER },
      ];
    case "StatefulSet":
      return [
        { key: "controller-revision-hash", form: namedAfter(name, "[a-z0-9]+") },
        { key: "statefulset.kubernetes.io/pod-name", form: namedAfter(name, "\\d+") },
        { key: "apps.kubernetes.io/pod-index", form: NUMBER },
      ];
    case "Job":
      return jobLabels(traits, name === "" ? {} : { value: name });
    case "CronJob":
      // Each run is a Job, called after the minute in which it was due.
      return jobLabels(traits, { form: namedAfter(name, "\\d+") });
    case "DeploymentConfig":
      return deploymentConfigLabels(name);
    default:
      return [];
  }
}

const none = (): readonly AddedLabel[] => [];

/** The name itself, where it is known. */
const called = (name: string): Pick<AddedLabel, "value" | "form"> =>
  name === "" ? {} : { value: name };

const deploymentConfigLabels = (name: string): readonly AddedLabel[] => [
  { key: "deploymentconfig", ...called(name) },
];

const knativeLabels = (name: string): readonly AddedLabel[] => [
  { key: "serving.knative.dev/service", ...called(name) },
  { key: "serving.knative.dev/configuration", ...called(name) },
  { key: "serving.knative.dev/revision", form: namedAfter(name, ".+") },
];

/** What controllers of other groups add, as far as it is known. */
const CUSTOM: Readonly<Record<string, (name: string) => readonly AddedLabel[]>> = {
  "argoproj.io/Rollout": () => [{ key: "rollouts-pod-template-hash", form: HASH }],
  "apps.openshift.io/DeploymentConfig": deploymentConfigLabels,
  "serving.knative.dev/Service": knativeLabels,
  "apps.kruise.io/CloneSet": (name) => [
    { key: "controller-revision-hash", form: namedAfter(name, "[a-z0-9]+") },
  ],
};

function jobLabels(
  { manualSelector, indexed }: ControllerTraits,
  jobName: Pick<AddedLabel, "value" | "form">,
): readonly AddedLabel[] {
  const ofIndex: readonly AddedLabel[] = indexed
    ? [{ key: "batch.kubernetes.io/job-completion-index", form: NUMBER }]
    : [];
  if (manualSelector) return ofIndex;
  return [
    { key: "job-name", ...jobName },
    { key: "batch.kubernetes.io/job-name", ...jobName },
    { key: "controller-uid", form: UID },
    { key: "batch.kubernetes.io/controller-uid", form: UID },
    ...ofIndex,
  ];
}
