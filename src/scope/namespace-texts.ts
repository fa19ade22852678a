import { lazily } from "../model/lazily.ts";
import type { LoadedFile } from "./load-file.ts";
import type { FileVersion, TextStore } from "./revision-files.ts";
import { plainObjects } from "./text-hints.ts";

/** How files are read: as text, and where that is not enough as objects. */
export interface FileReading {
  readonly texts: TextStore;
  readonly load: (file: FileVersion) => LoadedFile;
}

/** What a file says that may declare a namespace. */
export interface NamespaceText {
  readonly file: FileVersion;
  readonly text: string;
}

/**
 * What those files say that may declare a namespace. A text that may hide words is parsed at once, and what it
 * declares stands for it.
 */
export function namespaceTexts(
  files: readonly FileVersion[],
  { texts, load }: FileReading,
): readonly NamespaceText[] {
  return files.flatMap((file) => {
    if (!texts.hints(file.id).hides) return [{ file, text: texts.text(file.id) }];
    const { namespaces } = load(file);
    return namespaces.length === 0 ? [] : [{ file, text: JSON.stringify(namespaces) }];
  });
}

export const NAMESPACE = /\bNamespace(?:List)?\b/;

/** The namespaces that a text declares plainly. */
const declaredIn = ({ text }: NamespaceText): readonly string[] =>
  (plainObjects(text, NAMESPACE) ?? []).flatMap(({ kind, name }) =>
    kind === "Namespace" ? (name ?? []) : [],
  );

/** Whether some text declares a namespace plainly. Most stand beside the policies that are asked for. */
export function declarations(
  declared: readonly NamespaceText[],
): (name: string, near: FileVersion) => boolean {
  const all = lazily(() => new Set(declared.flatMap(declaredIn)));
  return (name, near) =>
    neighbours(declared, near).some((text) => declaredIn(text).includes(name)) || all().has(name);
}

const NEIGHBOURS = 8;

/** Some texts of the same folder; all are in the order of their paths. */
function neighbours(
  declared: readonly NamespaceText[],
  { path }: FileVersion,
): readonly NamespaceText[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  let low = 0;
  let high = declared.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((declared[middle]?.file.path ?? "") < folder) low = middle + 1;
    else high = middle;
  }
  return declared.slice(low, low + NEIGHBOURS).filter(({ file }) => file.path.startsWith(folder));
}
