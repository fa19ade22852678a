import { expect, it } from "vitest";
import { loadFile } from "../scope/load-file.ts";
import { placeObjects } from "./place-objects.ts";
import { withoutOverwritten } from "./replaced-policies.ts";

const policy = (path: string, name: string, { namespace = "", selector = "{}" } = {}) => {
  const place = namespace === "" ? "" : `, namespace: ${namespace}`;
  const text = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}${place}}
spec: {podSelector: ${selector}}`;
  return loadFile(path, `${path} ${selector}`, new TextEncoder().encode(text));
};

const worldOf = (files: readonly ReturnType<typeof policy>[]) =>
  placeObjects(files, { namespace: "shop" });

const DENY = policy("deny.yaml", "deny", { namespace: "shop" });

it.each([
  {
    title: "a new policy of the same name",
    came: policy("z.yaml", "deny", { selector: "{matchLabels: {app: none}}" }),
    left: ["z.yaml"],
  },
  {
    title: "one that says the same without a namespace",
    came: policy("z.yaml", "deny"),
    left: ["deny.yaml", "z.yaml"],
  },
  {
    title: "one of another name",
    came: policy("z.yaml", "other"),
    left: ["deny.yaml", "z.yaml"],
  },
])("leaves of a policy and $title: $left", ({ came, left }) => {
  const head = withoutOverwritten(worldOf([DENY]), worldOf([DENY, came]));
  expect(head.policies.map(({ policy: { span } }) => span.path)).toEqual(left);
});

it("keeps two of one name that both stood before", () => {
  const other = policy("z.yaml", "deny", { selector: "{matchLabels: {app: none}}" });
  const base = worldOf([DENY, other]);
  const moved = policy("y.yaml", "deny", { selector: "{matchLabels: {app: none}}" });
  expect(withoutOverwritten(base, worldOf([DENY, moved])).policies).toHaveLength(2);
});
