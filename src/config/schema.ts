import { configShape, DEFINITIONS, type KnownRule } from "./keys.ts";
import type { JsonSchema } from "./shape.ts";

/** JSON Schema of a configuration file, for editors: published as `schema/config.schema.json`. */
export function configSchema(rules: readonly KnownRule[]): JsonSchema {
  // What a day may be is the one thing that depends on today, and a schema cannot say it.
  const { schema } = configShape({ rules, today: "2000-01-01" });
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "urn:netpol-review:config:1",
    title: "netpol-review configuration",
    description:
      "`.github/netpol-review.yml`, read from the base revision. Begin the file with `# yaml-language-server: $schema=` and this file's address.",
    ...schema,
    // An empty file leaves everything open.
    type: ["object", "null"],
    $defs: DEFINITIONS,
  };
}
