import { parseCni, type Cni } from "../config/cni.ts";
import { parseFailOn } from "../config/fail-on.ts";
import { didYouMean } from "../model/nearest-word.ts";
import { PROTOCOLS, type Protocol } from "../model/policy.ts";
import type { Overrides } from "../settings.ts";
import { parseWords, strayOption, type Values } from "./options.ts";

const FORMATS = ["text", "markdown", "json", "sarif", "html", "probes"] as const;
/** What a list of flows or one answer can be printed as. */
const PLAIN_FORMATS: readonly string[] = ["text", "json"];
export type Format = (typeof FORMATS)[number];

export interface OutputOptions {
  readonly format: Format;
  readonly output?: string;
  /** Unset: colours on a terminal only. */
  readonly color?: boolean;
}

export interface EngineOptions extends OutputOptions {
  readonly config?: string;
  /** A configuration whose keys the other one cannot change. */
  readonly organisationConfig?: string;
  readonly overrides?: Overrides;
  readonly cni?: Cni;
}

/** What is asked, where not a change is. */
interface WorldOptions {
  readonly directory: string;
  /** Where objects without a namespace land, whatever else tells it. */
  readonly namespace?: string;
  /** The one scope that is asked. */
  readonly scope?: string;
}

export type Command =
  | { readonly name: "help" }
  | { readonly name: "version" }
  | (EngineOptions & {
      readonly name: "diff";
      readonly base: string;
      readonly head: string;
      readonly dirs: boolean;
      readonly repo: string;
    })
  | (EngineOptions & { readonly name: "scan"; readonly directory: string; readonly rev?: string })
  | (EngineOptions & WorldOptions & { readonly name: "flows" })
  | (EngineOptions &
      WorldOptions & {
        readonly name: "query";
        readonly from: string;
        readonly to: string;
        readonly port: number;
        readonly protocol: Protocol;
      });

export type ParsedCommand =
  | { readonly ok: true; readonly command: Command }
  /** `usage`: nothing was said that a message could be about, so the help stands for it. */
  | { readonly ok: false; readonly message: string; readonly usage?: true };

/** Reads the words of a command line. Wrong usage is a message, not an exception. */
export function parseCommand(args: readonly string[]): ParsedCommand {
  const parsed = parseWords(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed;
  const [name, ...rest] = positionals;
  if (values.version === true) return { ok: true, command: { name: "version" } };
  if (values.help === true || name === "help") return { ok: true, command: { name: "help" } };
  if (name === undefined) return { ok: false, message: "", usage: true };
  const read = COMMANDS.get(name);
  const fault = read === undefined ? unknownCommand(name) : strayOption(name, values);
  if (read === undefined || fault !== undefined) return { ok: false, message: fault ?? "" };
  const engine = engineOptions(values);
  if (typeof engine === "string") return { ok: false, message: engine };
  const command = read(rest, values, engine);
  return typeof command === "string" ? { ok: false, message: command } : { ok: true, command };
}

const unknownCommand = (name: string): string =>
  `there is no command ${name}${didYouMean(name, [...COMMANDS.keys()])}`;

function engineOptions(values: Values): EngineOptions | string {
  const format = FORMATS.find((known) => known === (values.format ?? "text"));
  if (format === undefined) return `--format takes ${FORMATS.join(", ")}`;
  const { output, config, cni } = values;
  const plugin = cni === undefined ? undefined : parseCni(cni);
  if (plugin?.ok === false) return `--cni takes ${plugin.wanted}`;
  const overrides = readOverrides(values);
  if (typeof overrides === "string") return overrides;
  const organisationConfig = values["organisation-config"];
  const color = values.color ?? (values["no-color"] === true ? false : undefined);
  return {
    format,
    ...(output === undefined ? {} : { output }),
    ...(color === undefined ? {} : { color }),
    ...(config === undefined ? {} : { config }),
    ...(organisationConfig === undefined ? {} : { organisationConfig }),
    ...(Object.keys(overrides).length === 0 ? {} : { overrides }),
    ...(plugin === undefined ? {} : { cni: plugin.cni }),
  };
}

/** What the command line says about the verdict; unset leaves it to the configuration. */
function readOverrides(values: Values): Overrides | string {
  const given = values["fail-on"];
  const failOn = given === undefined ? undefined : parseFailOn(given);
  if (failOn?.ok === false) return `--fail-on takes ${failOn.wanted}; ${failOn.given}`;
  return {
    ...(failOn === undefined ? {} : { failOn: failOn.failOn }),
    ...(values["warn-only"] === true ? { warnOnly: true } : {}),
  };
}

type Reader = (rest: readonly string[], values: Values, engine: EngineOptions) => Command | string;

const COMMANDS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["diff", readDiff],
  ["scan", readScan],
  ["flows", readFlows],
  ["query", readQuery],
]);

