import { describe, expect, it } from "vitest";
import { surveyPaths } from "../scope/path-survey.ts";
import { changedEntries, createTextStore } from "../scope/revision-files.ts";
import { sourceOf, type Tree } from "../scope/snapshots.test-data.ts";
import { findUnreadChanges } from "./unread-changes.ts";

const POLICY = "kind: NetworkPolicy\n";

async function find(both: Tree, base: Tree, head: Tree) {
  const source = sourceOf({ ...both, ...base }, { ...both, ...head });
  const [before, after] = source.snapshots;
  return await findUnreadChanges({
    changes: changedEntries(before, after),
    surveys: [before, after].map(({ entries }) => surveyPaths(entries)),
    filesAt: (paths) =>
      [before, after].flatMap(({ entries }) => entries.filter(({ path }) => paths.has(path))),
    texts: createTextStore(source),
    isRead: (path) => !path.startsWith("docs/"),
  });
}

interface Row {
  readonly name: string;
  readonly both?: Tree;
  readonly base?: Tree;
  readonly head: Tree;
  readonly want: readonly string[];
}

describe("findUnreadChanges", () => {
  it.each<Row>([
    {
      name: "a link to a text",
      both: { "a.yaml": "-> b.txt" },
      base: { "b.txt": "x" },
      head: { "b.txt": POLICY },
      want: ["a.yaml"],
    },
    {
      name: "a link over a link",
      both: { "a.yaml": "-> l/b.txt", l: "-> deep/er", "deep/x": "" },
      head: { "deep/er/b.txt": POLICY },
      want: ["a.yaml"],
    },
    {
      name: "a link to what is read",
      both: { "a.yaml": "-> b.yaml" },
      head: { "b.yaml": POLICY },
      want: [],
    },
    {
      name: "a link to what is set aside",
      both: { "a.yaml": "-> docs/b.yaml" },
      head: { "docs/b.yaml": POLICY },
      want: ["a.yaml"],
    },
    {
      name: "a folder that is set aside",
      both: { shop: "-> docs/shop" },
      head: { "docs/shop/b.yaml": POLICY },
      want: ["shop"],
    },
    {
      name: "a link to words",
      both: { "a.yaml": "-> b.txt" },
      head: { "b.txt": "hello" },
      want: [],
    },
    {
      name: "links in a circle",
      both: { "a.yaml": "-> c.yaml", "c.yaml": "-> a.yaml" },
      head: { "b.txt": POLICY },
      want: [],
    },
    {
      name: "a link out of the tree",
      both: { "a.yaml": "-> ../b.txt", "b.yaml": "-> /etc/x" },
      head: { "b.txt": POLICY },
      want: [],
    },
    {
      name: "a resource of an unusual name",
      both: { "shop/kustomization.yaml": "resources: [a.txt]" },
      head: { "shop/a.txt": POLICY },
      want: ["shop/a.txt"],
    },
    {
      name: "a text beside a kustomization",
      both: { "shop/kustomization.yaml": "resources: [a.yaml]" },
      head: { "shop/a.txt": POLICY },
      want: [],
    },
    {
      name: "a pointer",
      head: { "a.yaml": "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n" },
      want: ["a.yaml"],
    },
    {
      name: "a kind for later",
      head: { "a.yaml": "apiVersion: v1\nkind: Network${X}olicy\n" },
      want: ["a.yaml"],
    },
    {
      name: "a variable elsewhere",
      head: { "a.yaml": "kind: ConfigMap\ndata: {a: '${X}'}\n" },
      want: [],
    },
  ])("$name", async ({ both = {}, base = {}, head, want }) => {
    const { entries } = await find(both, base, head);
    expect(entries.map(({ path }) => path)).toEqual(want);
    expect(entries.every(({ decides }) => decides)).toBe(true);
  });

  it("lists what tells a tool to ignore manifests", async () => {
    const { ignoring } = await find(
      {},
      { ".sourceignore": "a" },
      { "x/.argocd-source-app.yaml": "b", "y/.fleetignore": "c" },
    );
    expect(ignoring.map(({ path, side }) => `${side} ${path}`)).toEqual([
      "base .sourceignore",
      "head x/.argocd-source-app.yaml",
      "head y/.fleetignore",
    ]);
  });
});
