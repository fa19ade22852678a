import { posix } from "node:path";

const MANIFEST = /\.(?:ya?ml|json)$/i;
/** Languages that make manifests; reading them means running them. */
const GENERATOR =
  /\.(?:tpl|gotmpl|tmpl|jsonnet|libsonnet|cue|j2|jinja2?|ftl|erb|tf|tfvars|hcl|pkl|dhall|k|star|ytt)$/i;
/** Tests, examples and documents: manifests that nobody applies (see the layouts in docs/scopes.md). */
const ASIDE =
  /(?:^|\/)(?:tests|testdata|__tests__|fixtures|e2e|\.chainsaw-test|\.kyverno-test|examples?|samples?|docs?|\.?(?:archive|attic|backups?|deprecated|disabled|old|trash|unused)|[^/]+-old|\.(?:skel|github|gitlab|circleci|devcontainer|vscode|idea))(?=\/)/;

/** Asked of every path, and most have a usual ending. */
export const isManifestPath = (path: string): boolean =>
  path.endsWith(".yaml") || path.endsWith(".yml") || MANIFEST.test(path.slice(-5));
export const isGeneratorPath = (path: string): boolean => GENERATOR.test(path);

/** A file below a folder of tests, examples, documents or archives. */
export const isSetAside = (path: string): boolean => asideFolderOf(path) !== undefined;

/** The topmost folder of tests, examples, documents or archives above a file. */
export function asideFolderOf(path: string): string | undefined {
  const found = ASIDE.exec(path);
  return found === null ? undefined : path.slice(0, found.index + found[0].length);
}

export const isKustomization = (path: string): boolean =>
  // Asked of every path, and few have the word at their end.
  path.includes("ustomization", path.length - "ustomization.yaml".length) &&
  /^(?:kustomization\.ya?ml|Kustomization)$/.test(posix.basename(path));

/** Whether a file lies in a folder with a kustomization, or below one. */
export function belowKustomization(paths: Iterable<string>): (path: string) => boolean {
  const folders = new Set([...paths].filter(isKustomization).map((path) => posix.dirname(path)));
  return (path) => {
    if (folders.size === 0) return false;
    let folder = posix.dirname(path);
    while (folder !== "." && !folders.has(folder)) folder = posix.dirname(folder);
    return folders.has(folder);
  };
}

/** Whether a change of the file may bear on network policy. */
export const mayMatter = (path: string): boolean =>
  isManifestPath(path) || isGeneratorPath(path) || isKustomization(path) || isKptfile(path);

/** What kpt runs on the manifests below its folder. */
export const isKptfile = (path: string): boolean =>
  path.endsWith("Kptfile") && posix.basename(path) === "Kptfile";

/** What Helm renders or installs itself: manifests beside it are somebody's to apply. */
export const isChartContent = (path: string, charts: ReadonlySet<string>): boolean => {
  const chart = chartOf(path, charts);
  if (chart === undefined) return false;
  const inside = chart === "." ? path : path.slice(chart.length + 1);
  return /^(?:templates|charts|crds)\//.test(inside);
};

/** The chart folder that a file lies in, among the folders that are charts. */
export function chartOf(path: string, charts: ReadonlySet<string>): string | undefined {
  if (charts.size === 0) return undefined;
  for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder))
    if (charts.has(folder)) return folder;
  return charts.has(".") ? "." : undefined;
}

/** The folders that hold a `Chart.yaml`. */
export function chartFolders(files: Iterable<{ readonly path: string }>): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const { path } of files)
    if (path.endsWith("Chart.yaml") && posix.basename(path) === "Chart.yaml")
      folders.add(posix.dirname(path));
  return folders;
}
