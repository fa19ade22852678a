import { formatCount } from "../model/format-count.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Span } from "../model/span.ts";
import type { Labels } from "../model/workload.ts";
import {
  asInteger,
  asList,
  asMap,
  asText,
  asTextMap,
  at,
  checkFields,
  fieldOf,
  missingField,
  reject,
  type Field,
  type FieldReader,
  type MapField,
  type Text,
} from "./field-reader.ts";
import { dnsLabelFault, labelKeyFault, labelValueFault } from "./name-rules.ts";
import { quote } from "./quote.ts";
import { isTimestamp } from "./timestamp.ts";

const TEXT_FIELDS = ["selfLink", "uid", "resourceVersion"] as const;
const TIME_FIELDS = ["creationTimestamp", "deletionTimestamp"] as const;
const INTEGER_FIELDS = ["generation", "deletionGracePeriodSeconds"] as const;
const LIST_FIELDS = ["finalizers", "managedFields", "ownerReferences"] as const;

const METADATA_FIELDS: readonly string[] = [
  "name",
  "generateName",
  "namespace",
  "labels",
  "annotations",
  ...TEXT_FIELDS,
  ...TIME_FIELDS,
  ...INTEGER_FIELDS,
  ...LIST_FIELDS,
];

const MISSING_NAME = "is missing; give the object a name";
const MAX_ANNOTATION_BYTES = 256 * 1024;

export interface Metadata {
  /** `generateName` where there is no name: the server appends to it. */
  readonly name: string;
  readonly namespace?: string;
  readonly labels: Labels;
  readonly labelsSpan?: Span;
  readonly map?: MapField;
}

export type NameRule = (name: string) => string | undefined;

/** The root of an object for field reading. */
export const rootOf = (object: ManifestObject): MapField => ({ path: "", node: object.node });

/** ValidateObjectMeta (kubernetes/kubernetes `pkg/apis/core/validation`), as far as a manifest can tell. */
export function decodeMetadata(
  reader: FieldReader,
  object: ManifestObject,
  nameRule: NameRule,
): Metadata {
  const field = fieldOf(rootOf(object), "metadata");
  const map = asMap(reader, field);
  // Metadata of the wrong type have been reported, and have no name to miss.
  const name =
    field !== undefined && map === undefined
      ? ""
      : decodeName(reader, { map, nameRule, span: object.span });
  const namespaceField = map && fieldOf(map, "namespace");
  const namespace = asText(reader, namespaceField) ?? "";
  if (namespaceField !== undefined && namespace !== "")
    rejectFault(reader, namespaceField, quote(namespace), dnsLabelFault(namespace));
  if (map !== undefined) checkFinalizers(reader, fieldOf(map, "finalizers"));
  return {
    name,
    ...(namespace === "" ? {} : { namespace }),
    ...decodeTemplateMetadata(reader, map),
  };
}

/** The part of ObjectMeta that a pod template has too: labels, and shapes. */
export function decodeTemplateMetadata(
  reader: FieldReader,
  map: MapField | undefined,
): Pick<Metadata, "labels" | "labelsSpan" | "map"> {
  if (map === undefined) return { labels: emptyLabels() };
  checkFields(reader, map, METADATA_FIELDS);
  for (const name of TEXT_FIELDS) asText(reader, fieldOf(map, name));
  for (const name of TIME_FIELDS) checkTime(reader, fieldOf(map, name));
  for (const name of INTEGER_FIELDS) asInteger(reader, fieldOf(map, name));
  for (const name of LIST_FIELDS) asList(reader, fieldOf(map, name));
  checkAnnotations(reader, fieldOf(map, "annotations"));
  const field = fieldOf(map, "labels");
  const labels = decodeLabels(reader, field);
  return { labels, map, ...(field === undefined ? {} : { labelsSpan: field.node.span }) };
}

interface NamePlace {
  readonly map: MapField | undefined;
  readonly nameRule: NameRule;
  /** Where a missing name is reported if there are no metadata either. */
  readonly span: Span;
}

