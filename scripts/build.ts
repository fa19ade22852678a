import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.ts";
import { licensesOf } from "./write-licenses.ts";

const DIST = join(import.meta.dirname, "..", "dist");

const chunks = await bundle(DIST);
const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
await writeFile(join(DIST, "licenses.txt"), await licensesOf(modules));
