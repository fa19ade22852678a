import { expect, it } from "vitest";
import { loadFile } from "../scope/load-file.ts";
import { placeObjects } from "../world/place-objects.ts";
import type { World } from "../world/world.ts";
import { compareWorlds } from "./compare.ts";
import { hollowedPods } from "./hollowed.ts";

const policy = (name: string, spec: string): string =>
  `{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: ${name}, namespace: shop}, spec: ${spec}}`;
const world = (...texts: readonly string[]): World =>
  placeObjects(
    texts.map((text, index) => loadFile(`${index}.yaml`, text, new TextEncoder().encode(text))),
    {},
  );
const DENY = policy("deny", "{podSelector: {}, policyTypes: [Egress]}");
const block = (cidr: string, except = ""): string =>
  `{ipBlock: {cidr: '${cidr}'${except === "" ? "" : `, except: [${except}]`}}}`;

it.each([
  { name: "both halves of IPv4", to: `${block("0.0.0.0/1")}, ${block("128.0.0.0/1")}`, want: 1 },
  { name: "one half of IPv4", to: block("0.0.0.0/1"), want: 0 },
  { name: "all but one address", to: block("0.0.0.0/0", "169.254.169.254/32"), want: 1 },
  { name: "IPv6", to: block("::/0"), want: 1 },
  { name: "pods of all namespaces", to: "{namespaceSelector: {}}", want: 1 },
  { name: "some namespaces", to: "{namespaceSelector: {matchLabels: {a: b}}}", want: 0 },
  { name: "the own namespace", to: "{podSelector: {}}", want: 0 },
  { name: "TCP only", to: block("0.0.0.0/0"), ports: "{protocol: TCP}", want: 1 },
  { name: "one port", to: block("0.0.0.0/0"), ports: "{port: 443}", want: 0 },
  { name: "named pods", to: block("0.0.0.0/0"), pods: "{matchLabels: {app: a}}", want: 0 },
])("$name: $want", ({ to, ports = "", pods = "{}", want }) => {
  const rule = `{to: [${to}]${ports === "" ? "" : `, ports: [${ports}]`}}`;
  const more = policy("more", `{podSelector: ${pods}, policyTypes: [Egress], egress: [${rule}]}`);
  const { sides, head } = compareWorlds(world(DENY), world(DENY, more), {
    ipBlockMatchesPods: true,
  });
  const side = sides.find(({ direction }) => direction === "egress");
  if (side === undefined) throw new Error("egress is wanted");
  expect(hollowedPods(side, head.directory.everywhere)).toHaveLength(want);
});
