import { posix } from "node:path";
import { addTo } from "../../model/group-by.ts";
import type { LedgerEntry } from "../../model/report.ts";
import type { FileChange, FileVersion, TextStore } from "../../scope/revision-files.ts";
import { namesPolicy } from "../../scope/text-hints.ts";
import { openEntry, textsOf } from "../changed-texts.ts";

/** A language that makes manifests. */
interface Language {
  readonly files: RegExp;
  /** Whether the files of a folder are read together. */
  readonly byFolder: boolean;
}

const LANGUAGES: readonly Language[] = [
  { files: /\.(?:jsonnet|libsonnet)$/, byFolder: false },
  { files: /\.cue$/, byFolder: true },
  { files: /\.dhall$/, byFolder: false },
  { files: /\.pkl$/, byFolder: false },
  { files: /\.k$/, byFolder: true },
];
/** A repository can have thousands, so only what lies in the folder of a change or is named there is read. */
const TERRAFORM: Language = { files: /\.(?:tf|tfvars|hcl)$/, byFolder: true };

/** What such a language can import beside its own files. */
const DATA = /\.(?:ya?ml|json|toml|txt|csv|env)$/;

const languageOf = (path: string): Language | undefined =>
  TERRAFORM.files.test(path) ? TERRAFORM : LANGUAGES.find(({ files }) => files.test(path));

/** The files without which nobody knows whether changes feed something that makes policies. */
export function generatorFiles(
  changes: readonly FileChange[],
  entries: readonly FileVersion[],
): readonly FileVersion[] {
  if (changes.length === 0) return [];
  const hasData = changes.some(({ path }) => DATA.test(path));
  const languages = LANGUAGES.filter(
    ({ files }) => hasData || changes.some(({ path }) => files.test(path)),
  );
  const folders = new Set(
    changes.filter(({ path }) => TERRAFORM.files.test(path)).map(({ path }) => posix.dirname(path)),
  );
  return entries.filter(
    ({ path }) =>
      !isUsual(path) &&
      (languages.some(({ files }) => files.test(path)) ||
        (folders.size > 0 && TERRAFORM.files.test(path) && folders.has(posix.dirname(path)))),
  );
}

/** Whether a file is of a language that imports others. Asked of every path. */
export const isGeneratorSource = (path: string): boolean =>
  !isUsual(path) && LANGUAGES.some(({ files }) => files.test(path));

const isUsual = (path: string): boolean => path.endsWith(".yaml") || path.endsWith(".yml");

const HARMLESS = /image|version|tag|replicas|digest|sha256/i;

interface GeneratorContext {
  readonly texts: TextStore;
  /** Files of such languages, of both revisions. */
  readonly generators: readonly FileVersion[];
}

/**
 * Changed files that feed what makes network policies in a language that is not evaluated: what it imports, what
 * imports it, and what lies beside it where a folder is one program. Images and versions feed none.
 */
export function ledgerOfGenerators(
  changes: readonly FileChange[],
  { texts, generators }: GeneratorContext,
): readonly LedgerEntry[] {
  const makers = generators.filter(({ id }) => names(texts.text(id)));
  if (makers.length === 0) return [];
  const candidates = changes.filter((change) => {
    const [before, after] = textsOf(change, texts);
    return mayFeed(change.path) && !differOnlyIn(HARMLESS, before, after);
  });
  if (candidates.length === 0) return [];
  const feeds = connectedTo(makers, { generators, texts, others: candidates });
  return candidates
    .filter(({ path }) => feeds.has(path))
    .map((change) =>
      openEntry(change, "it feeds network policies in a language that is not evaluated"),
    );
}

const names = (text: string): boolean => namesPolicy(text) || TERRAFORM_POLICY.test(text);
const TERRAFORM_POLICY = /kubernetes_network_policy/;

const mayFeed = (path: string): boolean => languageOf(path) !== undefined || DATA.test(path);

/** Whether each line that stands in one text only is about something harmless. */
function differOnlyIn(harmless: RegExp, before: string, after: string): boolean {
  const [old, now] = [before, after].map((text) => text.split("\n").map((line) => line.trim()));
  const [olds, nows] = [new Set(old), new Set(now)];
  return [
    ...(old ?? []).filter((line) => !nows.has(line)),
    ...(now ?? []).filter((line) => !olds.has(line)),
  ].every((line) => line === "" || (harmless.test(line) && !/polic/i.test(line)));
}

interface ConnectedContext extends GeneratorContext {
  /** Files that may be imported without being of such a language. */
  readonly others: readonly { readonly path: string }[];
}

/** More than that are not followed one by one: all of them count. */
const MAX_FOLLOWED = 3000;

/** The paths of what imports the makers, and of all that these import. */
function connectedTo(
  makers: readonly FileVersion[],
  { generators, texts, others }: ConnectedContext,
): ReadonlySet<string> {
  const start = makers.map(({ path }) => path);
  const paths = [...new Set([...generators, ...others].map(({ path }) => path))];
  if (generators.length > MAX_FOLLOWED) return new Set(paths.filter((path) => languageOf(path)));
  const find = finder(paths);
  const imports = new Map<string, Set<string>>();
  const importers = new Map<string, Set<string>>();
  const connect = (from: string, to: string): void => {
    imports.set(from, (imports.get(from) ?? new Set()).add(to));
    importers.set(to, (importers.get(to) ?? new Set()).add(from));
  };
  for (const { path, id } of generators) {
    for (const to of find(path, texts.text(id))) connect(path, to);
    if (languageOf(path)?.byFolder === true)
      for (const near of find.inFolder(posix.dirname(path))) connect(path, near);
  }
  const using = reached(start, importers);
  return reached([...using], imports);
}

function reached(
  start: readonly string[],
  edges: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const seen = new Set(start);
  for (const path of seen) for (const next of edges.get(path) ?? []) seen.add(next);
  return seen;
}

const BETWEEN_WORDS = /[^\w./-]+/;
const FILE_NAME = /[\w-]\.[a-z]{1,10}$/;
const MAX_WORD = 300;

const isFileName = (word: string): boolean => word.length <= MAX_WORD && FILE_NAME.test(word);

interface Finder {
  (from: string, text: string): readonly string[];
  readonly inFolder: (folder: string) => readonly string[];
}

/** Finds the files that a text names: relative to its own folder, or else below a folder of libraries. */
function finder(paths: readonly string[]): Finder {
  const all = new Set(paths);
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    addTo(byName, posix.basename(path), path);
    if (languageOf(path)?.byFolder === true) addTo(byFolder, posix.dirname(path), path);
  }
  const find = (from: string, text: string): readonly string[] =>
    [...new Set(text.split(BETWEEN_WORDS))].filter(isFileName).flatMap((word) => {
      const near = posix.normalize(posix.join(posix.dirname(from), word));
      if (all.has(near)) return [near];
      const tail = word.replace(/^(?:\.{0,2}\/)+/, "");
      return (byName.get(posix.basename(word)) ?? []).filter((path) => path.endsWith(`/${tail}`));
    });
  return Object.assign(find, { inFolder: (folder: string) => byFolder.get(folder) ?? [] });
}
