import type { MapNode, Node } from "../model/node.ts";
import { didYouMean } from "../model/nearest-word.ts";
import type { Span } from "../model/span.ts";
import { join, type Fault } from "./read-tree.ts";

/**
 * What a part of the configuration may be, once: each shape reads a value, and says the same as JSON Schema
 * for editors. A test compares the two on generated documents.
 */
export interface Shape<Value> {
  readonly schema: JsonSchema;
  /** Undefined where the value is wrong; the faults then say why. */
  readonly read: (node: Node, key: string, note: NoteFault) => Value | undefined;
}

export type JsonSchema = Readonly<Record<string, unknown>>;
type NoteFault = (fault: Fault) => void;
export type ValueOf<Of> = Of extends Shape<infer Value> ? Value : never;

const faultAt = ({ startLine }: Span, key: string, message: string): Fault => ({
  line: startLine,
  key,
  message,
});

const wrong = (node: Node, key: string, wanted: string): Fault =>
  faultAt(node.span, key, `${wanted} is wanted`);

/** `true` or `false`, as YAML 1.2 spells them. */
export const flag: Shape<boolean> = {
  schema: { type: "boolean" },
  read: (node, key, note) => {
    if (node.type === "scalar" && typeof node.value === "boolean") return node.value;
    note(wrong(node, key, "true or false"));
    return undefined;
  },
};

interface TextRule {
  /** What a person should write, to stand before "is wanted". */
  readonly wanted: string;
  /** A regular expression for the whole text, in the dialect that JSON Schema shares with JavaScript. */
  readonly pattern: string;
  readonly maxLength: number;
  /** What a pattern cannot say: undefined, or what is wrong. */
  readonly check?: (text: string) => string | undefined;
}

export function text({ wanted, pattern, maxLength, check }: TextRule): Shape<string> {
  const expression = new RegExp(pattern, "u");
  return {
    schema: { type: "string", maxLength, pattern },
    read: (node, key, note) => {
      const value = node.type === "scalar" ? node.value : null;
      // JSON Schema counts code points.
      const isText = typeof value === "string" && Array.from(value).length <= maxLength;
      if (!isText || !expression.test(value)) {
        note(wrong(node, key, wanted));
        return undefined;
      }
      const mistake = check?.(value);
      if (mistake === undefined) return value;
      note(faultAt(node.span, key, mistake));
      return undefined;
    },
  };
}

/** A text that is wrong is repeated up to here. */
const MAX_GIVEN = 60;

/** One word of a list. */
export function word<Word extends string>(words: readonly Word[]): Shape<Word> {
  return {
    schema: { enum: [...words] },
    read: (node, key, note) => {
      const value = node.type === "scalar" ? node.value : null;
      const known = words.find((candidate) => candidate === value);
      if (known === undefined) {
        const all = words.join(", ");
        note(
          faultAt(
            node.span,
            key,
            typeof value === "string"
              ? `${JSON.stringify(value.slice(0, MAX_GIVEN))} is none of ${all}${didYouMean(value, words)}`
              : `one of ${all} is wanted`,
          ),
        );
      }
      return known;
    },
  };
}

/** A list; `least` items at least. */
export function list<Item>(item: Shape<Item>, wanted: string, least = 0): Shape<readonly Item[]> {
  return {
    schema: { type: "array", items: item.schema, ...(least === 0 ? {} : { minItems: least }) },
    read: (node, key, note) => {
      if (node.type !== "seq" || node.items.length < least) {
        note(wrong(node, key, wanted));
        return undefined;
      }
      const items = node.items.map((each, index) => item.read(each, join(key, `${index}`), note));
      const read = items.filter((each) => each !== undefined);
      return read.length === items.length ? read : undefined;
    },
  };
}

/** A list of mappings of which no two have the same text under a key. */
export const unlike = <Key extends string, Item extends Readonly<Record<Key, string>>>(
  items: Shape<readonly Item[]>,
  { key: distinct, noun }: { readonly key: Key; readonly noun: string },
): Shape<readonly Item[]> => ({
  schema: items.schema,
  read: (node, key, note) => {
    const read = items.read(node, key, note);
    const nodes = node.type === "seq" ? node.items : [];
    const seen = new Map<string, Span>();
    let isWhole = true;
    for (const [index, item] of (read ?? []).entries()) {
      const value = item[distinct];
      const span = nodes[index]?.span ?? node.span;
      const before = seen.get(value);
      if (before === undefined) {
        seen.set(value, span);
        continue;
      }
      isWhole = false;
      note(
        faultAt(
          span,
          join(key, `${index}`),
          `there is another ${noun} ${JSON.stringify(value.slice(0, MAX_GIVEN))}, on line ${before.startLine}; give each a ${distinct} of its own`,
        ),
      );
    }
    return isWhole ? read : undefined;
  },
});

/** One shape for a scalar, the other one for a list or a mapping. */
export const scalarOr = <Scalar, Other>(
  scalar: Shape<Scalar>,
  other: Shape<Other>,
): Shape<Scalar | Other> => ({
  schema: { anyOf: [scalar.schema, other.schema] },
  read: (node, key, note) => (node.type === "scalar" ? scalar : other).read(node, key, note),
});

interface Field<Value, Required extends boolean> {
  readonly shape: Shape<Value>;
  readonly required: Required;
  readonly about: About;
}

