import { PLUGIN_WORDS } from "../manifest/detect-network-plugin.ts";

/** What a manifest may hold, judged from its text alone. Never misses; may say yes too often. */
export interface TextHints {
  /** The text may hold words that are not to be seen in it, and so anything. */
  readonly hides: boolean;
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

// Most files hold none of the words, and a search for a fixed text is the cheapest way to know.

export const namesForeign = (text: string): boolean => FOREIGN.some((word) => text.includes(word));

export const namesPolicy = (text: string): boolean => text.includes("NetworkPolicy");

export const namesNamespaceKind = (text: string): boolean =>
  text.includes("Namespace") && NAMESPACE.test(text);

export const namesWorkload = (text: string): boolean =>
  WORKLOADS.some((word) => text.includes(word)) && WORKLOAD.test(text);

/** Containers of a pod, in an object of whatever kind. Asked of changed files only: most kinds are known. */
export const namesTemplate = (text: string): boolean => text.includes("containers");

/** A Service, or a word without which a text installs no network plugin that is known here. */
export const namesContext = (text: string): boolean =>
  (text.includes("Service") && SERVICE.test(text)) ||
  PLUGIN_WORDS.some((word) => text.includes(word));

/** Whether the text may hold anything that bears on network policy. */
export const isHinted = (hints: TextHints): boolean =>
  hints.policy || hints.namespace || hints.workload || hints.foreign;

const UNUSUAL = /[\0\\!]/;
/** An escape for a character that names and labels are made of: letters, digits, `-`, `.`, `/`, `_`. */
const ESCAPED = /\\(?:x|u00|U000000)(?:2[dDeEfF]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aAfF])|\w\\\/\w/;
/** A line that is continued behind a letter, or within a word of letters, digits, `-`, `.`, `/` and `_`. */
const CONTINUED = /[A-Za-z]\\\r?\n|[\w./-](?:\\\r?\n[ \t]*)+(?:\\\/|[\w./-])/;
const BINARY = /![^\s!]*binary|!<|^%TAG/m;
/** What one of the above needs. Texts with such characters can be large, and one look is cheap. */
const SUSPICIOUS = /\0|\\(?:x[2-7]|u00[2-7]|U000000[2-7]|\/|\r?\n)|![^\s!]*binary|!<|%TAG/;

/**
 * A word stands in the text as it is, unless YAML lets it be written otherwise: an escape for a letter, a
 * line continued inside a word, base64. Such a text may hold anything.
 */
export function mayHideWords(text: string): boolean {
  // The only question to most texts.
  if (!UNUSUAL.test(text) || !SUSPICIOUS.test(text)) return false;
  if (text.includes("\0") || ESCAPED.test(text) || CONTINUED.test(text)) return true;
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
  // A line break to YAML, but not here.
  if (text.includes("\r") && LONE_RETURN.test(text)) return undefined;
  const objects: PlainObject[] = [];
  for (const document of splitPlain(text)) {
    if (!word.test(document)) continue;
    const object = plainObject(document);
    if (object === undefined) return undefined;
    objects.push(object);
  }
  return objects;
}

const LONE_RETURN = /\r(?!\n)/;

/** The parts between lines that begin with `---`: documents, or pieces of them that are not plain. */
function splitPlain(text: string): readonly string[] {
  const parts: string[] = [];
  let start = text.startsWith("---") ? 3 : 0;
  for (;;) {
    const end = text.indexOf("\n---", start);
    if (end < 0) break;
    parts.push(text.slice(start, end + 1));
    start = end + 4;
  }
  parts.push(text.slice(start));
  return parts;
}

const SPACE = 32;
const HASH = 35;
const RETURN = 13;

