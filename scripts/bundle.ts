import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type OutputChunk } from "rolldown";

const ROOT = join(import.meta.dirname, "..");

/**
 * What is loaded together. Code that only one command, one format or one part of the action needs gets
 * a file of its own from the bundler; these are the files that several of them share.
 */
const SHARED_CHUNKS = [
  // Loaded before git is started: little.
  {
    name: "base",
    test: /rolldown[\\/]runtime|helpers[\\/]using|[\\/]src[\\/](?:version|commands[\\/](?:arguments|options|terminal)|config[\\/](?:default|invalid)-config|manifest[\\/]limits|model[\\/](?:day|group-by|lazily|list-first|nearest-word|next-turn|policy)|scope[\\/]manifest-paths|source[\\/]types)/,
  },
  { name: "yaml", test: /node_modules[\\/]yaml[\\/]/ },
  { name: "text-diff", test: /node_modules[\\/]diff[\\/]/ },
  // Directories and archives hash and unpack, which git does by itself.
  { name: "git", test: /[\\/]src[\\/]source[\\/](?!directory|archive|blob-id)/ },
  // What the commands that review have in common, loaded before git is started too.
  {
    name: "commands",
    test: /[\\/]src[\\/](?:check[\\/](?:rules|rule-details|lints[\\/]lint-details)|commands[\\/](?:open-source|output)|report[\\/]exit-code|settings)/,
  },
  // With what they import, which leaves out what only other changes than those of policies need.
  {
    name: "manifests",
    test: /[\\/]src[\\/](?:manifest|model)[\\/]|[\\/]src[\\/]world[\\/](?:collect-(?:pairs|revision)|reading)\.ts/,
  },
  {
    name: "checks",
    // `flows` and `query` alone ask about single flows.
    test: /[\\/]src[\\/](?:(?:check|fix|policy|reach|space)[\\/](?!any-pod|answer|flow|pod-addresses|point)|(?:add-fixes|note-config|review)\.ts)/,
  },
  { name: "unrendered", test: /[\\/]src[\\/](?:scope|unrendered|world)[\\/]/ },
  // What the formats have in common.
  {
    name: "report",
    test: /[\\/]src[\\/]report[\\/](?:configuration|escape|facts|fixes|headline|patches|phrase|place|posture-rows|posture-summary|rows|sections|words)\.ts/,
  },
].map((group, index, { length }) => ({ ...group, priority: length - index }));

/** Bundles both programs into a folder: an entry for each, and the files that they load. */
export async function bundle(folder: string): Promise<readonly OutputChunk[]> {
  await rm(folder, { recursive: true, force: true });
  const { output } = await build({
    cwd: ROOT,
    input: { index: "src/action.ts", cli: "src/cli.ts" },
    platform: "node",
    logLevel: "silent",
    // The same parser without its debugging, which reads process.env for every token.
    resolve: { alias: { yaml: join(ROOT, "node_modules", "yaml", "browser", "index.js") } },
    // The oldest Node that the CLI runs on; `using` and newer syntax are rewritten for it.
    transform: { target: "node20" },
    treeshake: {
      // The toolkit's parts that are not used would load an HTTP client.
      moduleSideEffects: [{ test: /node_modules[\\/]@actions[\\/]core[\\/]/, sideEffects: false }],
    },
    output: {
      dir: folder,
      // Node reads all exports of a built-in module that ESM imports, and opens some of them with that.
      format: "cjs",
      entryFileNames: "[name].js",
      chunkFileNames: "chunks/[name].js",
      codeSplitting: { groups: SHARED_CHUNKS },
      // People review dist, so it stays readable.
      minify: false,
      sourcemap: false,
    },
  });
  const chunks = output.filter((part) => part.type === "chunk");
  assertLoadsOnly(chunks, ["cli.js"], {
    wanted: /^(?!.*node_modules[\\/]@(?:actions|octokit)[\\/])/,
    followed: ({ imports, dynamicImports }) => [...imports, ...dynamicImports],
  });
  // What stands between the start and the first git process: arguments, and what starts git.
  assertLoadsOnly(chunks, ["cli.js", "chunks/main.js", "chunks/diff.js"], {
    wanted:
      /^(?!.*(?:node_modules[\\/](?!env-paths|is-safe-filename)|[\\/]src[\\/](?:check[\\/](?!rule|lints[\\/]lint-details)|manifest[\\/](?!limits)|policy|reach|report[\\/](?!exit-code)|scope[\\/](?!manifest-paths)|space|unrendered|world)))/,
    followed: ({ imports }) => imports,
  });
  await writeFile(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  await chmod(join(folder, "cli.js"), 0o755);
  return chunks;
}

interface Loaded {
  /** The modules that may be bundled in what is loaded. */
  readonly wanted: RegExp;
  readonly followed: (chunk: OutputChunk) => readonly string[];
}

/** Fails if some file that these load, at once or later, bundles another module than is wanted. */
function assertLoadsOnly(
  chunks: readonly OutputChunk[],
  entries: readonly string[],
  { wanted, followed }: Loaded,
): void {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const reached = new Set(entries);
  for (const name of reached) {
    const chunk = byName.get(name);
    if (chunk === undefined) continue;
    for (const next of followed(chunk)) reached.add(next);
    const foreign = chunk.moduleIds.find((id) => !wanted.test(id));
    if (foreign !== undefined)
      throw new Error(`${entries.join(" and ")} load ${name}, which bundles ${foreign}`);
  }
}
