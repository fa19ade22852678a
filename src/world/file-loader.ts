import { DEFAULT_LIMITS } from "../manifest/limits.ts";
import { formatCount } from "../model/format-count.ts";
import {
  loadVersion,
  type FilePair,
  type LoadedFile,
  type SharedDocuments,
} from "../scope/load-file.ts";
import type { FileVersion, TextStore } from "../scope/revision-files.ts";

/** Decodes each version of a file once. */
export interface Loader {
  readonly load: (file: FileVersion) => LoadedFile;
  /** The same for both versions of changed files: what they share is read once. */
  readonly loadVersions: (versions: FileVersions) => FilePair;
  readonly count: () => number;
  /** Policies in the files that were loaded. */
  readonly countPolicies: () => number;
}

interface FileVersions {
  readonly base: readonly FileVersion[];
  readonly head: readonly FileVersion[];
}

export function createLoader(texts: TextStore): Loader {
  const loaded = new Map<string, LoadedFile>();
  const load = ({ path, id }: FileVersion, shared?: SharedDocuments): LoadedFile => {
    const key = `${id} ${path}`;
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const size = texts.tooLarge(id);
    const file =
      size === undefined
        ? loadVersion({ path, id }, texts.bytes(id) ?? new Uint8Array(), shared)
        : tooLargeFile(path, id, size);
    loaded.set(key, file);
    return file;
  };
  return {
    load: (file) => load(file),
    loadVersions: ({ base, head }) => {
      const shared: SharedDocuments = new Map();
      return {
        base: base.map((file) => load(file, shared)),
        head: head.map((file) => load(file, shared)),
      };
    },
    count: () => loaded.size,
    countPolicies: () => new Set([...loaded.values()].flatMap(({ policies }) => policies)).size,
  };
}

function tooLargeFile(path: string, id: string, size: number): LoadedFile {
  const span = { path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
  const limit = DEFAULT_LIMITS.fileBytes;
  const message =
    size > limit
      ? `the file has ${formatCount(size)} bytes, more than the limit of ${formatCount(limit)}, and was not read`
      : `the file, of ${formatCount(size)} bytes, was not read: all files together are larger than is taken on`;
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
    makers: [],
    problems: [problem],
  };
}
