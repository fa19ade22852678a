import { posix } from "node:path";
import type { FileVersion, TextStore } from "../../scope/revision-files.ts";
import { entriesOf, fieldsOf } from "./closure.ts";

/** Kustomizations above a file, and namespaces that they give it. */
const MAX_ABOVE = 50;

/**
 * The namespaces into which the kustomizations of one revision put the manifests of a file, whatever those say
 * themselves: of several around each other the outermost counts.
 */
export function givenNamespaces(
  kustomizations: readonly FileVersion[],
  texts: TextStore,
): (path: string) => readonly string[] {
  if (!kustomizations.some(({ id }) => GIVES.test(texts.text(id)))) return () => [];
  const listed = new Map<FileVersion, ReadonlySet<string>>();
  const lists = (file: FileVersion, path: string): boolean => {
    if (!texts.text(file.id).includes(posix.basename(path))) return false;
    let paths = listed.get(file);
    if (paths === undefined) {
      const folder = posix.dirname(file.path);
      const entries = entriesOf(fieldsOf(texts.text(file.id)) ?? {});
      paths = new Set(
        entries.map((entry) => posix.normalize(posix.join(folder, entry)).replace(/\/$/, "")),
      );
      listed.set(file, paths);
    }
    return paths.has(path);
  };
  const known = new Map<string, readonly string[]>();
  return (path) => {
    const found = known.get(path);
    if (found !== undefined) return found;
    const seen = new Set<FileVersion>();
    const visit = (at: string, given: string | undefined): readonly (string | undefined)[] => {
      const above = kustomizations.filter((file) => !seen.has(file) && lists(file, at));
      if (above.length === 0 || seen.size > MAX_ABOVE) return [given];
      for (const file of above) seen.add(file);
      return above.flatMap((file) => {
        const own = fieldsOf(texts.text(file.id))?.["namespace"];
        const next = typeof own === "string" && own !== "" ? own : given;
        return visit(posix.dirname(file.path), next);
      });
    };
    const given = [...new Set(visit(path, undefined))].filter((name) => name !== undefined);
    known.set(path, given);
    return given;
  };
}

const GIVES = /^["']?namespace["']?\s*:/m;
