import { parseManifest } from "../manifest/parse-manifest.ts";
import type { ManifestObject } from "../model/object.ts";
import type { Side } from "../model/span.ts";
import { isManifestPath } from "../scope/manifest-paths.ts";
import { bytesIn, type Source } from "../source/types.ts";
import { readManifestText, type ManifestText } from "./manifest-text.ts";

/** The files of the two revisions as text to edit, each read once. */
export interface RevisionTexts {
  readonly text: (side: Side, path: string) => Promise<ManifestText | undefined>;
  /** The Services at head. */
  readonly services: () => Promise<readonly ManifestObject[]>;
}

const SERVICE = /kind["']?\s*:\s*["']?Service\b/;
/** More are not looked through for the sake of a suggestion. */
const MAX_SERVICE_FILES = 500;

export function createRevisionTexts(source: Source): RevisionTexts {
  const [base, head] = source.snapshots;
  const texts = new Map<string, ManifestText | undefined>();
  return {
    text: async (side, path) => {
      const key = `${side} ${path}`;
      if (texts.has(key)) return texts.get(key);
      const { entries = [] } = (side === "base" ? base : head) ?? {};
      const entry = entries.find((file) => file.path === path && file.mode === "file");
      const bytes = entry && bytesIn(await source.read([entry.id]), entry.id);
      const text = bytes === undefined ? undefined : readManifestText(path, bytes);
      texts.set(key, text);
      return text;
    },
    services: async () => {
      const files = (head?.entries ?? []).filter(
        ({ path, mode }) => mode === "file" && isManifestPath(path),
      );
      const contents = await source.read(files.map(({ id }) => id));
      const found: ManifestObject[] = [];
      let read = 0;
      for (const { path, id } of files) {
        const bytes = bytesIn(contents, id);
        if (bytes === undefined) continue;
        if (!SERVICE.test(Buffer.from(bytes).toString("latin1"))) continue;
        if (++read > MAX_SERVICE_FILES) break;
        const { objects } = parseManifest(path, bytes);
        found.push(
          ...objects.filter(({ kind, apiVersion }) => kind === "Service" && apiVersion === "v1"),
        );
      }
      return found;
    },
  };
}
