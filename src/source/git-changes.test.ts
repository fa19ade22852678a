import * as fc from "fast-check";
import { expect, it } from "vitest";
import { applyChanges, parseChanges } from "./git-changes.ts";
import type { TreeEntry } from "./types.ts";

const entriesOf = (files: ReadonlyMap<string, string>): TreeEntry[] =>
  [...files]
    .map(([path, id]): TreeEntry => ({ path, id, mode: "file" }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

it("reads modes, deletions and odd paths", () => {
  const id = "1".repeat(40);
  const zero = "0".repeat(40);
  const lines = [
    `:000000 120000 ${zero} ${id} A\0link\0`,
    `:100644 000000 ${id} ${zero} D\0gone\0`,
    `:100644 160000 ${id} ${id} T\0a: b\n\0`,
  ];
  const odd = "a: b\n";
  expect(parseChanges(Buffer.from(lines.join("")))).toEqual([
    {
      path: odd,
      old: { path: odd, id, mode: "file" },
      entry: { path: odd, id, mode: "submodule" },
    },
    { path: "gone", old: { path: "gone", id, mode: "file" } },
    { path: "link", entry: { path: "link", id, mode: "symlink" } },
  ]);
});

it("turns one listing into the other", () => {
  const path = fc.constantFrom<string>(
    "a",
    "a.b",
    "a/b",
    "a/c",
    "b",
    "é",
    "z",
    "\u{1F600}",
    "\uFF5E",
  );
  const files = fc.array(fc.tuple(path, fc.constantFrom("1", "2"))).map((pairs) => new Map(pairs));
  fc.assert(
    fc.property(files, files, (base, head) => {
      const from = entriesOf(base);
      const to = entriesOf(head);
      const gone = from
        .filter((entry) => !head.has(entry.path))
        .map((entry) => ({ path: entry.path }));
      const changed = to.filter((entry) => base.get(entry.path) !== entry.id);
      const changes = [...gone, ...changed.map((entry) => ({ path: entry.path, entry }))];
      const sorted = changes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      expect(applyChanges(from, sorted)).toEqual(to);
    }),
  );
});
