import { PLUGIN_WORDS } from "../manifest/detect-network-plugin.ts";

/** What a manifest may hold, judged from its text alone. Never misses; may say yes too often. */
export interface TextHints {
  /** A NetworkPolicy of any API group. */
  readonly policy: boolean;
  /** Another object that belongs to network policy, of an engine that is only named in the ledger. */
  readonly foreign: boolean;
  readonly namespace: boolean;
  readonly workload: boolean;
  /** A Service or a network plugin: they decide nothing, but what a policy means depends on them. */
  readonly context: boolean;
}

const FOREIGN = ["EgressFirewall", "NetworkSet", "projectcalico.org", "cilium.io", "antrea.io"];
const NAMESPACE = /\bNamespace(?:List)?\b/;
const WORKLOADS = ["Pod", "Deployment", "Set", "Job", "ReplicationController"];
const WORKLOAD =
  /\b(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)(?:List)?\b/;

const SERVICE = /\bService(?:List)?\b/;

const EVERYTHING: TextHints = {
  policy: true,
  foreign: true,
  namespace: true,
  workload: true,
  context: true,
};

/**
 * A kind stands in the text as a word, unless YAML lets it be written otherwise: an escape for a letter,
 * a line continued inside a word, base64. Such a text may hold anything.
 */
export function hintsOf(text: string): TextHints {
  if (mayHideWords(text)) return EVERYTHING;
  // Most files hold none of the words, and a search for a fixed text is the cheapest way to know.
  const has = (word: string): boolean => text.includes(word);
  const policy = has("NetworkPolicy");
  return {
    policy,
    foreign: policy || FOREIGN.some(has),
    namespace: has("Namespace") && NAMESPACE.test(text),
    workload: WORKLOADS.some(has) && WORKLOAD.test(text),
    context: (has("Service") && SERVICE.test(text)) || PLUGIN_WORDS.some(has),
  };
}

const ESCAPED_LETTER = /\\(?:x[4-7]|u00[4-7]|U000000[4-7])/;
const CONTINUED_WORD = /[A-Za-z]\\\r?\n/;
const BINARY = /!\S*binary|!<|^%TAG/m;

export function mayHideWords(text: string): boolean {
  if (text.includes("\u0000")) return true;
  if (text.includes("\\") && (ESCAPED_LETTER.test(text) || CONTINUED_WORD.test(text))) return true;
  return text.includes("!") && BINARY.test(text);
}

/** An object as its text shows it, where it is written in the plain form. */
export interface PlainObject {
  readonly kind: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly text: string;
}

/**
 * The objects of a text in which every document that has this word is written plainly: one `kind:` and
 * one `metadata:` block at the left margin, names without tricks. Undefined where one is not, so that
 * nothing can be said without parsing.
 */
export function plainObjects(text: string, word: RegExp): readonly PlainObject[] | undefined {
  if (mayHideWords(text)) return undefined;
  const objects: PlainObject[] = [];
  for (const document of text.split(/^---/m)) {
    if (!word.test(document)) continue;
    const object = plainObject(document);
    if (object === undefined) return undefined;
    objects.push(object);
  }
  return objects;
}

function plainObject(text: string): PlainObject | undefined {
  const found = { kind: [] as string[], name: [] as string[], namespace: [] as string[] };
  let blocks = 0;
  /** Depth of the keys of the metadata block: 0 before its first line, -1 outside of it. */
  let depth = -1;
  for (const line of text.split("\n")) {
    const start = line.search(/[^ ]/);
    const first = line[start];
    if (first === undefined || first === "#" || first === "\r") continue;
    if (start > 0 && depth < 0) continue;
    if (!/[A-Za-z]/.test(first)) {
      // Lists and continued values may stand below other keys, never where a key is wanted.
      if (start === 0 || start <= depth || depth === 0) return undefined;
      continue;
    }
    if (start === 0) {
      depth = -1;
      if (line.startsWith("items")) return undefined;
      if (line.startsWith("kind")) found.kind.push(line);
      if (!line.startsWith("metadata")) continue;
      if (!/^metadata: *\r?$/.test(line)) return undefined;
      blocks += 1;
      depth = 0;
      continue;
    }
    if (depth === 0) depth = start;
    if (start < depth) return undefined;
    if (start > depth || !line.startsWith("name", start)) continue;
    const key = line.startsWith("namespace", start) ? "namespace" : "name";
    found[key].push(line.slice(start));
  }
  if (blocks !== 1 || found.kind.length !== 1) return undefined;
  const [kind, name, namespace] = [found.kind, found.name, found.namespace].map(plainValue);
  if (typeof kind !== "string" || name === null || namespace === null) return undefined;
  return {
    kind,
    text,
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
  };
}

/** The value of a key that stands once, as a bare word; null where it is something else. */
function plainValue(lines: readonly string[]): string | null | undefined {
  const [line] = lines;
  if (line === undefined) return undefined;
  const match = /^[a-z]+: +["']?([A-Za-z0-9][A-Za-z0-9.-]*)["']? *(?:#.*)?\r?$/.exec(line);
  return lines.length > 1 ? null : (match?.[1] ?? null);
}

/** Whether some object of the text says that it lives in this namespace. */
export function namesNamespace(text: string, namespace: string): boolean {
  if (!text.includes(namespace)) return false;
  const name = namespace.replaceAll(/[^a-z0-9-]/g, "\\$&");
  return new RegExp(`[nN]amespace["']?\\s*:\\s*["']?${name}(?![a-z0-9.-])`).test(text);
}
