import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const ROOT = join(import.meta.dirname, "../..");

/** The paths that the action calls; the whole description takes the proxy 17 seconds to read. */
const PATHS = [
  "/repos/{owner}/{repo}/issues/{issue_number}/comments",
  "/repos/{owner}/{repo}/issues/comments/{comment_id}",
  "/repos/{owner}/{repo}/pulls",
  "/repos/{owner}/{repo}/pulls/{pull_number}",
  "/repos/{owner}/{repo}/commits/{ref}",
  "/repos/{owner}/{repo}/commits/{commit_sha}/pulls",
  "/repos/{owner}/{repo}/compare/{basehead}",
  "/repos/{owner}/{repo}/contents/{path}",
  "/repos/{owner}/{repo}/git/blobs/{file_sha}",
  "/repos/{owner}/{repo}/git/commits/{commit_sha}",
  "/repos/{owner}/{repo}/git/trees/{tree_sha}",
  "/repos/{owner}/{repo}/pulls/{pull_number}/comments",
  "/repos/{owner}/{repo}/pulls/{pull_number}/files",
  "/repos/{owner}/{repo}/pulls/{pull_number}/reviews",
  "/repos/{owner}/{repo}/pulls/comments/{comment_id}",
];

interface Content {
  readonly schema?: unknown;
  readonly examples?: Record<string, { readonly value: unknown }>;
}

interface Operation {
  readonly responses: Record<string, { readonly content?: Record<string, Content> }>;
}

export interface Description {
  openapi: string;
  info: unknown;
  paths: Record<string, Record<string, Operation>>;
  components: object;
}

const object = (required: string): Content => ({
  schema: { type: "object", required: [required] },
});

/** GitHub describes errors for some operations only; every one can fail. */
const ERROR = { description: "An error", content: { "application/json": object("message") } };

/** GraphQL is no part of the description; the proxy only lets it through. */
const GRAPHQL = {
  post: {
    requestBody: { content: { "application/json": object("query") } },
    responses: { 200: { description: "OK", content: { "application/json": object("data") } } },
  },
};

function prune(whole: Description): Description {
  const paths: Description["paths"] = { "/graphql": GRAPHQL };
  for (const path of PATHS) {
    const item = whole.paths[path];
    if (item === undefined) throw new Error(`GitHub's description has no ${path}`);
    for (const operation of Object.values(item)) operation.responses["default"] ??= ERROR;
    paths[path] = item;
  }
  return { openapi: whole.openapi, info: whole.info, paths, components: {} };
}

/** GitHub's description of the operations that the action uses, pruned once and then cached. */
export async function loadDescription(): Promise<{ file: string; description: Description }> {
  const source = await readFile(import.meta.filename);
  const version = require("@octokit/openapi/package.json").version;
  const key = createHash("sha256").update(source).update(version).digest("hex").slice(0, 16);
  const folder = join(ROOT, "node_modules/.cache/netpol-review");
  const file = join(folder, `github-${key}.json`);
  const cached = await readFile(file, "utf8").catch(() => undefined);
  if (cached !== undefined) return { file, description: JSON.parse(cached) };

  const generated = "node_modules/@octokit/openapi/generated/api.github.com.deref.json";
  const description = prune(JSON.parse(await readFile(join(ROOT, generated), "utf8")));
  await mkdir(folder, { recursive: true });
  // Renamed into place, so that a run that is cut off leaves no half of a file.
  await writeFile(`${file}.${process.pid}`, JSON.stringify(description));
  await rename(`${file}.${process.pid}`, file);
  return { file, description };
}

/** The reply that GitHub gives as an example, to be overwritten with what a test needs. */
export function exampleOf(
  { paths }: Description,
  path: string,
  method: string,
  status: number,
): unknown {
  const content = paths[path]?.[method]?.responses[status]?.content?.["application/json"];
  const [example] = Object.values(content?.examples ?? {});
  if (example === undefined) throw new Error(`no example of ${method} ${path} ${status}`);
  return structuredClone(example.value);
}
