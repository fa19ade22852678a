import { chmod, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type OutputChunk } from "rolldown";
import { licensesOf } from "./write-licenses.ts";

const ROOT = join(import.meta.dirname, "..");
const DIST = join(ROOT, "dist");

async function bundle(entry: string, file: string): Promise<OutputChunk> {
  const { output } = await build({
    cwd: ROOT,
    input: entry,
    platform: "node",
    // The same parser without its debugging, which reads process.env for every token.
    resolve: { alias: { yaml: join(ROOT, "node_modules", "yaml", "browser", "index.js") } },
    // The oldest Node that the CLI runs on; `using` and newer syntax are rewritten for it.
    transform: { target: "node20" },
    output: {
      file: join(DIST, file),
      format: "esm",
      // Runners fetch what is committed: one file per entry, also where an import is lazy.
      codeSplitting: false,
      // People review dist, so it stays readable.
      minify: false,
      sourcemap: false,
    },
  });
  const [chunk, ...others] = output;
  if (others.length > 0) {
    const names = others.map((other) => other.fileName).join(", ");
    throw new Error(`${entry} became more than one file: ${names}`);
  }
  return chunk;
}

function assertWithoutGithubClient(chunk: OutputChunk): void {
  const client = chunk.moduleIds.find((id) => /node_modules\/@(actions|octokit)\//.test(id));
  if (client !== undefined)
    throw new Error(`The CLI starts without a GitHub client, but src/cli.ts now bundles ${client}`);
}

await rm(DIST, { recursive: true, force: true });
const action = await bundle("src/action.ts", "index.js");
const cli = await bundle("src/cli.ts", "cli.js");
assertWithoutGithubClient(cli);
await chmod(join(DIST, "cli.js"), 0o755);
await writeFile(
  join(DIST, "licenses.txt"),
  await licensesOf([...action.moduleIds, ...cli.moduleIds]),
);
