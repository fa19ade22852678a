import type { MapNode, Node } from "../model/node.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Span } from "../model/span.ts";
import type { Labels, NamedPort } from "../model/workload.ts";
import { decodeContainerPorts } from "./decode-container-ports.ts";
import { asBoolean, createReader, fieldOf, type MapField } from "./field-reader.ts";

/** A pod template somewhere in an object that is not read as a workload. */
export interface PodTemplate {
  /** Where in the object it stands: keys, and the names of list items. */
  readonly place: string;
  readonly labels: Labels;
  readonly ports: readonly NamedPort[];
  readonly hostNetwork: boolean;
  readonly span: Span;
}

/** An object with pod templates. */
export interface PodMaker {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly templates: readonly PodTemplate[];
}

/** As deep as a manifest inside a bundle of another one goes. */
const MAX_DEPTH = 24;

/** The place that is read where the object itself is a workload. */
export const USUAL_PLACE = "spec.template";

/**
 * What looks like a pod template in an object: labels beside a `spec` with containers. Its kind decides what is made of
 * it, and nobody knows all kinds.
 */
export function findPodTemplates(object: ManifestObject): PodMaker | undefined {
  const { kind, name, namespace, node } = object;
  // Describes fields by their names.
  if (kind === "CustomResourceDefinition") return undefined;
  const templates = [...node.entries].flatMap(([key, { value }]) => templatesIn(value, [key]));
  if (templates.length === 0) return undefined;
  return { kind, name, templates, ...(namespace === undefined ? {} : { namespace }) };
}

function templatesIn(node: Node, place: readonly string[]): readonly PodTemplate[] {
  if (place.length > MAX_DEPTH || node.type === "scalar") return [];
  if (node.type === "seq")
    return node.items.flatMap((item, index) =>
      templatesIn(item, [...place, nameOf(item) ?? String(index)]),
    );
  const spec = mapAt(node, "spec");
  const template = spec !== undefined && holdsContainers(spec) ? [podOf(node, spec, place)] : [];
  return [
    ...template,
    ...[...node.entries].flatMap(([key, { value }]) => templatesIn(value, [...place, key])),
  ];
}

const holdsContainers = (spec: MapNode): boolean => {
  const containers = spec.entries.get("containers")?.value;
  return containers?.type === "seq" && containers.items.length > 0;
};

function podOf(template: MapNode, spec: MapNode, place: readonly string[]): PodTemplate {
  const metadata = mapAt(template, "metadata");
  const labels = metadata && mapAt(metadata, "labels");
  const reader = createReader();
  const field: MapField = { path: "spec", node: spec };
  return {
    place: place.join("."),
    labels: Object.fromEntries(
      [...(labels?.entries ?? [])].map(([key, { value }]) => [key, textOf(value) ?? ""]),
    ),
    ports: decodeContainerPorts(reader, field),
    hostNetwork: asBoolean(reader, fieldOf(field, "hostNetwork")) === true,
    span: labels?.span ?? template.span,
  };
}

/** What a list item is called, itself or as an object. */
function nameOf(item: Node): string | undefined {
  if (item.type !== "map") return undefined;
  const metadata = mapAt(item, "metadata");
  const name = item.entries.get("name") ?? metadata?.entries.get("name");
  return name && textOf(name.value);
}

const textOf = (node: Node): string | undefined =>
  node.type === "scalar" ? String(node.value) : undefined;

function mapAt(node: MapNode, key: string): MapNode | undefined {
  const value = node.entries.get(key)?.value;
  return value?.type === "map" ? value : undefined;
}
