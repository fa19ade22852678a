/** What a manifest may hold, judged from its text alone. Never misses; may say yes too often. */
export interface TextHints {
  /** A NetworkPolicy of any API group. */
  readonly policy: boolean;
  /** Another object that belongs to network policy, of an engine that is only named in the ledger. */
  readonly foreign: boolean;
  readonly namespace: boolean;
  readonly workload: boolean;
}

const POLICY = /NetworkPolicy/;
const FOREIGN =
  /NetworkPolicy|EgressFirewall|NetworkSet|projectcalico\.org|cilium\.io|antrea\.io|PolicyException/;
const NAMESPACE = /\bNamespace(?:List)?\b/;
const WORKLOAD =
  /\b(?:Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)(?:List)?\b/;

const EVERYTHING: TextHints = { policy: true, foreign: true, namespace: true, workload: true };

/**
 * A kind stands in the text as a word, unless YAML lets it be written otherwise: an escape for a letter,
 * a line continued inside a word, base64. Such a text may hold anything.
 */
export function hintsOf(text: string): TextHints {
  if (mayHideWords(text)) return EVERYTHING;
  const foreign = FOREIGN.test(text);
  return {
    policy: foreign && POLICY.test(text),
    foreign,
    namespace: NAMESPACE.test(text),
    workload: WORKLOAD.test(text),
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

/**
 * Whether a policy in the text may leave out its namespace. Only the plain form is recognised: a
 * `metadata:` block at the left margin with `namespace:` among its own keys, in each document that names
 * the kind.
 */
export function mayLackNamespace(text: string): boolean {
  return text
    .split(/^---/m)
    .some((document) => POLICY.test(document) && !declaresNamespace(document));
}

function declaresNamespace(document: string): boolean {
  const block = /^metadata:[ \t]*\r?\n((?:(?: +.*)?\r?\n)*)/m.exec(`${document}\n`)?.[1];
  const indent = /^ +(?=[^ #\r\n])/m.exec(block ?? "")?.[0];
  if (block === undefined || indent === undefined) return false;
  return block.split("\n").some((line) => line.startsWith(`${indent}namespace: `));
}

/** Whether some object of the text says that it lives in this namespace. */
export function namesNamespace(text: string, namespace: string): boolean {
  if (!text.includes(namespace)) return false;
  const name = namespace.replaceAll(/[^a-z0-9-]/g, "\\$&");
  return new RegExp(`namespace["']?\\s*:\\s*["']?${name}(?![a-z0-9.-])`).test(text);
}
