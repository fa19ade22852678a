import type { ManifestObject } from "../model/object.ts";
import type { Service, ServicePort } from "../model/service.ts";
import type { Labels } from "../model/workload.ts";
import { decodeMetadata, rootOf } from "./decode-metadata.ts";
import { decodePortNumber, decodeProtocol } from "./decode-port.ts";
import {
  asList,
  asMap,
  asText,
  asTextMap,
  createReader,
  fieldOf,
  type Field,
  type FieldReader,
  type MapField,
} from "./field-reader.ts";
import { subdomainFault } from "./name-rules.ts";

/**
 * Decodes what a Service says about its pods; undefined where the API server would refuse it. No policy
 * depends on a Service, so faults in one are nobody's problem here.
 */
export function decodeService(object: ManifestObject): Service | undefined {
  const reader = createReader();
  const { name, namespace } = decodeMetadata(reader, object, subdomainFault);
  const spec = asMap(reader, fieldOf(rootOf(object), "spec"));
  if (spec === undefined) return undefined;
  const ports = asList(reader, fieldOf(spec, "ports"))?.items ?? [];
  const type = asText(reader, fieldOf(spec, "type")) ?? "ClusterIP";
  const service: Service = {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    selector: type === "ExternalName" ? emptyLabels() : selectorOf(reader, spec),
    ports: ports.flatMap((item) => decodeServicePort(reader, item) ?? []),
    clusterIps: clusterIpsOf(reader, spec),
    hidesClients:
      (type === "NodePort" || type === "LoadBalancer") &&
      asText(reader, fieldOf(spec, "externalTrafficPolicy")) !== "Local",
    span: object.span,
  };
  return reader.rejected ? undefined : service;
}

const emptyLabels = (): Record<string, string> => Object.create(null) as Record<string, string>;

function selectorOf(reader: FieldReader, spec: MapField): Labels {
  const labels = emptyLabels();
  for (const [key, { text }] of asTextMap(reader, fieldOf(spec, "selector"))) labels[key] = text;
  return labels;
}

function decodeServicePort(reader: FieldReader, item: Field): ServicePort | undefined {
  const map = asMap(reader, item);
  const field = map && fieldOf(map, "port");
  const port = field && decodePortNumber(reader, field);
  if (map === undefined || port === undefined) return undefined;
  const protocol = decodeProtocol(reader, fieldOf(map, "protocol"));
  if (protocol === undefined) return undefined;
  const target = fieldOf(map, "targetPort");
  // "If this is not specified, the value of the 'port' field is used (an identity map)."
  if (target === undefined) return { port, target: port, protocol };
  const { node } = target;
  if (node.type === "scalar" && typeof node.value === "string")
    return { port, target: node.value, protocol };
  const number = decodePortNumber(reader, target);
  return number === undefined ? undefined : { port, target: number, protocol };
}

/** Addresses that the manifest fixes; `None` is a headless Service. */
function clusterIpsOf(reader: FieldReader, spec: MapField): readonly string[] {
  const list = asList(reader, fieldOf(spec, "clusterIPs"))?.items ?? [];
  const texts = [fieldOf(spec, "clusterIP"), ...list].map((field) => asText(reader, field) ?? "");
  return [...new Set(texts)].filter((text) => text !== "" && text !== "None");
}
