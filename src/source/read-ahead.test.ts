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
  { name: "nothing", urgent: [0, 0], others: [0, 0] },
  { name: "a few", urgent: [3, 5], others: [0, 0] },
  { name: "something else", urgent: [0, 100], others: [100, 200], from: 200 },
  { name: "a part", urgent: [0, 5], others: [400, 600], from: 300 },
  { name: "all", urgent: [7, 9], others: [0, 900] },
])("delivers the same when $name was read ahead", async ({ urgent, others, from = 0 }) => {
  const reader = readerOf();
  reader.start(new Set(ids.slice(...urgent)), ids.slice(...others));
  const told = new Map<string, Content | TooLarge>();
  const wanted = ids.slice(from);
  const contents = await reader.read(wanted, (id, content) => told.set(id, content));
  expect(wanted.map((id) => textOf(contents.get(id)))).toEqual(texts.slice(from));
  for (const id of wanted) expect(told.get(id) ?? contents.get(id)).toBe(contents.get(id));
  expect(told.size).toBeGreaterThan(0);
});

it("delivers what is urgent first, and tells of the rest as it comes", async () => {
  const reader = readerOf();
  const urgent = ids.slice(-3);
  reader.start(new Set(urgent), ids);
  expect([...(await reader.read(urgent)).keys()]).toEqual(urgent);
  const told = new Set<string>();
  let isDone = false;
  const reading = reader.read(ids, (id) => {
    expect(isDone).toBe(false);
    told.add(id);
  });
  const contents = await reading;
  isDone = true;
  expect(told).toEqual(new Set(contents.keys()));
  expect(told).toEqual(new Set(ids));
});

it("forgets a failure until the same is asked for", async () => {
  const gone = "1".repeat(40);
  for (const others of [[], ids]) {
    const reader = readerOf();
    reader.start(new Set([gone, ...ids.slice(0, 2)]), others);
    expect(textOf((await reader.read(ids.slice(0, 2))).get(ids[1] ?? ""))).toBe(texts[1]);
    await expect(reader.read([gone])).rejects.toBeInstanceOf(SourceFailure);
  }
});

it("stops, and still reads what is asked for", async () => {
  const stop = new AbortController();
  const reader = readerOf(stop.signal);
  reader.start(new Set(), ids);
  stop.abort();
  const contents = await reader.read(ids);
  expect(ids.map((id) => textOf(contents.get(id)))).toEqual(texts);
});
