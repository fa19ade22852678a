import type { NamedPort } from "../model/workload.ts";
import { decodePortNumber, decodeProtocol } from "./decode-port.ts";
import {
  asList,
  asMap,
  asText,
  fieldOf,
  missingField,
  reject,
  type Field,
  type FieldReader,
  type MapField,
} from "./field-reader.ts";

/**
 * The ports that the containers of a pod declare. Of init containers only sidecars run beside them
 * (`restartPolicy: Always`); how NetworkPolicy sees their ports is not documented, so they count.
 */
export function decodeContainerPorts(reader: FieldReader, podSpec: MapField): readonly NamedPort[] {
  const containers = asList(reader, fieldOf(podSpec, "containers"))?.items ?? [];
  const initContainers = asList(reader, fieldOf(podSpec, "initContainers"))?.items ?? [];
  return [
    ...containers.flatMap((container) => portsOf(reader, asMap(reader, container))),
    ...initContainers.flatMap((container) => {
      const map = asMap(reader, container);
      const isSidecar =
        map !== undefined && asText(reader, fieldOf(map, "restartPolicy")) === "Always";
      return isSidecar ? portsOf(reader, map) : [];
    }),
  ];
}

function portsOf(reader: FieldReader, container: MapField | undefined): readonly NamedPort[] {
  if (container === undefined) return [];
  const items = asList(reader, fieldOf(container, "ports"))?.items ?? [];
  return items.flatMap((item) => decodeContainerPort(reader, item) ?? []);
}

function decodeContainerPort(reader: FieldReader, item: Field): NamedPort | undefined {
  const map = asMap(reader, item);
  if (map === undefined) return undefined;
  const portField = fieldOf(map, "containerPort");
  if (portField === undefined)
    reject(reader, missingField(map, "containerPort"), "is missing; write a port number");
  const port = portField && decodePortNumber(reader, portField);
  const protocol = decodeProtocol(reader, fieldOf(map, "protocol"));
  const name = asText(reader, fieldOf(map, "name")) ?? "";
  return port === undefined || protocol === undefined ? undefined : { name, port, protocol };
}