function decodeName(reader: FieldReader, { map, nameRule, span }: NamePlace): string {
  const field = map && fieldOf(map, "name");
  const prefixField = map && fieldOf(map, "generateName");
  const name = asText(reader, field) ?? "";
  const prefix = asText(reader, prefixField) ?? "";
  // A trailing dash of a prefix is followed by what the server generates.
  if (prefixField !== undefined && prefix !== "")
    rejectFault(reader, prefixField, quote(prefix), nameRule(prefix.replace(/-$/, "a")));
  if (field !== undefined && name !== "") rejectFault(reader, field, quote(name), nameRule(name));
  const isOtherType = field !== undefined && !isText(field);
  if (name === "" && prefix === "" && !isOtherType)
    reject(reader, map ? missingField(map, "name") : { path: "metadata.name", span }, MISSING_NAME);
  return name === "" ? prefix : name;
}

const isText = ({ node }: Field): boolean =>
  node.type === "scalar" && typeof node.value === "string";

/** Labels without a prototype: `constructor` is a valid label key. */
const emptyLabels = (): Record<string, string> => Object.create(null) as Record<string, string>;

function decodeLabels(reader: FieldReader, field: Field | undefined): Labels {
  const labels = emptyLabels();
  for (const [key, text] of asTextMap(reader, field)) {
    const path = `${field?.path ?? ""}[${quote(key)}]`;
    checkLabelKey(reader, { path, key, text });
    const fault = labelValueFault(text.text);
    if (fault !== undefined)
      reject(reader, { path, span: text.span }, `${quote(text.text)} ${fault}`);
    labels[key] = text.text;
  }
  return labels;
}

function checkLabelKey(
  reader: FieldReader,
  { path, key, text }: { path: string; key: string; text: Text },
): void {
  const fault = labelKeyFault(key);
  if (fault !== undefined)
    reject(reader, { path, span: text.keySpan }, `the key ${quote(key)} ${fault}`);
}

function checkAnnotations(reader: FieldReader, field: Field | undefined): void {
  let size = 0;
  for (const [key, text] of asTextMap(reader, field)) {
    size += Buffer.byteLength(key) + Buffer.byteLength(text.text);
    // ValidateAnnotations lowers the key first.
    checkLabelKey(reader, {
      path: `${field?.path ?? ""}[${quote(key)}]`,
      key: key.toLowerCase(),
      text,
    });
  }
  if (field !== undefined && size > MAX_ANNOTATION_BYTES)
    reject(
      reader,
      at(field),
      `are larger than ${formatCount(MAX_ANNOTATION_BYTES)} bytes together; shorten them`,
    );
}

function checkTime(reader: FieldReader, field: Field | undefined): void {
  const text = asText(reader, field);
  if (field === undefined || text === undefined || isTimestamp(text)) return;
  reject(
    reader,
    at(field),
    `${quote(text)} is no time as in \`2006-01-02T15:04:05Z\`; remove the field, the server sets it`,
  );
}

/** ValidateFinalizers, and validateKubeFinalizerName of kubernetes/kubernetes. A pod template's are not looked at. */
function checkFinalizers(reader: FieldReader, field: Field | undefined): void {
  if (field?.node.type !== "seq") return;
  const names = new Set<string>();
  for (const item of asList(reader, field)?.items ?? []) {
    const name = asText(reader, item);
    if (name === undefined) continue;
    names.add(name);
    rejectFault(reader, item, quote(name), finalizerFault(name));
  }
  if (names.has("orphan") && names.has("foregroundDeletion"))
    reject(reader, at(field), "has both `orphan` and `foregroundDeletion`; remove one");
}

const STANDARD_FINALIZERS = ["kubernetes", "orphan", "foregroundDeletion"];

function finalizerFault(name: string): string | undefined {
  if (name.includes("/")) return labelKeyFault(name)?.replace("label key", "finalizer");
  return STANDARD_FINALIZERS.includes(name)
    ? undefined
    : "is no finalizer; write it as `domain/name`, or remove it";
}

function rejectFault(
  reader: FieldReader,
  field: Field,
  shown: string,
  fault: string | undefined,
): void {
  if (fault !== undefined) reject(reader, at(field), `${shown} ${fault}`);
}
