import { isScalar, type Scalar } from "yaml";
import type { ScalarNode } from "../model/node.ts";
import { fail, type Conversion } from "./conversion.ts";
import { resolvePlain, resolveTagged, type ScalarValue } from "./go-yaml-scalar.ts";

/** A scalar with the value that go-yaml v2 gives to its source text. */
export function convertScalar(state: Conversion, scalar: Scalar, at: number): ScalarNode {
  const [start, valueEnd] = scalar.range ?? [at, at];
  // The library counts the newlines after a block scalar in.
  state.end =
    scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED"
      ? trimEnd(state.text, valueEnd)
      : valueEnd;
  return {
    type: "scalar",
    value: valueOf(state, scalar),
    span: state.locate(start, Math.max(start, state.end)),
  };
}

/**
 * Escapes that the library takes and go-yaml v2 does not: `\/`, and halves of surrogate pairs (`scannerc.go`,
 * yaml_parser_scan_flow_scalar). In JSON input both are fine.
 */
const ESCAPE = /\\(?:(\/|(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2})|[^])/g;

function valueOf(state: Conversion, scalar: Scalar): ScalarValue {
  const source = scalar.source ?? "";
  if (scalar.type === "QUOTE_DOUBLE") checkEscapes(state, scalar);
  if (scalar.tag !== undefined) {
    const result = resolveTagged(scalar.tag, source);
    if (result.type === "value") return checkFinite(state, result.value);
    fail(state, result.message, state.end);
    return null;
  }
  if (scalar.type === "QUOTE_DOUBLE" && isQuoteEscaped(state))
    fail(state, 'Missing closing "quote', state.end);
  return isPlain(scalar) ? checkFinite(state, resolvePlain(source)) : source;
}

function checkEscapes(state: Conversion, { range }: Scalar): void {
  if (!range) return;
  const text = state.text.slice(range[0], range[1]);
  if (!text.includes("\\")) return;
  for (const { 0: escape, 1: refused, index } of text.matchAll(ESCAPE)) {
    if (refused === undefined) continue;
    const advice = refused === "/" ? "write `/`" : "write the character itself";
    fail(state, `kubectl refuses the escape \`${escape}\` in YAML; ${advice}`, range[0] + index);
    return;
  }
}

/** The library takes a text cut at the end of its line for closed if it ends with an escaped quote. */
function isQuoteEscaped({ text, end }: Conversion): boolean {
  let first = end - 1;
  while (text.charAt(first - 1) === "\\") first -= 1;
  return (end - 1 - first) % 2 === 1;
}

/** An empty value has no type of its own, and is plain. */
const isPlain = (scalar: Scalar): boolean => scalar.type === "PLAIN" || scalar.type === undefined;

function checkFinite(state: Conversion, value: ScalarValue): ScalarValue {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  fail(
    state,
    "infinity and not-a-number have no JSON form; quote the text or write a number",
    state.end,
  );
  return null;
}

/** go-yaml v2, isMerge: a plain `<<`. A quoted one is an ordinary key. */
export const isMergeKey = (key: unknown): boolean =>
  isScalar(key) &&
  key.source === "<<" &&
  (key.tag === undefined ? isPlain(key) : key.tag === "tag:yaml.org,2002:merge");

function trimEnd(text: string, end: number): number {
  let last = end;
  while (last > 0 && /\s/.test(text.charAt(last - 1))) last -= 1;
  return last;
}
