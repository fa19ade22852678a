import { describe, expect, it } from "vitest";
import { loadFile } from "../scope/load-file.ts";
import { placeObjects } from "../world/place-objects.ts";
import type { World } from "../world/world.ts";
import { compareWorlds } from "./compare.ts";
import { hollowedPods, voidPods } from "./hollowed.ts";

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

const gatesOf = (direction: "ingress" | "egress", from: World, to: World) => {
  const { sides } = compareWorlds(from, to, { ipBlockMatchesPods: true });
  const side = sides.find((entry) => entry.direction === direction);
  if (side === undefined) throw new Error(`${direction} is wanted`);
  return { hollowed: hollowedPods(side)?.peers ?? [], isVoid: voidPods(side) !== undefined };
};

const NAME = "kubernetes.io/metadata.name";
const namespaces = (...expressions: readonly string[]): string =>
  `{namespaceSelector: {matchExpressions: [${expressions.join(", ")}]}}`;
const pods = (...expressions: readonly string[]): string =>
  `{namespaceSelector: {}, podSelector: {matchExpressions: [${expressions.join(", ")}]}}`;

describe("a rule for all pods of the namespace hollows the default-deny", () => {
  const ALL_TCP_IN_PIECES = "{port: 1, endPort: 21}, {port: 23, endPort: 65535}";
  it.each<{ name: string; to: string; ports?: string; selects?: string; want: readonly string[] }>([
    {
      name: "both halves of IPv4",
      to: `${block("0.0.0.0/1")}, ${block("128.0.0.0/1")}`,
      want: ["ipv4"],
    },
    { name: "one half of IPv4", to: block("0.0.0.0/1"), want: ["ipv4"] },
    { name: "one quarter of IPv4", to: block("0.0.0.0/2"), want: [] },
    {
      name: "private addresses",
      to: `${block("10.0.0.0/8")}, ${block("172.16.0.0/12")}`,
      want: [],
    },
    { name: "all but one address", to: block("0.0.0.0/0", "169.254.169.254/32"), want: ["ipv4"] },
    { name: "all, with holes", to: block("0.0.0.0/0", "0.0.0.0/2, 64.0.0.0/2"), want: ["ipv4"] },
    { name: "IPv6", to: block("::/0"), want: ["ipv6"] },
    { name: "the routed IPv6", to: block("2000::/3"), want: ["ipv6"] },
    { name: "local IPv6", to: block("fc00::/7"), want: [] },

    { name: "pods of all namespaces", to: "{namespaceSelector: {}}", want: ["pods"] },
    { name: "one label", to: "{namespaceSelector: {matchLabels: {a: b}}}", want: [] },
    { name: "the own namespace", to: "{podSelector: {}}", want: [] },
    {
      name: "all namespaces but one",
      to: namespaces(`{key: ${NAME}, operator: NotIn, values: [kube-system]}`),
      want: ["pods"],
    },
    {
      name: "all but some label",
      to: namespaces("{key: team, operator: NotIn, values: [a, b]}"),
      want: ["pods"],
    },
    {
      name: "without a label",
      to: namespaces("{key: locked, operator: DoesNotExist}"),
      want: ["pods"],
    },
    { name: "with a name", to: namespaces(`{key: ${NAME}, operator: Exists}`), want: ["pods"] },
    { name: "that opted in", to: namespaces("{key: may-call, operator: Exists}"), want: [] },
    {
      name: "that opted in or did not",
      to: `${namespaces("{key: x, operator: Exists}")}, ${namespaces("{key: x, operator: DoesNotExist}")}`,
      want: ["pods"],
    },
    {
      name: "named ones",
      to: namespaces(`{key: ${NAME}, operator: In, values: [a, b, c]}`),
      want: [],
    },
    {
      name: "named ones and all others",
      to: `${namespaces("{key: x, operator: In, values: [a]}")}, ${namespaces("{key: x, operator: NotIn, values: [a]}")}`,
      want: ["pods"],
    },
    { name: "all pods with an app", to: pods("{key: app, operator: Exists}"), want: ["pods"] },
    {
      name: "all pods but one app",
      to: pods("{key: app, operator: NotIn, values: [db]}"),
      want: ["pods"],
    },
    {
      name: "one app everywhere",
      to: pods("{key: app, operator: In, values: [prometheus]}"),
      want: [],
    },
    { name: "pods that opted in", to: pods("{key: scrape, operator: Exists}"), want: [] },
    ...[
      "app.kubernetes.io/instance",
      "app.kubernetes.io/managed-by",
      "helm.sh/chart",
      "controller-revision-hash",
      "batch.kubernetes.io/job-name",
    ].map((key) => ({
      name: `all pods with ${key}`,
      to: pods(`{key: ${key}, operator: Exists}`),
      want: ["pods"],
    })),
    {
      name: "one release",
      to: pods("{key: app.kubernetes.io/instance, operator: In, values: [shop]}"),
      want: [],
    },
    {
      name: "all releases but one, of no Job",
      to: pods(
        "{key: app.kubernetes.io/instance, operator: Exists}",
        "{key: app.kubernetes.io/instance, operator: NotIn, values: [shop]}",
        "{key: job-name, operator: DoesNotExist}",
      ),
      want: ["pods"],
    },

    {
      name: "with one common label and without another",
      to: pods("{key: app, operator: Exists}", "{key: k8s-app, operator: DoesNotExist}"),
      want: ["pods"],
    },
    {
      name: "with one that is less common, without two others",
      to: pods(
        "{key: pod-template-hash, operator: Exists}",
        "{key: app, operator: DoesNotExist}",
        "{key: k8s-app, operator: DoesNotExist}",
      ),
      want: ["pods"],
    },
    {
      name: "with a common label and one to opt in with",
      to: pods("{key: app, operator: Exists}", "{key: scrape, operator: Exists}"),
      want: [],
    },
    {
      name: "without a common label, of one application",
      to: pods("{key: app, operator: DoesNotExist}", "{key: k8s-app, operator: In, values: [dns]}"),
      want: [],
    },

    { name: "TCP only", to: block("0.0.0.0/0"), ports: "{protocol: TCP}", want: ["ipv4"] },
    { name: "one port", to: block("0.0.0.0/0"), ports: "{port: 443}", want: [] },
    {
      name: "all ports but one",
      to: block("0.0.0.0/0"),
      ports: "{port: 1, endPort: 65534}",
      want: ["ipv4"],
    },
    {
      name: "all ports in pieces",
      to: block("0.0.0.0/0"),
      ports: ALL_TCP_IN_PIECES,
      want: ["ipv4"],
    },
    {
      name: "the system ports",
      to: block("0.0.0.0/0"),
      ports: "{port: 1, endPort: 1023}",
      want: ["ipv4"],
    },
    {
      name: "all others",
      to: block("0.0.0.0/0"),
      ports: "{port: 1024, endPort: 65535}",
      want: ["ipv4"],
    },
    {
      name: "node ports",
      to: block("0.0.0.0/0"),
      ports: "{port: 30000, endPort: 32767}",
      want: [],
    },
    {
      name: "ephemeral ports",
      to: block("0.0.0.0/0"),
      ports: "{port: 49152, endPort: 65535}",
      want: [],
    },
    {
      name: "half of all ports but two, from the first that needs no root",
      to: block("0.0.0.0/0"),
      ports: "{port: 1024, endPort: 33790}",
      want: ["ipv4"],
    },
    {
      name: "half of the application ports",
      to: "{namespaceSelector: {}}",
      ports: "{port: 1024, endPort: 9999}, {port: 20000, endPort: 26895}",
      want: ["pods"],
    },
    {
      name: "half of the application ports but one",
      to: "{namespaceSelector: {}}",
      ports: "{port: 1024, endPort: 9999}, {port: 20000, endPort: 26894}",
      want: [],
    },
    {
      name: "node ports and what Linux gives to clients",
      to: block("0.0.0.0/0"),
      ports: "{port: 30000, endPort: 60999}",
      want: [],
    },
    {
      name: "the ports of media over UDP",
      to: block("0.0.0.0/0"),
      ports: "{port: 16384, endPort: 32767, protocol: UDP}",
      want: [],
    },
    { name: "a named port", to: "{namespaceSelector: {}}", ports: "{port: http}", want: [] },

    {
      name: "one application",
      to: block("0.0.0.0/0"),
      selects: "{matchLabels: {app: a}}",
      want: [],
    },
    {
      name: "all but one application",
      to: block("0.0.0.0/0"),
      selects: "{matchExpressions: [{key: app, operator: NotIn, values: [a]}]}",
      want: ["ipv4"],
    },
  ])("$name: $want", ({ to, ports = "", selects = "{}", want }) => {
    for (const [direction, peers] of [
      ["egress", "to"],
      ["ingress", "from"],
    ] as const) {
      const type = direction === "egress" ? "Egress" : "Ingress";
      const deny = policy("deny", `{podSelector: {}, policyTypes: [${type}]}`);
      const rule = `{${peers}: [${to}]${ports === "" ? "" : `, ports: [${ports}]`}}`;
      const more = policy(
        "more",
        `{podSelector: ${selects}, policyTypes: [${type}], ${direction}: [${rule}]}`,
      );
      expect(gatesOf(direction, world(deny), world(deny, more)).hollowed).toEqual(want);
    }
  });

  it("adds up what several policies allow, ports and ranges crosswise", () => {
    const part = (name: string, cidr: string, ports: string): string =>
      policy(
        name,
        `{podSelector: {}, policyTypes: [Egress], egress: [{to: [${block(cidr)}], ports: [${ports}]}]}`,
      );
    const low = "{port: 1, endPort: 20000}";
    const high = "{port: 20001, endPort: 40000}";
    const three = [part("a", "0.0.0.0/1", low), part("b", "128.0.0.0/1", high)];
    expect(gatesOf("egress", world(DENY), world(DENY, ...three)).hollowed).toEqual(["ipv4"]);
    const narrow = "{port: 20001, endPort: 30000}";
    const none = [part("a", "0.0.0.0/1", narrow), part("b", "128.0.0.0/1", narrow)];
    expect(gatesOf("egress", world(DENY), world(DENY, ...none)).hollowed).toEqual([]);
  });

  it("adds up the pieces of all pods that common labels cut", () => {
    const label = (key: string, bit: boolean): string =>
      `{key: ${key}, operator: ${bit ? "Exists" : "DoesNotExist"}}`;
    const pieces = (ports: string): string =>
      policy(
        "pieces",
        `{podSelector: {}, policyTypes: [Egress], egress: [${[true, false]
          .flatMap((app) =>
            [true, false].map(
              (other) =>
                `{to: [${pods(label("app", app), label("k8s-app", other))}], ports: [${ports}]}`,
            ),
          )
          .join(", ")}]}`,
      );
    const gained = (ports: string) =>
      gatesOf("egress", world(DENY), world(DENY, pieces(ports))).hollowed;
    expect(gained("{port: 1, endPort: 65535}")).toEqual(["pods"]);
    expect(gained("{port: 8080}, {port: 9000, endPort: 9999}")).toEqual([]);
  });

  it("gives up on more ways to cut by common labels than it can try", () => {
    const keys = [
      "app",
      "k8s-app",
      "app.kubernetes.io/name",
      "app.kubernetes.io/instance",
      "app.kubernetes.io/version",
      "app.kubernetes.io/component",
      "app.kubernetes.io/part-of",
      "app.kubernetes.io/managed-by",
      "helm.sh/chart",
      "chart",
      "release",
      "heritage",
      "pod-template-hash",
      "controller-revision-hash",
      "pod-template-generation",
      "job-name",
      "controller-uid",
      "batch.kubernetes.io/job-name",
      "batch.kubernetes.io/controller-uid",
    ];
    // Each piece leaves out what another one needs, and has some of the ports.
    const pieces = keys.map((key, index) => {
      const other = keys.at(index - 1) ?? "";
      const to = pods(`{key: ${key}, operator: Exists}`, `{key: ${other}, operator: DoesNotExist}`);
      const port = 1 + index * 3400;
      return `{to: [${to}], ports: [{port: ${port}, endPort: ${port + 3399}}]}`;
    });
    const cut = policy(
      "cut",
      `{podSelector: {}, policyTypes: [Egress], egress: [${pieces.join(", ")}]}`,
    );
    expect(() => gatesOf("egress", world(DENY), world(DENY, cut))).toThrow("common labels");
  });

  it("does not blame a change for what was so before", () => {
    const most = policy(
      "most",
      `{podSelector: {}, policyTypes: [Egress], egress: [{to: [${block("0.0.0.0/0", "10.0.0.0/8")}]}]}`,
    );
    const all = policy(
      "most",
      `{podSelector: {}, policyTypes: [Egress], egress: [{to: [${block("0.0.0.0/0")}]}]}`,
    );
    expect(gatesOf("egress", world(DENY, most), world(DENY, all)).hollowed).toEqual([]);
  });
});

