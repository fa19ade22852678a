import { describe, expect, it } from "vitest";
import { parseAddress } from "../model/cidr.ts";
import { loadFile } from "../scope/load-file.ts";
import { pointOf } from "../space/addresses.ts";
import { NAME_LABEL } from "../model/name-label.ts";
import { placeObjects } from "../world/place-objects.ts";
import { decideFlow, type PointEnd } from "./point.ts";

type Pod = Extract<PointEnd, { type: "pod" }>;

function at(text: string): bigint {
  const parsed = parseAddress(text);
  if (parsed === undefined) throw new Error(text);
  return pointOf(parsed.family, parsed.value);
}
const address = (text: string): PointEnd => ({ type: "address", address: at(text) });
const pod = (namespace: string, labels: Pod["labels"], more: Partial<Pod> = {}): Pod => ({
  type: "pod",
  namespace,
  namespaceLabels: { [NAME_LABEL]: namespace, team: namespace },
  labels,
  ports: [],
  ...more,
});

const WEB = pod("shop", { app: "web" }, { address: at("10.0.0.1") });
const BARE = pod("shop", {});
const DB = pod(
  "shop",
  { app: "db" },
  {
    ports: [
      { name: "sql", port: 5432, protocol: "TCP" },
      { name: "dns", port: 53, protocol: "UDP" },
    ],
  },
);
const PROM = pod("mon", { app: "prom" });

const policies = (spec: string) => {
  const text = `---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: a, namespace: shop}, spec: ${spec}}`;
  const file = loadFile("a.yaml", "1", new TextEncoder().encode(text));
  expect(file.problems).toEqual([]);
  return placeObjects([file], {}).policies;
};

interface Case {
  readonly name: string;
  readonly spec: string;
  readonly flow: readonly [PointEnd, PointEnd, string?];
  readonly want: boolean;
  readonly blocks?: boolean;
}

const IN = (rule: string): string =>
  `{podSelector: {}, policyTypes: [Ingress], ingress: [${rule}]}`;
const OUT = (rule: string): string => `{podSelector: {}, policyTypes: [Egress], egress: [${rule}]}`;
const NOT_DB = "{matchExpressions: [{key: app, operator: NotIn, values: [db]}]}";
const HOST = { ...WEB, hostNetwork: true };