/** `A..B` and `A...B` as git knows them, the latter from where B left A. */
function splitRange(text: string): string | undefined {
  const [, from = "", dots, to = ""] = /^(.*?)(\.{2,3})(.*)$/su.exec(text) ?? [];
  if (dots === undefined) return undefined;
  const [base, head] = [from === "" ? "HEAD" : from, to === "" ? "HEAD" : to];
  return dots === ".." ? `${base} ${head}` : `$(git merge-base ${base} ${head}) ${head}`;
}

const dirsOf = ({ dirs = false }: Values): boolean => dirs;

function readDiff(
  rest: readonly string[],
  values: Values,
  engine: EngineOptions,
): Command | string {
  const [base, head, extra] = rest;
  if (base !== undefined && head === undefined && !dirsOf(values)) {
    const range = splitRange(base);
    if (range !== undefined) return `write the two revisions as two arguments: diff ${range}`;
  }
  if (base === undefined || head === undefined || extra !== undefined)
    return "diff takes two revisions, BASE and HEAD, or with --dirs two directories";
  const { dirs = false, repo = "." } = values;
  return { name: "diff", base, head, dirs, repo, ...engine };
}

function readScan(
  [directory = ".", extra]: readonly string[],
  { rev }: Values,
  engine: EngineOptions,
): Command | string {
  if (extra !== undefined) return "scan takes one directory";
  if (engine.format === "probes") return "probes come from diff: a scan has no flows to try";
  return { name: "scan", directory, ...(rev === undefined ? {} : { rev }), ...engine };
}

function readFlows(
  [directory, extra]: readonly string[],
  values: Values,
  engine: EngineOptions,
): Command | string {
  if (directory === undefined || extra !== undefined || !PLAIN_FORMATS.includes(engine.format))
    return "flows takes one directory and prints text or json";
  return { name: "flows", directory, ...worldOptions(values), ...engine };
}

function readQuery(
  [directory, extra]: readonly string[],
  values: Values,
  engine: EngineOptions,
): Command | string {
  const { from, to } = values;
  if (directory === undefined || extra !== undefined || !PLAIN_FORMATS.includes(engine.format))
    return "query takes one directory and prints text or json";
  if (from === undefined || to === undefined) return "query needs --from and --to";
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port ?? "") || port < 1 || port > 65_535)
    return "query needs --port, a number from 1 to 65535";
  const wanted = (values.protocol ?? "TCP").toUpperCase();
  const protocol = PROTOCOLS.find((known) => known === wanted);
  if (protocol === undefined) return `--protocol takes ${PROTOCOLS.join(", ")}`;
  const options = worldOptions(values);
  return { name: "query", directory, ...options, from, to, port, protocol, ...engine };
}

const worldOptions = ({ namespace, scope }: Values): Omit<WorldOptions, "directory"> => ({
  ...(namespace === undefined ? {} : { namespace }),
  ...(scope === undefined ? {} : { scope }),
});
