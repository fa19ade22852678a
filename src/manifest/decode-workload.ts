import type { ManifestObject } from "../model/object.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import type { Workload, WorkloadKind } from "../model/workload.ts";
import { groupOf } from "./api-version.ts";
import { isCoreWorkload, isWorkloadKind } from "./classify-object.ts";
import { controllerLabels } from "./controller-labels.ts";
import { decodeContainerPorts } from "./decode-container-ports.ts";
import {
  decodeMetadata,
  decodeTemplateMetadata,
  rootOf,
  type Metadata,
} from "./decode-metadata.ts";
import {
  asBoolean,
  asList,
  asMap,
  asText,
  createReader,
  fieldOf,
  missingField,
  reject,
  type Field,
  type FieldReader,
  type MapField,
} from "./field-reader.ts";
import { WORKLOAD_API_VERSIONS } from "./kinds.ts";
import { subdomainFault } from "./name-rules.ts";
import { quote } from "./quote.ts";

export interface DecodedWorkload {
  /** Absent where the API server would refuse the object, and for pods that have finished. */
  readonly workload?: Workload;
  readonly problems: readonly Problem[];
}

/** Where each kind keeps its pod template; the path of a Pod is the object itself. */
const TEMPLATE_PATH: Readonly<Record<WorkloadKind, readonly string[]>> = {
  Pod: [],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  DaemonSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  ReplicationController: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
};

/** Where others keep it, as far as they are read (`classifyObject`). */
const CUSTOM_PATH: readonly string[] = ["spec", "template"];

/**
 * Decodes what the review needs of a workload: the labels and ports of its pods come from the pod template,
 * not from the controller. The rest of a workload is not validated.
 */
export function decodeWorkload(object: ManifestObject): DecodedWorkload {
  const { kind, apiVersion, span } = object;
  const reader = createReader();
  const core = isWorkloadKind(kind) && isCoreWorkload(object) ? kind : undefined;
  const metadata = decodeMetadata(reader, object, subdomainFault);
  if (core !== undefined && !WORKLOAD_API_VERSIONS[core].includes(apiVersion)) {
    const message = `kind: no server serves the kind ${quote(kind)} in ${quote(apiVersion)}`;
    // Some day one may: the template is compared all the same.
    reader.problems.push({ code: "invalid", message, span, field: "kind" });
  }
  const template = findTemplate(reader, object, core ? TEMPLATE_PATH[core] : CUSTOM_PATH);
  const pod = template && decodePod(reader, template, core === "Pod" ? metadata : undefined);
  const { problems } = reader;
  if (reader.rejected || pod === undefined || hasFinished(object)) return { problems };
  const { name, namespace } = metadata;
  const owner = core === "Pod" && metadata.map !== undefined ? ownerOf(metadata.map) : undefined;
  return {
    workload: {
      kind,
      name,
      ...(namespace === undefined ? {} : { namespace }),
      labels: pod.metadata.labels,
      ...addedLabelsOf(object, metadata, pod.metadata.labels),
      labelsSpan: pod.metadata.labelsSpan ?? span,
      ports: pod.ports,
      images: pod.images,
      hostNetwork: pod.hostNetwork,
      ...(pod.hostNetworkSpan === undefined ? {} : { hostNetworkSpan: pod.hostNetworkSpan }),
      ips: core === "Pod" ? podIps(object) : [],
      ...(owner === undefined ? {} : { owner }),
      span,
    },
    problems,
  };
}

function findTemplate(
  reader: FieldReader,
  object: ManifestObject,
  path: readonly string[],
): MapField | undefined {
  let map = rootOf(object);
  for (const name of path) {
    const field = fieldOf(map, name);
    const next = asMap(reader, field);
    if (field === undefined) {
      const place = missingField(map, name);
      reject(reader, place, "is missing; a workload needs its pod template");
    }
    if (next === undefined) return undefined;
    map = next;
  }
  return map;
}

