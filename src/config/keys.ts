import { FAIL_ON, LEVELS } from "./fail-on.ts";
import {
  flag,
  knownAs,
  list,
  mapping,
  optional,
  required,
  scalarOr,
  table,
  text,
  unlike,
  word,
  type JsonSchema,
  type KnownKey,
  type Shape,
  type ValueOf,
} from "./shape.ts";

/** A rule that a configuration may name. */
export interface KnownRule {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
}

/** What reading depends on besides the text. */
export interface ConfigContext {
  readonly rules: readonly KnownRule[];
  /** As `2026-03-31`. */
  readonly today: string;
}

const MAX_GLOB = 200;
const MAX_STARS = 8;

const someText = (wanted: string, maxLength = 300): Shape<string> =>
  text({ wanted, maxLength, pattern: "\\S" });

/** Globs become backtracking expressions, so their size is bounded. */
const glob = text({
  wanted: `a glob of at most ${MAX_GLOB} characters and ${MAX_STARS} stars`,
  maxLength: MAX_GLOB,
  pattern: `^(?=[\\s\\S])[^*]*(?:\\*[^*]*){0,${MAX_STARS}}$`,
});

/** As the API server wants it (RFC 1123). */
const namespaceName = text({
  wanted: "the name of a namespace, of lower-case letters, digits and `-`,",
  maxLength: 63,
  pattern: "^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$",
});

const scope = mapping(
  {
    name: required(someText("a text"), { description: "What the scope is called in the review." }),
    paths: required(list(glob, "a list of globs"), {
      description: "Globs of its files, from the top of the repository.",
      examples: [["clusters/production/**", "base/**"]],
    }),
    namespace: optional(namespaceName, {
      description: "Where objects without a namespace land.",
    }),
  },
  { wanted: "a mapping with name and paths" },
);

const failOnWord = word(FAIL_ON);
const failOn = scalarOr(
  failOnWord,
  list(failOnWord, `one word or a list of them, out of ${FAIL_ON.join(", ")},`, 1),
);

type Level = (typeof LEVELS)[number];
const level = word<Level>(LEVELS);
const ruleSetting = scalarOr(
  word<"off" | Level>(["off", ...LEVELS]),
  mapping(
    {
      level: optional(level, { description: "How grave its findings are." }),
      gate: optional(flag, {
        description:
          "Whether its findings fail the check, whatever `failOn` says. Unset, a gate stays one at level error.",
      }),
    },
    { wanted: `one of off, ${LEVELS.join(", ")}, or a mapping with level and gate`, least: 1 },
  ),
);
export type RuleSetting = ValueOf<typeof ruleSetting>;

const RULE_SETTING = "ruleSetting";
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  [RULE_SETTING]: ruleSetting.schema,
};

const keysOf = (rules: readonly KnownRule[]): readonly KnownKey[] =>
  rules.flatMap(({ id, name, summary }) => [
    { id, name: id, description: `${name}: ${summary}.` },
    { id, name, description: `${id}: ${summary}.` },
  ]);

const MAX_YEARS = 2;

function checkExpiry(expires: string, today: string): string | undefined {
  const date = new Date(`${expires}T00:00:00Z`);
  // 31 April becomes 1 May.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== expires)
    return `there is no day ${expires}`;
  const latest = `${Number(today.slice(0, 4)) + MAX_YEARS}${today.slice(4)}`;
  return expires > latest
    ? `${expires} is more than ${MAX_YEARS} years ahead; ${latest} is the latest, since what is accepted for good belongs in rules`
    : undefined;
}

const acceptance = (keys: readonly KnownKey[], today: string) =>
  mapping(
    {
      rule: required(knownAs(keys, "rule"), { description: "Id or name of the rule." }),
      scope: optional(someText("a text"), { description: "Only in this scope." }),
      namespace: optional(someText("a text"), { description: "Only in this namespace." }),
      path: optional(glob, {
        description: "Only where the finding's place is in a file that this glob matches.",
      }),
      message: optional(someText("a text"), {
        description:
          "Only where the finding's message contains this, such as one end of the flow, letter by letter.",
      }),
      reason: required(someText("a text that says why", 1_000), {
        description: "Why the finding is acceptable.",
      }),
      owner: required(someText("a text that says who"), {
        description: "Who answers for it: a person or a team.",
      }),
      expires: required(
        text({
          wanted: "a day as YYYY-MM-DD",
          maxLength: 10,
          pattern: "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
          check: (day) => checkExpiry(day, today),
        }),
        {
          description: `The last day on which it is accepted, in UTC; at most ${MAX_YEARS} years ahead.`,
          examples: ["2026-12-31"],
        },
      ),
    },
    { wanted: "a mapping with rule, reason, owner and expires" },
  );

/** Every key of a configuration file. JSON Schema, the README's table and the reader come from here. */
export function configShape({ rules, today }: ConfigContext) {
  const keys = keysOf(rules);
  const setting: typeof ruleSetting = {
    ...ruleSetting,
    schema: { $ref: `#/$defs/${RULE_SETTING}` },
  };
  return mapping(
    {
      failOn: optional(failOn, {
        description:
          "What fails the check besides the gates, one word or a list: findings from a level on (`error`, `warning`, `note`), and opened flows from a risk on (worst first: `metadata`, `from-internet`, `to-internet`, `sensitive-port`, `across-namespaces`, `same-namespace`, which is every opened flow). `gate` is the gates alone.",
        default: "gate",
        examples: ["error", ["warning", "to-internet"]],
      }),
      warnOnly: optional(flag, {
        description:
          "Say everything, but let the check pass. The verdict in the report and the outputs stays what it is.",
        default: false,
      }),
      rules: optional(
        table(keys, setting, { wanted: "a mapping from rules to levels", noun: "rule" }),
        {
          description:
            "By id or name of a rule: `off`, `note`, `warning`, `error`, or a mapping with `level` and `gate`. A gate that is set below `error` fails the check no longer.",
          examples: [{ NP012: "error", NP040: { level: "error", gate: true } }],
        },
      ),
      accept: optional(list(acceptance(keys, today), "a list"), {
        description:
          "Findings that somebody answers for until a day: `rule`, `reason`, `owner` and `expires`, narrowed by `scope`, `namespace`, `path` and `message`. They are shown apart and do not fail the check.",
      }),
      scopes: optional(unlike(list(scope, "a list"), { key: "name", noun: "scope" }), {
        description:
          "Manifests that are applied together to one cluster: `name`, `paths` and, for objects without one, `namespace`. Without it, folders decide.",
      }),
      exclude: optional(list(glob, "a list of globs"), {
        description: "Globs of files that are no manifests.",
        examples: [["**/fixtures/**"]],
      }),
      ipBlockMatchesPods: optional(flag, {
        description:
          "Whether an `ipBlock` matches pods by their address, which the Kubernetes API leaves open. Unset, it does, but for `cni: cilium`.",
      }),
      repositoryMayAccept: optional(flag, {
        description:
          "In an organisation's configuration: whether the `accept` of a repository's own file counts, too.",
        default: false,
      }),
    },
    { wanted: "a mapping" },
  );
}

export type ConfigKeys = ValueOf<ReturnType<typeof configShape>>;
