import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { RULES } from "../../src/check/rules.ts";
import { FAIL_ON } from "../../src/config/fail-on.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import { configSchema } from "../../src/config/schema.ts";
import { configContext } from "../../src/settings.ts";

const ROOT = join(import.meta.dirname, "../..");
const CONTEXT = configContext({ today: "2026-03-31" });
const SCHEMA = configSchema(CONTEXT.rules);
const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  SCHEMA,
);

const read = (text: string) => parseConfig({ path: "c.yml", text }, CONTEXT);

test("schema/config.schema.json is what the reader's table says (vitest -u writes it)", async () => {
  const text = `${JSON.stringify(SCHEMA, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(join(ROOT, "schema/config.schema.json"));
});

test("the schema says something about every key, and knows every rule", () => {
  const { properties } = SCHEMA as {
    readonly properties: Record<string, { description?: string }>;
  };
  for (const [key, { description = "" }] of Object.entries(properties))
    expect(description, key).toMatch(/\.$/);
  const rules = (properties["rules"] as { readonly properties: object }).properties;
  const names = Object.entries(RULES).flatMap(([id, { name }]) => [id, name]);
  expect(Object.keys(rules)).toEqual(names);
});

test("the examples of the schema are good", () => {
  const { properties } = SCHEMA as {
    readonly properties: Record<string, { readonly examples?: readonly unknown[] }>;
  };
  const examples = Object.entries(properties).flatMap(([key, { examples: each = [] }]) =>
    each.map((example) => JSON.stringify({ [key]: example })),
  );
  expect(examples.length).toBeGreaterThan(3);
  for (const text of examples) expect(read(text)).toMatchObject({ ok: true });
});

test("the configuration of this repository is good, for both", () => {
  const text = readFileSync(join(ROOT, ".github/netpol-review.yml"), "utf8");
  expect([read(text).ok, validate(parse(text))]).toEqual([true, true]);
});

/** What the schema cannot say; the reader's message for it. */
const BEYOND_SCHEMA = [
  /there is no day/,
  /is more than 2 years ahead/,
  /is set twice, by id and by name/,
  /there is another scope/,
];

interface Opinion {
  readonly schema: boolean;
  readonly reader: boolean;
  /** Whether each fault is one that a schema cannot find. */
  readonly isBeyond: boolean;
}

function opinions(document: unknown): Opinion {
  const text = JSON.stringify(document);
  const result = read(text);
  const messages = result.ok ? [] : result.faults.map(({ message }) => message);
  return {
    schema: validate(JSON.parse(text)),
    reader: result.ok,
    isBeyond:
      messages.length > 0 &&
      messages.every((message) => BEYOND_SCHEMA.some((pattern) => pattern.test(message))),
  };
}

describe("reader and schema", () => {
  const rule = fc.constantFrom("NP001", "NP012", "egress-isolated-without-dns", "metadata-opened");
  const words = fc.constantFrom<readonly unknown[]>(
    ...[
      ...FAIL_ON,
      "off",
      "NP001",
      "NP999",
      "a/**",
      "*".repeat(8),
      "*".repeat(9),
      "",
      " ",
      "\n",
    ].map((word) => [word]),
    ["2026-04-01"],
    ["2026-02-30"],
    ["2029-01-01"],
    ["2026-4-1"],
    ["x".repeat(200)],
    ["x".repeat(201)],
    ["\u{1f600}".repeat(200)],
    ["x".repeat(301)],
    [true],
    [null],
    [1],
    [[]],
    [{}],
  );
  const junk = fc.oneof(
    words.map(([word]) => word),
    fc.string({ unit: "binary" }),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const texts = fc.constantFrom("a", "shop", "team a", "\u{1f600}");
  const globs = fc.array(fc.constantFrom("a/**", "*.yaml", "x".repeat(200)), { maxLength: 3 });
  const level = fc.constantFrom("note", "warning", "error");
  const good = fc.record(
    {
      failOn: fc.oneof(
        fc.constantFrom(...FAIL_ON),
        fc.array(fc.constantFrom(...FAIL_ON), { minLength: 1, maxLength: 3 }),
      ),
      warnOnly: fc.option(fc.boolean()),
      rules: fc.dictionary(
        rule,
        fc.oneof(
          fc.constant("off"),
          level,
          fc.record({ level, gate: fc.boolean() }, { requiredKeys: ["gate"] }),
        ),
      ),
      accept: fc.array(
        fc.record(
          {
            rule,
            scope: texts,
            namespace: texts,
            path: fc.constant("a/**"),
            message: texts,
            reason: texts,
            owner: texts,
            expires: fc.constantFrom("2026-01-01", "2028-03-31", "2024-02-29"),
          },
          { requiredKeys: ["rule", "reason", "owner", "expires"] },
        ),
        { maxLength: 2 },
      ),
      scopes: fc.array(
        fc.record(
          { name: texts, paths: globs, namespace: fc.constantFrom("shop", "a", "team-1") },
          { requiredKeys: ["name", "paths"] },
        ),
        { maxLength: 2 },
      ),
      exclude: globs,
      ipBlockMatchesPods: fc.boolean(),
      repositoryMayAccept: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  /** Puts something else into one place of a document, or one key too many. */
  function spoil(document: unknown, path: readonly number[], by: unknown): unknown {
    const [step, ...rest] = path;
    if (typeof document !== "object" || document === null || step === undefined) return by;
    const keys = Object.keys(document);
    if (keys.length === 0) return by;
    const index = step % (keys.length + 1);
    const key = keys[index] ?? "extra";
    const inner: unknown = Reflect.get(document, key);
    if (Array.isArray(document))
      return index === keys.length
        ? [...(document as unknown[]), by]
        : document.map((each: unknown, at) => (at === index ? spoil(each, rest, by) : each));
    if (by === undefined && rest.length === 0)
      return Object.fromEntries(Object.entries(document).filter(([each]) => each !== key));
    return { ...document, [key]: index === keys.length ? by : spoil(inner, rest, by) };
  }
  const spoiled = fc
    .tuple(good, fc.array(fc.nat(20), { maxLength: 4 }), fc.oneof(junk, fc.constant(undefined)))
    .map(([document, path, by]) => spoil(document, path, by) ?? null);

  test("both take good documents", () => {
    fc.assert(
      fc.property(good, (document) => {
        const { schema, reader, isBeyond } = opinions(document);
        // A rule may stand there by id and by name, and two scopes with one name.
        expect([schema, reader || isBeyond]).toEqual([true, true]);
      }),
    );
  });

  test("take and refuse the same documents", () => {
    const seen = { taken: 0, refused: 0, beyond: 0 };
    fc.assert(
      fc.property(fc.oneof(spoiled, junk), (document) => {
        const { schema, reader, isBeyond } = opinions(document);
        expect(schema).toBe(reader || isBeyond);
        seen[reader ? "taken" : isBeyond ? "beyond" : "refused"]++;
      }),
      { numRuns: 3_000 },
    );
    // A test that only sees one side proves nothing.
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(200);
  });

  test.each([
    { name: "a day that is not", document: { expires: "2026-02-30" } },
    { name: "a far day", document: { expires: "2029-01-01" } },
  ])("only the reader refuses $name", ({ document }) => {
    const entry = { rule: "NP001", reason: "r", owner: "o", ...document };
    expect(opinions({ accept: [entry] })).toEqual({ schema: true, reader: false, isBeyond: true });
  });
});
