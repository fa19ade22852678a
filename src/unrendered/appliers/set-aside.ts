import { posix } from "node:path";
import { asideFolderOf, isKustomization } from "../../scope/manifest-paths.ts";
import type { FileVersion, TextStore } from "../../scope/revision-files.ts";
import { namesNamespace } from "../../scope/text-hints.ts";
import { appliesFolder } from "./applied-folders.ts";

/** Names that tools gave to their tests, so that no application has them. */
const ALWAYS = /^(?:testdata|__tests__|\..+)$/;
/** Files that show a folder to be source code: what stands beside them is nobody's namespace. */
const SOURCE =
  /\.(?:go|py|rs|java|kt|cs|c|cc|cpp|h|rb|php|[cm]?[jt]sx?|swift|scala|ex|sh)$|^(?:Makefile|Dockerfile|Chart\.yaml|package\.json|go\.mod|Cargo\.toml|pyproject\.toml)$/;

interface AsideContext {
  /** Paths of all files. */
  readonly paths: () => readonly string[];
  /** All manifests. */
  readonly files: readonly FileVersion[];
  readonly texts: TextStore;
}

/**
 * Whether nobody applies what lies below a folder of tests, examples, documents or archives. A name alone does
 * not say so: `docs` can be an application. It counts at the top of the repository and beside source code,
 * unless a namespace has the folder's name or something that applies manifests names the folder.
 */
export function isEvidentlyAside(folder: string, context: AsideContext): boolean {
  const name = posix.basename(folder);
  if (isApplied(folder, context)) return false;
  if (ALWAYS.test(name)) return true;
  if (usesOwnName(folder, name, context)) return false;
  const parent = posix.dirname(folder);
  return (
    parent === "." ||
    context
      .paths()
      .some((path) => posix.dirname(path) === parent && SOURCE.test(posix.basename(path)))
  );
}

const usesOwnName = (folder: string, name: string, { files, texts }: AsideContext): boolean =>
  files.some(
    ({ path, id }) => path.startsWith(`${folder}/`) && namesNamespace(texts.text(id), name),
  );

const APPLIER =
  /^kind: *["']?(?:Kustomization|Component|Application|ApplicationSet)\b|fluxcd\.io|argoproj\.io|fleet\.cattle\.io|configsync\.gke\.io|k14s\.io/m;

/** Kustomizations, Flux and Argo CD objects outside of the folder that name it in a path, or apply it unnamed. */
function isApplied(folder: string, { paths, files, texts }: AsideContext): boolean {
  const segment = posix.basename(folder).replaceAll(/[^A-Za-z0-9_-]/g, "\\$&");
  const named = new RegExp(
    `^[ \\t]*(?:- |[\\w.]*path["']?:).*[\\s"'/]${segment}(?:["'/\\s]|$)`,
    "m",
  );
  const hasKustomization = (parent: string): boolean =>
    paths().some((path) => isKustomization(path) && posix.dirname(path) === (parent || "."));
  return files.some(({ path, id }) => {
    if (path.startsWith(`${folder}/`) || asideFolderOf(path) !== undefined) return false;
    const text = texts.text(id);
    if (!/kustomization/i.test(posix.basename(path)) && !APPLIER.test(text)) return false;
    return named.test(text) || appliesFolder(text, folder, hasKustomization);
  });
}
