/** Folders whose children are clusters or overlays: what lies below one is applied together. */
const MARKERS = new Set([
  "clusters",
  "cluster",
  "environments",
  "environment",
  "envs",
  "env",
  "overlays",
  "overlay",
  "providers",
  "sites",
  "regions",
]);

export const DEFAULT_SCOPE = "default";

/**
 * The scope of a file by its path: the nearest folder under a marker such as `clusters/`, or a dotted
 * folder under `namespaces/`, where cluster names stand. Everything else is one scope.
 */
export function scopeNameOf(path: string): string {
  const segments = path.split("/");
  for (let i = segments.length - 3; i >= 0; i--) {
    const marker = segments[i] ?? "";
    const child = segments[i + 1] ?? "";
    if (isMarker(marker, child)) return segments.slice(0, i + 2).join("/");
  }
  return DEFAULT_SCOPE;
}

/** Whether the folders below this one are clusters or overlays, judged by one of them. */
export const isMarker = (folder: string, child: string): boolean =>
  MARKERS.has(folder) || (folder === "namespaces" && child.includes("."));
