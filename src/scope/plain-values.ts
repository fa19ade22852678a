import { Composer, Lexer, Parser, type Document } from "yaml";
import { groupOf } from "../manifest/api-version.ts";
import { DEFAULT_LIMITS } from "../manifest/limits.ts";
import { STACK_SLACK } from "../model/yaml-nesting.ts";

const MAX_TEXT = 1024 * 1024;
/** As deep as manifests are read: what is deeper is reported there. */
const MAX_DEPTH = DEFAULT_LIMITS.depth;

/**
 * The documents of a YAML text as plain values, for files that are not decoded as manifests. Undefined where
 * one cannot be read.
 */
export function plainValues(text: string): readonly unknown[] | undefined {
  if (text.length > MAX_TEXT) return undefined;
  try {
    const documents = composeAll(text);
    if (documents === undefined || documents.some(({ errors }) => errors.length > 0))
      return undefined;
    // Maps instead of objects, because keys can be anything.
    return documents.map((document): unknown =>
      plain(document.toJS({ maxAliasCount: 100, mapAsMap: true }), 0),
    );
  } catch {
    // The library throws on alias bombs only.
    return undefined;
  }
}

/** The parser keeps its own stack and composing recurses, so nesting is bounded before it comes to that. */
function composeAll(text: string): readonly Document.Parsed[] | undefined {
  const parser = new Parser();
  const composer = new Composer({ uniqueKeys: false, merge: true, logLevel: "silent" });
  const documents: Document.Parsed[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_DEPTH + STACK_SLACK) return undefined;
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end());
  return documents;
}

function plain(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (!(value instanceof Map)) return value;
  return Object.fromEntries(
    [...value].map(([key, child]) => [String(key), plain(child, depth + 1)]),
  );
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What stands at a path of keys. */
export const valueAt = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);

/** The objects of a document: itself, or the items of a list, which take their type from it where they have none. */
export function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!isRecord(value)) return [];
  const { items, apiVersion } = value;
  if (!Array.isArray(items)) return [value];
  const inherited = { apiVersion, kind: typeOf(value).kind.replace(/List$/, "") };
  return items.flatMap((item) => objectsIn(isRecord(item) ? { ...inherited, ...item } : item));
}

/** The API group and kind of an object; empty where they are no text. */
export function typeOf(value: unknown): { readonly group: string; readonly kind: string } {
  const [apiVersion, kind] = ["apiVersion", "kind"].map((key) => valueAt(value, key));
  return {
    group: typeof apiVersion === "string" ? groupOf(apiVersion) : "",
    kind: typeof kind === "string" ? kind : "",
  };
}
