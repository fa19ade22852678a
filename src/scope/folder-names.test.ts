import { expect, it } from "vitest";
import { isInstallation, namesEnvironment } from "./folder-names.ts";

it.each([
  ["prod", true],
  ["shop-staging", true],
  ["live_1", true],
  ["Dev", true],
  ["product", false],
  ["web", false],
  ["base", false],
])("takes %s for an environment: %s", (folder, expected) => {
  expect(namesEnvironment(folder)).toBe(expected);
});

it.each([
  ["k8s", true],
  ["shop/Manifests/web", true],
  ["shop/web", false],
  [".", false],
])("takes what lies below %s for one installation: %s", (folder, expected) => {
  expect(isInstallation(folder)).toBe(expected);
});
