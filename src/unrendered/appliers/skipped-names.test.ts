import { expect, it } from "vitest";
import { skippedName } from "./skipped-names.ts";

it.each([
  { path: "shop/deny.yaml", want: undefined },
  { path: "shop/deny.yml", want: undefined },
  { path: "shop/deny.json", want: undefined },
  { path: "shop/deny.json", flux: true, want: "YAML only" },
  { path: "shop/deny.json", flux: true, listed: true, want: undefined },
  { path: "shop/deny.YAML", want: "lower case" },
  { path: "shop/deny.Json", want: "lower case" },
  { path: "shop/deny.YAML", listed: true, want: undefined },
  { path: "shop/.sops.yaml", want: "Flux leaves" },
  { path: "cloudbuild.yaml", listed: true, want: "Flux leaves" },
])("$path, flux $flux, listed $listed: $want", ({ path, flux = false, listed = false, want }) => {
  const found = skippedName(path, { isListed: listed, usesFlux: () => flux });
  if (want === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(want);
});
