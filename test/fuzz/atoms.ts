import {
  PROTOCOLS,
  type LabelSelector,
  type PolicyPort,
  type Protocol,
} from "../../src/model/policy.ts";
import type { Labels } from "../../src/model/workload.ts";
import { addressesOf, rangeOf } from "../../src/policy/network-policy.ts";
import { IPV6_OFFSET } from "../../src/space/addresses.ts";
import { NAME_LABEL } from "../../src/model/name-label.ts";
import type { World } from "../../src/world/world.ts";

/** One representative of every class of points that no rule of either revision can tell apart. */
export interface Atoms {
  readonly pods: readonly PodAtom[];
  readonly addresses: readonly bigint[];
  readonly ports: readonly PortAtom[];
}

export interface PodAtom {
  readonly namespace: string;
  /** For namespaces that are declared nowhere; declared ones take the labels of the revision. */
  readonly undeclaredLabels?: Labels;
  readonly labels: Labels;
  readonly address: bigint;
}

export interface PortAtom {
  readonly protocol: Protocol;
  readonly port: number;
  /** Names under which the destination declares this port. */
  readonly names: readonly string[];
}

const OTHER = "some-other-value";

export function enumerateAtoms(base: World, head: World): Atoms {
  const mentioned = collect(base, head);
  const addresses = addressAtoms(mentioned.blocks);
  const labelSets = labelAtoms(mentioned.podLabels);
  const declared = new Set([...base.namespaces.keys(), ...head.namespaces.keys()]);
  const namespaces = [...declared].map((name) => ({ namespace: name }) as const);
  const undeclared = new Set(["outside", ...mentioned.namespaces]);
  const conditions = labelAtoms(mentioned.namespaceLabels);
  const unknown = [...undeclared]
    .filter((name) => !declared.has(name))
    .flatMap((namespace) =>
      conditions.map((labels) => ({
        namespace,
        undeclaredLabels: { ...labels, [NAME_LABEL]: namespace },
      })),
    );
  const pods = [...namespaces, ...unknown].flatMap((where) =>
    labelSets.flatMap((labels) => addresses.map((address) => ({ ...where, labels, address }))),
  );
  return { pods, addresses, ports: portAtoms(mentioned.ports) };
}

interface Mentioned {
  readonly podLabels: Map<string, Set<string>>;
  readonly namespaceLabels: Map<string, Set<string>>;
  readonly namespaces: Set<string>;
  readonly blocks: (readonly (readonly [bigint, bigint])[])[];
  readonly ports: PolicyPort[];
}

function collect(base: World, head: World): Mentioned {
  const found: Mentioned = {
    podLabels: new Map(),
    namespaceLabels: new Map(),
    namespaces: new Set(),
    blocks: [],
    ports: [],
  };
  const note = (into: Map<string, Set<string>>, selector: LabelSelector | undefined): void => {
    for (const { key, values } of selector?.requirements ?? []) {
      if (key === NAME_LABEL) for (const name of values) found.namespaces.add(name);
      else into.set(key, new Set([...(into.get(key) ?? []), ...values]));
    }
  };
  for (const { policy, namespace } of [...base.policies, ...head.policies]) {
    found.namespaces.add(namespace);
    note(found.podLabels, policy.podSelector);
    for (const { peers, ports } of [...policy.ingress, ...policy.egress]) {
      found.ports.push(...ports);
      for (const peer of peers) {
        if (peer.type === "ipBlock") {
          found.blocks.push(rangeOf(peer.cidr), addressesOf(peer));
        } else {
          note(found.podLabels, peer.podSelector);
          note(found.namespaceLabels, peer.namespaceSelector);
        }
      }
    }
  }
  return found;
}

function labelAtoms(mentioned: ReadonlyMap<string, ReadonlySet<string>>): readonly Labels[] {
  let sets: Labels[] = [{}];
  for (const [key, values] of mentioned)
    sets = sets.flatMap((labels) => [
      labels,
      ...[...values, OTHER].map((value) => ({ ...labels, [key]: value })),
    ]);
  return sets;
}

/** One address of each stretch between two boundaries; both families, always. */
function addressAtoms(blocks: Mentioned["blocks"]): readonly bigint[] {
  const starts = new Set([0n, IPV6_OFFSET]);
  const end = IPV6_OFFSET + 2n ** 128n;
  for (const block of blocks)
    for (const [start, stop] of block) {
      starts.add(start);
      if (stop < end) starts.add(stop);
    }
  return [...starts];
}

function portAtoms(entries: readonly PolicyPort[]): readonly PortAtom[] {
  return PROTOCOLS.flatMap((protocol) => {
    const own = entries.filter((entry) => entry.protocol === protocol);
    const starts = new Set([1]);
    for (const { port, endPort } of own) {
      if (typeof port !== "number") continue;
      starts.add(port);
      if ((endPort ?? port) < 65_535) starts.add((endPort ?? port) + 1);
    }
    const names = [...new Set(own.flatMap(({ port }) => (typeof port === "string" ? [port] : [])))];
    const subsets = names.reduce<string[][]>(
      (sets, name) => sets.flatMap((set) => [set, [...set, name]]),
      [[]],
    );
    return [...starts].flatMap((port) => subsets.map((set) => ({ protocol, port, names: set })));
  });
}
