import { parseArgs } from "node:util";
import { didYouMean } from "../model/nearest-word.ts";

const OPTIONS = {
  repo: { type: "string" },
  dirs: { type: "boolean" },
  rev: { type: "string" },
  format: { type: "string" },
  output: { type: "string" },
  config: { type: "string" },
  "organisation-config": { type: "string" },
  "fail-on": { type: "string" },
  "warn-only": { type: "boolean" },
  cni: { type: "string" },
  scope: { type: "string" },
  namespace: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  port: { type: "string" },
  protocol: { type: "string" },
  color: { type: "boolean" },
  "no-color": { type: "boolean" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean" },
} as const;

type OptionName = keyof typeof OPTIONS;

/** The commands that an option is for; all take what is not here. */
const ONLY_FOR: Partial<Readonly<Record<OptionName, readonly string[]>>> = {
  repo: ["diff"],
  dirs: ["diff"],
  rev: ["scan"],
  "fail-on": ["diff", "scan"],
  "warn-only": ["diff", "scan"],
  scope: ["flows", "query"],
  namespace: ["flows", "query"],
  from: ["query"],
  to: ["query"],
  port: ["query"],
  protocol: ["query"],
};

const parse = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, tokens: true });

export type Values = ReturnType<typeof parse>["values"];

type Words =
  | { readonly ok: true; readonly values: Values; readonly positionals: readonly string[] }
  | { readonly ok: false; readonly message: string };

/** Splits a command line into options and other words. */
export function parseWords(args: readonly string[]): Words {
  try {
    const { values, positionals, tokens } = parse(args);
    const twice = repeated(tokens);
    return twice === undefined
      ? { ok: true, values, positionals }
      : { ok: false, message: `${twice} stands more than once; give it once` };
  } catch {
    // Node's own messages speak of what the program is not written for.
    return { ok: false, message: faultIn(args) };
  }
}

/** An option that is given again: one of the two would count for nothing. */
function repeated(tokens: ReturnType<typeof parse>["tokens"]): string | undefined {
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    if (seen.has(token.name)) return token.rawName;
    seen.add(token.name);
  }
  return undefined;
}

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

function faultIn(args: readonly string[]): string {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!isOption(name))
      return `there is no option ${rawName}${didYouMean(
        rawName,
        Object.keys(OPTIONS).map((known) => `--${known}`),
      )}`;
    if (OPTIONS[name].type === "boolean") {
      if (value !== undefined) return `${rawName} takes no value`;
    } else if (value === undefined || (!token.inlineValue && value.startsWith("-")))
      return `${rawName} needs a value`;
  }
  return "these arguments cannot be read";
}

/** An option that the command does not take: whoever gives it expects it to do something. */
export function strayOption(command: string, values: Values): string | undefined {
  for (const [name, commands] of Object.entries(ONLY_FOR))
    if (Object.hasOwn(values, name) && !commands.includes(command))
      return `--${name} is an option of ${commands.join(" and ")}, not of ${command}`;
  return undefined;
}
