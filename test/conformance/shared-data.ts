import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

/**
 * The data are not part of this repository: `NETPOL_SHARED` names the folder that holds `conformance/` and
 * `corpus/`; without it, `shared` beside the repository.
 */
const SHARED =
  process.env["NETPOL_SHARED"] ?? fileURLToPath(new URL("../../../shared", import.meta.url));

/** Where one kind of data is expected, and whether it is there. */
export interface DataFolder {
  readonly path: string;
  readonly present: boolean;
}

export function findData(name: "conformance" | "corpus", marker: string): DataFolder {
  const path = join(SHARED, name);
  return { path, present: existsSync(join(path, marker)) };
}

export const conformanceData = (): DataFolder => findData("conformance", "README.md");
