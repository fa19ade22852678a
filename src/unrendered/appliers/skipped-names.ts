import { posix } from "node:path";

/** What `kubectl apply -f`, Flux and Argo CD look for in a folder; all of them tell upper case from lower. */
const READ = /\.(?:ya?ml|json)$/;
/** What Flux leaves out of every source unless told otherwise (fluxcd/pkg `sourceignore`: ExcludeCI, ExcludeExtra). */
const FLUX_IGNORES: ReadonlySet<string> = new Set([
  ".travis.yml",
  ".gitlab-ci.yml",
  "appveyor.yml",
  ".drone.yml",
  "cloudbuild.yaml",
  "codeship-services.yml",
  "codeship-steps.yml",
  ".goreleaser.yml",
  ".sops.yaml",
  ".flux.yaml",
]);

interface Use {
  /** Whether a kustomization names the file: it then need not be found. */
  readonly isListed: boolean;
  /** Whether Flux applies manifests of this repository. */
  readonly usesFlux: () => boolean;
}

/** Why a tool that looks for manifests in a folder passes a file over by its name. */
export function skippedName(path: string, { isListed, usesFlux }: Use): string | undefined {
  if (FLUX_IGNORES.has(posix.basename(path))) return `Flux leaves ${path} out by its name`;
  if (isListed) return undefined;
  if (!READ.test(path))
    return `kubectl, Flux and Argo CD pass ${path} over: its ending is not in lower case`;
  // The Kustomization that Flux makes up for a folder without one lists YAML only.
  return path.endsWith(".json") && usesFlux()
    ? `Flux passes ${path} over: without a kustomization it looks for YAML only`
    : undefined;
}