/** What the controller adds; unset where that is nothing. */
function addedLabelsOf(
  object: ManifestObject,
  { name, map }: Metadata,
  labels: Workload["labels"],
): Pick<Workload, "addedLabels"> {
  const { kind, apiVersion } = object;
  const spec =
    kind === "CronJob" ? mapAt(object, ["spec", "jobTemplate", "spec"]) : mapAt(object, ["spec"]);
  const quiet = createReader();
  const added = controllerLabels({
    kind,
    group: groupOf(apiVersion),
    // The server appends to `generateName`.
    name: map !== undefined && fieldOf(map, "name") === undefined ? "" : name,
    labels,
    manualSelector: asBoolean(quiet, spec && fieldOf(spec, "manualSelector")) === true,
    indexed: asText(quiet, spec && fieldOf(spec, "completionMode")) === "Indexed",
  });
  return added.length === 0 ? {} : { addedLabels: added };
}

function mapAt(object: ManifestObject, path: readonly string[]): MapField | undefined {
  const quiet = createReader();
  return path.reduce<MapField | undefined>(
    (map, name) => map && asMap(quiet, fieldOf(map, name)),
    rootOf(object),
  );
}

interface Pod {
  readonly metadata: Pick<Metadata, "labels" | "labelsSpan">;
  readonly ports: Workload["ports"];
  readonly images: readonly string[];
  readonly hostNetwork: boolean;
  readonly hostNetworkSpan?: Span;
}

function decodePod(reader: FieldReader, template: MapField, own: Metadata | undefined): Pod {
  const metadata =
    own ?? decodeTemplateMetadata(reader, asMap(reader, fieldOf(template, "metadata")));
  const spec = asMap(reader, fieldOf(template, "spec"));
  const hostNetwork = spec && fieldOf(spec, "hostNetwork");
  return {
    metadata,
    ports: spec === undefined ? [] : decodeContainerPorts(reader, spec),
    images: spec === undefined ? [] : imagesOf(spec),
    hostNetwork: asBoolean(reader, hostNetwork) === true,
    ...(hostNetwork === undefined ? {} : { hostNetworkSpan: hostNetwork.node.span }),
  };
}

/** `registry/name:tag@digest` without what changes with every release. */
function imagesOf(spec: MapField): readonly string[] {
  const containers = asList(createReader(), fieldOf(spec, "containers"))?.items ?? [];
  const images = containers.flatMap((item) => {
    const map = asMap(createReader(), item);
    const image = map && textOf(fieldOf(map, "image"));
    return image === undefined ? [] : [image.replace(/@.*$/s, "").replace(/:[^/:]*$/, "")];
  });
  return [...new Set(images)].toSorted();
}

/** Dumps of live objects hold a status. It decides nothing at the server, so faults in it are no problem. */
const statusOf = (object: ManifestObject): MapField | undefined =>
  asMap(createReader(), fieldOf(rootOf(object), "status"));

function hasFinished(object: ManifestObject): boolean {
  const status = object.kind === "Pod" ? statusOf(object) : undefined;
  const phase = status && textOf(fieldOf(status, "phase"));
  return phase === "Succeeded" || phase === "Failed";
}

function podIps(object: ManifestObject): readonly string[] {
  const status = statusOf(object);
  if (status === undefined) return [];
  const list = asList(createReader(), fieldOf(status, "podIPs"))?.items ?? [];
  const listed = list.map((item) => {
    const map = asMap(createReader(), item);
    return (map && textOf(fieldOf(map, "ip"))) ?? "";
  });
  const ips = new Set([textOf(fieldOf(status, "podIP")) ?? "", ...listed]);
  return [...ips].filter((ip) => ip !== "");
}

function ownerOf(metadata: MapField): Workload["owner"] {
  const references = asList(createReader(), fieldOf(metadata, "ownerReferences"))?.items ?? [];
  for (const item of references) {
    const map = asMap(createReader(), item);
    if (map === undefined || asBoolean(createReader(), fieldOf(map, "controller")) !== true)
      continue;
    const kind = textOf(fieldOf(map, "kind"));
    const name = textOf(fieldOf(map, "name"));
    // Static pods belong to their node, which is no controller: each stands for itself.
    if (kind !== undefined && kind !== "Node" && name !== undefined) return { kind, name };
  }
  return undefined;
}

const textOf = (field: Field | undefined): string | undefined => asText(createReader(), field);
