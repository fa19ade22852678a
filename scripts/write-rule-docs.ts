import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderRuleDocs } from "../src/report/rule-docs.ts";

/** Writes docs/rules.md; a test holds it against the table of rules. */
writeFileSync(join(import.meta.dirname, "../docs/rules.md"), renderRuleDocs());
