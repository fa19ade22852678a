import { defineConfig, type OxlintOverride } from "oxlint";

/**
 * The folders of src, top to bottom. A folder imports from itself, from the folders after it, and
 * from `model`, which imports from nothing. Entries and pipelines stand above all of them.
 */
const LAYERS = [
  "github",
  "report",
  "fix",
  "check",
  "reach",
  "policy",
  "space",
  "world",
  "unrendered",
  "scope",
  "manifest",
  "config",
  "render",
  "source",
];

/** The folders that may touch files, processes or the network. All others are pure functions. */
const IMPURE = ["github", "render", "source"];

interface Pattern {
  readonly regex: string;
  readonly message: string;
}

const folders = (names: readonly string[], message: string): Pattern => ({
  regex: `^[.]{1,2}/([.][.]/)*(${names.join("|")})/`,
  message,
});

const files = (names: readonly string[], message: string): Pattern => ({
  regex: `^[.]{1,2}/([.][.]/)*(${names.join("|")})[.]ts$`,
  message,
});

const ENTRIES = files(["action", "cli"], "Entries are for starting, not for importing.");

const PIPELINES = files(
  ["action", "cli", "review", "scan", "one-world"],
  "Only entries import the pipelines.",
);

const GITHUB = folders(["github"], "Only src/action.ts imports src/github.");

const COMMANDS = folders(["commands"], "Only src/cli.ts imports src/commands.");

const GITHUB_CLIENT: Pattern = {
  regex: "^@(actions|octokit)/",
  message: "Only src/github and src/action.ts know GitHub; the CLI starts without its client.",
};

const INPUT_OUTPUT: Pattern = {
  regex: "^node:(fs|child_process|worker_threads|net|dns|http|https|os|process)(/|$)",
  message: `Only ${IMPURE.join(", ")} touch the outside world; take the data as an argument.`,
};

// A later override replaces the options of an earlier one, so each carries all its patterns.
const forbid = (glob: string, patterns: readonly Pattern[]): OxlintOverride => ({
  files: [glob],
  rules: { "no-restricted-imports": ["error", { patterns: [...patterns] }] },
});

function layer(name: string, above: readonly string[]): OxlintOverride[] {
  const patterns = [PIPELINES, COMMANDS];
  if (above.length > 0)
    patterns.push(folders(above, `src/${name} imports only from the folders below it.`));
  if (name !== "github") patterns.push(GITHUB_CLIENT);

  const everything = `src/${name}/**/*.ts`;
  if (IMPURE.includes(name)) return [forbid(everything, patterns)];
  return [
    forbid(everything, [...patterns, INPUT_OUTPUT]),
    { files: [everything], rules: { "no-restricted-globals": ["error", "process", "fetch"] } },
    // Tests may read fixtures; the direction binds them too.
    forbid(`src/${name}/**/*.test.ts`, patterns),
  ];
}

export default defineConfig({
  plugins: ["typescript", "import", "unicorn", "oxc", "promise", "node"],
  categories: { correctness: "error", suspicious: "error" },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: "error" },
  ignorePatterns: ["dist/**"],
  rules: {
    eqeqeq: "error",
    "no-console": "error",
    "import/no-cycle": "error",
    "typescript/consistent-type-imports": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/switch-exhaustiveness-check": "error",
    // The compiler's noImplicitReturns says the same and knows which switches are exhaustive.
    "typescript/consistent-return": "off",
    // A helper stands next to its only use, also where it closes over nothing.
    "unicorn/consistent-function-scoping": "off",
    // Brands for foreign text are made by assertion, in one place each.
    "typescript/no-unsafe-type-assertion": "off",
  },
  overrides: [
    forbid("src/*.ts", [ENTRIES, COMMANDS, GITHUB, GITHUB_CLIENT]),
    forbid("src/action.ts", [ENTRIES, COMMANDS]),
    forbid("src/{cli.ts,commands/**/*.ts}", [ENTRIES, GITHUB, GITHUB_CLIENT]),
    ...LAYERS.flatMap((name, index) => layer(name, LAYERS.slice(0, index))),
    ...layer("model", LAYERS),
    {
      files: ["src/cli.ts", "bench/**", "scripts/**", "test/**"],
      rules: { "no-console": "off" },
    },
  ],
});
