import { PROTOCOLS, type PolicyPort, type Protocol } from "../model/policy.ts";
import {
  asInteger,
  asItem,
  asText,
  at,
  checkFields,
  fieldOf,
  reject,
  rejectType,
  type Field,
  type FieldReader,
} from "./field-reader.ts";
import { portNameFault } from "./name-rules.ts";
import { quote } from "./quote.ts";

/**
 * Reads and checks one entry of `ports` (`pkg/apis/networking/validation/validation.go`,
 * ValidateNetworkPolicyPort); a missing protocol is TCP (`v1/defaults.go`). A null entry is `{}`: all TCP.
 */
export function decodePort(reader: FieldReader, field: Field): PolicyPort | undefined {
  const map = asItem(reader, field);
  if (map === undefined) return undefined;
  checkFields(reader, map, ["protocol", "port", "endPort"]);
  const portField = fieldOf(map, "port");
  const endField = fieldOf(map, "endPort");
  const protocolField = fieldOf(map, "protocol");
  const protocol = decodeProtocol(reader, protocolField);
  const port = decodePortValue(reader, portField);
  const endPort = asInteger(reader, endField);
  if (endField !== undefined && endPort !== undefined)
    checkEndPort(reader, { endField, endPort, portField, port });
  if (protocol === undefined) return undefined;
  return {
    protocol,
    ...(port === undefined ? {} : { port }),
    ...(endPort === undefined ? {} : { endPort }),
    ...(protocolField === undefined ? {} : { protocolSpan: protocolField.node.span }),
    span: field.node.span,
  };
}

/** TCP where the field is not set; undefined where it is wrong, and reported. */
export function decodeProtocol(
  reader: FieldReader,
  field: Field | undefined,
): Protocol | undefined {
  if (field === undefined) return "TCP";
  const text = asText(reader, field);
  const protocol = PROTOCOLS.find((known) => known === text);
  if (protocol === undefined && text !== undefined)
    reject(reader, at(field), `${quote(text)} is no protocol; write TCP, UDP or SCTP, in capitals`);
  return protocol;
}

/** IntOrString: a number, or the name of a port. */
function decodePortValue(
  reader: FieldReader,
  field: Field | undefined,
): number | string | undefined {
  if (field === undefined) return undefined;
  const { node } = field;
  if (node.type === "scalar" && typeof node.value === "string") {
    const fault = portNameFault(node.value);
    if (fault !== undefined) reject(reader, at(field), `${quote(node.value)} ${fault}`);
    return node.value;
  }
  if (node.type === "scalar" && typeof node.value === "number")
    return decodePortNumber(reader, field);
  rejectType(reader, field, "a number or the name of a port");
  return undefined;
}

/** A port number, 1 to 65535. */
export function decodePortNumber(reader: FieldReader, field: Field): number | undefined {
  const port = asInteger(reader, field);
  if (port !== undefined && !isPortNumber(port))
    reject(reader, at(field), `${port} is no port; write 1 to 65535`);
  return port;
}

const isPortNumber = (port: number): boolean => port >= 1 && port <= 65535;

interface EndPort {
  readonly endField: Field;
  readonly endPort: number;
  readonly portField: Field | undefined;
  readonly port: number | string | undefined;
}

function checkEndPort(reader: FieldReader, { endField, endPort, portField, port }: EndPort): void {
  if (portField === undefined)
    reject(reader, at(endField), "is set without port; set port, the first of the range");
  if (typeof port === "string")
    reject(reader, at(endField), "is set with a named port; write both as numbers");
  if (typeof port !== "number") return;
  if (!isPortNumber(endPort))
    reject(reader, at(endField), `${endPort} is no port; write 1 to 65535`);
  if (endPort < port)
    reject(
      reader,
      at(endField),
      `${endPort} is below port ${port}; write the last port of the range`,
    );
}
