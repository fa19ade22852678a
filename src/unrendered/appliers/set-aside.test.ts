import { describe, expect, it } from "vitest";
import { changesOf, type Tree } from "../../scope/snapshots.test-data.ts";
import { isEvidentlyAside } from "./set-aside.ts";

const ns = (name: string): string =>
  `kind: NetworkPolicy\nmetadata: {name: a, namespace: ${name}}\n`;

describe("isEvidentlyAside", () => {
  it.each<{ name: string; folder: string; tree: Tree; want: boolean }>([
    { name: "at the top", folder: "docs", tree: { "docs/a.yaml": ns("x") }, want: true },
    {
      name: "an application of that name",
      folder: "docs",
      tree: { "docs/a.yaml": ns("docs") },
      want: false,
    },
    { name: "deeper", folder: "apps/docs", tree: { "apps/docs/a.yaml": ns("x") }, want: false },
    {
      name: "beside source code",
      folder: "op/docs",
      tree: { "op/docs/a.yaml": ns("x"), "op/go.mod": "" },
      want: true,
    },
    {
      name: "a name that tools gave",
      folder: "a/.chainsaw-test",
      tree: { "a/.chainsaw-test/a.yaml": ns("x") },
      want: true,
    },
    {
      name: "named by a kustomization",
      folder: "docs",
      tree: { "docs/a.yaml": ns("x"), "prod/kustomization.yaml": "resources:\n  - ../docs\n" },
      want: false,
    },
    {
      name: "named by Flux",
      folder: "examples",
      tree: {
        "examples/a.yaml": ns("x"),
        "f.yaml":
          "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  path: ./examples/shop\n",
      },
      want: false,
    },
    {
      name: "named in a comment",
      folder: "docs",
      tree: {
        "docs/a.yaml": ns("x"),
        "prod/kustomization.yaml": "resources:\n  # - ../docs\n  - a.yaml\n",
      },
      want: true,
    },
  ])("$name", async ({ folder, tree, want }) => {
    const { changes, texts } = await changesOf({}, tree);
    const files = changes.flatMap(({ head }) => head ?? []);
    expect(isEvidentlyAside(folder, { paths: () => Object.keys(tree), files, texts })).toBe(want);
  });
});