const CASES: readonly Case[] = [
  { name: "no spec isolates ingress", spec: "{}", flow: [PROM, WEB], want: false },
  { name: "no spec leaves egress", spec: "{}", flow: [WEB, PROM], want: true },
  { name: "egress [] leaves egress", spec: "{egress: []}", flow: [WEB, PROM], want: true },
  { name: "egress [] isolates ingress", spec: "{egress: []}", flow: [PROM, WEB], want: false },
  { name: "egress [{}] isolates ingress", spec: "{egress: [{}]}", flow: [PROM, WEB], want: false },
  {
    name: "an inactive section is ignored",
    spec: "{policyTypes: [Egress], ingress: [{}]}",
    flow: [WEB, PROM],
    want: false,
  },
  { name: "another namespace is not isolated", spec: "{}", flow: [WEB, PROM], want: true },
  {
    name: "NotIn selects a pod without the key",
    spec: `{podSelector: ${NOT_DB}}`,
    flow: [PROM, BARE],
    want: false,
  },
  {
    name: "NotIn leaves the value out",
    spec: `{podSelector: ${NOT_DB}}`,
    flow: [PROM, DB],
    want: true,
  },
  {
    name: "NotIn in a peer matches a pod without the key",
    spec: IN(`{from: [{podSelector: ${NOT_DB}}]}`),
    flow: [BARE, WEB],
    want: true,
  },
  {
    name: "Exists needs the key",
    spec: "{podSelector: {matchExpressions: [{key: app, operator: Exists}]}}",
    flow: [PROM, BARE],
    want: true,
  },
  {
    name: "an empty value needs the key",
    spec: "{podSelector: {matchLabels: {app: ''}}}",
    flow: [PROM, BARE],
    want: true,
  },
  {
    name: "a podSelector means the own namespace",
    spec: IN("{from: [{podSelector: {}}]}"),
    flow: [PROM, WEB],
    want: false,
  },
  {
    name: "both selectors are AND",
    spec: IN("{from: [{podSelector: {matchLabels: {app: x}}, namespaceSelector: {}}]}"),
    flow: [PROM, WEB],
    want: false,
  },
  {
    name: "two items are OR",
    spec: IN("{from: [{podSelector: {matchLabels: {app: x}}}, {namespaceSelector: {}}]}"),
    flow: [PROM, WEB],
    want: true,
  },
  {
    name: "all namespaces are no address",
    spec: IN("{from: [{namespaceSelector: {}}]}"),
    flow: [address("1.1.1.1"), WEB],
    want: false,
  },
  {
    name: "an empty from is everyone",
    spec: IN("{from: []}"),
    flow: [address("1.1.1.1"), WEB],
    want: true,
  },
  {
    name: "the name label is automatic",
    spec: IN(`{from: [{namespaceSelector: {matchLabels: {${NAME_LABEL}: mon}}}]}`),
    flow: [PROM, WEB],
    want: true,
  },
  {
    name: "a port entry without protocol is TCP",
    spec: IN("{ports: [{port: 80}]}"),
    flow: [PROM, WEB, "UDP 80"],
    want: false,
  },
  {
    name: "an empty port entry is all TCP",
    spec: IN("{ports: [{}]}"),
    flow: [PROM, WEB, "TCP 9"],
    want: true,
  },
  {
    name: "an empty port entry is no UDP",
    spec: IN("{ports: [{}]}"),
    flow: [PROM, WEB, "UDP 9"],
    want: false,
  },
  {
    name: "a protocol alone is all its ports",
    spec: IN("{ports: [{protocol: UDP}]}"),
    flow: [PROM, WEB, "UDP 9"],
    want: true,
  },
  {
    name: "endPort is included",
    spec: IN("{ports: [{port: 80, endPort: 90}]}"),
    flow: [PROM, WEB, "TCP 90"],
    want: true,
  },
  {
    name: "behind endPort",
    spec: IN("{ports: [{port: 80, endPort: 90}]}"),
    flow: [PROM, WEB, "TCP 91"],
    want: false,
  },
  {
    name: "a named port",
    spec: IN("{ports: [{port: sql}]}"),
    flow: [PROM, DB, "TCP 5432"],
    want: true,
  },
  {
    name: "a named port, another number",
    spec: IN("{ports: [{port: sql}]}"),
    flow: [PROM, DB, "TCP 80"],
    want: false,
  },
  {
    name: "a name of another protocol",
    spec: IN("{ports: [{port: dns}]}"),
    flow: [PROM, DB, "TCP 53"],
    want: false,
  },
  {
    name: "a named port on egress is the destination's",
    spec: OUT("{ports: [{port: sql}]}"),
    flow: [WEB, DB, "TCP 5432"],
    want: true,
  },
  {
    name: "a named port that the destination lacks",
    spec: OUT("{ports: [{port: sql}]}"),
    flow: [DB, WEB, "TCP 5432"],
    want: false,
  },
  {
    name: "a named port of an address",
    spec: OUT("{ports: [{port: sql}]}"),
    flow: [WEB, address("1.1.1.1"), "TCP 5432"],
    want: false,
  },
  { name: "hostNetwork is not isolated", spec: "{}", flow: [PROM, HOST], want: true },
  {
    name: "hostNetwork is no pod peer",
    spec: IN("{from: [{podSelector: {}}]}"),
    flow: [HOST, DB],
    want: false,
  },
  {
    name: "hostNetwork is an address",
    spec: IN("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}"),
    flow: [HOST, DB],
    want: true,
    blocks: false,
  },
  {
    name: "an ipBlock matches a pod",
    spec: IN("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}"),
    flow: [WEB, DB],
    want: true,
  },
  {
    name: "an ipBlock matches no pod",
    spec: IN("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}"),
    flow: [WEB, DB],
    want: false,
    blocks: false,
  },
  {
    name: "an exception",
    spec: OUT("{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}"),
    flow: [WEB, address("10.255.255.255")],
    want: false,
  },
  {
    name: "beside the exception",
    spec: OUT("{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}"),
    flow: [WEB, address("11.0.0.0")],
    want: true,
  },
  {
    name: "another peer allows the exception",
    spec: OUT(
      "{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}, {ipBlock: {cidr: 10.0.0.0/8}}]}",
    ),
    flow: [WEB, address("10.0.0.0")],
    want: true,
  },
  {
    name: "IPv4 is not in ::/0",
    spec: OUT("{to: [{ipBlock: {cidr: '::/0'}}]}"),
    flow: [WEB, address("1.1.1.1")],
    want: false,
  },
  {
    name: "IPv6 is not in 0.0.0.0/0",
    spec: OUT("{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}"),
    flow: [WEB, address("2001:db8::1")],
    want: false,
  },
  {
    name: "IPv6 is in ::/0",
    spec: OUT("{to: [{ipBlock: {cidr: '::/0'}}]}"),
    flow: [WEB, address("2001:db8::1")],
    want: true,
  },
];

describe("decideFlow", () => {
  it.each(CASES)(
    "$name",
    ({ spec, flow: [source, destination, text = "TCP 80"], want, blocks }) => {
      const [protocol, port] = text.split(" ");
      const flow = {
        source,
        destination,
        protocol: protocol === "UDP" ? ("UDP" as const) : ("TCP" as const),
        port: Number(port),
      };
      const options = { ipBlockMatchesPods: blocks ?? true };
      expect(decideFlow(policies(spec), flow, options).allowed).toBe(want);
    },
  );

  it("names what isolates and what allows, by side", () => {
    const { ingress, egress } = decideFlow(
      policies(IN("{from: [{namespaceSelector: {}}]}, {ports: [{port: 1}]}")),
      { source: PROM, destination: WEB, protocol: "TCP", port: 80 },
      { ipBlockMatchesPods: true },
    );
    expect(ingress.isolatedBy.map(({ name }) => name)).toEqual(["a"]);
    expect(ingress.allowedBy).toHaveLength(1);
    expect(egress).toMatchObject({ allowed: true, isolatedBy: [], allowedBy: [] });
  });
});
