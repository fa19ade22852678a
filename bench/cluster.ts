import { reviewScope } from "../src/check/review-scope.ts";
import type { NetworkPolicy, PolicyRule } from "../src/model/policy.ts";
import type { Span } from "../src/model/span.ts";
import type { Workload } from "../src/model/workload.ts";
import type { PlacedPolicy, World } from "../src/world/world.ts";

const span: Span = {
  path: "cluster.yaml",
  startLine: 1,
  startColumn: 1,
  endLine: 1,
  endColumn: 2,
};

const NAMESPACES = 1_000;
const POLICIES_EACH = 10;
const PODS_EACH = 100;

const selector = (labels: Record<string, string>) => ({
  requirements: Object.entries(labels).map(([key, value]) => ({
    key,
    operator: "In" as const,
    values: [value],
    span,
  })),
  span,
});

function policyOf(namespace: string, name: string, rules: readonly PolicyRule[]): PlacedPolicy {
  const policy: NetworkPolicy = {
    name,
    namespace,
    podSelector: selector(name === "default-deny" ? {} : { app: name }),
    policyTypes: ["ingress", "egress"],
    policyTypesSpan: span,
    ingress: rules,
    egress: rules,
    span,
  };
  return { policy, namespace };
}

function policiesOf(namespace: string, index: number): readonly PlacedPolicy[] {
  const own = Array.from({ length: POLICIES_EACH - 1 }, (_, i) =>
    policyOf(namespace, `app-${i}`, [
      {
        peers: [
          { type: "selectors", podSelector: selector({ app: `app-${i + 1}` }), span },
          {
            type: "selectors",
            namespaceSelector: selector({ team: `team-${index % 50}` }),
            span,
          },
        ],
        ports: [{ protocol: "TCP", port: 8000 + i, span }],
        span,
      },
    ]),
  );
  return [policyOf(namespace, "default-deny", []), ...own];
}

/** A cluster of 1,000 namespaces, 10,000 policies and 100,000 pods. */
function syntheticCluster(): World {
  const names = Array.from({ length: NAMESPACES }, (_, index) => `namespace-${index}`);
  const workload = (namespace: string, i: number): Workload => ({
    kind: "Pod",
    name: `pod-${i}`,
    namespace,
    labels: { app: `app-${i % 12}`, instance: String(i) },
    labelsSpan: span,
    ports: [],
    hostNetwork: false,
    ips: [],
    span,
  });
  return {
    namespaces: new Map(
      names.map((name, index) => [
        name,
        {
          name,
          labels: { team: `team-${index % 50}`, "kubernetes.io/metadata.name": name },
          span,
        },
      ]),
    ),
    policies: names.flatMap(policiesOf),
    workloads: names.flatMap((namespace) =>
      Array.from({ length: PODS_EACH }, (_, i) => ({
        namespace,
        workload: workload(namespace, i),
      })),
    ),
  };
}

const CHANGES: Readonly<Record<string, PolicyRule>> = {
  "a port for one team": {
    peers: [{ type: "selectors", namespaceSelector: selector({ team: "team-7" }), span }],
    ports: [{ protocol: "TCP", port: 5432, span }],
    span,
  },
  "a port for all namespaces": {
    peers: [{ type: "selectors", namespaceSelector: selector({}), span }],
    ports: [{ protocol: "TCP", port: 5432, span }],
    span,
  },
  "everything for everyone": { peers: [], ports: [], span },
};

/** Milliseconds of a whole review of one changed policy, after loading, per kind of change. */
export function measureCluster(rounds: number): ReadonlyMap<string, readonly number[]> {
  const base = syntheticCluster();
  const index = 500 * POLICIES_EACH + 3;
  const times = new Map<string, number[]>();
  for (let round = 0; round < rounds; round++)
    for (const [name, rule] of Object.entries(CHANGES)) {
      const head: World = {
        ...base,
        policies: base.policies.map((placed, i) =>
          i === index
            ? { ...placed, policy: { ...placed.policy, ingress: [...placed.policy.ingress, rule] } }
            : placed,
        ),
      };
      const start = performance.now();
      const { flows } = reviewScope({
        name: "cluster",
        base,
        head,
        occupiedAtHead: () => true,
        ipBlockMatchesPods: true,
        doubt: false,
        complete: true,
        kustomized: () => false,
      });
      const time = performance.now() - start;
      if (flows.length === 0) throw new Error(`no flow changed: ${name}`);
      times.set(name, [...(times.get(name) ?? []), time]);
    }
  return times;
}
