import { loadFile, type LoadedFile } from "../scope/load-file.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";

/** Decodes each version of a file once. */
export interface Loader {
  readonly load: (file: FileVersion) => LoadedFile;
  readonly count: () => number;
}

export function createLoader(texts: TextStore): Loader {
  const loaded = new Map<string, LoadedFile>();
  return {
    load: ({ path, id }) => {
      const key = `${id} ${path}`;
      const known = loaded.get(key);
      if (known !== undefined) return known;
      const size = texts.tooLarge(id);
      const file =
        size === undefined
          ? loadFile(path, id, texts.bytes(id) ?? new Uint8Array())
          : tooLargeFile(path, id, size);
      loaded.set(key, file);
      return file;
    },
    count: () => loaded.size,
  };
}

function tooLargeFile(path: string, id: string, size: number): LoadedFile {
  const span = { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const message = `the file has ${size} bytes, more than the limit, and was not read`;
  const problem = { code: "too-large", message, span, about: "policy" } as const;
  return {
    path,
    id,
    policies: [],
    rejected: [],
    namespaces: [],
    workloads: [],
    services: [],
    plugins: [],
    foreign: [],
    problems: [problem],
  };
}
