import { couldBe } from "../model/added-labels.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import type { LabelSelector, PolicyPort, Protocol, Requirement } from "../model/policy.ts";
import { allOf, answerOf, anyOf, open, type Answer } from "./answer.ts";
import { textOf, type PointEnd, type PointPod } from "./point-end.ts";

/** All requirements hold; `NotIn` holds for a missing key as well. */
const meetsAll = (
  { requirements }: LabelSelector,
  decide: (requirement: Requirement) => Answer,
): Answer => allOf(requirements, decide);

/** A requirement on a value, or on a missing key, that is known. */
function meets({ operator, values }: Requirement, value: string | undefined): Answer {
  switch (operator) {
    case "In":
      return answerOf(value !== undefined && values.includes(value));
    case "NotIn":
      return answerOf(value === undefined || !values.includes(value));
    case "Exists":
      return answerOf(value !== undefined);
    case "DoesNotExist":
      return answerOf(value === undefined);
  }
}

const valueIn = (labels: PointPod["labels"], key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;

/** Whether a `podSelector` finds a pod. */
export const findsPod = (selector: LabelSelector, pod: PointPod): Answer =>
  meetsAll(selector, (requirement) => {
    const { key, operator, values } = requirement;
    const value = valueIn(pod.labels, key);
    const added = pod.addedLabels?.find((label) => label.key === key);
    if (value !== undefined || added === undefined) return meets(requirement, value);
    if (added.value !== undefined) return meets(requirement, added.value);
    if (operator === "Exists" || operator === "DoesNotExist")
      return answerOf(operator === "Exists");
    return values.some((one) => couldBe(added, one))
      ? open(`which value the label ${key} has on the pods of ${textOf(pod)}`)
      : answerOf(operator === "NotIn");
  });

/** Whether a `namespaceSelector` finds the namespace of a pod. */
export const findsNamespace = (selector: LabelSelector, pod: PointPod): Answer =>
  meetsAll(selector, (requirement) => {
    const { key } = requirement;
    return pod.isNamespaceOnlyNamed === true && key !== NAME_LABEL
      ? open(`the label ${key} of namespace ${pod.namespace}, whose manifest is not here`)
      : meets(requirement, valueIn(pod.namespaceLabels, key));
  });

interface Target {
  readonly destination: PointEnd;
  readonly protocol: Protocol;
  readonly port: number;
}

export const hitsSomePort = (ports: readonly PolicyPort[], target: Target): Answer =>
  ports.length === 0 ? "yes" : anyOf(ports, (port) => hitsPort(port, target));

/** A named port is resolved on the destination, by name and protocol, in both directions. */
function hitsPort(entry: PolicyPort, { destination, protocol, port }: Target): Answer {
  if (entry.protocol !== protocol) return "no";
  if (entry.port === undefined) return "yes";
  if (typeof entry.port === "number")
    return answerOf(entry.port <= port && port <= (entry.endPort ?? entry.port));
  // A pod on the host network is its node: an address, which declares no names.
  if (destination.type === "address" || destination.hostNetwork === true) return "no";
  if (destination.mayNamePorts === true)
    return open(
      `whether ${textOf(destination)} declares ${protocol} ${port} as port "${entry.port}"`,
    );
  return answerOf(
    destination.ports.some(
      (declared) =>
        declared.name === entry.port && declared.protocol === protocol && declared.port === port,
    ),
  );
}