const isLetter = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** Walks over the lines in place: thousands of texts are looked at, and few of their lines matter. */
function plainObject(text: string): PlainObject | undefined {
  let kind: string | undefined;
  let name: string | undefined;
  let namespace: string | undefined;
  let blocks = 0;
  /** Depth of the keys of the metadata block: 0 before its first line, -1 outside of it. */
  let depth = -1;
  for (let at = 0, next = 0; at < text.length; at = next + 1) {
    const newline = text.indexOf("\n", at);
    next = newline < 0 ? text.length : newline;
    if (depth < 0 && text.charCodeAt(at) === SPACE) continue;
    let start = at;
    while (text.charCodeAt(start) === SPACE) start += 1;
    const indent = start - at;
    const first = text.charCodeAt(start);
    if (start >= next || first === HASH || first === RETURN) continue;
    if (!isLetter(first)) {
      // Lists and continued values may stand below other keys, never where a key is wanted.
      if (indent === 0 || indent <= depth || depth === 0) return undefined;
      continue;
    }
    if (indent === 0) {
      depth = -1;
      if (text.startsWith("kind", at)) {
        if (kind !== undefined) return undefined;
        kind = text.slice(at, next);
      } else if (text.startsWith("metadata", at)) {
        if (!/^metadata: *\r?$/.test(text.slice(at, next))) return undefined;
        blocks += 1;
        depth = 0;
      } else if (text.startsWith("items", at)) return undefined;
      continue;
    }
    if (depth === 0) depth = indent;
    if (indent < depth) return undefined;
    if (indent > depth || !text.startsWith("name", start)) continue;
    const line = text.slice(start, next);
    if (text.startsWith("namespace", start)) {
      if (namespace !== undefined) return undefined;
      namespace = line;
    } else {
      if (name !== undefined) return undefined;
      name = line;
    }
  }
  if (blocks !== 1 || kind === undefined) return undefined;
  const value = {
    kind: plainValue(kind),
    name: plainValue(name),
    namespace: plainValue(namespace),
  };
  if (typeof value.kind !== "string" || value.name === null || value.namespace === null)
    return undefined;
  return {
    kind: value.kind,
    text,
    ...(value.name === undefined ? {} : { name: value.name }),
    ...(value.namespace === undefined ? {} : { namespace: value.namespace }),
  };
}

/** The value of a key, as a bare word; null where it is something else. */
function plainValue(line: string | undefined): string | null | undefined {
  if (line === undefined) return undefined;
  const [, , quoted, bare] = PLAIN_VALUE.exec(line) ?? [];
  return quoted ?? (bare === undefined || NO_TEXT.test(bare) ? null : bare);
}

const PLAIN_VALUE =
  /^[a-z]+: +(?:(["'])([A-Za-z0-9][A-Za-z0-9.-]*)\1|([A-Za-z][A-Za-z0-9.-]*))(?: +#.*| *)\r?$/;
/** Without quotes, these are nothing or a truth value; what begins with a digit may be a number. */
const NO_TEXT = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/**
 * Whether a text is made of NetworkPolicies alone, each written as nearly all are and with a namespace:
 * one expression tells what `plainObjects` would take several times as long for.
 */
export const allNameNamespaces = (text: string): boolean => USUAL_POLICIES.test(text);

const USUAL_POLICY =
  "(?:apiVersion: [A-Za-z0-9./]+\\n)?kind: NetworkPolicy\\n(?:apiVersion: [A-Za-z0-9./]+\\n)?" +
  "metadata:\\n  name: [A-Za-z][A-Za-z0-9.-]*\\n  namespace: (?!(?:null|true|false|yes|no|on|off|y|n)\\n)[a-z][a-z0-9-]*\\n" +
  "spec:\\n(?: [^\\n\\r]*(?:\\n|$)|\\n)*";
const USUAL_POLICIES = new RegExp(`^(?:---\\n)?${USUAL_POLICY}(?:---\\n${USUAL_POLICY})*$`);

/** Whether some object of the text says that it lives in this namespace. */
export function namesNamespace(text: string, namespace: string): boolean {
  if (!text.includes(namespace)) return false;
  const name = namespace.replaceAll(/[^a-z0-9-]/g, "\\$&");
  return new RegExp(`[nN]amespace["']?\\s*[:=]\\s*["']?${name}(?![a-z0-9.-])`).test(text);
}
