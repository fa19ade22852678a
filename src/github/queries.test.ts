import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { schema as github } from "@octokit/graphql-schema";
import { buildSchema, parse, validate, type GraphQLSchema } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";

/** Every GraphQL document of this folder, wherever it stands. */
const DOCUMENTS = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .flatMap((name) =>
    [
      ...readFileSync(join(import.meta.dirname, name), "utf8").matchAll(
        /["`]\s*((?:query|mutation)\b[^"`]*)["`]/g,
      ),
    ].map(([, document = ""]) => ({ name, document })),
  );

let schema: GraphQLSchema;

beforeAll(() => {
  // GitHub's own schema defines some fields twice.
  schema = buildSchema(github.idl, { assumeValid: true, assumeValidSDL: true });
});

const problems = (document: string): readonly string[] =>
  validate(schema, parse(document)).map(({ message }) => message);

describe("GitHub's schema", () => {
  test("would refuse a field that there is not", () => {
    expect(problems("query { viewer { log } }")).not.toEqual([]);
  });

  test("is asked by somebody", () => expect(DOCUMENTS).not.toEqual([]));

  test.each(DOCUMENTS)("takes the document of $name", ({ document }) => {
    expect(problems(document)).toEqual([]);
  });
});
