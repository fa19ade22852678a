import { createTextStore, type TextStore } from "../scope/revision-files.ts";
import type { Snapshot, Source } from "../source/types.ts";
import { createLoader, type Loader } from "./file-loader.ts";

/** What was read and parsed of a source so far; whoever shares it reads nothing twice. */
export interface Reading {
  readonly texts: TextStore;
  readonly loader: Loader;
}

export function createReading(source: Source): Reading {
  const texts = createTextStore(source);
  return { texts, loader: createLoader(texts) };
}

/** The text of a file of a snapshot, if it is there and was read. */
export function textsOf(
  { entries }: Snapshot,
  { texts }: Reading,
): (path: string) => string | undefined {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let ids: ReadonlyMap<string, string> | undefined;
  return (path) => {
    ids ??= new Map(
      entries.flatMap(({ path: at, id, mode }) => (mode === "file" ? [[at, id]] : [])),
    );
    const bytes = texts.bytes(ids.get(path) ?? "");
    return bytes === undefined ? undefined : decoder.decode(bytes);
  };
}
