import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../scripts/bundle.ts";

/** A program in the files that users run, which start faster than the sources. */
export interface BundledProgram extends AsyncDisposable {
  readonly file: string;
}

/** Bundles the sources as they are now. */
export async function bundleProgram(entry: "index.js" | "cli.js"): Promise<BundledProgram> {
  const folder = await mkdtemp(join(tmpdir(), "netpol-review-bundle-"));
  await bundle(folder);
  return {
    file: join(folder, entry),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