describe("practically everything for one application voids its isolation", () => {
  const EVERY_POD = "{namespaceSelector: {}}";
  it.each([
    {
      name: "all pods and both internets",
      rules: `{from: [${EVERY_POD}, ${block("0.0.0.0/0")}, ${block("::/0")}]}`,
      want: true,
    },
    {
      name: "all pods and one internet",
      rules: `{from: [${EVERY_POD}, ${block("0.0.0.0/0")}]}`,
      want: true,
    },
    {
      name: "in two rules",
      rules: `{from: [${EVERY_POD}]}, {from: [${block("0.0.0.0/0")}]}`,
      want: true,
    },
    { name: "no peers", rules: "{}", want: true },
    {
      name: "no peers, all ports but one",
      rules: "{ports: [{port: 2, endPort: 65535}]}",
      want: true,
    },
    { name: "the internet", rules: `{from: [${block("0.0.0.0/0")}]}`, want: false },
    { name: "all pods", rules: `{from: [${EVERY_POD}]}`, want: false },
    { name: "everyone on one port", rules: "{ports: [{port: 443}]}", want: false },
    { name: "everyone over UDP", rules: "{ports: [{protocol: UDP}]}", want: false },
  ])("$name: $want", ({ rules, want }) => {
    const deny = policy("deny", "{podSelector: {}, policyTypes: [Ingress]}");
    const web = policy(
      "web",
      `{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: [${rules}]}`,
    );
    expect(gatesOf("ingress", world(deny), world(deny, web)).isVoid).toBe(want);
    // The same rules before: nothing got weaker.
    const other = policy(
      "other",
      "{podSelector: {}, policyTypes: [Ingress], ingress: [{ports: [{port: 9}]}]}",
    );
    expect(gatesOf("ingress", world(deny, web), world(deny, web, other)).isVoid).toBe(false);
  });
});
