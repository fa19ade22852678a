import { readFileSync, statSync } from "node:fs";
import Module from "node:module";
import { join, sep } from "node:path";
import { constants, Script } from "node:vm";
import { crc32 } from "node:zlib";
import envPaths from "env-paths";
import type { HeapGrowth } from "./heap-growth.ts";
import { readCompiled, writeCompiled, type CompiledFile } from "./code-cache-file.ts";

export interface CodeCacheOptions {
  /** Where the program is. */
  readonly folder: string;
  /** Each has a cache of its own: they need different functions. */
  readonly command: string;
  readonly heap: HeapGrowth;
}

export interface CodeCache {
  /** Keeps what was compiled in this run for the next ones. */
  readonly save: () => void;
}

/** A file of the program that was loaded in this run. */
interface Loaded {
  readonly script: Script;
  readonly stamp: string;
}

/** The part of Node's loader that is open to programs: how a file of some ending becomes a module. */
interface OpenLoader {
  readonly _extensions: Record<string, (module: NodeModule, path: string) => void>;
}

type ModuleFunction = (
  this: unknown,
  exports: unknown,
  require: (id: string) => unknown,
  module: NodeModule,
  path: string,
  folder: string,
) => void;

/**
 * Half of the time of a small review goes into compiling code that was compiled the last time. From here on the files
 * of the program are loaded with what an earlier run of the command has left in the user's cache folder: V8's compiled
 * code, with the functions that are compiled when they are first called, which Node's own compile cache leaves out.
 * V8 checks that its version and its flags are the same, and we that the file is. Undefined where the user wants none,
 * and before Node 22, which has no checksums.
 */
export function useCodeCache({ folder, command, heap }: CodeCacheOptions): CodeCache | undefined {
  // Node's own word for it: https://nodejs.org/api/cli.html#node_disable_compile_cache1
  if (process.env["NODE_DISABLE_COMPILE_CACHE"] !== undefined) return undefined;
  if ((crc32 as unknown) === undefined) return undefined;
  const cacheFile = join(
    envPaths("netpol-review", { suffix: "" }).cache,
    [command, process.version, process.arch, spelled(folder)].join("-"),
  );
  const known = readCompiled(cacheFile);
  const loaded = new Map<string, Loaded>();
  let isNews = false;

  const { _extensions: loaders } = Module as unknown as OpenLoader;
  const usual = loaders[".js"];
  loaders[".js"] = (module, path) => {
    if (!path.startsWith(folder + sep)) return usual?.(module, path);
    const stamp = stampOf(path);
    const compiled = known.get(path);
    const cachedData = compiled?.stamp === stamp ? compiled.data : undefined;
    const text = Module.wrap(readFileSync(path, "utf8"));
    const options = {
      filename: path,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData === undefined ? {} : { cachedData }),
    };
    const script = heap.whileUsual(() => new Script(text, options));
    if (cachedData === undefined || script.cachedDataRejected === true) isNews = true;
    loaded.set(path, { script, stamp });
    const run = script.runInThisContext() as ModuleFunction;
    const require = (id: string): unknown => module.require(id);
    run.call(module.exports, module.exports, require, module, path, folder);
  };

  return {
    save: () => {
      if (!isNews) return;
      const files = new Map<string, CompiledFile>(known);
      for (const [path, { script, stamp }] of loaded)
        files.set(path, { stamp, data: heap.whileUsual(() => script.createCachedData()) });
      writeCompiled(cacheFile, files);
    },
  };
}

/** Any write to a file changes one of these. */
function stampOf(path: string): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return [size, mtimeMs, ctimeMs, ino].join(" ");
}

const MAX_SPELLED = 150;

/** A folder as a part of a file's name; of two that are spelled alike one has the cache. */
const spelled = (folder: string): string => folder.replaceAll(/[^\w.]+/g, "-").slice(-MAX_SPELLED);
