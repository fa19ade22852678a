import { readFile, writeFile } from "node:fs/promises";
import { withActionTables } from "../test/readme/action-tables.ts";

/** Writes the tables of inputs and outputs into the README: `npm run tables`. A test compares them. */
const [readme, action] = await Promise.all([
  readFile("README.md", "utf8"),
  readFile("action.yml", "utf8"),
]);
await writeFile("README.md", withActionTables(readme, action));
