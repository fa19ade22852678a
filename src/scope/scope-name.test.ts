import { expect, it } from "vitest";
import { DEFAULT_SCOPE, scopeNameOf } from "./scope-name.ts";

it.each([
  { in: "a.yaml", want: DEFAULT_SCOPE },
  { in: "apps/shop/a.yaml", want: DEFAULT_SCOPE },
  { in: "clusters/prod/a.yaml", want: "clusters/prod" },
  { in: "clusters/prod/shop/deep/a.yaml", want: "clusters/prod" },
  { in: "k8s/overlays/dev/a.yaml", want: "k8s/overlays/dev" },
  // A file directly below the marker belongs to no child of it.
  { in: "clusters/a.yaml", want: DEFAULT_SCOPE },
  { in: "clusters/eu/envs/prod/a.yaml", want: "clusters/eu/envs/prod" },
  { in: "namespaces/prod.example.com/a.yaml", want: "namespaces/prod.example.com" },
  { in: "namespaces/shop/a.yaml", want: DEFAULT_SCOPE },
  { in: "my-clusters/prod/a.yaml", want: DEFAULT_SCOPE },
])("$in is of $want", ({ in: path, want }) => {
  expect(scopeNameOf(path)).toBe(want);
});
