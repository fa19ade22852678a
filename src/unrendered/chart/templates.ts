/** The parts of the templates of charts that stand in no file of their own: `{{ define "name" }}`. */
export type Definitions = ReadonlyMap<string, string>;

const BLOCK =
  /\{\{-?[ \t\n]*(?:define[ \t]+"([^"\n]{1,200})"|(if|with|range|block|end)\b)[^}]{0,400}\}\}/g;
/** The path of another template of the same chart, of which a checksum is made. */
const INCLUDE =
  /\b(?:include|template)\s+(?:"([^"\n]+)"|(\$|\.|\((?!print\w* \$\.Template\.BasePath)))/g;
/** Definitions that one text leads to. */
const MAX_INCLUDED = 200;

interface Parts {
  readonly definitions: readonly (readonly [name: string, body: string])[];
  /** What the text renders to by itself. */
  readonly rest: string;
}

/** Takes a template apart. Of a definition without an end, everything behind it is taken for a part. */
export function splitDefinitions(text: string): Parts {
  const definitions: (readonly [string, string])[] = [];
  const rest: string[] = [];
  let open: { readonly name: string; readonly start: number } | undefined;
  let behind = 0;
  let depth = 0;
  for (const { 0: found, 1: name, 2: word, index } of text.matchAll(BLOCK)) {
    if (open === undefined) {
      if (name === undefined) continue;
      rest.push(text.slice(behind, index));
      open = { name, start: index };
      depth = 1;
    } else depth += word === "end" ? -1 : 1;
    if (depth > 0) continue;
    behind = index + found.length;
    definitions.push([open.name, text.slice(open.start, behind)]);
    open = undefined;
  }
  if (open === undefined) rest.push(text.slice(behind));
  else definitions.push([open.name, text.slice(open.start)]);
  return { definitions, rest: rest.join("\n") };
}

/** A text with everything that it includes. A name that is computed may be any, and brings all. */
export function withIncluded(text: string, definitions: Definitions): string {
  const seen = new Set<string>();
  const parts = [text];
  for (const part of parts)
    for (const [, name, computed] of part.matchAll(INCLUDE)) {
      const names = computed === undefined ? [name ?? ""] : definitions.keys();
      for (const each of names) {
        if (seen.size >= MAX_INCLUDED) break;
        const body = definitions.get(each);
        if (body === undefined || seen.has(each)) continue;
        seen.add(each);
        parts.push(body);
      }
    }
  return parts.join("\n");
}

/** Whether a template makes a policy; its kind can be a value, and then its fields tell. */
export const namesPolicy = (text: string): boolean =>
  text.includes("NetworkPolicy") || FIELDS.test(text);

const FIELDS = /(?:^|[\s{,])(?:policyTypes|podSelector|endpointSelector)\s*:/m;

/** Keys on the way to a value; none for all values. */
export type KeyPath = readonly string[];

const VALUE = /\.Values((?:\.[A-Za-z_]\w*)+)/g;
const INDEXED = /\b(?:index|get|dig)\s+\(?\$?\.Values((?:\s+"[^"\n]+")+)/g;
/** `.Values` itself, handed on or given a name. */
const ALL = /\.Values(?![.\w])/;
const DUG = /\bdig((?:\s+"[^"\n]+")+)\s[^}\n]{0,80}?\$?\.Values(?![.\w])/g;

/** The values that a text reads, the image aside: it says nothing about who may talk to whom. */
export function valuesRead(text: string): readonly KeyPath[] {
  const found = new Map<string, KeyPath>();
  for (const [, keys = ""] of text.matchAll(VALUE)) found.set(keys, keys.slice(1).split("."));
  for (const [, keys = ""] of text.matchAll(INDEXED)) {
    const path = [...keys.matchAll(/"([^"]+)"/g)].map(([, key = ""]) => key);
    found.set(path.join("."), path);
  }
  // `dig` names a default last, and then the map.
  for (const [, keys = ""] of text.matchAll(DUG)) {
    const path = [...keys.matchAll(/"([^"]+)"/g)].slice(0, -1).map(([, key = ""]) => key);
    found.set(path.join("."), path);
  }
  const plain = text.replaceAll(INDEXED, "").replaceAll(DUG, "");
  if (ALL.test(plain)) found.set("", []);
  return [...found.values()].filter((path) => !path.some((key) => /image/i.test(key)));
}
