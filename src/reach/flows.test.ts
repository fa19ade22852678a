import { describe, expect, it } from "vitest";
import { describePorts } from "./describe-ports.ts";
import { listFlows } from "./flows.ts";
import { deployment, evaluatorOf, policy, worldOf } from "./test-world.test-data.ts";
import { NO_NAMES } from "../space/region.ts";

/** Flows as text, without those with addresses outside. */
function flowsOf(...texts: readonly string[]): readonly string[] {
  const world = worldOf(...texts);
  return listFlows(world.workloads, evaluatorOf(world), { families: [4] })
    .filter(({ source, destination }) => source.type === "pods" && destination.type === "pods")
    .map(
      ({ source, destination, ports, dependsOn }) =>
        `${source.text} => ${destination.text} ${describePorts(ports, NO_NAMES)}${dependsOn.length > 0 ? ` ? ${dependsOn.join()}` : ""}`,
    );
}

const pod = (name: string, labels: string, more = ""): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: shop, labels: {${labels}}, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, controller: true}]}, spec: {containers: [{name: c}]}${more}}`;
const withIp = (ip: string): string => `, status: {podIP: ${ip}}`;

const DB = deployment("shop", "db");
const ONLY_STABLE = policy(
  "shop",
  "db",
  "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {track: stable}}}], ports: [{port: 5432}]}]}",
);

describe("pods of one owner", () => {
  it("are one end where they are alike", () => {
    const pods = [pod("web-1", "track: stable"), pod("web-2", "track: stable")];
    expect(flowsOf(DB, ONLY_STABLE, ...pods)).toEqual([
      "shop/db[Deployment] => shop/web[ReplicaSet] any port",
      "shop/web[ReplicaSet] => shop/db[Deployment] TCP 5432",
    ]);
  });

  it("are one end where they differ in what no policy asks for", () => {
    const pods = [pod("web-1", "track: stable, hash: a"), pod("web-2", "track: stable, hash: b")];
    expect(flowsOf(DB, ONLY_STABLE, ...pods)).toContain(
      "shop/web[ReplicaSet] => shop/db[Deployment] TCP 5432",
    );
  });

  it("stand for themselves where policies can tell them apart, whichever comes first", () => {
    const pods = [pod("web-1", "track: stable"), pod("web-2", "track: canary")];
    for (const order of [pods, pods.toReversed()]) {
      const flows = flowsOf(DB, ONLY_STABLE, ...order);
      expect(flows).toContain("shop/web-1[Pod] => shop/db[Deployment] TCP 5432");
      expect(flows.filter((flow) => flow.startsWith("shop/web-2[Pod] => shop/db"))).toEqual([]);
      expect(flows).toContain("shop/db[Deployment] => shop/web-2[Pod] any port");
    }
  });

  it("say so where only some of them have the address that a rule asks for", () => {
    const byAddress = policy(
      "shop",
      "db",
      "{podSelector: {matchLabels: {app: db}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/24}}]}]}",
    );
    const at = (first: string, second: string) =>
      flowsOf(
        DB,
        byAddress,
        pod("web-1", "a: b", withIp(first)),
        pod("web-2", "a: b", withIp(second)),
      ).filter((flow) => flow.includes("=> shop/db"));
    expect(at("10.0.0.1", "10.0.0.2")).toEqual([
      "shop/web[ReplicaSet] => shop/db[Deployment] any port",
    ]);
    expect(at("10.0.0.1", "10.9.0.2")).toEqual([
      "shop/web[ReplicaSet] => shop/db[Deployment] any port ? pod addresses",
    ]);
    expect(at("10.9.0.1", "10.9.0.2")).toEqual([]);
  });
});

it("a flow needs both sides", () => {
  const deny = policy("shop", "deny", "{podSelector: {}, policyTypes: [Ingress, Egress]}");
  const out = policy(
    "shop",
    "web",
    "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}], ports: [{port: 1, endPort: 9000}]}]}",
  );
  const web = deployment("shop", "web");
  const into = policy(
    "shop",
    "db",
    "{podSelector: {matchLabels: {app: db}}, ingress: [{ports: [{port: 8000, endPort: 9999}]}]}",
  );
  expect(flowsOf(DB, web, deny, out)).toEqual([]);
  expect(flowsOf(DB, web, deny, out, into)).toEqual([
    "shop/web[Deployment] => shop/db[Deployment] TCP 8000-9000",
  ]);
});

it("addresses outside are ranges with equal ports", () => {
  const world = worldOf(
    deployment("shop", "web"),
    policy(
      "shop",
      "web",
      "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/9}}, {ipBlock: {cidr: 10.128.0.0/9}}], ports: [{port: 443}]}]}",
    ),
  );
  const flows = listFlows(world.workloads, evaluatorOf(world), { families: [4] });
  expect(flows.map(({ source, destination }) => `${source.text} => ${destination.text}`)).toEqual([
    "0.0.0.0-255.255.255.255 => shop/web[Deployment]",
    "shop/web[Deployment] => 10.0.0.0-10.255.255.255",
  ]);
});
