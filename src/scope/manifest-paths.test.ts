import { describe, expect, it } from "vitest";
import {
  chartFolders,
  chartOf,
  isGeneratorPath,
  isKustomization,
  isManifestPath,
  isSetAside,
} from "./manifest-paths.ts";

const tests: readonly {
  readonly name: string;
  readonly is: (path: string) => boolean;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}[] = [
  {
    name: "isManifestPath",
    is: isManifestPath,
    yes: ["a.yaml", "b/a.yml", "a.json", "A.YAML"],
    no: ["a.yaml.tmpl", "yaml", "a.txt", "ayaml", "Kustomization"],
  },
  {
    name: "isGeneratorPath",
    is: isGeneratorPath,
    yes: ["a.tpl", "x/a.jsonnet", "main.tf", "a.yaml.j2", "a.k"],
    no: ["a.yaml", "a.md", "a.mk"],
  },
  {
    name: "isSetAside",
    is: isSetAside,
    yes: [
      "tests/a.yaml",
      "x/examples/y/a.yaml",
      "docs/a.yaml",
      ".archive/a.yaml",
      "app-old/a.yaml",
    ],
    no: ["test/a.yaml", "docs.yaml", "x/docs", "contests/a.yaml", "documents/a.yaml"],
  },
  {
    name: "isKustomization",
    is: isKustomization,
    yes: ["kustomization.yaml", "a/kustomization.yml", "a/Kustomization"],
    no: ["a/kustomization.json", "kustomization.yaml/a", "my-kustomization.yaml"],
  },
];

describe.each(tests)("$name", ({ is, yes, no }) => {
  it.each(yes)("%s: yes", (path) => expect(is(path)).toBe(true));
  it.each(no)("%s: no", (path) => expect(is(path)).toBe(false));
});

describe("charts", () => {
  it("are the folders with a Chart.yaml", () => {
    const paths = ["Chart.yaml", "a/b/Chart.yaml", "c/MyChart.yaml", "d/chart.yaml"];
    const charts = chartFolders(paths.map((path) => ({ path })));
    expect([...charts]).toEqual([".", "a/b"]);
  });

  it.each([
    { in: "charts/web/templates/a.yaml", want: "charts/web" },
    { in: "charts/web/Chart.yaml", want: "charts/web" },
    { in: "charts/web/charts/sub/templates/a.yaml", want: "charts/web/charts/sub" },
    { in: "charts/website/a.yaml", want: undefined },
    { in: "a.yaml", want: undefined },
  ])("$in lies in $want", ({ in: path, want }) => {
    expect(chartOf(path, new Set(["charts/web", "charts/web/charts/sub"]))).toBe(want);
  });

  it("at the top hold everything", () => {
    expect(chartOf("x/a.yaml", new Set(["."]))).toBe(".");
    expect(chartOf("x/a.yaml", new Set([".", "x"]))).toBe("x");
  });
});
