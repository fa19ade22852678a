import { NAME_LABEL } from "../model/name-label.ts";
import { PROTOCOLS, type Direction, type Protocol } from "../model/policy.ts";
import type { Allow } from "../policy/compiled.ts";
import { rangeOf } from "../policy/network-policy.ts";
import { intersectAddresses, isAllAddresses, type Addresses } from "../space/addresses.ts";
import { endpointHas, type Endpoint, type EndpointPoint } from "../space/endpoint.ts";
import {
  intersectIntervals,
  intervalsContain,
  normalizeIntervals,
  type Intervals,
} from "../space/intervals.ts";
import { hasValue } from "../space/value-set.ts";
import { TooComplex } from "../space/too-complex.ts";
import { peerOf } from "./gains.ts";
import { publicIpv4, publicIpv6 } from "./risk.ts";

/**
 * What "practically everything" is (docs/gates.md). A rule that leaves out a port, a namespace or an address to
 * stay below "everything" is no better than one that does not, so each part has a measure that no sane opening
 * for an application reaches.
 */
export type WidePeer = "pods" | "ipv4" | "ipv6";
export const WIDE_PEERS: readonly WidePeer[] = ["pods", "ipv4", "ipv6"];

const PORT_COUNT = 65_535;
/** RFC 6335: 1 to 1023 are the system ports. */
const SYSTEM_PORTS: Intervals<number> = [[1, 1024]];
/** What applications choose from: the user ports below those that systems give to clients (Linux: from 32768). */
const APPLICATION_PORTS: Intervals<number> = [[1024, 32_768]];

const countPorts = (ports: Intervals<number>): number =>
  ports.reduce((sum, [start, end]) => sum + end - start, 0);

const holdsHalf = (ports: Intervals<number>, range: Intervals<number>): boolean =>
  countPorts(intersectIntervals(ports, range)) * 2 >= countPorts(range);

/**
 * Half of all ports, of the system ports, or of the application ports: no application listens on that many. Media
 * servers take UDP ports by the ten thousand (16384 to 32767 for RTP), so of UDP the last one is not asked.
 */
const isMostPorts = (ports: Intervals<number>, protocol: Protocol): boolean =>
  countPorts(ports) * 2 >= PORT_COUNT ||
  holdsHalf(ports, SYSTEM_PORTS) ||
  (protocol !== "UDP" && holdsHalf(ports, APPLICATION_PORTS));

/** No manifest can hold this value, so no selector names it. */
const UNNAMED = "\u0000";

/**
 * Labels that most pods have, or all that one controller makes: `Exists` on them asks for nothing. Not among them are labels
 * that somebody sets to opt into something.
 */
const COMMON_LABELS: ReadonlySet<string> = new Set([
  // What people write by habit.
  "app",
  "k8s-app",
  // The recommended labels of Kubernetes: Helm's starter chart sets most of them, kustomize and most charts some.
  "app.kubernetes.io/name",
  "app.kubernetes.io/instance",
  "app.kubernetes.io/version",
  "app.kubernetes.io/component",
  "app.kubernetes.io/part-of",
  "app.kubernetes.io/managed-by",
  // Helm's own, and those of its charts before there were recommended ones.
  "helm.sh/chart",
  "chart",
  "release",
  "heritage",
  // Controllers: each pod of a Deployment, DaemonSet, StatefulSet, Job, Rollout or DeploymentConfig.
  "pod-template-hash",
  "controller-revision-hash",
  "pod-template-generation",
  "statefulset.kubernetes.io/pod-name",
  "apps.kubernetes.io/pod-index",
  "job-name",
  "controller-uid",
  "batch.kubernetes.io/job-name",
  "batch.kubernetes.io/controller-uid",
  "rollouts-pod-template-hash",
  "deploymentconfig",
]);

/**
 * A pod that no selector names, in a namespace that no selector names, and that opted into nothing. Whoever admits one
 * admits a large part of all pods of all namespaces: `{}`, `NotIn`, `DoesNotExist`, `Exists` on a label that all have, and
 * every way to split those into pieces. There is one for each choice of common labels: which choice most pods of a
 * cluster made nobody knows, so any of them counts.
 */
const strangerWith = (keys: readonly string[]): EndpointPoint => ({
  type: "pod",
  namespace: UNNAMED,
  namespaceLabels: { [NAME_LABEL]: UNNAMED },
  labels: Object.fromEntries(keys.map((key) => [key, UNNAMED])),
  address: 0n,
});

/** Every choice of these, from none to all. */
const choicesOf = (keys: readonly string[]): readonly (readonly string[])[] =>
  keys.reduce<readonly (readonly string[])[]>(
    (choices, key) => [...choices, ...choices.map((choice) => [...choice, key])],
    [[]],
  );

/** The common labels that a stranger must have for this peer. */
const wantedBy = (peer: Endpoint): readonly string[] =>
  peer.type === "address"
    ? []
    : [...peer.labels].flatMap(([key, values]) =>
        COMMON_LABELS.has(key) && !values.absent ? [key] : [],
      );

/** The common labels by which this peer tells strangers apart. */
const telling = (peer: Endpoint): readonly string[] =>
  peer.type === "address"
    ? []
    : [...peer.labels].flatMap(([key, values]) =>
        COMMON_LABELS.has(key) && values.absent !== hasValue(values, UNNAMED) ? [key] : [],
      );

/** Asking one stranger about one rule takes well under a microsecond. */
const MAX_QUESTIONS = 5_000_000;

