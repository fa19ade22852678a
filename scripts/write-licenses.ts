import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;

/** The helpers that the bundler itself adds (ids that start with NUL) come under its own licence. */
const BUNDLER = join(import.meta.dirname, "../node_modules/rolldown");

/** `/x/node_modules/@a/b/lib/c.js` belongs to the package in `/x/node_modules/@a/b`. */
function packageDirectory(moduleId: string): string | undefined {
  if (moduleId.startsWith("\0")) return BUNDLER;
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(moduleId)?.[0];
}

async function readLicense(directory: string): Promise<string> {
  const manifest = await readFile(join(directory, "package.json"), "utf8");
  const { name, version, license } = JSON.parse(manifest) as Manifest;

  const files = (await readdir(directory)).filter((file) => LICENSE_FILE.test(file)).toSorted();
  if (files.length === 0)
    throw new Error(`${name}@${version} has no licence text, and dist must carry one`);
  const texts = await Promise.all(files.map((file) => readFile(join(directory, file), "utf8")));

  const title = `${name}@${version} (${license})`;
  return [title, ...texts.map((text) => text.replaceAll("\r\n", "\n").trim())].join("\n\n");
}

/** The complete licence texts of the packages that the modules come from, in a fixed order. */
export async function licensesOf(moduleIds: readonly string[]): Promise<string> {
  const directories = new Set(moduleIds.map(packageDirectory).filter((dir) => dir !== undefined));
  const sections = await Promise.all([...directories].map(readLicense));
  const separator = `\n\n${"-".repeat(80)}\n\n`;
  // A package that is installed twice in one version is named once.
  return `${[...new Set(sections)].toSorted().join(separator)}\n`;
}
