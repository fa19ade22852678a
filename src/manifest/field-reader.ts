import type { MapNode, Node } from "../model/node.ts";
import type { Problem } from "../model/problem.ts";
import type { Span } from "../model/span.ts";
import { quote } from "./quote.ts";
import { suggestField } from "./suggest-field.ts";

/** A value with the path of its field, such as `spec.ingress[0].from`. */
export interface Field {
  readonly path: string;
  readonly node: Node;
}

/** Collects the problems of one object while its fields are read. */
export interface FieldReader {
  readonly problems: Problem[];
  /** Whether the API server would refuse the object. */
  rejected: boolean;
}

export const createReader = (): FieldReader => ({ problems: [], rejected: false });

/** Records that the API server refuses the object because of this field. */
export function reject(
  reader: FieldReader,
  { path, span }: { path: string; span: Span },
  message: string,
): void {
  reader.rejected = true;
  reader.problems.push({ code: "invalid", message: `${path}: ${message}`, span, field: path });
}

/**
 * A field of a map that is set: present and not null. Go's JSON decoder gives a null no effect on a value,
 * a pointer, a list or a map.
 */
export function fieldOf(map: MapField, name: string): Field | undefined {
  const node = map.node.entries.get(name)?.value;
  return node === undefined || isNull(node) ? undefined : { path: join(map.path, name), node };
}

/** Where a field that is not set is missed: its own null, or else the object that lacks it. */
export function missingField(map: MapField, name: string): { path: string; span: Span } {
  const entry = map.node.entries.get(name);
  return { path: join(map.path, name), span: entry?.keySpan ?? map.node.span };
}

export interface MapField {
  readonly path: string;
  readonly node: MapNode;
}

export interface ListField {
  readonly path: string;
  readonly span: Span;
  /** Null items are kept: they decode to the zero value. */
  readonly items: readonly Field[];
}

export function asMap(reader: FieldReader, field: Field | undefined): MapField | undefined {
  if (field === undefined || isNull(field.node)) return undefined;
  if (field.node.type === "map") return { path: field.path, node: field.node };
  rejectType(reader, field, "an object");
  return undefined;
}

/** An object in a list: a null item decodes to the zero value, `{}`. */
export function asItem(reader: FieldReader, item: Field): MapField | undefined {
  const { path, node } = item;
  if (!isNull(node)) return asMap(reader, item);
  return { path, node: { type: "map", entries: new Map(), span: node.span } };
}

export function asList(reader: FieldReader, field: Field | undefined): ListField | undefined {
  if (field === undefined || isNull(field.node)) return undefined;
  const { path, node } = field;
  if (node.type === "seq") {
    return {
      path,
      span: node.span,
      items: node.items.map((item, index) => ({ path: `${path}[${index}]`, node: item })),
    };
  }
  rejectType(reader, field, "a list; begin each item with `- `");
  return undefined;
}

/** Text; `""` for null, undefined where the field is absent or anything else. */
export function asText(reader: FieldReader, field: Field | undefined): string | undefined {
  if (field === undefined) return undefined;
  const { node } = field;
  if (node.type === "scalar") {
    if (typeof node.value === "string") return node.value;
    if (node.value === null) return "";
  }
  rejectType(reader, field, node.type === "scalar" ? "text; put it in quotes" : "text");
  return undefined;
}

/** A 32-bit integer. `80.0` is one: it is `80` in JSON. */
export function asInteger(reader: FieldReader, field: Field | undefined): number | undefined {
  if (field === undefined || isNull(field.node)) return undefined;
  const { node } = field;
  if (node.type === "scalar" && typeof node.value === "number") {
    if (Number.isInteger(node.value) && Math.abs(node.value) < 2 ** 31) return node.value;
    reject(reader, at(field), `${node.value} is no 32-bit integer; write a whole number`);
    return undefined;
  }
  rejectType(reader, field, "a whole number without quotes");
  return undefined;
}

export function asBoolean(reader: FieldReader, field: Field | undefined): boolean | undefined {
  if (field === undefined || isNull(field.node)) return undefined;
  if (field.node.type === "scalar" && typeof field.node.value === "boolean")
    return field.node.value;
  rejectType(reader, field, "true or false without quotes");
  return undefined;
}

/** A map of texts, such as labels; a null value is `""`. */
export function asTextMap(
  reader: FieldReader,
  field: Field | undefined,
): ReadonlyMap<string, Text> {
  const texts = new Map<string, Text>();
  const map = asMap(reader, field);
  if (map === undefined) return texts;
  for (const [key, { keySpan, value }] of map.node.entries) {
    const text = asText(reader, { path: `${map.path}[${quote(key)}]`, node: value });
    if (text !== undefined) texts.set(key, { text, keySpan, span: value.span });
  }
  return texts;
}

export interface Text {
  readonly text: string;
  readonly keySpan: Span;
  readonly span: Span;
}

export const at = ({ path, node }: Field | MapField): { path: string; span: Span } => ({
  path,
  span: node.span,
});

export function rejectType(reader: FieldReader, field: Field, wanted: string): void {
  reject(reader, at(field), `is ${describe(field.node)}, and must be ${wanted}`);
}

/**
 * Reports the fields that the schema does not have. Field names are case-sensitive. kubectl asks the API
 * server to refuse them (`fieldValidation=Strict`); without that they are dropped with a warning.
 */
export function checkFields(
  reader: FieldReader,
  map: MapField | undefined,
  known: readonly string[],
): void {
  if (map === undefined) return;
  for (const [name, { keySpan }] of map.node.entries) {
    if (known.includes(name)) continue;
    const path = join(map.path, name);
    const suggestion = suggestField(name, known);
    const advice = suggestion === undefined ? "remove it" : `did you mean \`${suggestion}\`?`;
    const message = `${path}: unknown field; the API server drops it, or refuses the object under strict validation; ${advice}`;
    reader.problems.push({ code: "unknown-field", message, span: keySpan, field: path });
  }
}

const isNull = (node: Node): boolean => node.type === "scalar" && node.value === null;

const join = (path: string, name: string): string => {
  const shown = /^[\w$-]{1,60}$/.test(name) ? name : quote(name);
  return path === "" ? shown : `${path}.${shown}`;
};

function describe(node: Node): string {
  switch (node.type) {
    case "map":
      return "an object";
    case "seq":
      return "a list";
    case "scalar":
      return node.value === null
        ? "null"
        : typeof node.value === "string"
          ? `the text ${quote(node.value)}`
          : `the ${typeof node.value} ${node.value}`;
  }
}