/** One stranger for each choice of the common labels that tell strangers apart: the others make no difference. */
function* strangersFor(peers: readonly Endpoint[]): Iterable<EndpointPoint> {
  const keys = [...new Set(peers.flatMap(telling))];
  // None and all of them do for nearly every policy.
  yield strangerWith([]);
  if (keys.length === 0) return;
  yield strangerWith(keys);
  if (2 ** keys.length * peers.length > MAX_QUESTIONS)
    throw new TooComplex("too many conditions on common labels");
  for (const choice of choicesOf(keys)) yield strangerWith(choice);
}

const admitsStranger = (peer: Endpoint, stranger: EndpointPoint): boolean =>
  peer.type === "pod" && isAllAddresses(peer.addresses) && endpointHas(peer, stranger);

const admitsAnyStranger = (peer: Endpoint): boolean =>
  admitsStranger(peer, strangerWith(wantedBy(peer)));

const sizeOf = (addresses: Addresses): bigint =>
  addresses.reduce((sum, [start, end]) => sum + end - start, 0n);

/** Whether a rule can add to a wide set of peers at all: most name pods that are no strangers. */
export function mayBeWide({ region }: Allow, direction: Direction): boolean {
  const peer = peerOf(region, direction);
  return region.names.size === 0 && (peer.type === "address" || admitsAnyStranger(peer));
}

/** Of one direction of one namespace, and each is looked at many times. */
const MAX_ALLOWS = 60_000;

/** Which wide sets of peers these rules allow together, each on most ports of one of the protocols. */
export function widePeers(
  allows: readonly Allow[],
  direction: Direction,
  protocols: readonly Protocol[] = PROTOCOLS,
): ReadonlySet<WidePeer> {
  if (allows.length > MAX_ALLOWS) throw new TooComplex("too many rules");
  // Of a port that only has a name nobody knows the number, and it is one.
  const numbered = allows.filter(({ region }) => region.names.size === 0);
  const reaches = (wide: WidePeer, protocol: Protocol): boolean => {
    const candidates = numbered.filter(({ region }) => region.ports[protocol].length > 0);
    if (!isMostPorts(portsOf(candidates, protocol), protocol)) return false;
    if (wide !== "pods")
      return reachesMost(blocksOf(candidates, { wide, direction, protocol }), {
        family: PUBLIC[wide](),
        protocol,
      });
    const open = candidates.filter(({ region }) => admitsAnyStranger(peerOf(region, direction)));
    for (const stranger of strangersFor(open.map(({ region }) => peerOf(region, direction)))) {
      const admitting = open.filter(({ region }) =>
        admitsStranger(peerOf(region, direction), stranger),
      );
      if (isMostPorts(portsOf(admitting, protocol), protocol)) return true;
    }
    return false;
  };
  return new Set(
    WIDE_PEERS.filter((wide) => protocols.some((protocol) => reaches(wide, protocol))),
  );
}

/** The peers of one rule share its ports, and there may be thousands. */
const portsOf = (allows: readonly Allow[], protocol: Protocol): Intervals<number> =>
  normalizeIntervals([...new Set(allows.map(({ region }) => region.ports[protocol]))].flat());

/** The addresses that are reached on these ports. */
interface Block {
  readonly ports: Intervals<number>;
  readonly addresses: Addresses;
}

const PUBLIC = { ipv4: publicIpv4, ipv6: publicIpv6 };

/** Addresses of one family by the ports that they are reached on. */
function blocksOf(
  allows: readonly Allow[],
  {
    wide,
    direction,
    protocol,
  }: {
    readonly wide: "ipv4" | "ipv6";
    readonly direction: Direction;
    readonly protocol: Protocol;
  },
): readonly Block[] {
  const groups = new Map<string, { ports: Intervals<number>; parts: Addresses[] }>();
  const keys = new Map<Intervals<number>, string>();
  for (const { region, peer } of allows) {
    const end = peerOf(region, direction);
    if (end.type === "pod") continue;
    // Exceptions leave holes in what is everything all the same.
    const range =
      peer?.type === "ipBlock" && peer.except.length > 0 ? rangeOf(peer.cidr) : end.addresses;
    const ports = region.ports[protocol];
    const key = keys.get(ports) ?? ports.join();
    keys.set(ports, key);
    const group = groups.get(key) ?? { ports, parts: [] };
    group.parts.push(range);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ ports, parts }) => ({
    ports,
    addresses: intersectAddresses(normalizeIntervals(parts.flat()), PUBLIC[wide]()),
  }));
}

/** Comparisons of ranges with blocks, each well under a microsecond. */
const MAX_WORK = 5_000_000;

/** Whether half of the family's public addresses, or more, are each reached on most ports. */
function reachesMost(
  blocks: readonly Block[],
  { family, protocol }: { readonly family: Addresses; readonly protocol: Protocol },
): boolean {
  const isHalf = (addresses: Addresses): boolean => sizeOf(addresses) * 2n >= sizeOf(family);
  const touched = normalizeIntervals(blocks.flatMap(({ addresses }) => addresses));
  if (!isHalf(touched)) return false;
  const whole = blocks.filter(({ ports }) => isMostPorts(ports, protocol));
  if (isHalf(normalizeIntervals(whole.flatMap(({ addresses }) => addresses)))) return true;
  const starts = [...new Set(blocks.flatMap(({ addresses }) => addresses.flat()))].toSorted(
    (a, b) => (a < b ? -1 : 1),
  );
  const ranges = blocks.reduce((sum, { addresses }) => sum + addresses.length, 0);
  if (starts.length * ranges > MAX_WORK) throw new TooComplex("too many address ranges");
  const open = starts.flatMap((start, index): Addresses => {
    const end = starts[index + 1];
    if (end === undefined) return [];
    const here = blocks.filter(({ addresses }) => intervalsContain(addresses, start));
    return isMostPorts(normalizeIntervals(here.flatMap(({ ports }) => ports)), protocol)
      ? [[start, end]]
      : [];
  });
  return isHalf(open);
}
