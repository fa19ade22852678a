import { globSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseAst } from "rolldown/parseAst";
import { expect, it } from "vitest";
import { processorSeconds } from "../../src/source/testing/processor-time.ts";

const SOURCES = join(import.meta.dirname, "../../src");

interface Expression {
  readonly place: string;
  readonly pattern: RegExp;
}

/** What every text can hold a lot of. */
const COMMON = ["\n", " ", "\t", "\n ", " \n", "a", "0", "-", ".", "/", "\\", "_", "a.", "a-"];
const MARKS = /[^\w\s\\^$|()*+?]/g;
const WORDS = /[A-Za-z][\w-]*/g;

/** Characters of a hostile text. What takes quadratic time needs a second for so many, the others some microseconds. */
const LENGTH = 60_000;
const MAX_SECONDS = 0.2;

/** Never asked of a text of any length. */
const BOUNDED: readonly string[] = [
  // The digits of a number.
  "model/format-count.ts: /\\B(?=(?:\\d{3})+$)/gu",
  // A namespace, a name and a kind, which the API server bounds.
  "report/rows.ts: /\\[[^\\]]*\\]$/u",
];

function templateText(node: Template | undefined): string | undefined {
  const { quasis } = node?.quasi ?? node ?? {};
  // `String.raw` or not, the parser gives both readings.
  return quasis
    ?.map(({ value }) => (node?.quasi === undefined ? value.cooked : value.raw))
    .join("x");
}

/** As much of the parser's tree as is looked at. */
interface Syntax {
  readonly type?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string } | null;
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly (Template & { readonly value?: string })[];
}

interface Template {
  readonly quasis?: readonly {
    readonly value: { readonly raw: string; readonly cooked: string };
  }[];
  /** Of a tagged template. */
  readonly quasi?: Template;
}

/** Every expression that stands in a source file, with `x` for what a template fills in. */
function expressionsIn(path: string): readonly Expression[] {
  const found: Expression[] = [];
  const place = relative(SOURCES, path);
  const add = (source: string, flags: string): void => {
    found.push({ place: `${place}: /${source}/${flags}`, pattern: new RegExp(source, flags) });
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== "object" || node === null || Array.isArray(node)) return;
    const { type, regex, callee, arguments: given } = node as Syntax;
    if (type === "Literal" && regex) add(regex.pattern, regex.flags);
    if (type === "NewExpression" && callee?.name === "RegExp") {
      const source = templateText(given?.[0]);
      if (source !== undefined) add(source, given?.[1]?.value ?? "");
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseAst(readFileSync(path, "utf8"), { lang: "ts" }));
  return found;
}

/** Long runs of what the expression itself asks for, and of what stands around that in a manifest. */
function hostileTexts({ source }: RegExp): readonly string[] {
  const words = [...new Set(source.match(WORDS) ?? [])].slice(0, 12);
  const marks = [...new Set(source.match(MARKS) ?? [])].slice(0, 12);
  const seeds = [
    ...COMMON,
    ...marks,
    ...words.flatMap((word) => [
      word,
      `${word}:`,
      `${word}: `,
      `${word}:\n`,
      `${word} `,
      `\n${word}`,
      `- ${word}`,
    ]),
    ...marks.flatMap((mark) => [`a${mark}`, `${mark} `, `\n${mark}`]),
  ];
  return seeds.flatMap((seed) => {
    const run = seed.repeat(Math.ceil(LENGTH / seed.length));
    return [run, `${words[0] ?? ""}${run}`, `${words[0] ?? ""}:${run}`];
  });
}

const secondsOf = (pattern: RegExp, text: string): number =>
  processorSeconds(() => {
    if (pattern.global) text.replace(pattern, "");
    else pattern.exec(text);
  });

const paths = globSync("**/*.ts", { cwd: SOURCES })
  .filter((path) => !/\.test(?:-data)?\.ts$/.test(path))
  .map((path) => join(SOURCES, path));
const expressions = paths.flatMap(expressionsIn);

it("finds the expressions", () => {
  expect(expressions.length).toBeGreaterThan(150);
});

it("takes no expression longer than the text is long", () => {
  const slow = expressions.flatMap(({ place, pattern }) => {
    if (BOUNDED.includes(place)) return [];
    const text = hostileTexts(pattern).find((hostile) => secondsOf(pattern, hostile) > MAX_SECONDS);
    return text === undefined ? [] : [`${place} on ${JSON.stringify(text.slice(0, 20))}`];
  });
  expect(slow).toEqual([]);
}, 600_000);
