import * as fc from "fast-check";
import { expect, it } from "vitest";
import { NAME_LABEL } from "../model/name-label.ts";
import { hasPort } from "../space/ports.ts";
import type { PlacedWorkload, World } from "../world/world.ts";
import { workloadId } from "./describe-pods.ts";
import { listFlows } from "./flows.ts";
import { decideFlow, type PointEnd } from "./point.ts";
import { deployment, evaluatorOf, namespace, policy, worldOf } from "./test-world.test-data.ts";

const pod = (ns: string, name: string, spec = "", status = ""): string =>
  `{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: ${ns}, labels: {app: ${name}}}, spec: {${spec}containers: [{name: c, ports: [{name: http, containerPort: 80}]}]}${status}}`;

/** Known and unknown addresses, labels of controllers and of namespaces, the host network. */
const WORKLOADS = [
  pod("a", "web"),
  pod("a", "db", "", ", status: {podIP: 10.0.0.1}"),
  pod("b", "node", "hostNetwork: true, "),
  pod("c", "x"),
  deployment("a", "d"),
  "{apiVersion: batch/v1, kind: Job, metadata: {name: j, namespace: b}, spec: {template: {metadata: {labels: {app: j}}, spec: {}}}}",
];
const NAMESPACES = [namespace("a", "team: red"), namespace("b")];

const requirement = fc.oneof(
  ...["app: web", "app: d", "job-name: j", "pod-template-hash: abc"].map((label) =>
    fc.constant(`{matchLabels: {${label}}}`),
  ),
  ...["app, operator: NotIn, values: [db]", "pod-template-hash, operator: Exists"].map((words) =>
    fc.constant(`{matchExpressions: [{key: ${words}}]}`),
  ),
  fc.constant("{}"),
);
const namespaces = fc.constantFrom(
  "{}",
  "{matchLabels: {team: red}}",
  "{matchExpressions: [{key: team, operator: DoesNotExist}]}",
  `{matchLabels: {${NAME_LABEL}: c}}`,
);
const cidrs = fc.constantFrom("0.0.0.0/1", "128.0.0.0/1", "10.0.0.0/8", "0.0.0.0/0", "::/0");
const peer = fc.oneof(
  requirement.map((selector) => `{podSelector: ${selector}}`),
  fc
    .tuple(namespaces, requirement)
    .map(([ns, own]) => `{namespaceSelector: ${ns}, podSelector: ${own}}`),
  cidrs.map((cidr) => `{ipBlock: {cidr: '${cidr}'}}`),
);
const port = fc.constantFrom("port: 80", "port: 81", "port: http", "port: 80, endPort: 90");
const list = (items: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(items, { maxLength }).map((all) => all.join(", "));
const rule = (way: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      list(peer, 3),
      list(
        port.map((one) => `{${one}}`),
        2,
      ),
    )
    .map(([peers, ports]) => `{${way}: [${peers}], ports: [${ports}]}`);
const policies = fc.array(
  fc
    .record({
      ns: fc.constantFrom("a", "b", "c"),
      subject: requirement,
      types: fc.constantFrom("[Ingress]", "[Egress]", "[Ingress, Egress]"),
      ingress: list(rule("from"), 2),
      egress: list(rule("to"), 2),
    })
    .map(({ ns, subject, types, ingress, egress }) =>
      policy(
        ns,
        "p",
        `{podSelector: ${subject}, policyTypes: ${types}, ingress: [${ingress}], egress: [${egress}]}`,
      ),
    ),
  { minLength: 1, maxLength: 3 },
);

const PORTS = [80, 81, 85, 99];

it("the list of flows and the answer to a query are the same", () => {
  fc.assert(
    fc.property(policies, (texts) => {
      const world = worldOf(...NAMESPACES, ...WORKLOADS, ...texts);
      expect(listed(world)).toEqual(decided(world));
    }),
    { numRuns: 100 },
  );
});

const pairs = ({ workloads }: World) =>
  workloads.flatMap((source) =>
    workloads
      .filter((destination) => destination !== source)
      .flatMap((destination) => PORTS.map((number) => ({ source, destination, number }))),
  );

const keyOf = (source: string, destination: string, number: number): string =>
  `${source} => ${destination} ${number}`;

function listed(world: World): Record<string, string> {
  const flows = listFlows(world.workloads, evaluatorOf(world), { families: [4] });
  return Object.fromEntries(
    pairs(world).map(({ source, destination, number }) => {
      const [from, to] = [workloadId(source), workloadId(destination)];
      const rows = flows.filter(
        (flow) =>
          flow.source.text === from &&
          flow.destination.text === to &&
          hasPort(flow.ports, "TCP", number),
      );
      const isCertain = rows.some(({ dependsOn }) => dependsOn.length === 0);
      const answer = rows.length === 0 ? "denied" : isCertain ? "allowed" : "undecided";
      return [keyOf(from, to, number), answer];
    }),
  );
}

function decided(world: World): Record<string, string> {
  return Object.fromEntries(
    pairs(world).map(({ source, destination, number }) => {
      const { decision } = decideFlow(
        world.policies,
        {
          source: pointOf(source, world),
          destination: pointOf(destination, world),
          protocol: "TCP",
          port: number,
        },
        { ipBlockMatchesPods: true },
      );
      return [keyOf(workloadId(source), workloadId(destination), number), decision];
    }),
  );
}

const pointOf = ({ workload, namespace: ns }: PlacedWorkload, world: World): PointEnd => ({
  type: "pod",
  namespace: ns,
  namespaceLabels: { ...world.namespaces.get(ns)?.labels, [NAME_LABEL]: ns },
  isNamespaceOnlyNamed: !world.namespaces.has(ns),
  labels: workload.labels,
  ...(workload.addedLabels === undefined ? {} : { addedLabels: workload.addedLabels }),
  ports: workload.ports,
  hostNetwork: workload.hostNetwork,
  // 10.0.0.1
  ...(workload.ips.length === 0 ? {} : { address: 0x0a000001n }),
});
