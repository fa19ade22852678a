import { describe, expect, it } from "vitest";
import { readKustomizeGraph } from "./kustomize-graph.ts";
import { changesOf } from "./snapshots.test-data.ts";

const TREE = {
  "shop/kustomization.yaml":
    "resources: [deny.yaml, extra.txt, sub/one.yaml]\npatches:\n  - path: patch.yaml\n  - patch: |\n      - op: remove\n",
  "mon/kustomization.yml": "patchesStrategicMerge:\n- a.yaml\ntransformers: [t.yaml]\n",
  "bad/kustomization.yaml": "resources: [a.yaml\n",
  "late/kustomization.yaml": "resources:\n  # - old.yaml\n  - ../shop\n",
};

describe("readKustomizeGraph", () => {
  it.each([
    { path: "shop/deny.yaml", want: "listed" },
    { path: "shop/extra.txt", want: "listed" },
    { path: "shop/patch.yaml", want: "patch" },
    { path: "shop/other.yaml", want: "unlisted" },
    { path: "shop/sub/one.yaml", want: "listed" },
    { path: "shop/sub/two.yaml", want: "unlisted" },
    { path: "mon/a.yaml", want: "patch" },
    { path: "mon/t.yaml", want: "maker" },
    { path: "late/old.yaml", want: "unlisted" },
    { path: "elsewhere/a.yaml", want: undefined },
    // Nobody knows what a kustomization lists that cannot be read.
    { path: "bad/a.yaml", want: undefined },
  ])("$path", async ({ path, want }) => {
    const { changes, texts } = await changesOf({}, TREE);
    const kustomizations = changes.flatMap(({ head }) => head ?? []);
    expect(readKustomizeGraph(kustomizations, texts).roleOf(path)).toBe(want);
  });
});
