import { expect, it } from "vitest";
import { createTextStore } from "../scope/revision-files.ts";
import { createLoader } from "./file-loader.ts";

it("says of a file that was not read how large it is, and what the limit is", async () => {
  const sizes = new Map([
    ["a", 40_600_346],
    ["b", 1234],
  ]);
  const texts = createTextStore({
    snapshots: [],
    read: async (ids) => new Map([...ids].map((id) => [id, { tooLarge: sizes.get(id) ?? 0 }])),
  });
  await texts.load(sizes.keys());
  const { load } = createLoader(texts);
  const messages = [...sizes.keys()].map((id) => load({ path: "a.yaml", id }).problems[0]?.message);
  expect(messages).toEqual([
    "the file has 40,600,346 bytes, more than the limit of 8,388,608, and was not read",
    "the file, of 1,234 bytes, was not read: all files together are larger than is taken on",
  ]);
});
