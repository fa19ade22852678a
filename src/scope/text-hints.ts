/** What a manifest may hold, judged from its text alone. Never misses; may say yes too often. */
export interface TextHints {
  /** A NetworkPolicy of any API group. */
  readonly policy: boolean;
  /** Another object that belongs to network policy, of an engine that is only named in the ledger. */
  readonly foreign: boolean;
  readonly namespace: boolean;
  readonly workload: boolean;
}

const FOREIGN = ["EgressFirewall", "NetworkSet", "projectcalico.org", "cilium.io", "antrea.io"];
const NAMESPACE = /\bNamespace(?:List)?\b/;
const WORKLOADS = ["Pod", "Deployment", "Set", "Job", "ReplicationController"];
const WORKLOAD =
  /\b(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)(?:List)?\b/;

const EVERYTHING: TextHints = { policy: true, foreign: true, namespace: true, workload: true };

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

function plainObject(document: string): PlainObject | undefined {
  const kinds = [...document.matchAll(/^kind: *([A-Za-z]+) *\r?$/gm)];
  const blocks = [...document.matchAll(/^metadata: *\r?\n((?:(?: +.*)?\r?\n)*)/gm)];
  const kind = kinds[0]?.[1];
  const block = blocks[0]?.[1];
  const isSingle =
    kinds.length === 1 && blocks.length === 1 && !/^(?:items|["'{?<&*!])/m.test(document);
  if (kind === undefined || block === undefined || !isSingle) return undefined;
  const lines = block.split(/\r?\n/);
  const indent = /^ +(?=[^ #])/.exec(lines.find((line) => /^ *[^ #]/.test(line)) ?? "")?.[0];
  if (indent === undefined) return undefined;
  const name = valueOf(NAME_KEY, lines, indent);
  const namespace = valueOf(NAMESPACE_KEY, lines, indent);
  if (name === null || namespace === null) return undefined;
  return {
    kind,
    text: document,
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
  };
}

const NAME_KEY = /^["']?name["']? *:/;
const NAMESPACE_KEY = /^["']?namespace["']? *:/;

/** The value of a key among the lines of its own depth; null where it is not plain. */
function valueOf(key: RegExp, lines: readonly string[], indent: string): string | null | undefined {
  const own = lines.filter((line) => line.startsWith(indent) && line[indent.length] !== " ");
  const values = own.map((line) => line.slice(indent.length)).filter((line) => key.test(line));
  const [value] = values;
  if (value === undefined) return own.some((line) => line.includes("<<")) ? null : undefined;
  if (values.length > 1) return null;
  return /^[a-z]+: +["']?([a-z0-9][a-z0-9.-]*)["']? *(?:#.*)?$/.exec(value)?.[1] ?? null;
}

/** Whether some object of the text says that it lives in this namespace. */
export function namesNamespace(text: string, namespace: string): boolean {
  if (!text.includes(namespace)) return false;
  const name = namespace.replaceAll(/[^a-z0-9-]/g, "\\$&");
  return new RegExp(`namespace["']?\\s*:\\s*["']?${name}(?![a-z0-9.-])`).test(text);
}
