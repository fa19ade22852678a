import { parseCni, type Cni } from "../config/cni.ts";
import { parseFailOn } from "../config/fail-on.ts";
import type { FailOn } from "../model/report.ts";

/** What the runner hands to an action: texts by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly wanted: string };

const parsed = <Value>(value: Value): Parsed<Value> => ({ ok: true, value });

const text = (given: string | undefined): Parsed<string | undefined> => parsed(given);

const textOr =
  (otherwise: string) =>
  (given: string | undefined): Parsed<string> =>
    parsed(given ?? otherwise);

/** The booleans of YAML 1.2, as in the toolkit's `getBooleanInput`. */
const TRUE: readonly string[] = ["true", "True", "TRUE"];
const FALSE: readonly string[] = ["false", "False", "FALSE"];

const booleanOr =
  <Otherwise extends boolean | undefined>(otherwise: Otherwise) =>
  (given: string | undefined): Parsed<boolean | Otherwise> => {
    if (given === undefined) return parsed(otherwise);
    if (TRUE.includes(given)) return parsed(true);
    return FALSE.includes(given) ? parsed(false) : { ok: false, wanted: "`true` or `false`" };
  };

function failOn(given: string | undefined): Parsed<readonly FailOn[] | undefined> {
  if (given === undefined) return parsed(undefined);
  const result = parseFailOn(given);
  return result.ok ? parsed(result.failOn) : result;
}

function cni(given: string | undefined): Parsed<Cni | undefined> {
  if (given === undefined) return parsed(undefined);
  const result = parseCni(given);
  return result.ok ? parsed(result.cni) : result;
}

/**
 * The action's inputs; action.yml declares the same names, which a test checks. What may stand in the
 * configuration file too is undefined unless it was given, so that the file can decide it.
 */
export const INPUTS = {
  token: { name: "github-token", parse: text },
  base: { name: "base", parse: text },
  head: { name: "head", parse: text },
  config: { name: "config", parse: text },
  configToken: { name: "config-token", parse: text },
  workingDirectory: { name: "working-directory", parse: textOr(".") },
  comment: { name: "comment", parse: booleanOr(true) },
  failOn: { name: "fail-on", parse: failOn },
  warnOnly: { name: "warn-only", parse: booleanOr(undefined) },
  commentId: { name: "comment-id", parse: text },
  reviewComments: { name: "review-comments", parse: booleanOr(undefined) },
  cni: { name: "cni", parse: cni },
  sarif: { name: "sarif", parse: booleanOr(false) },
} as const;

type ValueOf<Parse> = Parse extends (given: string | undefined) => Parsed<infer Of> ? Of : never;

/** The inputs by the names that the code uses. */
export type Inputs = {
  readonly [Key in keyof typeof INPUTS]: ValueOf<(typeof INPUTS)[Key]["parse"]>;
};

export type InputsResult =
  | { readonly ok: true; readonly inputs: Inputs }
  | { readonly ok: false; readonly message: string };

/** As the runner spells it: `getInput` of the toolkit reads the same variable. */
function inputText(env: Environment, name: string): string | undefined {
  const value = env[`INPUT_${name.toUpperCase()}`]?.trim();
  // An input that a workflow leaves out arrives as empty text.
  return value === "" ? undefined : value;
}

/** Reads the inputs from the runner's environment. */
export function readInputs(env: Environment): InputsResult {
  const values: [string, unknown][] = [];
  for (const [key, { name, parse }] of Object.entries(INPUTS)) {
    const result = parse(inputText(env, name));
    if (!result.ok) return { ok: false, message: `The input \`${name}\` is not ${result.wanted}.` };
    values.push([key, result.value]);
  }
  return { ok: true, inputs: Object.fromEntries(values) as Inputs };
}
