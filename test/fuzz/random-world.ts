import { PROTOCOLS } from "../../src/model/policy.ts";
import type {
  Direction,
  LabelSelector,
  NetworkPolicy,
  Peer,
  PolicyPort,
  PolicyRule,
  Requirement,
} from "../../src/model/policy.ts";
import type { Span } from "../../src/model/span.ts";
import type { Labels, NamespaceObject, Workload } from "../../src/model/workload.ts";
import type { World } from "../../src/world/world.ts";
import { NAME_LABEL } from "../../src/model/name-label.ts";
import type { Random } from "./random.ts";

/** What the random manifests may mention. Small on purpose: every atom of it gets enumerated. */
interface Vocabulary {
  readonly podKeys: readonly string[];
  readonly podValues: readonly string[];
  readonly namespaceKeys: readonly string[];
  readonly namespaceValues: readonly string[];
  readonly namespaces: readonly string[];
  readonly declared: readonly string[];
  readonly blocks: readonly Block[];
  readonly ports: readonly PolicyPort[];
  readonly peerTypes: readonly ("pod" | "namespace" | "both" | "block" | "all")[];
}

interface Block {
  readonly cidr: string;
  readonly except: readonly string[];
}

const NOWHERE: Span = {
  path: "random.yaml",
  startLine: 1,
  startColumn: 1,
  endLine: 1,
  endColumn: 2,
};

const BLOCKS: readonly Block[] = [
  { cidr: "0.0.0.0/0", except: [] },
  { cidr: "0.0.0.0/0", except: ["169.254.169.254/32"] },
  { cidr: "0.0.0.0/0", except: ["10.0.0.0/8", "169.254.0.0/16"] },
  { cidr: "0.0.0.0/1", except: [] },
  { cidr: "128.0.0.0/1", except: [] },
  { cidr: "10.0.0.0/8", except: ["10.1.0.0/16"] },
  { cidr: "10.1.0.0/16", except: [] },
  { cidr: "169.0.0.0/8", except: [] },
  { cidr: "::/0", except: [] },
  { cidr: "::/0", except: ["fd00::/8"] },
  { cidr: "fd00:ec2::254/128", except: [] },
];

const port = (entry: Omit<PolicyPort, "span">): PolicyPort => ({ ...entry, span: NOWHERE });

const PORTS: readonly PolicyPort[] = [
  port({ protocol: "TCP", port: 80 }),
  port({ protocol: "TCP", port: 80, endPort: 90 }),
  port({ protocol: "TCP" }),
  port({ protocol: "UDP" }),
  port({ protocol: "UDP", port: 53 }),
  port({ protocol: "SCTP", port: 80 }),
  port({ protocol: "TCP", port: "http" }),
  port({ protocol: "TCP", port: "web" }),
  port({ protocol: "UDP", port: "http" }),
  port({ protocol: "TCP", port: 1, endPort: 65_535 }),
];

function randomVocabulary(random: Random): Vocabulary {
  const peerTypes = random.some(["pod", "namespace", "both", "block", "all"] as const, 3);
  return {
    podKeys: random.some(["app", "role"], random.chance(0.3) ? 2 : 1),
    podValues: random.some(["x", "y", ""], 2),
    namespaceKeys: random.some(["env", NAME_LABEL], 2),
    namespaceValues: random.some(["p", "q"], 2),
    namespaces: random.some(["a", "b", "c"], 2),
    declared: random.chance(0.3) ? [] : random.some(["a", "b"], 2),
    blocks: random.some(BLOCKS, 2),
    ports: random.some(PORTS, 2),
    peerTypes,
  };
}

function randomSelector(
  random: Random,
  keys: readonly string[],
  values: readonly string[],
): LabelSelector {
  const count = random.chance(0.3) ? 0 : random.chance(0.8) ? 1 : 2;
  const requirements = Array.from({ length: count }, (): Requirement => {
    const key = random.pick(keys);
    const operator = random.pick(["In", "In", "NotIn", "Exists", "DoesNotExist"] as const);
    const listed = key === NAME_LABEL ? ["a", "b", "c"] : values;
    const needs = operator === "In" || operator === "NotIn";
    return { key, operator, values: needs ? random.some(listed, 2) : [], span: NOWHERE };
  });
  return { requirements, span: NOWHERE };
}

