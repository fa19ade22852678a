import { afterAll, beforeAll, expect, it } from "vitest";
import { createAheadReader } from "./read-ahead.ts";
import { git, temporaryRepository, type TemporaryRepository } from "./testing/repository.ts";
import { bytesOf, isTooLarge, SourceFailure, type Content, type TooLarge } from "./types.ts";

let repository: TemporaryRepository;
const texts = Array.from({ length: 900 }, (_, index) => `${index}\n`.repeat(index));
const ids: string[] = [];

beforeAll(() => {
  repository = temporaryRepository();
  texts.forEach((text, index) => repository.write(`f${index}`, text));
  const paths = texts.map((_, index) => `${repository.path}/f${index}\n`).join("");
  ids.push(...git(repository.path, ["hash-object", "-w", "--stdin-paths"], paths).split("\n"));
});
afterAll(() => repository[Symbol.dispose]());

const readerOf = (signal?: AbortSignal) =>
  createAheadReader({ repo: repository.path, maxBlobBytes: 1e6, maxTotalBytes: 1e8 }, signal);
const textOf = (content: Content | TooLarge | undefined) =>
  content === undefined || isTooLarge(content)
    ? undefined
    : Buffer.from(bytesOf(content)).toString();

it.each([
  { name: "nothing", ahead: [] },
  { name: "a few", ahead: [[3, 5]] },
  { name: "other ones", ahead: [[0, 100]], from: 200 },
  { name: "some of them", ahead: [[0, 500]], from: 300 },
  {
    name: "a few and then all",
    ahead: [
      [7, 9],
      [0, 900],
    ],
  },
])("delivers the same when $name was read ahead", async ({ ahead, from = 0 }) => {
  const reader = readerOf();
  for (const [start, end] of ahead) reader.start(new Set(ids.slice(start, end)));
  const told = new Map<string, Content | TooLarge>();
  const wanted = ids.slice(from);
  const contents = await reader.read(wanted, (id, content) => told.set(id, content));
  expect(wanted.map((id) => textOf(contents.get(id)))).toEqual(texts.slice(from));
  for (const id of wanted) expect(told.get(id) ?? contents.get(id)).toBe(contents.get(id));
  expect(told.size).toBeGreaterThan(0);
});

it("does not wait for what is not asked for", async () => {
  const reader = readerOf();
  const few = ids.slice(0, 3);
  reader.start(new Set(few));
  reader.start(new Set(ids));
  expect([...(await reader.read(few)).keys()]).toEqual(few);
});

it("forgets a failure until the same is asked for", async () => {
  const reader = readerOf();
  const gone = "1".repeat(40);
  reader.start(new Set([gone, ...ids.slice(0, 2)]));
  expect(textOf((await reader.read(ids.slice(0, 2))).get(ids[1] ?? ""))).toBe(texts[1]);
  await expect(reader.read([gone])).rejects.toBeInstanceOf(SourceFailure);
});

it("stops, and still reads what is asked for", async () => {
  const stop = new AbortController();
  const reader = readerOf(stop.signal);
  reader.start(new Set(ids));
  stop.abort();
  const contents = await reader.read(ids);
  expect(ids.map((id) => textOf(contents.get(id)))).toEqual(texts);
});
