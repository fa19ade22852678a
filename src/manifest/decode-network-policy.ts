import type { ManifestObject } from "../model/object.ts";
import type { Direction, LabelSelector, NetworkPolicy, PolicyRule } from "../model/policy.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import { applyMarksOf, unknownFieldMark } from "./apply-marks.ts";
import { decodeMetadata, rootOf } from "./decode-metadata.ts";
import { decodePeer } from "./decode-peer.ts";
import { decodePort } from "./decode-port.ts";
import { decodeSelector } from "./decode-selector.ts";
import {
  asItem,
  asList,
  asMap,
  asText,
  at,
  checkFields,
  createReader,
  fieldOf,
  reject,
  type Field,
  type FieldReader,
  type MapField,
} from "./field-reader.ts";
import { subdomainFault } from "./name-rules.ts";
import { quote } from "./quote.ts";

export interface DecodedPolicy {
  /** Absent where the API server would refuse the object. */
  readonly policy?: NetworkPolicy;
  readonly problems: readonly Problem[];
}

const API_VERSION = "networking.k8s.io/v1";
const PEER_FIELD: Readonly<Record<Direction, string>> = { ingress: "from", egress: "to" };
const POLICY_TYPES: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ["Ingress", "ingress"],
  ["Egress", "egress"],
]);

/**
 * Decodes, defaults and validates a `networking.k8s.io/v1` NetworkPolicy as the API server does on create
 * (`pkg/apis/networking/v1/defaults.go`, `pkg/apis/networking/validation/validation.go`). All that is wrong
 * with an object is reported together. Unknown fields alone reject nothing, because the server may drop them; they
 * are a mark, because it may refuse them as well.
 */
export function decodeNetworkPolicy(object: ManifestObject): DecodedPolicy {
  const reader = createReader();
  const root = rootOf(object);
  checkFields(reader, root, ["apiVersion", "kind", "metadata", "spec"]);
  checkType(reader, object);
  refusePatch(reader, object);
  const metadata = decodeMetadata(reader, object, subdomainFault);
  const specField = fieldOf(root, "spec");
  const spec = decodeSpec(reader, { field: specField, span: specField?.node.span ?? object.span });
  const { problems } = reader;
  if (reader.rejected) return { problems };
  const { name, namespace } = metadata;
  const identity = { name, ...(namespace === undefined ? {} : { namespace }) };
  const marks = [...applyMarksOf(object), ...unknownFieldMark(problems)];
  return {
    policy: { ...identity, ...spec, ...(marks.length === 0 ? {} : { marks }), span: object.span },
    problems,
  };
}

function checkType(reader: FieldReader, { apiVersion, kind, node }: ManifestObject): void {
  if (kind === "NetworkPolicy" && apiVersion === API_VERSION) return;
  if (kind !== "NetworkPolicy") {
    const place = node.entries.get("kind")?.value.span ?? node.span;
    reject(
      reader,
      { path: "kind", span: place },
      `${quote(kind)} is unknown; did you mean NetworkPolicy?`,
    );
    return;
  }
  const span = node.entries.get("apiVersion")?.value.span ?? node.span;
  const message = `no server serves the kind ${quote(kind)} in ${quote(apiVersion)}; write ${API_VERSION}`;
  reject(reader, { path: "apiVersion", span }, message);
}

/** A patch says a part of a policy, or deletes one: read as a policy, it would isolate every pod. */
function refusePatch(reader: FieldReader, { node }: ManifestObject): void {
  const spec = node.entries.get("spec")?.value;
  for (const [path, map] of [
    ["", node],
    ["spec.", spec],
  ] as const) {
    const directive = map?.type === "map" ? map.entries.get("$patch") : undefined;
    if (directive === undefined) continue;
    const message = "makes this a patch for kustomize, not a policy; name it under `patches`";
    reject(reader, { path: `${path}$patch`, span: directive.keySpan }, message);
  }
}

type Spec = Omit<NetworkPolicy, "name" | "namespace" | "marks" | "span">;

/** A missing or null spec is an empty one: all pods, ingress denied. */
function decodeSpec(
  reader: FieldReader,
  { field, span }: { field: Field | undefined; span: Span },
): Spec {
  const map = asMap(reader, field);
  checkFields(reader, map, ["podSelector", "policyTypes", "ingress", "egress"]);
  const ingress = map === undefined ? [] : decodeRules(reader, map, "ingress");
  const egress = map === undefined ? [] : decodeRules(reader, map, "egress");
  const typesField = map && fieldOf(map, "policyTypes");
  const policyTypes = decodePolicyTypes(reader, typesField);
  return {
    podSelector: decodePodSelector(reader, map, span),
    // SetDefaults_NetworkPolicy: Ingress, and Egress where there are egress rules.
    policyTypes:
      policyTypes.length > 0
        ? policyTypes
        : egress.length > 0
          ? ["ingress", "egress"]
          : ["ingress"],
    policyTypesSpan:
      policyTypes.length > 0 && typesField !== undefined ? typesField.node.span : span,
    ingress,
    egress,
  };
}

function decodePodSelector(
  reader: FieldReader,
  map: MapField | undefined,
  span: Span,
): LabelSelector {
  const field = map && fieldOf(map, "podSelector");
  if (field !== undefined) return decodeSelector(reader, field);
  return { requirements: [], span: map?.node.entries.get("podSelector")?.keySpan ?? span };
}

function decodePolicyTypes(reader: FieldReader, field: Field | undefined): readonly Direction[] {
  const list = asList(reader, field);
  if (field === undefined || list === undefined) return [];
  const texts = list.items.map((item) => ({ item, text: asText(reader, item) }));
  if (texts.length > 2) {
    reject(reader, at(field), "holds more than two entries; write Ingress, Egress or both");
    return [];
  }
  const directions = new Set<Direction>();
  for (const { item, text } of texts) {
    if (text === undefined) continue;
    const direction = POLICY_TYPES.get(text);
    if (direction === undefined)
      reject(reader, at(item), `${quote(text)} is no policy type; write Ingress or Egress`);
    else directions.add(direction);
  }
  return [...directions];
}

function decodeRules(
  reader: FieldReader,
  spec: MapField,
  direction: Direction,
): readonly PolicyRule[] {
  const items = asList(reader, fieldOf(spec, direction))?.items ?? [];
  return items.map((item) => decodeRule(reader, item, PEER_FIELD[direction]));
}

/** A null rule is `{}`, which allows everything. */
function decodeRule(reader: FieldReader, field: Field, peerField: string): PolicyRule {
  const map = asItem(reader, field);
  checkFields(reader, map, ["ports", peerField]);
  const ports = asList(reader, map && fieldOf(map, "ports"))?.items ?? [];
  const peers = asList(reader, map && fieldOf(map, peerField))?.items ?? [];
  return {
    peers: peers.flatMap((peer) => decodePeer(reader, peer) ?? []),
    ports: ports.flatMap((port) => decodePort(reader, port) ?? []),
    span: field.node.span,
  };
}