function randomPeers(random: Random, words: Vocabulary): Peer[] {
  const pods = (): LabelSelector => randomSelector(random, words.podKeys, words.podValues);
  const namespaces = (): LabelSelector =>
    randomSelector(random, words.namespaceKeys, words.namespaceValues);
  const peer = (): Peer[] => {
    switch (random.pick(words.peerTypes)) {
      case "all":
        return [];
      case "pod":
        return [{ type: "selectors", podSelector: pods(), span: NOWHERE }];
      case "namespace":
        return [{ type: "selectors", namespaceSelector: namespaces(), span: NOWHERE }];
      case "both":
        return [
          {
            type: "selectors",
            podSelector: pods(),
            namespaceSelector: namespaces(),
            span: NOWHERE,
          },
        ];
      case "block": {
        const { cidr, except } = random.pick(words.blocks);
        const excepted = except.map((range) => ({ cidr: range, span: NOWHERE }));
        return [{ type: "ipBlock", cidr, except: excepted, span: NOWHERE }];
      }
    }
  };
  return Array.from({ length: random.pick([1, 1, 2]) }, peer).flat();
}

const randomRule = (random: Random, words: Vocabulary): PolicyRule => ({
  peers: random.chance(0.15) ? [] : randomPeers(random, words),
  ports: random.chance(0.4) ? [] : random.some(words.ports, 2),
  span: NOWHERE,
});

function randomPolicy(random: Random, words: Vocabulary, name: string): NetworkPolicy {
  const types = random.pick<readonly Direction[]>([["ingress"], ["egress"], ["ingress", "egress"]]);
  const rules = (): PolicyRule[] =>
    Array.from({ length: random.pick([0, 1, 1, 2]) }, () => randomRule(random, words));
  return {
    name,
    namespace: random.pick(words.namespaces),
    podSelector: randomSelector(random, words.podKeys, words.podValues),
    policyTypes: types,
    policyTypesSpan: NOWHERE,
    ingress: rules(),
    egress: rules(),
    span: NOWHERE,
  };
}

const randomLabels = (random: Random, keys: readonly string[], values: readonly string[]): Labels =>
  Object.fromEntries(
    keys
      .filter((key) => key !== NAME_LABEL && random.chance(0.6))
      .map((key) => [key, random.pick([...values, "other"])]),
  );

const namespaceOf = (name: string, labels: Labels): NamespaceObject => ({
  name,
  labels: { ...labels, [NAME_LABEL]: name },
  span: NOWHERE,
});

function randomWorkload(random: Random, words: Vocabulary): Workload {
  const ports = [
    { name: "http", port: random.pick([80, 85, 8080]), protocol: random.pick(PROTOCOLS) },
  ];
  return {
    kind: "Deployment",
    name: "moving",
    labels: randomLabels(random, words.podKeys, words.podValues),
    labelsSpan: NOWHERE,
    ports,
    hostNetwork: random.chance(0.1),
    ips: [],
    span: NOWHERE,
  };
}

/** A small world and a mutation of it. */
export function randomPair(random: Random): { readonly base: World; readonly head: World } {
  const words = randomVocabulary(random);
  const place = (policy: NetworkPolicy) => ({ policy, namespace: policy.namespace ?? "a" });
  const before = Array.from({ length: 1 + random.below(3) }, (_, i) =>
    place(randomPolicy(random, words, `p${i}`)),
  );
  const after = before.flatMap((placed, i) => {
    const { policy } = placed;
    switch (random.pick(["keep", "keep", "drop", "rules", "subject", "types", "new"] as const)) {
      case "keep":
        return [placed];
      case "drop":
        return [];
      case "new":
        return [placed, place(randomPolicy(random, words, `n${i}`))];
      case "rules":
        return [place({ ...policy, ingress: [...policy.ingress, randomRule(random, words)] })];
      case "types":
        return [place({ ...policy, policyTypes: [random.pick(["ingress", "egress"] as const)] })];
      case "subject":
        return [
          place({
            ...policy,
            podSelector: randomSelector(random, words.podKeys, words.podValues),
          }),
        ];
    }
  });
  const labels = (name: string): NamespaceObject =>
    namespaceOf(name, randomLabels(random, words.namespaceKeys, words.namespaceValues));
  const namespaces = new Map(words.declared.map((name) => [name, labels(name)]));
  const relabelled = random.chance(0.25)
    ? new Map(words.declared.map((name) => [name, labels(name)]))
    : namespaces;
  const namespace = random.pick(words.namespaces);
  const moves = random.chance(0.4);
  const workloads = (): World["workloads"] =>
    moves ? [{ workload: randomWorkload(random, words), namespace }] : [];
  return {
    base: { namespaces, policies: before, workloads: workloads() },
    head: { namespaces: relabelled, policies: after, workloads: workloads() },
  };
}
