import { schema as github } from "@octokit/graphql-schema";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { RESOLVE, THREADS, UNRESOLVE } from "./review-queries.ts";

test("GitHub would understand the queries", () => {
  // GitHub's schema has fields twice, which the parser would mind.
  const schema = buildSchema(github.idl, { assumeValid: true, assumeValidSDL: true });
  for (const query of [THREADS, RESOLVE, UNRESOLVE])
    expect(validate(schema, parse(query))).toEqual([]);
  expect(validate(schema, parse(RESOLVE.replace("threadId:", "subjectId:")))).not.toEqual([]);
});
