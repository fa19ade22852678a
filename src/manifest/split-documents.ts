/** A part of a file that kubectl decodes on its own. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
  /** The line before the chunk, where it begins like a separator and is none. */
  readonly badSeparator?: { readonly start: number; readonly end: number };
}

const SEPARATOR = "---";

/**
 * Splits a file as kubectl does, before any YAML is read: at lines that begin with `---`. After the dashes
 * only blanks or a comment may stand, anything else is "invalid Yaml document separator"
 * (kubernetes/apimachinery `pkg/util/yaml/decoder.go`, YAMLReader). So a broken document hides no other.
 */
export function* splitDocuments(text: string, from = 0): Generator<Chunk, void> {
  let start = from;
  let bad: { start: number; end: number } | undefined;
  const chunk = (end: number): Chunk => ({
    start,
    end,
    ...(bad === undefined ? {} : { badSeparator: bad }),
  });
  for (let line = nextSeparator(text, from); line >= 0; line = nextSeparator(text, line + 1)) {
    if (line > start || bad !== undefined) yield chunk(line);
    const newline = text.indexOf("\n", line);
    const lineEnd = newline < 0 ? text.length : newline;
    const after = text.slice(line + SEPARATOR.length, lineEnd);
    const isSeparator = /^\s*(?:#|$)/.test(after);
    bad = isSeparator
      ? undefined
      : { start: line, end: line + text.slice(line, lineEnd).trimEnd().length };
    // `--- {a: b}` begins a document in YAML, `---a` does not.
    const isMarker = !isSeparator && /^[ \t]/.test(after);
    start = isMarker ? line : Math.min(lineEnd + 1, text.length);
  }
  if (start < text.length || bad !== undefined) yield chunk(text.length);
}

function nextSeparator(text: string, from: number): number {
  if (from === 0 && text.startsWith(SEPARATOR)) return 0;
  const found = text.indexOf(`\n${SEPARATOR}`, Math.max(0, from - 1));
  return found < 0 ? -1 : found + 1;
}
