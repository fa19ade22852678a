import { isStrictSubset, parseCidr, type Cidr } from "../model/cidr.ts";
import type { ExceptBlock, Peer } from "../model/policy.ts";
import { decodeSelector } from "./decode-selector.ts";
import {
  asItem,
  asList,
  asMap,
  asText,
  at,
  checkFields,
  fieldOf,
  missingField,
  reject,
  type Field,
  type FieldReader,
  type MapField,
} from "./field-reader.ts";
import { quote } from "./quote.ts";

const WANTED_CIDR = "write an address, `/` and a prefix length, such as 10.0.0.0/8";

/** Reads and checks one peer (`pkg/apis/networking/validation/validation.go`, ValidateNetworkPolicyPeer). */
export function decodePeer(reader: FieldReader, field: Field): Peer | undefined {
  const map = asItem(reader, field);
  if (map === undefined) return undefined;
  checkFields(reader, map, ["podSelector", "namespaceSelector", "ipBlock"]);
  const pods = fieldOf(map, "podSelector");
  const namespaces = fieldOf(map, "namespaceSelector");
  const block = fieldOf(map, "ipBlock");
  const podSelector = pods && decodeSelector(reader, pods);
  const namespaceSelector = namespaces && decodeSelector(reader, namespaces);
  const ipBlock = block && decodeIpBlock(reader, block, field);
  if (pods === undefined && namespaces === undefined && block === undefined) {
    reject(reader, at(field), "names no peer; set podSelector, namespaceSelector or ipBlock");
    return undefined;
  }
  if (block === undefined) {
    return {
      type: "selectors",
      ...(podSelector === undefined ? {} : { podSelector }),
      ...(namespaceSelector === undefined ? {} : { namespaceSelector }),
      span: field.node.span,
    };
  }
  if (pods !== undefined || namespaces !== undefined)
    reject(reader, at(field), "has ipBlock and a selector; make two list items of them");
  return ipBlock;
}

function decodeIpBlock(reader: FieldReader, field: Field, peer: Field): Peer | undefined {
  const map = asMap(reader, field);
  if (map === undefined) return undefined;
  checkFields(reader, map, ["cidr", "except"]);
  const cidr = decodeOuterCidr(reader, map);
  const items = asList(reader, fieldOf(map, "except"))?.items ?? [];
  const except = items.flatMap((item) => decodeExcept(reader, item, cidr) ?? []);
  return cidr && { type: "ipBlock", cidr: cidr.canonical, except, span: peer.node.span };
}

function decodeOuterCidr(reader: FieldReader, map: MapField): Cidr | undefined {
  const field = fieldOf(map, "cidr");
  const text = asText(reader, field);
  if (field === undefined || text === "") {
    const place = field === undefined ? missingField(map, "cidr") : at(field);
    reject(reader, place, `is missing; ${WANTED_CIDR}`);
    return undefined;
  }
  return text === undefined ? undefined : readCidr(reader, field, text);
}

function decodeExcept(
  reader: FieldReader,
  item: Field,
  outer: Cidr | undefined,
): ExceptBlock | undefined {
  const text = asText(reader, item);
  const cidr = text === undefined ? undefined : readCidr(reader, item, text);
  if (cidr === undefined || text === undefined) return undefined;
  if (outer !== undefined && !isStrictSubset(cidr, outer)) {
    const advice = "write a smaller range inside it, or remove it";
    const message = `${quote(text)} is no strict subset of cidr ${outer.canonical}; ${advice}`;
    reject(reader, at(item), message);
  }
  return { cidr: cidr.canonical, span: item.node.span };
}

/**
 * The legacy parser: leading zeros, host bits and IPv4-mapped IPv6 pass until StrictIPCIDRValidation is on,
 * and mean the masked range.
 */
function readCidr(reader: FieldReader, field: Field, text: string): Cidr | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) reject(reader, at(field), `${quote(text)} is no CIDR; ${WANTED_CIDR}`);
  return cidr;
}