/** What editors and the README show beside a key. */
interface About {
  readonly description: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

export const required = <Value>(shape: Shape<Value>, about: About): Field<Value, true> => ({
  shape,
  required: true,
  about,
});

/** A key that may be left out, or left empty. */
export const optional = <Value>(shape: Shape<Value>, about: About): Field<Value, false> => ({
  shape,
  required: false,
  about,
});

type Fields = Readonly<Record<string, Field<unknown, boolean>>>;
type Simplify<Of> = { [Key in keyof Of]: Of[Key] };
type Mapped<Of extends Fields> = Simplify<
  {
    readonly [Key in keyof Of as Of[Key]["required"] extends true ? Key : never]: ValueOf<
      Of[Key]["shape"]
    >;
  } & {
    readonly [Key in keyof Of as Of[Key]["required"] extends true ? never : Key]?: ValueOf<
      Of[Key]["shape"]
    >;
  }
>;

/** A mapping with fixed keys. */
export function mapping<Of extends Fields>(
  fields: Of,
  { wanted, least = 0 }: { readonly wanted: string; readonly least?: number },
): Shape<Mapped<Of>> {
  const names = Object.keys(fields);
  const needed = names.filter((name) => fields[name]?.required === true);
  return {
    schema: {
      type: "object",
      additionalProperties: false,
      ...(needed.length === 0 ? {} : { required: needed }),
      ...(least === 0 ? {} : { minProperties: least }),
      properties: Object.fromEntries(
        Object.entries(fields).map(([name, { shape, required: must, about }]) => [
          name,
          { ...about, ...(must ? shape.schema : orNull(shape.schema)) },
        ]),
      ),
    },
    read: (node, key, note) => {
      if (node.type !== "map" || node.entries.size < least) {
        note(wrong(node, key, wanted));
        return undefined;
      }
      const values = readFields(node, { fields, names, key, note });
      for (const name of needed.filter((each) => !node.entries.has(each))) {
        const { description = "" } = fields[name]?.about ?? {};
        note(faultAt(node.span, key, `${name} is missing: ${description}`));
        values.set(name, undefined);
      }
      const isWhole = [...values.values()].every((value) => value !== undefined);
      return isWhole ? (Object.fromEntries(values) as Mapped<Of>) : undefined;
    },
  };
}

interface FieldsToRead {
  readonly fields: Fields;
  readonly names: readonly string[];
  readonly key: string;
  readonly note: NoteFault;
}

/** The values by key; undefined stands for one that is wrong. */
function readFields(
  node: MapNode,
  { fields, names, key, note }: FieldsToRead,
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const [name, { keySpan, value }] of node.entries) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      const message = `unknown key${didYouMean(name, names)}; known are ${names.join(", ")}`;
      note(faultAt(keySpan, join(key, name), message));
      values.set(name, undefined);
    } else if (field.required || !isNull(value))
      values.set(name, field.shape.read(value, join(key, name), note));
  }
  return values;
}

const isNull = (node: Node): boolean => node.type === "scalar" && node.value === null;

/** An empty key is as good as none. */
function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: words, anyOf } = schema;
  if (typeof type === "string") return { ...schema, type: [type, "null"] };
  if (Array.isArray(words)) return { ...schema, enum: [...(words as unknown[]), null] };
  return { ...schema, anyOf: [...((anyOf as unknown[] | undefined) ?? []), { type: "null" }] };
}

/** A name that a key of a table goes by. */
export interface KnownKey {
  readonly name: string;
  /** What all names of the same thing have in common. */
  readonly id: string;
  readonly description: string;
}

/** A mapping from names that are known to values of one shape; by id in what is read. */
export function table<Value>(
  known: readonly KnownKey[],
  value: Shape<Value>,
  { wanted, noun }: { readonly wanted: string; readonly noun: string },
): Shape<ReadonlyMap<string, Value>> {
  const names = known.map(({ name }) => name);
  return {
    schema: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(
        known.map(({ name, description }) => [name, { description, ...value.schema }]),
      ),
    },
    read: (node, key, note) => {
      if (node.type !== "map") {
        note(wrong(node, key, wanted));
        return undefined;
      }
      const values = new Map<string, Value>();
      let isWhole = true;
      for (const [name, { keySpan, value: each }] of node.entries) {
        const id = known.find((candidate) => candidate.name === name)?.id;
        const read = id === undefined ? undefined : value.read(each, join(key, name), note);
        if (id === undefined)
          note(faultAt(keySpan, key, `there is no ${noun} ${name}${didYouMean(name, names)}`));
        else if (values.has(id))
          note(faultAt(keySpan, join(key, name), `${id} is set twice, by id and by name`));
        else if (read !== undefined) {
          values.set(id, read);
          continue;
        }
        isWhole = false;
      }
      return isWhole ? values : undefined;
    },
  };
}

/** Another name for a word, read as its id. */
export function knownAs(known: readonly KnownKey[], noun: string): Shape<string> {
  const names = known.map(({ name }) => name);
  return {
    schema: { enum: names },
    read: (node, key, note) => {
      const value = node.type === "scalar" ? node.value : null;
      const id = known.find(({ name }) => name === value)?.id;
      if (id === undefined)
        note(
          faultAt(
            node.span,
            key,
            typeof value === "string"
              ? `there is no ${noun} ${value}${didYouMean(value, names)}`
              : `the id or the name of a ${noun} is wanted`,
          ),
        );
      return id;
    },
  };
}
