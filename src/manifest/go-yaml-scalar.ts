export type ScalarValue = string | number | boolean | null;

/** A value, or what go-yaml says instead. */
export type TaggedScalar =
  | { readonly type: "value"; readonly value: ScalarValue }
  | { readonly type: "error"; readonly message: string };

/** `resolveMap` of go-yaml v2 `resolve.go`: YAML 1.1 booleans and nulls by their text. */
const WORDS: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ...["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"].map(
    (word) => [word, true] as const,
  ),
  ...["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"].map(
    (word) => [word, false] as const,
  ),
  ...["", "~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Infinity] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, -Infinity] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, NaN] as const),
]);
const LONGEST_WORD = 5;

/** strconv.ParseInt with base 0: `0b`, `0o`, `0x`, a leading zero for octal. */
const INTEGER = /^([-+]?)(?:0[bB]([01]+)|0[oO]?([0-7]+)|0[xX]([0-9a-fA-F]+)|(0|[1-9][0-9]*))$/;
/** `yamlStyleFloat` of `resolve.go`. */
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const DOT_FLOAT = /^\.[0-9]+(?:[eE][-+]?[0-9]+)?$/;
/** The first characters after which `resolve` tries anything but a string. */
const HINT = /^[-+0-9.yYnNtTfFoO~]/;

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

/**
 * The value of a plain scalar as Kubernetes reads it: go-yaml v2, not YAML 1.2. Base 60 (`22:30`) and dates
 * stay strings there (kubernetes-sigs/yaml `goyaml.v2/resolve.go`).
 */
export function resolvePlain(source: string): ScalarValue {
  if (source !== "" && !HINT.test(source)) return source;
  if (source.length <= LONGEST_WORD) {
    const word = WORDS.get(source);
    if (word !== undefined) return word;
  }
  return resolveNumber(source) ?? source;
}

function resolveNumber(source: string): number | undefined {
  const first = source.charCodeAt(0);
  if (first > 0x39) return undefined;
  const plain = source.includes("_") ? source.replaceAll("_", "") : source;
  if (first === 0x2e) return DOT_FLOAT.test(plain) ? finite(plain) : undefined;
  return resolveInteger(plain) ?? (FLOAT.test(plain) ? finite(plain) : undefined);
}

const finite = (text: string): number | undefined => {
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
};

function resolveInteger(plain: string): number | undefined {
  // Up to 15 digits a number is exact, and this is the common case. Adding 0 makes 0 of -0.
  if (/^[-+]?(?:0|[1-9][0-9]{0,14})$/.test(plain)) return Number(plain) + 0;
  const value = exactInteger(plain);
  return value === undefined ? undefined : Number(value);
}

function exactInteger(plain: string): bigint | undefined {
  const match = INTEGER.exec(plain);
  if (match === null) return undefined;
  const [, sign, binary, octal, hex, decimal] = match;
  const size =
    binary !== undefined
      ? BigInt(`0b${binary}`)
      : octal !== undefined
        ? BigInt(`0o${octal}`)
        : BigInt(hex !== undefined ? `0x${hex}` : (decimal ?? "0"));
  const value = sign === "-" ? -size : size;
  // ParseUint, tried for what int64 does not hold, takes no sign.
  const max = sign === "" ? MAX_UINT64 : MAX_INT64;
  return value < MIN_INT64 || value > max ? undefined : value;
}

/** The value of a scalar with an explicit tag, in the long form. `resolve` fails where they disagree. */
export function resolveTagged(tag: string, source: string): TaggedScalar {
  const name = tag.startsWith(CORE_TAGS) ? tag.slice(CORE_TAGS.length) : "";
  if (name === "binary") return resolveBinary(source);
  const expected = TAG_CHECKS.get(name);
  // Any other tag: "Any data is accepted as a !!str", and unknown tags are not resolved.
  if (expected === undefined) return { type: "value", value: source };
  const value = resolvePlain(source);
  if (expected(value, source)) return { type: "value", value };
  return {
    type: "error",
    message: `cannot decode ${JSON.stringify(source.slice(0, 40))} as a !!${name}`,
  };
}

const CORE_TAGS = "tag:yaml.org,2002:";

const TAG_CHECKS: ReadonlyMap<string, (value: ScalarValue, source: string) => boolean> = new Map([
  ["null", (value: ScalarValue) => value === null],
  ["bool", (value: ScalarValue) => typeof value === "boolean"],
  [
    "int",
    (value: ScalarValue, source: string) => typeof value === "number" && isIntegerText(source),
  ],
  ["float", (value: ScalarValue) => typeof value === "number"],
]);

function resolveBinary(source: string): TaggedScalar {
  const text = source.replaceAll(/[\r\n]/g, "");
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text))
    return { type: "error", message: "!!binary value contains invalid base64 data" };
  return { type: "value", value: Buffer.from(text, "base64").toString("utf8") };
}

const isIntegerText = (source: string): boolean => integerOf(source) !== undefined;

const integerOf = (source: string): bigint | undefined => exactInteger(source.replaceAll("_", ""));

/**
 * The JSON key that a scalar key becomes; undefined for null and for numbers past int64, which have none
 * (kubernetes-sigs/yaml `yaml.go`, convertToJSONableObject).
 */
export function keyText(value: ScalarValue, source: string): string | undefined {
  if (typeof value === "string") return value;
  if (value === null) return undefined;
  if (typeof value === "boolean") return String(value);
  const integer = integerOf(source);
  if (integer === undefined) return floatKey(value);
  // Past int64 go-yaml gives a uint64: "unsupported map key of type".
  return integer > MAX_INT64 ? undefined : integer.toString();
}

/** `strconv.FormatFloat(key, 'g', -1, 32)`: the shortest text that gives the same 32-bit float. */
function floatKey(value: number): string {
  if (Number.isNaN(value)) return ".nan";
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  let precision = 1;
  while (precision < 17 && Math.fround(Number(single.toPrecision(precision))) !== single)
    precision += 1;
  const [mantissa = "0", exponentText = "0"] = single.toExponential(precision - 1).split("e");
  const exponent = Number(exponentText);
  // strconv: "if precision was the shortest possible, use precision 6 for this decision".
  if (exponent >= -4 && exponent < 6) return String(Number(single.toPrecision(precision)));
  const sign = exponent < 0 ? "-" : "+";
  return `${mantissa}e${sign}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
