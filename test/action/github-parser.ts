import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
import type { parseAction } from "@actions/workflow-parser/actions/action-parser";
import { build } from "rolldown";

const ROOT = join(import.meta.dirname, "../..");

interface Parser {
  readonly parseAction: typeof parseAction;
  readonly parseWorkflow: typeof parseWorkflow;
  readonly NoOperationTraceWriter: typeof NoOperationTraceWriter;
}

const ENTRY = `export { NoOperationTraceWriter, parseWorkflow } from "@actions/workflow-parser";
export { parseAction } from "@actions/workflow-parser/actions/action-parser";
`;

/** Node refuses the parser's own JSON imports, so it is bundled before it is loaded. */
async function loadParser(): Promise<Parser> {
  // Inside of the repository, where the entry's imports are found.
  const folder = await mkdtemp(join(ROOT, "node_modules/.netpol-review-"));
  const bundle = join(await mkdtemp(join(tmpdir(), "netpol-review-parser-")), "parser.mjs");
  try {
    const input = join(folder, "entry.mjs");
    await writeFile(input, ENTRY);
    const output = { file: bundle, format: "esm", codeSplitting: false } as const;
    await build({ input, platform: "node", logLevel: "silent", output });
    return await import(/* @vite-ignore */ pathToFileURL(bundle).href);
  } finally {
    await rm(folder, { recursive: true });
    await rm(join(bundle, ".."), { recursive: true });
  }
}

export interface GithubParser {
  /** What GitHub would say against a file; nothing where it would take it. */
  problems(kind: "action" | "workflow", name: string, content: string): readonly string[];
}

/** GitHub's own parser of action.yml and of workflows. */
export async function loadGithubParser(): Promise<GithubParser> {
  const parser = await loadParser();
  return {
    problems: (kind, name, content) => {
      const parse = kind === "action" ? parser.parseAction : parser.parseWorkflow;
      const { context } = parse({ name, content }, new parser.NoOperationTraceWriter());
      return context.errors.getErrors().map(({ message }) => message);
    },
  };
}
